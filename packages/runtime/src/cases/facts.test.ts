import type { Finding } from '@herkomst/core';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../sha256.ts';
import { commodityOf, declaredPartyKey, partyFactsDigest, partyOf } from './facts.ts';
import { entry, subject, type Facts } from './fixtures.testing.ts';

/** The subject's parts, with other findings instead of its own. */
function found(findings: readonly Finding[], facts: Facts = {}) {
  const { shipment, assessment } = subject(facts);
  return [shipment, { ...assessment, findings }] as const;
}

const [match, goods] = subject().assessment.findings as [Finding, Finding];
const onOtherList: Finding = {
  ...match,
  weight: 9,
  contribution: 9,
  citation: { ...match.citation!, list: 'us-cbp-wro', entry: entry.entry.replace('Co.,', 'Co.') },
};

describe('the party of an alert', () => {
  test('is the listed firm it surely is, whichever list tells it better', () => {
    const one = partyOf(...found([match, onOtherList, goods]));
    const other = partyOf(...found([{ ...onOtherList, weight: 1, contribution: 1 }, match]));
    expect(one.key).toBe('entity:hetian haolin hair accessories co ltd');
    expect(other.key).toBe(one.key);
    expect(one.entity).toEqual(other.entity);
    expect(partyOf(...found([match])).key).toBe(one.key);
  });

  test('is the one the heaviest finding is about, by name and country, while that is open', () => {
    const candidate = { ...match, match: { ...match.match!, tier: 'candidate' } } as const;
    expect(partyOf(...found([candidate]))).toMatchObject({
      key: 'party:haolin hair|CN',
      entity: null,
    });
    const ofImporter = { ...candidate, path: 'data.parties[0].address.city' };
    expect(partyOf(...found([ofImporter, candidate])).name).toBe('Wig World');
    const against = { ...ofImporter, contribution: -1 };
    expect(partyOf(...found([against, candidate])).name).toBe('Haolin Hair');
  });

  test('is the maker when no finding is about a party, and the first of all when there is none', () => {
    expect(partyOf(...found([goods])).name).toBe('Haolin Hair');
    const [shipment, assessment] = found([goods]);
    const [importer] = shipment.parties;
    const alone = { ...shipment, parties: [importer!] };
    expect(partyOf(alone, assessment).name).toBe('Wig World');
  });

  test('keeps a name that has no plain form apart from others', () => {
    expect(declaredPartyKey({ name: '***' })).not.toBe(declaredPartyKey({ name: '???' }));
    expect(declaredPartyKey({ name: 'Ürümqi Co.' })).toBe(declaredPartyKey({ name: 'URUMQI, CO' }));
  });
});

describe('the commodity of an alert', () => {
  test('is the sector of the goods, and their heading where they are of none', () => {
    const sector: Finding = {
      ...goods,
      id: 'sector',
      factor: 'goods.priority-sector',
      citation: { ...match.citation!, list: 'us-priority-sectors', entry: 'Human hair' },
    };
    expect(commodityOf(...found([match, goods, sector]))).toEqual({
      key: 'sector:Human hair',
      title: 'Human hair',
    });
    expect(commodityOf(...found([match, goods])).key).toBe('hs:6704');
  });

  test('is that of the line the heaviest finding is about', () => {
    const [shipment, assessment] = found([{ ...goods, path: 'data.items[1].description' }]);
    const [item] = shipment.items;
    const second = { ...item!, lineNumber: 2, commodityCode: '5201' };
    const mixed = { ...shipment, items: [item!, second] };
    expect(commodityOf(mixed, assessment).key).toBe('hs:5201');
  });
});

test('the facts of a party are the same in whatever hand and order they are written', () => {
  const [, maker] = subject().shipment.parties;
  const digest = partyFactsDigest(maker!, sha256);
  const alike = {
    ...maker!,
    name: 'HAOLIN hair',
    partyId: 'p7',
    phone: '+86 532',
    address: { ...maker!.address!, lines: ['12, Harbour Road'] },
  };
  expect(partyFactsDigest(alike, sha256)).toBe(digest);
  const others = [
    { ...maker!, name: 'Haolin Hairs' },
    { ...maker!, otherNames: ['Haolin'] },
    { ...maker!, address: { ...maker!.address!, country: 'VN' } },
    { ...maker!, address: { ...maker!.address!, lines: ['13 Harbour Road'] } },
    { ...maker!, identifiers: [{ scheme: 'USCC', value: '91653200MA77W0000X' }] } as const,
  ];
  for (const other of others) {
    expect(partyFactsDigest({ ...other, identifiers: [...other.identifiers] }, sha256)).not.toBe(
      digest,
    );
  }
});
