import { describe, expect, test } from 'vitest';
import { addressSchema, partySchema, type ShipmentParty } from '../shipment/schema.ts';
import { keyOfParty } from './party-key.ts';

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

const keyOf = (each: ShipmentParty): string => keyOfParty(each).text;

describe('the key of a party', () => {
  test('is the same for parties declared alike, whatever order their members came in', () => {
    const turned = Object.fromEntries(Object.entries(party).toReversed()) as ShipmentParty;
    expect(keyOf(copyOf(party))).toBe(keyOf(party));
    expect(keyOf(turned)).toBe(keyOf(party));
    expect(keyOfParty(party).isUnique()).toBe(true);
  });

  test('is tried with every member the schema knows', () => {
    expect(Object.keys(changes).toSorted()).toEqual(Object.keys(partySchema.shape).toSorted());
    expect(Object.keys(addressChanges).toSorted()).toEqual(
      Object.keys(addressSchema.shape).toSorted(),
    );
  });

  test.each(Object.entries(changes))('differs where %s differs', (_member, each) => {
    for (const change of each) {
      expect([change, keyOf({ ...party, ...change })]).not.toEqual([change, keyOf(party)]);
    }
  });

  test.each(Object.entries(addressChanges))('differs where %s differs', (_member, each) => {
    for (const change of each) {
      const address = { ...party.address, ...change } as ShipmentParty['address'];
      expect([change, keyOf({ ...party, address })]).not.toEqual([change, keyOf(party)]);
    }
  });

  const bare: ShipmentParty = { role: 'seller', name: 'A', otherNames: [], identifiers: [] };

  test.each<[string, Partial<ShipmentParty>, Partial<ShipmentParty>]>([
    ['another name or a line', { otherNames: ['x'] }, { address: { lines: ['x'] } }],
    ['an empty address or none', { address: { lines: [] } }, { address: undefined }],
    [
      'a city or a region',
      { address: { lines: [], city: 'x' } },
      { address: { lines: [], region: 'x' } },
    ],
  ])('differs for %s', (_what, one, other) => {
    expect(keyOf({ ...bare, ...one })).not.toBe(keyOf({ ...bare, ...other }));
  });

  test('is not unique where a line break is in it, and then none without one has it', () => {
    const broken = { ...bare, otherNames: ['x\ny', 'z'] };
    const elsewhere = { ...bare, otherNames: ['x', 'y\nz'] };
    expect(keyOf(broken)).toBe(keyOf(elsewhere));
    expect([broken, elsewhere].map((each) => keyOfParty(each).isUnique())).toEqual([false, false]);
    for (const whole of [
      ['x', 'y', 'z'],
      ['x', 'y'],
      ['x y', 'z'],
    ]) {
      expect(keyOf({ ...bare, otherNames: whole })).not.toBe(keyOf(broken));
    }
  });
});
