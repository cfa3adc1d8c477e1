/**
 * The companies of a network, each under one key, findable by identifier and by name.
 *
 * A company's key is its first identifier in a fixed order of schemes, else its source's id, else
 * its name and country; so what is one company does not depend on the order in which it is told.
 * Of facts that differ between tellings, the first in code-point order is the one shown.
 */
import type { PartyIdentifier } from '../shipment/schema.ts';
import type { Company, CompanyIdentifier, PartyHit } from './link.ts';
import { nameKey, type NameKey } from './name-key.ts';

/** Best first: of a firm's identifiers, the first of these is its key. */
const schemes = ['LEI', 'USCC', 'DUNS', 'EORI', 'VAT', 'OSID', 'MID'];

type Many = number | number[];

export interface NameGroup {
  /** Folded name and country, or folded identifier: unique among groups. */
  readonly key: string;
  readonly members: readonly number[];
}

export interface Registration {
  readonly index: number;
  /** Groups whose members, or their countries, changed just now. */
  readonly groups: readonly NameGroup[];
}

export class Companies {
  readonly #companies: Company[] = [];
  readonly #keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #byIdentifier = new Map<string, Many>();
  readonly #byName = new Map<string, Many>();
  readonly #nameKey: NameKey;
  /** The company last told by a name alone, by the name as written; while a load runs. */
  #asWritten: Map<string, number> | null = null;

