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
  const { head, whole } = await peek(source, 2);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(whole);
  else yield* whole;
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

export interface Peeked {
  /** The first bytes: as many as were asked for, or all there are. More may be among them. */
  readonly head: Uint8Array;
  /** The whole, from the first byte on. */
  readonly whole: AsyncIterable<Uint8Array>;
  /** Lets go of the source when the whole is not to be read. */
  readonly close: () => Promise<void>;
}

/** Looks at the beginning without taking it away. An error after the first bytes is met again in the whole. */
export async function peek(source: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly error: unknown } | null = null;
  try {
    while (length < count) {
      const next = await iterator.next();
      if (next.done === true) break;
      chunks.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    if (length === 0) throw error;
    failure = { error };
  }
  const [only] = chunks;
  const head = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
  return {
    head,
    whole: resume(head, iterator, failure),
    async close() {
      await iterator.return?.();
    },
  };
}

async function* resume(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  failure: { readonly error: unknown } | null,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    if (failure !== null) throw failure.error;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
