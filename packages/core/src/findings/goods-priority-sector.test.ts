import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsPrioritySector } from './goods-priority-sector.ts';

const wigs = { commodityCode: '670420', description: 'Wigs of human hair' };
const shirts = { commodityCode: '610910', description: 'T-shirts of cotton' };

describe('goods of a watched sector', () => {
  test('are told with origin, sector, authority and date', () => {
    const [finding] = find(goodsPrioritySector, { items: [wigs] }).findings;
    expect(finding).toMatchObject({ weight: 1, path: 'data.items[0].commodityCode' });
    expect(finding?.summary).toBe(
      '"Wigs of human hair" (line 1, HS 670420), of origin CN, is in the watched sector Human hair, named by FLETF on 1 May 2020.',
    );
    expect(finding?.citation).toMatchObject({ list: 'us-sectors', effectiveDate: '2020-05-01' });
  });

  test('of another origin weigh as an input where the sector travels, else nothing', () => {
    const from = (item: object) =>
      find(goodsPrioritySector, { items: [{ ...item, countryOfOrigin: 'BD' }] }).findings;
    expect(from(shirts)).toMatchObject([{ weight: 0.4 }]);
    expect(from(wigs)).toEqual([]);
  });

  test('do not count before the sector was named', () => {
    const copper = [{ commodityCode: '7408', description: 'Copper wire' }];
    const on = (lodgedAt: string) =>
      find(goodsPrioritySector, { items: copper, declaration: { lodgedAt } }).findings.length;
    expect([on('2025-08-18T00:00:00Z'), on('2025-08-19T00:00:00Z')]).toEqual([0, 1]);
  });

  test('may hide behind a code too short: a gap that names them', () => {
    const { findings, gaps } = find(goodsPrioritySector, {
      items: [{ commodityCode: '67', description: 'Wigs' }],
    });
    expect(findings).toEqual([]);
    expect(gaps).toMatchObject([{ path: 'data.items[0].commodityCode' }]);
    expect(gaps[0]?.reason).toContain('too short to tell whether it is in the sector Human hair');
  });
});
