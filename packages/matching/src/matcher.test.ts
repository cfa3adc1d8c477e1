import { readFileSync } from 'node:fs';
import type { ListedEntity } from '@herkomst/core';
import { describe, expect, it } from 'vitest';
import { buildMatcher } from './index.ts';

const entities: ListedEntity[] = ['us-uflpa', 'us-cbp-wro'].flatMap((list) => {
  const path = new URL(`../../reference/data/lists/${list}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { entities: ListedEntity[] }).entities;
});
const matcher = buildMatcher(entities);
const first = (name: string) => matcher.match({ names: [name] })[0];

describe('the matcher over the shipped lists', () => {
  it('names every listed organisation first when asked by its own name', () => {
    for (const { kind, id, name } of entities) {
      if (kind === 'region') continue;
      const slug = id.slice(id.indexOf(':') + 1);
      const best = matcher.match({ names: [name] })[0];
      expect(best?.listedName.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), `${slug}: ${name}`).toBe(
        name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''),
      );
    }
  });

  it.each([
    ['HETIAN HAO LIN HAIR PRODUCTS CO LTD', 'hetian-haolin-hair-accessories'],
    ['KHOTAN HAOLIN HAIR ACESSORIES', 'hetian-haolin-hair-accessories'],
    ['和田浩林发饰品有限公司', 'hetian-haolin-hair-accessories'],
    ['XINJIANGJUNGGAR COTTON AND LINEN', 'xinjiang-junggar-cotton-and-linen'],
    ['Lien Yi Hsing 12', 'lien-yi-hsing-no-12'],
  ])('finds "%s" by itself', (name, slug) => {
    const best = first(name);
    expect(best?.entityId.slice(best.entityId.indexOf(':') + 1)).toBe(slug);
    expect(best?.tier).toBe('automatic');
  });

  it.each([
    'Shandong Haolin Hair Accessories Co., Ltd',
    'Cotton Textile Co',
    'Urumqi Huayuan Trading',
    'Camel Active GmbH',
    'Hetian',
  ])('leaves "%s" to a person, if it names anybody', (name) => {
    expect(matcher.match({ names: [name] }).filter(({ tier }) => tier === 'automatic')).toEqual([]);
  });

  it('takes slips anywhere in a long name for what they are', () => {
    for (const name of [
      'KASHGAR CONSTRUCTON ENGINEERING GRUOP CO LTD',
      'Hengshi Cotton and Linen Corporation Reserve Libary',
      'XINJANG ZHONGTAI CHEMCAL CO LTD',
    ]) {
      expect(first(name)?.probability, name).toBeGreaterThan(0.5);
    }
  });

  it('does not take Hong Kong and the mainland for two firms', () => {
    const names = ['Kingherbs Ltd'];
    expect(matcher.match({ names, country: 'HK' })[0]?.tier).toBe('automatic');
    expect(matcher.match({ names, country: 'DE' })[0]?.tier).toBe('candidate');
  });

  it('finds a firm by its name in Hanzi where the list gives it', () => {
    expect(first('华孚时尚股份有限公司')?.entityId).toBe('uflpa:huafu-fashion');
    expect(first('新疆大全')?.entityId).toBe('uflpa:xinjiang-daqo-new-energy');
  });

  it('explains itself in pieces that add up to the log-odds', () => {
    const best = first('HETIAN HAO LIN HAIR PRODUCTS CO LTD');
    const sum = best?.pieces.reduce((total, { weight }) => total + weight, 0) ?? 0;
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(best?.probability ?? -1, 6);
    expect(best?.pieces.map(({ aspect }) => aspect)).toContain('place');
  });

  it('looks among the kinds asked for', () => {
    const [vessel] = matcher.match({ names: ['F/V DA WANG'], kinds: ['vessel'] });
    expect(vessel?.entityId).toBe('cbp:da-wang');
    expect(matcher.match({ names: ['Da Wang'], kinds: ['person'] })).toEqual([]);
  });

  it('knows a person by the names in any order', () => {
    const [{ id: _, ...rest } = { id: '' }] = entities;
    const person = { ...rest, id: 'list:p', kind: 'person', name: 'Memetjan Abdulla' };
    const [best] = buildMatcher([person as ListedEntity]).match({ names: ['ABDULLA, Memetjan'] });
    expect(best?.entityId).toBe('list:p');
    expect(best?.probability).toBeGreaterThan(0.5);
    const long = { ...person, name: 'Memetjan Abdulla Oghli Yusup' };
    const [found] = buildMatcher([long as ListedEntity]).match({ names: ['YUSUP, Memetjan'] });
    expect(found?.tier).toBe('candidate');
  });

  it('looks up the last of many names as well as the first', () => {
    const names = Array.from({ length: 30 }, (_, at) => `Golden Star Trading ${at}`);
    const [best] = matcher.match({ names: [...names, 'Hetian Haolin Hair Accessories'] });
    expect(best?.queriedName).toBe('Hetian Haolin Hair Accessories');
  });

  it('takes a numbered division for the Corps', () => {
    for (const name of ['新疆生产建设兵团第八师', 'XPCC 8th Division', 'Bingtuan']) {
      expect(matcher.match({ names: [name] })[0]?.entityId, name).toMatch(/xinjiang-production/);
    }
  });

  it('lets country and address decide between namesakes', () => {
    const names = ['Xinjiang Huafu Textile'];
    const here = matcher.match({ names, country: 'CN' })[0];
    const elsewhere = matcher.match({ names, country: 'DE' })[0];
    expect(here?.tier).toBe('automatic');
    expect(elsewhere?.tier).toBe('candidate');
  });
});
