/**
 * When two parties are declared alike, and two items are of the same goods: what was worked out of
 * one then holds for the other. A test changes each member the schema knows.
 */
import type { ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import { mixText, type ContentRules } from '../text/content-memo.ts';

export const sameParty: ContentRules<ShipmentParty> = {
  /** Name and street: the other members mostly differ only where these do. */
  fingerprint({ name, role, address }) {
    let mixed = mixText(role.charCodeAt(0), name);
    for (const line of address?.lines ?? []) mixed = mixText(mixed, line);
    return mixed;
  },
  isSame: (a, b) =>
    a.name === b.name &&
    a.role === b.role &&
    a.partyId === b.partyId &&
    a.phone === b.phone &&
    isSameAddress(a.address, b.address) &&
    areSame(a.otherNames, b.otherNames) &&
    areSameIdentifiers(a.identifiers, b.identifiers),
};

export type Goods = Pick<ShipmentItem, 'commodityCode' | 'description'>;

export const sameGoods: ContentRules<Goods> = {
  fingerprint: ({ commodityCode, description }) => mixText(mixText(0, commodityCode), description),
  isSame: (a, b) => a.description === b.description && a.commodityCode === b.commodityCode,
};

function isSameAddress(a: ShipmentParty['address'], b: ShipmentParty['address']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.city === b.city &&
    a.postcode === b.postcode &&
    a.region === b.region &&
    a.country === b.country &&
    areSame(a.lines, b.lines)
  );
}

function areSameIdentifiers(
  a: ShipmentParty['identifiers'],
  b: ShipmentParty['identifiers'],
): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    if (a[i]?.value !== b[i]?.value || a[i]?.scheme !== b[i]?.scheme) return false;
  }
  return true;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}
