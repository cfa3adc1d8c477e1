/** Small wordings that several findings share. */
import type { ListedEntity } from '../lists/list.ts';
import type { PartyRole, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** '21 June 2022' from '2022-06-21'. */
export function writeDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

const roleWords: Readonly<Record<PartyRole, string>> = {
  manufacturer: 'manufacturer',
  exporter: 'exporter',
  seller: 'seller',
  supplier: 'supplier',
  consignee: 'consignee',
  importer: 'importer',
  buyer: 'buyer',
  notify: 'notify party',
  carrier: 'carrier',
  declarant: 'declarant',
};

export function writeRole(role: PartyRole): string {
  return roleWords[role];
}

/** 'items 1 and 3', for messages about several lines. */
export function writeItem(item: ShipmentItem): string {
  return `item ${item.lineNumber} (${item.description.slice(0, 80)})`;
}

/** The listings in force on a day. */
export function listingsInForce(entity: ListedEntity, date: string): ListedEntity['listings'] {
  if (entity.status === 'inactive') return [];
  return entity.listings.filter((listing) => listing.effectiveDate <= date);
}

/** Roles that stand at the making or sending end of a shipment. */
const supplyRoles: ReadonlySet<PartyRole> = new Set([
  'manufacturer',
  'exporter',
  'seller',
  'supplier',
]);

export function isSupplier(party: ShipmentParty): boolean {
  return supplyRoles.has(party.role);
}

/** 'is' for a sure match, 'may be' for one that a person must settle. */
export function writeCertainty(automatic: boolean): string {
  return automatic ? 'is' : 'may be';
}
