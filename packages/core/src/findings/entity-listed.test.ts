import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { entityListed, writeAlias } from './entity-listed.ts';

const haolin = 'Hetian Haolin Hair Accessories Co., Ltd.';
const meixin = 'Lop County Meixin Hair Products Co., Ltd.';
const wigs = [{ commodityCode: '670420', description: 'Wigs' }];

function only(changes: Parameters<typeof find>[1]) {
  const { findings } = find(entityListed, changes);
  expect(findings).toHaveLength(1);
  return findings[0];
}

describe('a listed party', () => {
  test('is found with its list, its clause and its date', () => {
    expect(only({ parties: [{ name: haolin }] })).toMatchObject({
      path: 'data.parties[0].name',
      matched: haolin,
      citation: {
        list: 'us-uflpa',
        entry: haolin,
        listVersion: 'test.1',
        effectiveDate: '2022-06-21',
      },
      summary: `The manufacturer "${haolin}" is ${haolin}, on the UFLPA Entity List (clause (i) since 21 June 2022).`,
      claim: { kind: 'listed-entity', automatic: true, inForce: true, goodsCovered: true },
    });
  });

  test('is found by another of its names, at that name', () => {
    expect(only({ parties: [{ name: 'Qingdao Trading', otherNames: ['x', haolin] }] })?.path).toBe(
      'data.parties[0].otherNames[1]',
    );
  });

  test('is said to be found through an alias where it was, and whether the list gives it', () => {
    const entity = {
      name: haolin,
      aliases: [
        { name: 'Haolin Hair', kind: 'also-known-as' },
        { name: '浩林', kind: 'native-script', source: 'https://example.org/register' },
      ],
    } as const;
    expect(writeAlias(entity, haolin)).toBe('');
    expect(writeAlias(entity, 'Haolin Hair')).toBe(', through its listed alias "Haolin Hair"');
    expect(writeAlias(entity, '浩林')).toBe(
      ', through its further name (not from the list) "浩林"',
    );
  });

  test('weighs less in a role further from the making', () => {
    const maker = only({ parties: [{ name: haolin }] })?.weight ?? 0;
    const buyer = only({ parties: [{ role: 'consignee', name: haolin }] })?.weight ?? 0;
    expect(buyer).toBeLessThan(maker);
    expect(find(entityListed, { parties: [{ role: 'carrier', name: haolin }] }).findings).toEqual(
      [],
    );
  });

  test('weighs less before its entry was in force, and less under an order on other goods', () => {
    const before = only({
      parties: [{ name: haolin }],
      declaration: { lodgedAt: '2021-01-01T00:00:00Z' },
    });
    expect(before?.claim).toMatchObject({ inForce: false });
    expect(before?.pieces.map(({ label }) => label)).toContain('not in force');
    const tiles = only({ parties: [{ name: meixin }] });
    expect(tiles?.claim).toMatchObject({ goodsCovered: false });
    expect(tiles?.summary).toContain('that entry is about Hair Products');
    const hair = only({ parties: [{ name: meixin }], items: wigs });
    expect(tiles?.weight).toBeLessThan(hair?.weight ?? 0);
  });

  test('whose entry was withdrawn is not in force', () => {
    expect(only({ parties: [{ name: 'Withdrawn Works Co., Ltd.' }] })?.claim).toMatchObject({
      inForce: false,
    });
  });

  test('that may be meant counts no more than the rulebook allows a candidate', () => {
    const may = only({ parties: [{ name: 'Hetian Haolin Import' }] });
    expect(may?.claim).toMatchObject({ automatic: false });
    expect(may?.summary).toContain('may be');
    // 50% of 8 from a base rate of 2%: the score may not pass about a half.
    expect(may?.weight).toBeLessThan(4);
  });

  test('has pieces that add up to its weight', () => {
    const finding = only({ parties: [{ role: 'consignee', name: meixin }] });
    const sum = (finding?.pieces ?? []).reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(finding?.weight ?? 0, 10);
  });
});

test('a matcher that names an entity no list holds leaves a gap', () => {
  const matcher = {
    match: () => [
      {
        entityId: 'uflpa:nobody',
        queriedName: 'x',
        listedName: 'y',
        probability: 1,
        tier: 'automatic' as const,
        pieces: [],
      },
    ],
  };
  const { findings, gaps } = find(entityListed, {}, buildRulebook({ matcher }));
  expect(findings).toEqual([]);
  expect(gaps).toMatchObject([{ path: 'data.parties[0].name', factor: 'entity.listed' }]);
  expect(gaps[0]?.reason).toContain('uflpa:nobody');
});
