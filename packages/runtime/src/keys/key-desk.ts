/**
 * Makes, lists and revokes keys, and says whose a shown key is. What is done goes on the audit log
 * before it is done: no key is ever made that the log does not know of.
 */
import type { AuditRecord } from '../audit/entry.ts';
import type { Actor } from '../cases/case.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyStore } from '../ports/key-store.ts';
import {
  actorOf,
  holds,
  makeKey,
  readToken,
  sameSecret,
  type ApiKey,
  type NewKey,
} from './api-key.ts';

/** A key as it may be shown: without its digest. */
export type ShownKey = Omit<ApiKey, 'digest'>;

export interface MadeKey {
  readonly key: ShownKey;
  /** Shown once. */
  readonly token: string;
}

export interface KeyDeskParts {
  readonly keys: KeyStore;
  readonly clock: Clock;
  /** Appends to the audit log. */
  readonly record: (records: readonly AuditRecord[]) => Promise<void>;
  /** Tokens that no store knows, each with who shows it. */
  readonly known?: readonly { readonly token: string; readonly actor: Actor }[];
}

export interface KeyDesk {
  /** Whose the token is; null when it is nobody's, expired or revoked. */
  authenticate(token: string): Promise<Actor | null>;
  create(wanted: NewKey, by: Actor): Promise<MadeKey>;
  /** An admin key for whoever started it; null when there ever was a key. */
  createFirst(name: string): Promise<MadeKey | null>;
  /** Newest first, those that hold no more as well. */
  list(): Promise<readonly ShownKey[]>;
  /** Null when there is no such key; one that was revoked stays so from then. */
  revoke(keyId: string, by: Actor): Promise<ShownKey | null>;
}

export function createKeyDesk({ keys, clock, record, known = [] }: KeyDeskParts): KeyDesk {
  const note = (action: string, key: ApiKey, by: Actor, at: string): AuditRecord => {
    const { keyId, name, kind, roles, expiresAt } = key;
    return {
      at,
      actor: { kind: by.kind, id: by.id, name: by.name },
      action,
      subject: `key/${keyId}`,
      details: JSON.stringify({ name, kind, roles, expiresAt }),
    };
  };
  return {
    async authenticate(token) {
      const own = known.find((each) => sameSecret(each.token, token));
      if (own !== undefined) return own.actor;
      const shown = readToken(token);
      const key = shown === null ? null : await keys.key(shown.keyId);
      return shown !== null && key !== null && holds(key, shown.secret, clock.now())
        ? actorOf(key)
        : null;
    },
    async create(wanted, by) {
      const now = clock.now();
      const { key, token } = makeKey(wanted, now);
      await record([note('key-created', key, by, now)]);
      await keys.add(key);
      return { key: show(key), token };
    },
    async createFirst(name) {
      if ((await keys.keys()).length > 0) return null;
      const now = clock.now();
      const { key, token } = makeKey(
        { name, kind: 'person', roles: ['admin'], expiresAt: null },
        now,
      );
      if (!(await keys.addFirst(key))) return null;
      await record([note('key-created', key, actorOf(key), now)]);
      return { key: show(key), token };
    },
    list: async () => (await keys.keys()).map(show),
    async revoke(keyId, by) {
      const key = await keys.key(keyId);
      if (key === null) return null;
      if (key.revokedAt !== null) return show(key);
      const now = clock.now();
      await record([note('key-revoked', key, by, now)]);
      await keys.revoke(keyId, now);
      return show({ ...key, revokedAt: now });
    },
  };
}

function show({ digest: _digest, ...key }: ApiKey): ShownKey {
  return key;
}
