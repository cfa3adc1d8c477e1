/**
 * The key under which what was worked out of a party is remembered: all its members, joined. It is
 * made for every party of every event, so it is neither sorted nor quoted as JSON would be.
 */
import type { ShipmentParty } from '../shipment/schema.ts';

const separator = '\n';

export interface PartyKey {
  readonly text: string;
  /**
   * Whether no other party can have this key. The number of its parts stands in it, so only parties
   * with a line break in a member share one with others; they must not be remembered by it.
   */
  readonly isUnique: () => boolean;
}

export function keyOfParty(party: ShipmentParty): PartyKey {
  const { partyId, role, name, otherNames, address, identifiers, phone } = party;
  // No text is empty, so an empty part is a member that is not there.
  const parts: (string | number | undefined)[] = [
    0,
    role,
    partyId,
    name,
    phone,
    otherNames.length,
    address?.lines.length,
    address?.city,
    address?.region,
    address?.postcode,
    address?.country,
  ];
  for (const other of otherNames) parts.push(other);
  if (address !== undefined) for (const line of address.lines) parts.push(line);
  for (const { scheme, value } of identifiers) parts.push(scheme, value);
  parts[0] = parts.length;
  return {
    text: parts.join(separator),
    isUnique: () => !parts.some((part) => typeof part === 'string' && part.includes(separator)),
  };
}
