/** Who may call: those with the token, or, where none is set, those who mean this machine. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { Problem } from './problem.ts';

/** Throws a Problem unless the header is 'Bearer' and the token. */
export function checkToken(header: string | undefined, token: string): void {
  const given = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
  // Digests are of one length, as the comparison wants, and say nothing of the token's.
  if (timingSafeEqual(digest(given), digest(token))) return;
  throw new Problem(
    401,
    'unauthorized',
    'Unauthorized',
    'A bearer token is needed: "Authorization: Bearer ...".',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}

/**
 * Without a token the server trusts the machine it runs on. A web page opened there must not borrow
 * that trust by having its own name resolve to the loopback address, so names other than the
 * server's are refused.
 */
export function checkHost(header: string | undefined, serverHost: string): void {
  const name = (header ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  if (name === 'localhost' || name === serverHost.toLowerCase() || isIP(name) !== 0) return;
  throw new Problem(421, 'misdirected', 'Misdirected request', 'The host is not this server.');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