  constructor(fold: NameKey = nameKey) {
    let last = '';
    let folded = fold(last);
    // A company's name is wanted for its key and again for its groups.
    this.#nameKey = (name) => {
      if (name !== last) {
        folded = fold(name);
        last = name;
      }
      return folded;
    };
  }

  get size(): number {
    return this.#companies.length;
  }

  at(index: number): Company {
    const company = this.#companies[index];
    if (company === undefined) throw new RangeError(`no company has the number ${index}`);
    return company;
  }

  keyAt(index: number): string {
    return this.#keys[index] ?? '';
  }

  /** True where only a name tells the company from others. */
  isNameOnly(index: number): boolean {
    return this.keyAt(index).startsWith('name:');
  }

  find(company: Company): number | undefined {
    return this.#byKey.get(this.#keyOf(company));
  }

  /** The number of a company of which this tells nothing new, found the cheapest way; else -1. */
  knownAs(company: Company): number {
    if (company.identifiers !== undefined || company.id !== undefined) return -1;
    const index = this.#asWritten?.get(company.name) ?? -1;
    if (index === -1) return -1;
    const known = this.at(index);
    // One name in another country is another company.
    return known.country === company.country && tellsNothingNew(known, company) ? index : -1;
  }

  /** Adds the company, or what it tells beyond what is known. */
  register(company: Company): Registration {
    const registration = this.#register(company);
    if (this.#asWritten !== null && company.identifiers === undefined && company.id === undefined) {
      this.#asWritten.set(company.name, registration.index);
    }
    return registration;
  }

  #register(company: Company): Registration {
    const key = this.#keyOf(company);
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      const before = this.at(known);
      const merged = merge(before, company);
      if (merged === before) return { index: known, groups: [] };
      this.#companies[known] = merged;
      const groups = this.#file(known, merged, before);
      return {
        index: known,
        groups: merged.country === before.country ? groups : [...groups, ...this.#groupsOf(merged)],
      };
    }
    const index = this.#companies.length;
    this.#companies.push(company);
    this.#keys.push(key);
    this.#byKey.set(key, index);
    return { index, groups: this.#file(index, company, null) };
  }

  /** As it was when a snapshot was written: its key, and its names folded, in order. */
  restore(company: Company, key: string, folded: readonly string[]): number {
    if (this.#byKey.has(key)) throw new RangeError(`two companies have the key "${key}"`);
    const index = this.#companies.push(company) - 1;
    this.#keys.push(key);
    this.#byKey.set(key, index);
    for (const identifier of company.identifiers ?? []) {
      addTo(this.#byIdentifier, foldIdentifier(identifier), index);
    }
    for (const name of folded) addTo(this.#byName, name, index);
    return index;
  }

  /** Names folded under which the company is filed. */
  foldedNames(index: number): readonly string[] {
    const company = this.at(index);
    return company.person === true ? [] : namesOf(company).map((name) => this.#nameKey(name));
  }

  /** Every group of two or more: for drawing them all at once after a load. */
  *groups(): Iterable<NameGroup> {
    for (const [identifier, members] of this.#byIdentifier) {
      if (typeof members !== 'number') yield { key: identifier, members };
    }
    for (const [name, members] of this.#byName) {
      if (typeof members !== 'number') yield* this.#nameGroups(name, members);
    }
  }

  /** Rows of a load tell of the same companies over and over: remembers them as written meanwhile. */
  rememberWriting(on: boolean): void {
    this.#asWritten = on ? new Map() : null;
  }

  /** Companies that a party may be, with how it was recognised; the surest way counts for each. */
  recognise(party: {
    readonly names: readonly string[];
    readonly country?: string;
    readonly identifiers?: readonly CompanyIdentifier[];
  }): readonly (Omit<PartyHit, 'company' | 'certainty'> & { readonly index: number })[] {
    const found = new Map<number, Omit<PartyHit, 'company' | 'certainty'>>();
    for (const identifier of party.identifiers ?? []) {
      for (const index of this.#with(foldIdentifier(identifier))) {
        found.set(index, { by: 'identifier', namesakes: false });
      }
    }
    // Entries of the name that may be the same firm are joined to it already.
    const names = found.size > 0 ? [] : party.names;
    for (const name of names) {
      const bearers = listOf(this.#byName.get(this.#nameKey(name)));
      const fit = bearers.filter((index) => !found.has(index) && fits(this.at(index), party));
      const inCountry = (index: number): boolean =>
        party.country !== undefined && this.at(index).country === party.country;
      const sameCountry = fit.filter(inCountry);
      const by = sameCountry.length > 0 ? 'name' : 'name-only';
      const hits = sameCountry.length > 0 ? sameCountry : fit;
      // Also one that is another by its number: the mere name may have been meant for it.
      const rivals = (by === 'name' ? bearers.filter(inCountry) : bearers).filter(
        (index) => !this.isNameOnly(index),
      );
      const namesakes = rivals.length > 1 || rivals.some((index) => !hits.includes(index));
      for (const index of hits) found.set(index, { by, namesakes });
    }
    return [...found].map(([index, how]) => ({ index, ...how }));
  }

  #with(identifier: string): readonly number[] {
    return listOf(this.#byIdentifier.get(identifier));
  }

  /** Files names and identifiers not filed before, and tells the groups they fall in. */
  #file(index: number, company: Company, before: Company | null): readonly NameGroup[] {
    const groups: NameGroup[] = [];
    const knownIds = new Set(before?.identifiers?.map(foldIdentifier));
    for (const identifier of company.identifiers ?? []) {
      const key = foldIdentifier(identifier);
      if (knownIds.has(key)) continue;
      const members = addTo(this.#byIdentifier, key, index);
      if (members.length > 1) groups.push({ key, members });
    }
    if (company.person === true) return groups;
    const knownNames = new Set(before === null ? [] : namesOf(before).map((n) => this.#nameKey(n)));
    for (const name of namesOf(company)) {
      const folded = this.#nameKey(name);
      if (knownNames.has(folded)) continue;
      knownNames.add(folded);
      const members = addTo(this.#byName, folded, index);
      if (members.length > 1) {
        groups.push(...this.#nameGroups(folded, members, company.country ?? ''));
      }
    }
    return groups;
  }

  /** Every group of its names in any country, also those that it has left. */
  #groupsOf(company: Company): readonly NameGroup[] {
    if (company.person === true) return [];
    return namesOf(company).flatMap((name) => {
      const folded = this.#nameKey(name);
      return [...this.#nameGroups(folded, listOf(this.#byName.get(folded)), undefined, 1)];
    });
  }

  /** One name in two countries is two names; where no country is told it is a third. */
  *#nameGroups(
    folded: string,
    members: readonly number[],
    only?: string,
    leastMembers = 2,
  ): Iterable<NameGroup> {
    const byCountry = new Map<string, number[]>();
    for (const index of members) {
      const country = this.at(index).country ?? '';
      if (only !== undefined && country !== only) continue;
      const present = byCountry.get(country);
      if (present === undefined) byCountry.set(country, [index]);
      else present.push(index);
    }
    for (const [country, inCountry] of byCountry) {
      if (inCountry.length >= leastMembers) {
        yield { key: `name:${country}:${folded}`, members: inCountry };
      }
    }
  }

  #keyOf(company: Company): string {
    const [identifier, ...others] = company.identifiers ?? [];
    if (identifier !== undefined) {
      const folded = foldIdentifier(identifier);
      if (others.length === 0) return folded;
      return [folded, ...others.map(foldIdentifier)].toSorted(byScheme)[0] ?? folded;
    }
    if (company.id !== undefined) return `id:${company.id}`;
    return `name:${company.country ?? ''}:${this.#nameKey(company.name)}`;
  }
}

const plainIdentifier = /^[A-Z0-9]+$/;

/** 'USCC:91653201MA77XXXX1Y'. */
function foldIdentifier({ scheme, value }: CompanyIdentifier | PartyIdentifier): string {
  if (plainIdentifier.test(value) && plainIdentifier.test(scheme)) return `${scheme}:${value}`;
  return `${scheme.toUpperCase()}:${value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`;
}

function byScheme(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b));
}

function rankOf(identifier: string): number {
  const at = schemes.indexOf(identifier.slice(0, identifier.indexOf(':')));
  return at === -1 ? schemes.length : at;
}

export function namesOf(company: Company): readonly string[] {
  return company.otherNames === undefined ? [company.name] : [company.name, ...company.otherNames];
}

/** A country or an identifier that differs makes a namesake. */
function fits(
  company: Company,
  party: {
    readonly country?: string;
    readonly identifiers?: readonly CompanyIdentifier[];
  },
): boolean {
  if (
    party.country !== undefined &&
    company.country !== undefined &&
    party.country !== company.country
  ) {
    return false;
  }
  return !(party.identifiers ?? []).some(({ scheme, value }) => {
    const own = company.identifiers?.filter((each) => each.scheme === scheme) ?? [];
    const folded = foldIdentifier({ scheme, value });
    return own.length > 0 && !own.some((each) => foldIdentifier(each) === folded);
  });
}

function listOf(many: Many | undefined): readonly number[] {
  if (many === undefined) return [];
  return typeof many === 'number' ? [many] : many;
}

function addTo(map: Map<string, Many>, key: string, index: number): readonly number[] {
  const present = map.get(key);
  if (present === undefined) {
    map.set(key, index);
    return [index];
  }
  if (present === index) return [index];
  if (typeof present === 'number') {
    const both = [present, index];
    map.set(key, both);
    return both;
  }
  if (!present.includes(index)) present.push(index);
  return present;
}

/** What both tell; the same object as `a` when `b` tells nothing new. */
function merge(a: Company, b: Company): Company {
  if (tellsNothingNew(a, b)) return a;
  const name = least(a.name, b.name) ?? a.name;
  const otherNames = union(namesOf(a), namesOf(b), same).filter((each) => each !== name);
  const identifiers = union(a.identifiers, b.identifiers, foldIdentifier);
  const entityIds = union(a.entityIds, b.entityIds, same);
  const topics = union(a.topics, b.topics, same);
  const country = least(a.country, b.country);
  const place = least(a.place, b.place);
  const region = least(a.region, b.region);
  const id = least(a.id, b.id);
  return {
    name,
    ...(otherNames.length > 0 && { otherNames }),
    ...(id !== undefined && { id }),
    ...(country !== undefined && { country }),
    ...(identifiers.length > 0 && { identifiers }),
    ...((a.person ?? b.person) === true && { person: true }),
    ...(place !== undefined && { place }),
    ...(region !== undefined && { region }),
    ...(entityIds.length > 0 && { entityIds }),
    ...(topics.length > 0 && { topics }),
  };
}

/** Without making anything: rows tell of the same firms a million times over. */
function tellsNothingNew(a: Company, b: Company): boolean {
  return (
    (b.name === a.name || (a.otherNames?.includes(b.name) === true && b.name > a.name)) &&
    (b.country === a.country || least(a.country, b.country) === a.country) &&
    (b.place === undefined || least(a.place, b.place) === a.place) &&
    (b.region === undefined || least(a.region, b.region) === a.region) &&
    (b.id === undefined || least(a.id, b.id) === a.id) &&
    (b.person !== true || a.person === true) &&
    (b.otherNames === undefined ||
      b.otherNames.every((name) => name === a.name || a.otherNames?.includes(name))) &&
    (b.identifiers === undefined ||
      b.identifiers.every((each) =>
        a.identifiers?.some(({ scheme, value }) => scheme === each.scheme && value === each.value),
      )) &&
    (b.entityIds === undefined || b.entityIds.every((each) => a.entityIds?.includes(each))) &&
    (b.topics === undefined || b.topics.every((each) => a.topics?.includes(each)))
  );
}

function same(text: string): string {
  return text;
}

function least(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b < a ? b : a;
}

/** Of each key, the first in code-point order; sorted by key. */
function union<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  keyOf: (each: T) => string,
): readonly T[] {
  const byKey = new Map<string, T>();
  for (const each of [...(a ?? []), ...(b ?? [])]) {
    const key = keyOf(each);
    const known = byKey.get(key);
    if (known === undefined || JSON.stringify(each) < JSON.stringify(known)) byKey.set(key, each);
  }
  return [...byKey].toSorted(([x], [y]) => (x < y ? -1 : 1)).map(([, each]) => each);
}
