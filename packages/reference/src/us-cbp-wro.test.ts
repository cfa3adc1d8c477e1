/**
 * The CBP orders against the rows of the page: each order stands on the list with its own date
 * and status, and no firm, vessel or region is on the list that no order names.
 */
import { readFileSync } from 'node:fs';
import { entityListSchema, type ListedEntity } from '@herkomst/core';
import { describe, expect, test } from 'vitest';

const list = entityListSchema.parse(
  JSON.parse(readFileSync(new URL('../data/lists/us-cbp-wro.json', import.meta.url), 'utf8')),
);

const orders = readFileSync(new URL('../test/cbp-orders-2026-06-23.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [
      id = '',
      date = '',
      clause = '',
      status = '',
      country = '',
      name = '',
      aliases = '',
      goods = '',
    ] = line.split('\t');
    return { id, date, clause, status, country, name, aliases, goods };
  });

const ordersOf = (entity: ListedEntity): string[] =>
  /^\[orders: ([^\]]+)\]/.exec(entity.note ?? '')?.[1]?.split(', ') ?? [];

const statusOf: Record<string, string> = {
  Active: 'active',
  'Partially Modified': 'partially-modified',
  'Inactive-Pending Litigation': 'inactive',
};

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the CBP orders', () => {
  test('67 orders, 62 active, 4 partially modified, 1 inactive', () => {
    expect(orders).toHaveLength(67);
    expect(new Set(orders.map((order) => order.id)).size).toBe(67);
    const named = new Set(list.entities.flatMap((entity) => ordersOf(entity)));
    expect([...named].toSorted()).toEqual(orders.map((order) => order.id).toSorted());
    const count = (status: string): number =>
      orders.filter((order) => order.status === status).length;
    expect(count('Active')).toBe(62);
    expect(count('Partially Modified')).toBe(4);
    expect(count('Inactive-Pending Litigation')).toBe(1);
    const activeNow = new Set(
      list.entities.filter((entity) => entity.status === 'active').flatMap(ordersOf),
    );
    expect(activeNow.size).toBe(62);
  });

  test.each(orders)('order $id', (order) => {
    const entities = list.entities.filter((entity) => ordersOf(entity).includes(order.id));
    expect(entities.length).toBeGreaterThan(0);
    for (const entity of entities) {
      const at = ordersOf(entity).indexOf(order.id);
      expect(entity.listings[at]).toEqual({ clause: order.clause, effectiveDate: order.date });
      if (order.goods === 'All Products') expect(entity.merchandise).toBeUndefined();
      else {
        expect(entity.merchandise?.text).toContain(order.goods);
        expect(entity.merchandise?.hsPrefixes.length).toBeGreaterThan(0);
      }
    }
    if (entities.length === 1 || order.status !== 'Partially Modified') {
      for (const entity of entities) expect(entity.status).toBe(statusOf[order.status]);
    }
  });

  test('each entity has one listing an order', () => {
    for (const entity of list.entities) {
      expect(entity.listings).toHaveLength(ordersOf(entity).length);
    }
    expect(new Set(list.entities.map((entity) => entity.id)).size).toBe(list.entities.length);
  });

  test('every name is made of words of its order, unless it has another source', () => {
    for (const entity of list.entities) {
      if (entity.kind === 'region') continue;
      const mine = orders.filter((order) => ordersOf(entity).includes(order.id));
      const said = new Set(mine.flatMap((order) => words(`${order.name} ${order.aliases}`)));
      const names = entity.aliases.filter((each) => each.source === undefined);
      for (const { name } of [{ name: entity.name }, ...names]) {
        for (const word of words(name)) expect(said, `${entity.id}: ${name}`).toContain(word);
      }
    }
  });

  test('every word of an order but its grammar is in a name of its entities', () => {
    const grammar = new Set(
      'and or of its their the from two all subsidiaries subordinates fishing vessel vessels owned by china'.split(
        ' ',
      ),
    );
    for (const order of orders) {
      const entities = list.entities.filter((entity) => ordersOf(entity).includes(order.id));
      if (entities.some((entity) => entity.kind === 'region')) continue;
      const held = new Set(
        entities.flatMap((entity) =>
          words(
            [
              entity.name,
              entity.extendsTo ?? '',
              ...entity.aliases.map((alias) => alias.name),
              ...entity.addresses.map((address) => address.text),
              entity.note ?? '',
            ].join(' '),
          ),
        ),
      );
      for (const word of words(`${order.name} ${order.aliases}`)) {
        if (!grammar.has(word)) expect(held, `${order.id}: ${word}`).toContain(word);
      }
    }
  });

  test('an order that names several firms binds each of them', () => {
    const byOrder = (id: string): string[] =>
      list.entities.filter((entity) => ordersOf(entity).includes(id)).map((entity) => entity.name);
    expect(byOrder('wro-2020-09-03-yili-zhuowan-garment-manufacturing')).toEqual([
      'Baoding LYSZD Trade and Business Co., Ltd.',
      'Yili Zhuowan Garment Manufacturing Co., Ltd.',
    ]);
    expect(byOrder('wro-1995-04-27-nanhu-tree-farm')).toHaveLength(3);
    expect(byOrder('wro-2024-04-10-shanghai-select-safety-products-company')).toHaveLength(3);
    expect(byOrder('wro-1994-06-12-fuchu-prison')).toEqual([
      'Fuchu Prison',
      'Union Kogyo Co., Ltd.',
    ]);
  });

  test('firms that were taken out of the carpet order no longer stand under it', () => {
    const carpets = list.entities.filter((entity) =>
      ordersOf(entity).includes('wro-1998-07-21-kumar-carpet-pvt'),
    );
    expect(Object.fromEntries(carpets.map((entity) => [entity.name, entity.status]))).toEqual({
      'Kumar Carpet Pvt.': 'partially-modified',
      'Singhe Carpet Pvt., Ltd.': 'partially-modified',
      'Valley Carpet': 'partially-modified',
      'Norsang Carpet Industries Pvt., Ltd.': 'inactive',
      'Annapurna Carpet': 'inactive',
      'Everest Carpet': 'inactive',
      'K.K. Carpet Industries': 'inactive',
    });
  });

  test('vessels carry their bare names, regions can not pass for firms', () => {
    const vessels = list.entities.filter((entity) => entity.kind === 'vessel');
    expect(vessels.map((entity) => entity.name).toSorted()).toEqual([
      'Da Wang',
      'Hangton No. 112',
      'Lien Yi Hsing No. 12',
      'Zhen Fa 7',
    ]);
    const regions = list.entities.filter((entity) => entity.kind === 'region');
    expect(regions.map((entity) => [entity.id, entity.country, entity.aliases.length])).toEqual([
      ['cbp:drc-artisanal-small-mines', 'CD', 0],
      ['cbp:malawi-tobacco', 'MW', 0],
      ['cbp:marange-diamond-fields', 'ZW', 0],
      ['cbp:turkmenistan-cotton', 'TM', 0],
      ['cbp:xinjiang-uyghur-autonomous-region', 'CN', 0],
    ]);
    const whole = regions.filter((entity) => entity.identifiers.length > 0);
    expect(whole.map((entity) => entity.identifiers[0]?.value)).toEqual(['MW', 'TM', 'CN-XJ']);
  });

  test('eleven orders give way to the UFLPA presumption', () => {
    const superseded = list.entities.filter((entity) => entity.supersededByUflpa === true);
    expect(new Set(superseded.flatMap(ordersOf)).size).toBe(11);
    for (const entity of superseded) expect(entity.country).toBe('CN');
  });
});
