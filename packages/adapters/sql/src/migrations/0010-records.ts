/** Small documents of the service: files taken, backtests, rulebooks published, versions of lists. */
import type { Migration } from '../migrate.ts';

export const records: Migration = {
  number: 10,
  name: 'records',
  statements: [
    `create table herkomst.records (
      tenant text collate "C" not null,
      kind text collate "C" not null,
      id text collate "C" not null,
      seq bigint generated always as identity,
      record text not null,
      primary key (tenant, kind, id)
    )`,
    'create index records_in_order on herkomst.records (tenant, kind, seq)',
    `select herkomst.keep_tenants_apart('herkomst.records', 'select, insert, update')`,
  ],
};
