/** Records in one table. The database must have been migrated. */
import type { RecordStore, RecordStores } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { ownTenant } from '../search/tenant.ts';
import { invalidPage } from '../store/paging.ts';
import { asTenant } from '../tenancy/as-tenant.ts';

interface RecordRow {
  readonly id: string;
  readonly record: string;
  readonly place: string;
}

const insert = `
  insert into herkomst.records (kind, id, record) values ($1, $2, $3)
  on conflict (tenant, kind, id)`;

export function createSqlRecordStores(database: SqlDatabase): RecordStores {
  return { of: (tenant) => createRecordStore(asTenant(database, tenant)) };
}

function createRecordStore(database: SqlDatabase): RecordStore {
  return {
    async put(kind, id, record) {
      await database.query(`${insert} do update set record = excluded.record`, [
        holdText(kind),
        holdText(id),
        holdText(record),
      ]);
    },
    async add(kind, id, record) {
      const added = await database.query(`${insert} do nothing returning 1 as added`, [
        holdText(kind),
        holdText(id),
        holdText(record),
      ]);
      return added.length > 0;
    },
    async get(kind, id) {
      const [row] = await database.query<Pick<RecordRow, 'record'>>(
        `select record from herkomst.records
        where tenant = ${ownTenant} and kind = $1 and id = $2`,
        [holdText(kind), holdText(id)],
      );
      return row === undefined ? null : releaseText(row.record);
    },
    async list(kind, { limit, after }) {
      if (after !== undefined && !/^\d{1,18}$/.test(after)) throw invalidPage(after);
      const rows = await database.query<RecordRow>(
        `select id, record, seq::text as place from herkomst.records
        where tenant = ${ownTenant} and kind = $1
          and ($2::text is null or seq < $2::text::bigint)
        order by seq desc
        limit $3::text::int`,
        [holdText(kind), after ?? null, String(limit + 1)],
      );
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((row) => ({ id: releaseText(row.id), record: releaseText(row.record) })),
        next: last?.place ?? null,
      };
    },
  };
}
