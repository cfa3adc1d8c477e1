/**
 * An input into batches of entries, in the memory of a batch: NDJSON, JSON or CSV, compressed or
 * not. What can not be read becomes an entry that says why; only errors of the source are thrown.
 */
import {
  createJsonReader,
  createNdjsonReader,
  keptBytes,
  openingBytes,
  openText,
  refuse,
  startOfInput,
  type EntryReader,
  type EntryReaderOptions,
  type IntakeEntry,
} from '@herkomst/runtime';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createCsvReader } from './csv/read-csv.ts';
import { guessFormat, type SourceFormat } from './format.ts';
import { GzipError, openInput, peek } from './open-input.ts';

export interface EntriesInput {
  /** What people call it; its ending says the format, and it names the source of CSV rows. */
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** Default: by the name's ending, else by looks. */
  readonly format?: SourceFormat;
}

export interface ReadOptions {
  /** Most entries in a batch; default 500. */
  readonly maxBatch?: number;
  /** Longest line, element or row in bytes; default 8 MiB. */
  readonly maxBytes?: number;
  /** CloudEvents source of events from CSV rows; default 'file:' and the name without '.gz'. */
  readonly source?: string;
  /** How much of CSV rows is held in memory while they are joined; default 32 MiB. */
  readonly maxHeldBytes?: number;
}

/** A batch is also closed when its originals reach this many bytes. */
const maxBatchBytes = 4 * 1024 * 1024;

/** Enough to see an object's first line. */
const headBytes = 4096;

/** Reads a file; rejects with the system's error when it can not be opened or read. */
export function readShipmentFile(
  path: string,
  options: ReadOptions & { readonly format?: SourceFormat } = {},
): AsyncGenerator<readonly IntakeEntry[]> {
  const { format, ...rest } = options;
  const content = createReadStream(path, { highWaterMark: 256 * 1024 });
  const input = { name: basename(path), content: content as AsyncIterable<Uint8Array> };
  return readEntries(format === undefined ? input : { ...input, format }, rest);
}

export async function* readEntries(
  input: EntriesInput,
  options: ReadOptions = {},
): AsyncGenerator<readonly IntakeEntry[]> {
  const maxBatch = options.maxBatch ?? 500;
  let batch: IntakeEntry[] = [];
  let bytes = 0;
  for await (const entries of readGroups(input, options)) {
    for (const entry of entries) {
      batch.push(entry);
      bytes += entry.original.length;
      if (batch.length < maxBatch && bytes < maxBatchBytes) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Entries in whatever groups they come. */
async function* readGroups(
  input: EntriesInput,
  options: ReadOptions,
): AsyncGenerator<Iterable<IntakeEntry>> {
  const { content } = input;
  const source = content instanceof Uint8Array ? once(content) : content;
  let reader: BreakableReader | null = null;
  try {
    const { head, whole, close } = await peek(openInput(source), headBytes);
    const opened = openReader(input, options, head);
    if (opened.kind === 'refused') {
      await close();
      yield [opened.entry];
      return;
    }
    reader = opened.reader;
    let { skip } = opened;
    for await (const chunk of whole) {
      yield reader.push(chunk.subarray(skip));
      skip = 0;
    }
    yield reader.end();
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    if (reader !== null) yield reader.breakOff?.(error.message) ?? reader.end();
    const reading = refuse(error.code, '', error.message);
    yield [{ position: null, original: new Uint8Array(), reading }];
  } finally {
    reader?.close?.();
  }
}

type Opened =
  | { readonly kind: 'reader'; readonly reader: BreakableReader; readonly skip: number }
  | { readonly kind: 'refused'; readonly entry: IntakeEntry };

/** A reader to which it matters whether its input ended or broke off. */
interface BreakableReader extends EntryReader {
  /** Instead of `end`, when the rest can not be read. */
  breakOff?(reason: string): Iterable<IntakeEntry>;
  /** Lets go of what it holds when neither is called. */
  close?(): void;
}

function openReader(input: EntriesInput, options: ReadOptions, head: Uint8Array): Opened {
  if (head.length === 0) return refused(head, 'empty-input', 'there is nothing in it');
  const opening = openText(head.subarray(0, openingBytes));
  if (opening.kind === 'refused') {
    return refused(head, opening.fault.code, opening.fault.message);
  }
  const { skip } = opening;
  const guess = guessFormat(input.name, head.subarray(skip));
  if (input.format === undefined && guess.kind === 'refused') {
    return refused(head, 'unsupported-format', guess.message);
  }
  const format = input.format ?? (guess.kind === 'format' ? guess.format : 'csv');
  return { kind: 'reader', reader: readerFor(format, input, options, skip), skip };
}

function readerFor(
  format: SourceFormat,
  input: EntriesInput,
  { maxBytes, source, maxHeldBytes }: ReadOptions,
  skip: number,
): BreakableReader {
  const readerOptions: EntryReaderOptions = {
    start: { ...startOfInput, byte: skip },
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
  switch (format) {
    case 'ndjson':
      return createNdjsonReader(readerOptions);
    case 'json':
      return createJsonReader(readerOptions);
    case 'csv':
      return createCsvReader({
        ...readerOptions,
        source: source ?? fileSource(input.name),
        ...(maxHeldBytes === undefined ? {} : { maxHeldBytes }),
      });
  }
}

/** A URI reference, as CloudEvents wants it: 'file:M%C3%A4rz.csv'. */
function fileSource(name: string): string {
  return `file:${encodeURIComponent(name.replace(/\.gz$/i, ''))}`;
}

function refused(head: Uint8Array, code: string, message: string): Opened {
  const original = head.subarray(0, keptBytes);
  return {
    kind: 'refused',
    entry: { position: null, original, reading: refuse(code, '', message) },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
