import { describe, expect, test } from 'vitest';
import { addressSchema, itemSchema, partySchema, type ShipmentParty } from '../shipment/schema.ts';
import { sameGoods, sameParty } from './same.ts';

const party: ShipmentParty = {
  partyId: 'm1',
  role: 'manufacturer',
  name: 'Foshan Baolin',
  otherNames: ['Baolin'],
  address: {
    lines: ['Lane 1'],
    city: 'Foshan',
    region: 'CN-GD',
    postcode: '528000',
    country: 'CN',
  },
  identifiers: [{ scheme: 'USCC', value: '914403001922038216' }],
  phone: '+86 757 82345678',
};
const copyOf = <Value>(value: Value): Value => structuredClone(value);

/** One change for each member the schema knows, and further ones of those that are lists. */
const changes: Readonly<Record<string, readonly Partial<ShipmentParty>[]>> = {
  partyId: [{ partyId: 'm2' }, { partyId: undefined }],
  role: [{ role: 'exporter' }],
  name: [{ name: 'Foshan Baolim' }],
  otherNames: [{ otherNames: [] }, { otherNames: ['Baolim'] }, { otherNames: ['Baolin', 'x'] }],
  address: [{ address: undefined }],
  identifiers: [
    { identifiers: [] },
    { identifiers: [{ scheme: 'USCC', value: '914403001922038217' }] },
    { identifiers: [{ scheme: 'OSID', value: '914403001922038216' }] },
  ],
  phone: [{ phone: '+86 757 82345679' }, { phone: undefined }],
};
const addressChanges: Readonly<Record<string, readonly Partial<ShipmentParty['address']>[]>> = {
  lines: [{ lines: [] }, { lines: ['Lane 2'] }, { lines: ['Lane 1', 'Lane 1'] }],
  city: [{ city: 'Zibo' }],
  region: [{ region: undefined }],
  postcode: [{ postcode: '528001' }],
  country: [{ country: 'HK' }],
};

describe('parties declared alike', () => {
  test('are the same, with one fingerprint', () => {
    expect(sameParty.isSame(party, copyOf(party))).toBe(true);
    expect(sameParty.fingerprint(copyOf(party))).toBe(sameParty.fingerprint(party));
  });

  test('are compared in every member the schema knows', () => {
    expect(Object.keys(changes).toSorted()).toEqual(Object.keys(partySchema.shape).toSorted());
    expect(Object.keys(addressChanges).toSorted()).toEqual(
      Object.keys(addressSchema.shape).toSorted(),
    );
  });

  test.each(Object.entries(changes))('differ where %s differs', (_member, each) => {
    for (const change of each) {
      const other = { ...copyOf(party), ...change };
      expect([change, sameParty.isSame(party, other)]).toEqual([change, false]);
      expect([change, sameParty.isSame(other, party)]).toEqual([change, false]);
    }
  });

  test.each(Object.entries(addressChanges))('differ where %s differs', (_member, each) => {
    for (const change of each) {
      const address = { ...party.address, ...change } as ShipmentParty['address'];
      const other = { ...copyOf(party), address };
      expect([change, sameParty.isSame(party, other)]).toEqual([change, false]);
    }
  });
});

test('goods are the same by code and description, whatever else is declared of them', () => {
  const goods = { commodityCode: '670420', description: 'Wigs' };
  expect(Object.keys(itemSchema.shape)).toEqual(expect.arrayContaining(Object.keys(goods)));
  expect(sameGoods.isSame(goods, { ...goods })).toBe(true);
  expect(sameGoods.fingerprint({ ...goods })).toBe(sameGoods.fingerprint(goods));
  expect(sameGoods.isSame(goods, { ...goods, description: 'Wig' })).toBe(false);
  expect(sameGoods.isSame(goods, { ...goods, commodityCode: '670411' })).toBe(false);
});
