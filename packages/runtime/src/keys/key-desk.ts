/**
 * Makes, lists and revokes keys, and says whose a shown key is. What is done goes on the audit log
 * before it is done: no key is ever made that the log does not know of.
 */
import type { AuditRecord } from '../audit/entry.ts';
import type { Actor } from '../cases/case.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { mayCall } from './actions.ts';
import {
  actorOf,
  callerOf,
  holds,
  makeKey,
  readToken,
  sameSecret,
  type ApiKey,
  type NewKey,
} from './api-key.ts';
import type { Caller } from './caller.ts';

/** A key as it may be shown: without its digest. */
export type ShownKey = Omit<ApiKey, 'digest'>;

export interface MadeKey {
  readonly key: ShownKey;
  /** Shown once. */
  readonly token: string;
}

/** Why a key was not made. */
export class KeyRefused extends Error {
  readonly code: 'other-tenant' | 'operator-only' | 'wider-than-own';

  constructor(code: KeyRefused['code'], message: string) {
    super(message);
    this.name = 'KeyRefused';
    this.code = code;
  }
}

export interface KeyDeskParts {
  readonly keys: KeyStore;
  readonly clock: Clock;
  /** Appends to the tenant's audit log. */
  readonly record: (tenant: string, records: readonly AuditRecord[]) => Promise<void>;
  /** Tokens that no store knows, each with who shows it. */
  readonly known?: readonly { readonly token: string; readonly caller: Caller }[];
}

export interface KeyDesk {
  /** Whose the token is; null when it is nobody's, expired or revoked. */
  authenticate(token: string): Promise<Caller | null>;
  /**
   * Makes a key of the caller's tenant. Only an operator makes one of another tenant, or an
   * operator's; whose credential is narrow makes none that is wider. Rejects with KeyRefused, having
   * made nothing.
   */
  create(wanted: NewKey & { readonly tenant?: string | undefined }, by: Caller): Promise<MadeKey>;
  /** An admin and operator key for whoever started it; null when there ever was a key. */
  createFirst(name: string, tenant: string): Promise<MadeKey | null>;
  /** Those of the tenant, newest first, those that hold no more as well. */
  list(by: Pick<Caller, 'tenant'>): Promise<readonly ShownKey[]>;
  /** Null when the caller's tenant has no such key; one that was revoked stays so from then. */
  revoke(keyId: string, by: Caller): Promise<ShownKey | null>;
}

export function createKeyDesk({ keys, clock, record, known = [] }: KeyDeskParts): KeyDesk {
  const note = (action: string, key: ApiKey, by: Actor, at: string): AuditRecord => {
    const { keyId, name, kind, roles, expiresAt, operator, actions, perMinute } = key;
    return {
      at,
      actor: { kind: by.kind, id: by.id, name: by.name },
      action,
      subject: `key/${keyId}`,
      details: JSON.stringify({ name, kind, roles, expiresAt, operator, actions, perMinute }),
    };
  };
  return {
    async authenticate(token) {
      const own = known.find((each) => sameSecret(each.token, token));
      if (own !== undefined) return own.caller;
      const shown = readToken(token);
      const key = shown === null ? null : await keys.key(shown.keyId);
      return shown !== null && key !== null && holds(key, shown.secret, clock.now())
        ? callerOf(key)
        : null;
    },
    async create({ tenant: wantedTenant, ...wanted }, by) {
      const tenant = wantedTenant ?? by.tenant;
      refuseWider(wanted, tenant, by);
      const now = clock.now();
      const { key, token } = makeKey(wanted, tenant, now);
      await record(tenant, [note('key-created', key, by, now)]);
      await keys.add(key);
      return { key: show(key), token };
    },
    async createFirst(name, tenant) {
      const now = clock.now();
      const { key, token } = makeKey(
        { name, kind: 'person', roles: ['admin'], expiresAt: null, operator: true },
        tenant,
        now,
      );
      if (!(await keys.addFirst(key))) return null;
      await record(tenant, [note('key-created', key, actorOf(key), now)]);
      return { key: show(key), token };
    },
    list: async ({ tenant }) => (await keys.keys(tenant)).map(show),
    async revoke(keyId, by) {
      const key = await keys.key(keyId);
      if (key === null || key.tenant !== by.tenant) return null;
      if (key.revokedAt !== null) return show(key);
      const now = clock.now();
      await record(by.tenant, [note('key-revoked', key, by, now)]);
      await keys.revoke(by.tenant, keyId, now);
      return show({ ...key, revokedAt: now });
    },
  };
}

function refuseWider(
  { operator = false, actions = null }: NewKey,
  tenant: string,
  by: Caller,
): void {
  if (tenant !== by.tenant && !mayCall(by, 'manage-tenants')) {
    throw new KeyRefused('other-tenant', `only an operator makes keys of another tenant`);
  }
  if (operator && !by.operator) {
    throw new KeyRefused('operator-only', 'only an operator makes an operator of another');
  }
  const own = by.actions;
  if (own !== null && (actions === null || actions.some((action) => !own.includes(action)))) {
    throw new KeyRefused('wider-than-own', `this key is for no more than ${own.join(', ')}`);
  }
}

function show({ digest: _digest, ...key }: ApiKey): ShownKey {
  return key;
}
