/**
 * Looks list entries up by what they are registered under and where they sit. A firm that took
 * another name keeps its registration number, its telephone and, mostly, its address.
 */
import type { EntityOnList } from '../rulebook/rulebook.ts';
import { wordsOf } from '../text/words.ts';
import type { ListedEntity } from './list.ts';

export type SharedKind = 'identifier' | 'address' | 'phone';

export interface SharedIdentity {
  readonly kind: SharedKind;
  readonly listed: EntityOnList;
  /** As the list has it. */
  readonly listedText: string;
  /** Share of the listed address's telling words found again; 1 for numbers. */
  readonly overlap: number;
}

export interface IdentityIndex {
  byIdentifier(scheme: string, value: string): readonly SharedIdentity[];
  byPhone(phone: string): readonly SharedIdentity[];
  /** Entries that have a street address with words in common; at least one is a number. */
  byAddress(text: string): readonly SharedIdentity[];
}

interface ListedAddress {
  readonly listed: EntityOnList;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** Names of the streets in it: one of them must be found again. */
  readonly streets: readonly string[];
}

const phoneSchemes = new Set(['PHONE', 'TEL']);
/** Words that say what kind of thing stands before them, not which. */
const common = new Set(
  (
    'no number road rd street st avenue ave lane lu jie dadao building bldg block floor fl room rm unit ' +
    'east west south north middle section of the and in town township village county district city ' +
    'prefecture province region autonomous area zone park industrial industry economic technological ' +
    'technology development high tech new china prc pr p r c'
  ).split(' '),
);
/** Too few telling words make any address alike. */
const leastTelling = 3;

export function indexIdentities(entities: Iterable<EntityOnList>): IdentityIndex {
  const identifiers = new Map<string, SharedIdentity[]>();
  const phones = new Map<string, SharedIdentity[]>();
  const addressesByNumber = new Map<string, ListedAddress[]>();
  for (const listed of entities) {
    for (const { scheme, value } of usable(listed.entity)) {
      const isPhone = phoneSchemes.has(scheme.toUpperCase());
      const key = isPhone ? phoneKey(value) : identifierKey(scheme, value);
      if (key === null) continue;
      const kind = isPhone ? 'phone' : 'identifier';
      addTo(isPhone ? phones : identifiers, key, { kind, listed, listedText: value, overlap: 1 });
    }
    for (const { text } of listed.entity.addresses) {
      const words = tellingWords(text);
      if (words.size < leastTelling) continue;
      const address = { listed, text, words, streets: streetsIn(text) };
      for (const word of words) {
        if (/^\d/.test(word)) addTo(addressesByNumber, word, address);
      }
    }
  }
  return {
    byIdentifier(scheme, value) {
      const key = identifierKey(scheme, value);
      return key === null ? [] : (identifiers.get(key) ?? []);
    },
    byPhone(phone) {
      const key = phoneKey(phone);
      return key === null ? [] : (phones.get(key) ?? []);
    },
    byAddress(text) {
      if (addressesByNumber.size === 0) return [];
      const words = tellingWords(text);
      const near = new Set(
        [...words].flatMap((word) => (/^\d/.test(word) ? (addressesByNumber.get(word) ?? []) : [])),
      );
      const inStreet = [...near].filter(
        ({ streets }) => streets.length === 0 || streets.some((street) => words.has(street)),
      );
      return inStreet.map((address): SharedIdentity => {
        const shared = [...address.words].filter((word) => words.has(word)).length;
        const overlap = shared / address.words.size;
        return { kind: 'address', listed: address.listed, listedText: address.text, overlap };
      });
    },
  };
}

/** A region's ISO code is no registration number. */
function usable({ kind, identifiers }: ListedEntity): ListedEntity['identifiers'] {
  return kind === 'region' ? [] : identifiers;
}

function identifierKey(scheme: string, value: string): string | null {
  const plain = value.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return plain.length < 5 ? null : `${scheme.toUpperCase()}:${plain}`;
}

/** The last nine digits: with or without country code and trunk zero. */
function phoneKey(phone: string): string | null {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 9 ? null : digits.slice(-9);
}

function tellingWords(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .map((word) => word.text)
      .filter((word) => !common.has(word)),
  );
}

const streetWords = new Set([
  'road',
  'rd',
  'street',
  'avenue',
  'ave',
  'lane',
  'lu',
  'jie',
  'dadao',
]);
const directions = new Set(['east', 'west', 'south', 'north', 'middle']);

/** 'fengting' in '538 Fengting East Avenue'. */
function streetsIn(text: string): string[] {
  const words = wordsOf(text).map((word) => word.text);
  return words.flatMap((word, at) => {
    if (!streetWords.has(word)) return [];
    const name = directions.has(words[at - 1] ?? '') ? words[at - 2] : words[at - 1];
    return name === undefined || /^\d/.test(name) ? [] : [name];
  });
}

function addTo<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, [entry]);
  else present.push(entry);
}
