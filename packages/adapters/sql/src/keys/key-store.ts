/** The key store over PostgreSQL. */
import type { ApiKey, KeyStore } from '@herkomst/runtime';
import type { SqlDatabase, SqlParameter } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { asTenant } from '../tenancy/as-tenant.ts';

interface KeyRow {
  readonly key_id: string;
  readonly name: string;
  readonly kind: string;
  readonly roles: string;
  readonly tenant: string;
  readonly operator: boolean;
  readonly actions: string | null;
  readonly per_minute: number | null;
  readonly digest: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

const insert = `
  insert into herkomst.api_keys
    (key_id, name, kind, roles, digest, created_at, expires_at, revoked_at, tenant, operator,
    actions, per_minute)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::boolean, $11, $12::text::int)`;

/** `migrate` must have been called on the database. Whose a key is, is asked across tenants. */
export function createSqlKeyStore(database: SqlDatabase): KeyStore {
  return {
    async add(key) {
      await asTenant(database, key.tenant).query(insert, parametersOf(key));
    },
    addFirst: (key) =>
      database.transaction(async (session) => {
        // Against another first key and against any other key alike.
        await session.query('lock table herkomst.api_keys in exclusive mode');
        const held = await session.query('select key_id from herkomst.api_keys limit 1');
        if (held.length > 0) return false;
        await session.query(insert, parametersOf(key));
        return true;
      }),
    async key(keyId) {
      const [row] = await database.query<KeyRow>(
        'select * from herkomst.api_keys where key_id = $1',
        [holdText(keyId)],
      );
      return row === undefined ? null : keyOf(row);
    },
    async keys(tenant) {
      const rows = await asTenant(database, tenant).query<KeyRow>(
        'select * from herkomst.api_keys order by created_at desc, key_id',
      );
      return rows.map(keyOf);
    },
    async revoke(tenant, keyId, at) {
      await asTenant(database, tenant).query(
        'update herkomst.api_keys set revoked_at = $2 where key_id = $1 and revoked_at is null',
        [holdText(keyId), at],
      );
    },
  };
}

function parametersOf(key: ApiKey): SqlParameter[] {
  const { keyId, name, kind, roles, digest, createdAt, expiresAt, revokedAt } = key;
  const { tenant, operator, actions, perMinute } = key;
  const texts = [keyId, name, kind, JSON.stringify(roles), digest, createdAt];
  return [
    ...texts.map((text) => holdText(text)),
    expiresAt,
    revokedAt,
    tenant,
    String(operator),
    actions === null ? null : JSON.stringify(actions),
    perMinute === null ? null : String(perMinute),
  ];
}

function keyOf(row: KeyRow): ApiKey {
  return {
    keyId: releaseText(row.key_id),
    name: releaseText(row.name),
    kind: row.kind as ApiKey['kind'],
    roles: JSON.parse(row.roles) as ApiKey['roles'],
    tenant: row.tenant,
    operator: row.operator,
    actions: row.actions === null ? null : (JSON.parse(row.actions) as ApiKey['actions']),
    perMinute: row.per_minute,
    digest: row.digest,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
