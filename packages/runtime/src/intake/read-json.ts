/** One JSON text into one entry: decoded, parsed, and read as a declared event. */
import { readDeclaredEvent, type InputFault } from '@herkomst/core';
import type { EntryReading, IntakeEntry } from './entry.ts';
import { findJsonFault } from './json-fault.ts';
import { hasDroppedMembers } from './json-members.ts';
import { placeIn, writePlace, type Place } from './place.ts';
import { decodeUtf8 } from './text-encoding.ts';

export interface JsonText {
  readonly bytes: Uint8Array;
  /** Where its first byte stands in the input. */
  readonly place: Place;
  /** As `IntakeEntry.position`. */
  readonly position: string | null;
}

export function readJsonEntry({ bytes, place, position }: JsonText): IntakeEntry {
  const parsed = parseJson(bytes, place);
  const reading = parsed.kind === 'invalid' ? parsed : readEvent(parsed.value);
  return { position, original: bytes, reading };
}

/** A parsed value as an entry's reading. */
export function readEvent(value: unknown): EntryReading {
  const reading = readDeclaredEvent(value);
  return reading.kind === 'declared' ? reading : { ...reading, code: 'schema' };
}

export type JsonReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | Extract<EntryReading, { kind: 'invalid' }>;

/** JSON.parse, but strict about encoding and equal keys, and with the place of what is wrong. */
export function parseJson(bytes: Uint8Array, place: Place): JsonReading {
  const decoding = decodeUtf8(bytes);
  if (decoding.kind === 'invalid') {
    const byte = place.byte + decoding.offset;
    return refuse('invalid-utf8', '', `byte ${byte} (line ${place.line} on) is not UTF-8`);
  }
  const { text } = decoding;
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!hasDroppedMembers(text, value)) return { kind: 'value', value };
  } catch {
    // What is wrong, and where, is found out below.
  }
  const fault = findJsonFault(text);
  if (fault === null) throw new Error('JSON.parse and findJsonFault do not agree');
  const at = writePlace(placeIn(text, fault.offset, place));
  return refuse(fault.code, fault.path, `${at}: ${fault.message}`);
}

export function refuse(
  code: string,
  path: string,
  message: string,
): Extract<EntryReading, { kind: 'invalid' }> {
  const fault: InputFault = { code, path, message };
  return { kind: 'invalid', code, faults: [fault] };
}
