/**
 * Answers of the last parties, for the same party comes again and again.
 *
 * The key covers the whole query, so that two parties of one name and two addresses stay apart.
 * Bounded: the party longest unasked for goes first.
 */
import type { MatchCandidate, PartyQuery } from '@herkomst/core';

type Answer = readonly MatchCandidate[];

const between = '\u0000';
const group = '\u0001';

/** Text parts are led by their length, so that no two queries share a key. */
const part = (text: string): string => `${text.length}${between}${text}`;

const keyOfQuery = (query: PartyQuery): string => {
  let key = '';
  for (const name of query.names) key += part(name);
  key += group;
  for (const line of query.address ?? []) key += part(line);
  key += group + part(query.country ?? '') + group;
  for (const { scheme, value } of query.identifiers ?? []) key += part(scheme) + part(value);
  if (query.kinds !== undefined) {
    key += group;
    for (const kind of query.kinds) key += part(kind);
  }
  return key;
};

export class QueryCache {
  readonly #answers = new Map<string, Answer>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  answer(query: PartyQuery, find: () => Answer): Answer {
    if (this.#most <= 0) return find();
    const key = keyOfQuery(query);
    const known = this.#answers.get(key);
    if (known !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const found = find();
    this.#answers.set(key, found);
    if (this.#answers.size > this.#most) {
      const oldest = this.#answers.keys().next();
      if (oldest.done !== true) this.#answers.delete(oldest.value);
    }
    return found;
  }
}
