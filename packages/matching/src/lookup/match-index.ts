/**
 * The index as plain typed arrays: what is saved, loaded, and read while matching.
 *
 * Everything about a million names lies in a few rows of numbers, so that the garbage collector has
 * nothing to visit and saving is copying.
 */
import type { Comparable } from '../score/comparable.ts';
import type { Surroundings } from '../score/comparison.ts';
import { ByteReader, type ByteWriter, readUtf8 } from './bytes.ts';
import { readComparable, readWholeMark } from './records.ts';
import type { Postings } from './postings.ts';

export interface MatchIndex {
  readonly postings: Postings;
  /** Of each name: its entity, where its record and its text start; one more closes the last. */
  readonly entityOfName: Uint32Array;
  readonly recordStarts: Uint32Array;
  readonly textStarts: Uint32Array;
  readonly records: Uint8Array;
  readonly texts: Uint8Array;
  /** Of each name, to rank before comparing: its first place and a bit for each trade. */
  readonly placeOfName: Uint16Array;
  readonly tradesOfName: Uint32Array;
  /** Of each entity: where its record starts, and its kind. */
  readonly entityStarts: Uint32Array;
  readonly entityRecords: Uint8Array;
  readonly kindOfEntity: Uint8Array;
}

export const entityKinds = ['organization', 'place', 'vessel', 'person', 'region'] as const;

export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** What the index keeps of an entity beside its names. */
export interface EntityRecord {
  readonly id: string;
  readonly surroundings: Surroundings;
  readonly identifiers: readonly Identifier[];
  /** The list's own words on subsidiaries; empty where it has none. */
  readonly extendsTo: string;
}

const encoder = new TextEncoder();

const writeText = (writer: ByteWriter, value: string): void => {
  const bytes = encoder.encode(value).subarray(0, 0xffff);
  writer.short(bytes.length);
  for (const byte of bytes) writer.byte(byte);
};

const readText = (bytes: Uint8Array, reader: ByteReader): string => {
  const length = reader.short();
  const from = reader.skip(length);
  return readUtf8(bytes, from, from + length);
};

/** Surroundings come first, for every comparison reads them and few read the rest. */
export const writeEntity = (writer: ByteWriter, entity: EntityRecord): void => {
  writer.ascii(entity.surroundings.country);
  writer.shorts(entity.surroundings.addressPlaces);
  writer.asciis(entity.surroundings.addressWords);
  writeText(writer, entity.id);
  writeText(writer, entity.extendsTo);
  const identifiers = entity.identifiers.slice(0, 255);
  writer.byte(identifiers.length);
  for (const { scheme, value } of identifiers) {
    writeText(writer, scheme);
    writeText(writer, value);
  }
};

const readSurroundingsBy = (reader: ByteReader): Surroundings => ({
  country: reader.ascii(),
  addressPlaces: reader.shorts(),
  addressWords: reader.asciis(),
});

export const entitySurroundings = (index: MatchIndex, entity: number): Surroundings =>
  readSurroundingsBy(new ByteReader(index.entityRecords, index.entityStarts[entity] ?? 0));

export const readEntity = (index: MatchIndex, entity: number): EntityRecord => {
  const bytes = index.entityRecords;
  const reader = new ByteReader(bytes, index.entityStarts[entity] ?? 0);
  return {
    surroundings: readSurroundingsBy(reader),
    id: readText(bytes, reader),
    extendsTo: readText(bytes, reader),
    identifiers: Array.from({ length: reader.byte() }, () => ({
      scheme: readText(bytes, reader),
      value: readText(bytes, reader),
    })),
  };
};

export const nameText = (index: MatchIndex, name: number): string =>
  readUtf8(index.texts, index.textStarts[name] ?? 0, index.textStarts[name + 1] ?? 0);

export const nameRecord = (index: MatchIndex, name: number): Comparable =>
  readComparable(index.records, index.recordStarts[name] ?? 0);

/** A number that the words of a name give, to break ties by whatever the order of the list. */
export const nameMark = (index: MatchIndex, name: number): number =>
  readWholeMark(index.records, index.recordStarts[name] ?? 0);
