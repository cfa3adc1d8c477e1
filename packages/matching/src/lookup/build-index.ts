/** Makes the index of a list snapshot: every name parsed once, filed under its keys. */
import type { ListedEntity } from '@herkomst/core';
import { normalIdentifier } from '../identifiers/checksums.ts';
import { manufacturerNamePart } from '../identifiers/manufacturer-id.ts';
import { readListedNames } from '../parse/listed-names.ts';
import { readingsOf } from '../parse/parse.ts';
import type { ParsedName } from '../parse/parsed.ts';
import { comparableOf } from '../score/comparable.ts';
import { readSurroundings } from '../surroundings.ts';
import { ByteWriter } from './bytes.ts';
import { entityKinds, type MatchIndex, writeEntity } from './match-index.ts';
import { PostingsBuilder } from './postings.ts';
import { writeComparable } from './records.ts';
import { emitKeys, identifierKey, manufacturerKey } from './terms.ts';

/** A row of 32-bit numbers that grows. */
class Numbers {
  #values = new Uint32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  finish(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** The bits of trades, folded into 32: equal trades always share one. */
export const tradeBits = (industries: readonly number[]): number => {
  let bits = 0;
  for (const id of industries) bits |= 1 << (id & 31);
  return bits >>> 0;
};

/** Takes entities one at a time, so that a million need not lie in memory at once. */
export class IndexBuilder {
  readonly #postings = new PostingsBuilder();
  readonly #entityOfName = new Numbers();
  readonly #recordStarts = new Numbers();
  readonly #textStarts = new Numbers();
  readonly #records = new ByteWriter();
  readonly #texts = new ByteWriter();
  readonly #places = new Numbers();
  readonly #trades = new Numbers();
  readonly #entityStarts = new Numbers();
  readonly #entityRecords = new ByteWriter();
  readonly #kinds = new Numbers();
  #names = 0;
  #entities = 0;

  add(entity: ListedEntity): void {
    const number = this.#entities++;
    const identifiers = entity.identifiers.map(normalIdentifier);
    this.#entityStarts.push(this.#entityRecords.length);
    this.#kinds.push(entityKinds.indexOf(entity.kind));
    writeEntity(this.#entityRecords, {
      id: entity.id,
      surroundings: readSurroundings(
        entity.addresses.map(({ text }) => text),
        entity.country,
        entity.identifiers,
      ),
      identifiers,
      extendsTo: entity.extendsTo ?? '',
    });
    const first = this.#names;
    for (const name of readListedNames(entity)) this.#addName(number, name);
    for (const identifier of identifiers) this.#postings.add(identifierKey(identifier), first);
  }

  #addName(entity: number, text: string): void {
    for (const parsed of readingsOf(text)) this.#addReading(entity, text, parsed);
  }

  /** A name that can be read in two ways stands here twice. */
  #addReading(entity: number, text: string, parsed: ParsedName): void {
    const name = this.#names++;
    this.#entityOfName.push(entity);
    this.#recordStarts.push(this.#records.length);
    writeComparable(this.#records, comparableOf(parsed));
    this.#textStarts.push(this.#texts.length);
    this.#texts.utf8(text);
    this.#places.push(parsed.places.at(-1) ?? 0xffff);
    this.#trades.push(tradeBits(parsed.industries));
    const keys = new Set<number>();
    emitKeys(parsed, (key) => keys.add(key));
    const manufacturer = manufacturerNamePart(text);
    if (manufacturer.length > 3) keys.add(manufacturerKey(manufacturer));
    for (const key of keys) this.#postings.add(key, name);
  }

  finish(): MatchIndex {
    this.#recordStarts.push(this.#records.length);
    this.#textStarts.push(this.#texts.length);
    this.#entityStarts.push(this.#entityRecords.length);
    return {
      postings: this.#postings.finish(),
      entityOfName: this.#entityOfName.finish(),
      recordStarts: this.#recordStarts.finish(),
      textStarts: this.#textStarts.finish(),
      records: this.#records.finish(),
      texts: this.#texts.finish(),
      placeOfName: Uint16Array.from(this.#places.finish()),
      tradesOfName: this.#trades.finish(),
      entityStarts: this.#entityStarts.finish(),
      entityRecords: this.#entityRecords.finish(),
      kindOfEntity: Uint8Array.from(this.#kinds.finish()),
    };
  }
}

export const buildIndex = (entities: Iterable<ListedEntity>): MatchIndex => {
  const builder = new IndexBuilder();
  for (const entity of entities) builder.add(entity);
  return builder.finish();
};
