/** The body of a request as it was before it was sent: decompressed, and its type taken apart. */
import type { FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { badRequest, tooLarge, unsupportedMediaType } from './problem.ts';

export interface RequestBody {
  readonly bytes: Uint8Array;
  /** Without parameters, in lower case: 'application/json'. */
  readonly mediaType: string;
}

/** Throws a Problem. `maxBytes` holds for the decompressed body. */
export async function readBody(request: FastifyRequest, maxBytes: number): Promise<RequestBody> {
  const mediaType = readMediaType(request.headers['content-type'] ?? '');
  const raw = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  return { mediaType, bytes: await decompress(raw, request.headers['content-encoding'], maxBytes) };
}

function readMediaType(header: string): string {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
    if (name === 'charset' && !/^"?utf-?8"?$/.test(value)) {
      throw unsupportedMediaType(`The charset must be UTF-8, not ${value}.`);
    }
  }
  return type.trim();
}

const unzip = promisify(gunzip);

async function decompress(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity') return bytes;
  if (name !== 'gzip' && name !== 'x-gzip') {
    throw unsupportedMediaType(`The content encoding must be gzip, not ${name}.`);
  }
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) {
      throw tooLarge(`The body is larger than ${maxBytes} bytes when decompressed.`);
    }
    throw badRequest('The body is said to be gzip and can not be decompressed.');
  }
}
