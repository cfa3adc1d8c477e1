/** Which country a party is in: as it says, else as its numbers and address show. */
import { readUscc } from '../china/uscc.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import { wordsOf } from '../text/words.ts';

export interface PartyCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Path within the party of what it rests on: 'address.country'. */
  readonly path: string;
  readonly declared: boolean;
}

/** Null where nothing says. Only China is inferred: its numbers and names carry it. */
export function countryOf(party: ShipmentParty): PartyCountry | null {
  const { address, identifiers, phone } = party;
  if (address?.country !== undefined) {
    return { code: address.country, path: 'address.country', declared: true };
  }
  const inferred = (path: string): PartyCountry => ({ code: 'CN', path, declared: false });
  const uscc = identifiers.findIndex(
    ({ scheme, value }) => scheme === 'USCC' && readUscc(value).kind === 'valid',
  );
  if (uscc !== -1) return inferred(`identifiers[${uscc}].value`);
  const texts = [
    ...(address?.lines ?? []).map((text, i) => ({ text, path: `address.lines[${i}]` })),
    { text: address?.city ?? '', path: 'address.city' },
    { text: address?.region ?? '', path: 'address.region' },
  ];
  const named = texts.find(({ text }) => namesChina(text));
  if (named !== undefined) return inferred(named.path);
  if (phone !== undefined && /^\s*(?:\+|00)\s*86/.test(phone)) return inferred('phone');
  return null;
}

function namesChina(text: string): boolean {
  if (text.includes('中国') || text.includes('中國')) return true;
  const words = wordsOf(text).map((word) => word.text);
  return words.some(
    (word, at) =>
      word === 'prc' || (word === 'china' && words[at + 1] !== 'town' && !isTaiwan(words)),
  );
}

/** 'Taipei, Taiwan, Republic of China' is not what is meant. */
function isTaiwan(words: readonly string[]): boolean {
  return words.includes('taiwan') || words.includes('roc');
}
