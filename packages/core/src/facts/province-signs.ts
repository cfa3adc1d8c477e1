/**
 * Which province each fact of a Chinese party speaks of, and what is wrong with its registration
 * code. Facts that agree identify a maker; facts that do not are a sign.
 */
import type { ChinaDivision, ChinaDivisions } from '../china/divisions.ts';
import { readUscc, type UsccReading } from '../china/uscc.ts';
import type { ShipmentParty } from '../shipment/schema.ts';

export interface ProvinceSign {
  readonly kind: 'postcode' | 'phone' | 'uscc';
  readonly division: ChinaDivision;
  /** Path within the party. */
  readonly path: string;
  readonly matched: string;
}

export interface ProvinceFacts {
  /** Divisions that the address names, each once. */
  readonly named: readonly ChinaDivision[];
  /** Path and text of the first word that names one; null when none does. */
  readonly namedBy: { readonly path: string; readonly matched: string } | null;
  readonly signs: readonly ProvinceSign[];
  /** Those of another division than every one the address names. */
  readonly contradictions: readonly ProvinceSign[];
  readonly uscc: {
    readonly path: string;
    readonly value: string;
    readonly reading: UsccReading;
  } | null;
}

export const noProvinceFacts: ProvinceFacts = {
  named: [],
  namedBy: null,
  signs: [],
  contradictions: [],
  uscc: null,
};

export function provinceFactsOf(party: ShipmentParty, china: ChinaDivisions): ProvinceFacts {
  const { address, phone } = party;
  const named = new Set<ChinaDivision>();
  let namedBy: ProvinceFacts['namedBy'] = null;
  const note = (division: ChinaDivision, path: string, matched: string): void => {
    named.add(division);
    namedBy ??= { path, matched };
  };
  const look = (path: string, text: string | undefined): void => {
    if (text === undefined) return;
    for (const { division, matched } of china.named(text)) note(division, path, matched);
  };
  const byField = china.byRegionCode(address?.region ?? '');
  if (byField !== null) note(byField, 'address.region', address?.region ?? '');
  look('address.region', address?.region);
  look('address.city', address?.city);
  address?.lines.forEach((line, i) => look(`address.lines[${i}]`, line));

  const signs: ProvinceSign[] = [];
  const sign = (
    kind: ProvinceSign['kind'],
    division: ChinaDivision | null,
    path: string,
    matched: string,
  ): void => {
    if (division !== null) signs.push({ kind, division, path, matched });
  };
  const postcode = address?.postcode;
  if (postcode !== undefined) {
    sign('postcode', china.byPostcode(postcode), 'address.postcode', postcode);
  }
  if (phone !== undefined) sign('phone', china.byPhone(phone), 'phone', phone);
  const uscc = usccOf(party);
  // A code that can not be right says nothing of where it was given out.
  if (uscc !== null && uscc.reading.kind === 'valid') {
    sign('uscc', china.byDivisionCode(uscc.reading.division), uscc.path, uscc.value);
  }
  const contradictions = signs.filter(({ division }) => named.size > 0 && !named.has(division));
  return { named: [...named], namedBy, signs, contradictions, uscc };
}

function usccOf({ identifiers }: ShipmentParty): ProvinceFacts['uscc'] {
  const index = identifiers.findIndex(({ scheme }) => scheme === 'USCC');
  const identifier = identifiers[index];
  if (identifier === undefined) return null;
  const { value } = identifier;
  return { path: `identifiers[${index}].value`, value, reading: readUscc(value) };
}
