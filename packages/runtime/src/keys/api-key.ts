/**
 * Keys that callers show. A key is 256 random bits, so its SHA-256 is all that is kept: there is
 * nothing to guess that a slow hash would protect.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor, Role } from '../cases/case.ts';
import type { Action } from './actions.ts';
import type { Caller } from './caller.ts';

export interface ApiKey {
  /** Public part: 16 hexadecimal digits. */
  readonly keyId: string;
  /** Whose it is. Two keys of one name are the same person, who can not approve her own proposals. */
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly roles: readonly Role[];
  /** Whose data it opens. */
  readonly tenant: string;
  /** See `Caller`, as for the next two. */
  readonly operator: boolean;
  readonly actions: readonly Action[] | null;
  readonly perMinute: number | null;
  /** SHA-256 of the secret part, 64 hexadecimal digits. */
  readonly digest: string;
  /** RFC 3339 in UTC with milliseconds, as are the times below. */
  readonly createdAt: string;
  /** Null for ever. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export type NewKey = Pick<ApiKey, 'name' | 'kind' | 'roles' | 'expiresAt'> &
  Partial<Pick<ApiKey, 'operator' | 'actions' | 'perMinute'>>;

/** `token` is shown once and kept by nobody. */
export function makeKey(
  { name, kind, roles, expiresAt, operator = false, actions = null, perMinute = null }: NewKey,
  tenant: string,
  createdAt: string,
): { readonly key: ApiKey; readonly token: string } {
  const keyId = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const digest = digestOf(secret).toString('hex');
  return {
    key: {
      keyId,
      name,
      kind,
      roles,
      tenant,
      operator,
      actions,
      perMinute,
      digest,
      createdAt,
      expiresAt,
      revokedAt: null,
    },
    token: `herkomst_${keyId}_${secret}`,
  };
}

/** The public part of what a caller shows, and the secret; null when it is no key of ours. */
export function readToken(
  token: string,
): { readonly keyId: string; readonly secret: string } | null {
  const [, keyId, secret] = /^herkomst_([0-9a-f]{16})_([\w-]{43})$/.exec(token) ?? [];
  return keyId === undefined || secret === undefined ? null : { keyId, secret };
}

/** Whether the secret is this key's, and the key holds at `now`. */
export function holds(key: ApiKey, secret: string, now: string): boolean {
  const same = timingSafeEqual(digestOf(secret), Buffer.from(key.digest, 'hex'));
  return same && key.revokedAt === null && (key.expiresAt === null || now < key.expiresAt);
}

/** Who acts when the key is shown. */
export function actorOf({ name, kind, roles }: Pick<ApiKey, 'name' | 'kind' | 'roles'>): Actor {
  return { kind, id: name.normalize('NFKC').trim().toLowerCase(), name, roles };
}

export function callerOf(key: ApiKey): Caller {
  const { keyId, tenant, operator, actions, perMinute } = key;
  return { ...actorOf(key), tenant, operator, actions, perMinute, credential: `key/${keyId}` };
}

/** Whoever runs the service, by a token that no store knows. */
export function operatorOf({ name, kind }: Pick<ApiKey, 'name' | 'kind'>, tenant: string): Caller {
  const actor = actorOf({ name, kind, roles: ['admin'] });
  return {
    ...actor,
    tenant,
    operator: true,
    actions: null,
    perMinute: null,
    credential: `token/${actor.id}`,
  };
}

/** Compares two secrets in a time that says nothing of either. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
