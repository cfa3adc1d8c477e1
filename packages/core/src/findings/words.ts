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

export function writeRole(role: PartyRole): string {
  return role === 'notify' ? 'notify party' : role;
}

/** 'manufacturer "Hetian Haolin"', to follow an article. */
export function writeParty({ role, name }: Pick<ShipmentParty, 'role' | 'name'>): string {
  return `${writeRole(role)} "${shorten(name)}"`;
}

/** '"Wigs of human hair" (line 1, HS 670420)'. */
export function writeGoods({ description, lineNumber, commodityCode }: ShipmentItem): string {
  return `"${shorten(description)}" (line ${lineNumber}, HS ${commodityCode})`;
}

/** At most 80 characters, cut between words where that is possible. */
export function shorten(text: string): string {
  const plain = text.trim();
  if (plain.length <= 80) return plain;
  const cut = plain.slice(0, 79);
  const space = cut.lastIndexOf(' ');
  return `${space > 50 ? cut.slice(0, space) : cut}…`;
}

/** Joins with commas and a last 'and', each once. */
export function enumerate(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const last = unique.pop();
  if (last === undefined) return '';
  return unique.length === 0 ? last : `${unique.join(', ')} and ${last}`;
}

/** The listings in force on a day. */
export function listingsInForce(entity: ListedEntity, date: string): ListedEntity['listings'] {
  if (entity.status === 'inactive') return [];
  return entity.listings.filter((listing) => listing.effectiveDate <= date);
}

/** 'clause (ii) since 21 June 2022' or 'WRO since 1 May 2020, status inactive'. */
export function writeListings({ listings, status }: ListedEntity): string {
  const written = listings.map(({ clause, effectiveDate }) => {
    const name = /^[ivx]+$/.test(clause) ? `clause (${clause})` : clause;
    return `${name} since ${writeDate(effectiveDate)}`;
  });
  return written.join('; ') + (status === 'active' ? '' : `, status ${status}`);
}

/** Roles that stand at the making or sending end of a shipment. */
const supplyRoles: ReadonlySet<PartyRole> = new Set([
  'manufacturer',
  'exporter',
  'seller',
  'supplier',
]);

export function isSupplier({ role }: Pick<ShipmentParty, 'role'>): boolean {
  return supplyRoles.has(role);
}

/** 'is' for a sure match, 'may be' for one that a person must settle. */
export function writeCertainty(automatic: boolean): string {
  return automatic ? 'is' : 'may be';
}
