/**
 * A request's events as entries, in each way CloudEvents may be sent over HTTP: structured, batched,
 * binary (attributes in ce- headers), and one a line.
 */
import {
  createJsonReader,
  createNdjsonReader,
  openingBytes,
  openText,
  parseJson,
  readEvent,
  refuse,
  startOfInput,
  type EntryReader,
  type IntakeEntry,
} from '@herkomst/runtime';
import type { IncomingHttpHeaders } from 'node:http';
import { setImmediate as breathe } from 'node:timers/promises';
import { Problem, tooLarge } from './problem.ts';
import type { RequestBody } from './request-body.ts';

/** How much is read before other requests get their turn. */
const sliceBytes = 64 * 1024;

/** Throws a Problem when there is nothing, or too much, to read. */
export async function readRequest(
  { bytes, mediaType }: RequestBody,
  headers: IncomingHttpHeaders,
  maxEvents: number,
): Promise<readonly IntakeEntry[]> {
  if (bytes.length === 0) {
    throw new Problem(400, 'empty-input', 'Invalid request', 'The body is empty.');
  }
  const opening = openText(bytes.subarray(0, openingBytes));
  if (opening.kind === 'refused') {
    const { code, message } = opening.fault;
    return [{ position: null, original: bytes, reading: refuse(code, '', message) }];
  }
  if (isBinaryMode(mediaType, headers)) return [readBinary(bytes, mediaType, headers)];
  const { skip } = opening;
  const reader = readerFor(mediaType, skip);
  const entries: IntakeEntry[] = [];
  for (let at = skip; at < bytes.length; at += sliceBytes) {
    for (const entry of reader.push(bytes.subarray(at, at + sliceBytes))) entries.push(entry);
    if (entries.length > maxEvents) throw tooMany(maxEvents);
    await breathe();
  }
  for (const entry of reader.end()) entries.push(entry);
  if (entries.length > maxEvents) throw tooMany(maxEvents);
  return mediaType === 'application/cloudevents+json' ? entries.map(refuseBatched) : entries;
}

function readerFor(mediaType: string, skip: number): EntryReader {
  const start = { ...startOfInput, byte: skip };
  return mediaType.endsWith('ndjson') ? createNdjsonReader({ start }) : createJsonReader({ start });
}

/** Only an event of its own has no position in a structured message. */
function refuseBatched(entry: IntakeEntry): IntakeEntry {
  if (entry.position === null) return entry;
  const message =
    'an array of events has the content type application/cloudevents-batch+json or application/json';
  return { ...entry, reading: refuse('wrong-content-type', '', message) };
}

function isBinaryMode(mediaType: string, headers: IncomingHttpHeaders): boolean {
  return mediaType === 'application/json' && Object.keys(headers).some(isAttribute);
}

function isAttribute(header: string): boolean {
  return header.startsWith('ce-');
}

function readBinary(
  body: Uint8Array,
  mediaType: string,
  headers: IncomingHttpHeaders,
): IntakeEntry {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    isAttribute(name) ? [[name.slice(3), String(value)] as const] : [],
  );
  const lines = attributes.map(([name, value]) => `ce-${name}: ${value}\r\n`).join('');
  const message = Buffer.from(`content-type: ${mediaType}\r\n${lines}\r\n`, 'latin1');
  const original = Buffer.concat([message, body]);
  const reading = parseJson(body, startOfInput);
  if (reading.kind === 'invalid') {
    const faults = reading.faults.map((fault) => ({ ...fault, path: joinPath(fault.path) }));
    return { position: null, original, reading: { ...reading, faults } };
  }
  const event = {
    ...Object.fromEntries(attributes.map(([name, value]) => [name, percentDecode(value)])),
    datacontenttype: mediaType,
    data: reading.value,
  };
  return { position: null, original, reading: readEvent(event) };
}

function joinPath(path: string): string {
  if (path === '') return 'data';
  return path.startsWith('[') ? `data${path}` : `data.${path}`;
}

/** Header values carry what is not ASCII percent-encoded; what is not encoded so stays as it is. */
function percentDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function tooMany(maxEvents: number): Problem {
  return tooLarge(`At most ${maxEvents} events are taken in one request; send them in several.`);
}
