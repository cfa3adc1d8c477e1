/** Parsed names as bytes, so that a million of them fit in some tens of megabytes. */
import type { Comparable } from '../score/comparable.ts';
import { ByteReader, type ByteWriter } from './bytes.ts';

export const writeComparable = (writer: ByteWriter, name: Comparable): void => {
  writer.byte(name.cut ? 1 : 0);
  writer.word(name.whole);
  writer.ascii(name.plain);
  writer.shorts(name.places);
  writer.bytes(name.industries);
  writer.bytes(name.business);
  writer.bytes(name.bodies);
  writer.shorts(name.legal);
  writer.asciis(name.numbers);
  writer.asciis(name.brand);
  writer.asciis(name.readings);
  writer.shorts(Array.from({ length: name.hanzi.length }, (_, at) => name.hanzi.charCodeAt(at)));
};

export const readComparable = (bytes: Uint8Array, at: number): Comparable => {
  const reader = new ByteReader(bytes, at);
  const cut = reader.byte() === 1;
  const whole = reader.word();
  const plain = reader.ascii();
  const places = reader.shorts();
  const industries = reader.bytes();
  const business = reader.bytes();
  const bodies = reader.bytes();
  const legal = reader.shorts();
  const numbers = reader.asciis();
  const brand = reader.asciis();
  const readings = reader.asciis();
  const hanzi = String.fromCharCode(...reader.shorts());
  return {
    cut,
    whole,
    plain,
    places,
    industries,
    business,
    bodies,
    legal,
    numbers,
    brand,
    core: brand.join(''),
    readings,
    hanzi,
  };
};

/** The hash of all words of a record, without reading the rest. */
export const readWholeMark = (bytes: Uint8Array, at: number): number =>
  new ByteReader(bytes, at + 1).word();
