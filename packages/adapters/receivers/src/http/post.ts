/**
 * One POST, and no more than that: no redirect is followed, little of the answer is read, and the
 * address is judged where the connection is made, so that no name can resolve to one thing for the
 * check and to another for the call.
 */
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isPublicAddress } from './public-address.ts';

export type PostResult =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface PostOptions {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
  /** Aborts the call; close uses it. */
  readonly signal: AbortSignal;
}

export class PrivateAddressError extends Error {
  readonly code = 'private-address';
}

/** How much of an answer is read, for the log. */
const maxAnswerBytes = 2048;

/** Never rejects. */
export function post(options: PostOptions): Promise<PostResult> {
  const { url, headers, body, timeoutMs, allowPrivate, signal } = options;
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const fail = (error: unknown): void => {
      const reason = timeout.aborted ? `no answer within ${timeoutMs} ms` : describe(error);
      resolve({ kind: 'failed', reason });
    };
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      // A connection of its own: a kept one would skip the look-up, and so the judgement.
      agent: false,
      signal: AbortSignal.any([signal, timeout]),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.on('error', fail);
    request.on('response', (answer: IncomingMessage) => {
      void readAnswer(answer).then((text) => {
        request.destroy();
        resolve({ kind: 'answered', status: answer.statusCode ?? 0, text });
        return text;
      });
    });
    request.end(body);
  });
}

/** The status has come, so an answer that breaks off counts with what there is of it. */
async function readAnswer(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxAnswerBytes) break;
    }
  } catch {
    // See above.
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString();
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** The system's look-up, of which only public addresses are passed on. */
function publicLookup(host: string, options: LookupOptions, callback: LookupCallback): void {
  systemLookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '');
      return;
    }
    const allowed = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = allowed;
    if (first === undefined) {
      const found = addresses.map(({ address }) => address).join(', ');
      callback(new PrivateAddressError(`"${host}" resolves to a private address (${found})`), '');
    } else if (options.all === true) callback(null, allowed);
    else callback(null, first.address, first.family);
  });
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}
