/** Bytes of an input as they come, decompressed where they are compressed. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** The compressed data are damaged or break off; what came before has been handed on. */
export class GzipError extends Error {
  readonly code = 'invalid-gzip';
}

/**
 * Looks for gzip's magic bytes, whatever the name says. Errors of the source pass as they are;
 * those of the compression throw a GzipError.
 */
export async function* openInput(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const head = await readHead(iterator, 2);
  const rest = resume(head, iterator);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(rest);
  else yield* rest;
}

async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  let failure: unknown = null;
  const piping = pipeline(Readable.from(source, { objectMode: false }), unzip).catch(
    (error: unknown) => {
      failure = error;
    },
  );
  try {
    for await (const chunk of unzip) yield chunk as Uint8Array;
  } catch (error) {
    await piping;
    throw asGzipError(failure ?? error);
  } finally {
    unzip.destroy();
  }
}

function asGzipError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (!String(error.code).startsWith('Z_')) return error;
  return new GzipError(`the compressed data can not be read to their end (${error.message})`);
}

/** At least `count` bytes, or all there are. */
export async function readHead(
  iterator: AsyncIterator<Uint8Array>,
  count: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}

/** What was read ahead, and then the rest; ends the rest when its reader leaves early. */
export async function* resume(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
