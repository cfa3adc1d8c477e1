/**
 * What is owed to those who read topics: one row for the assessments of a transaction, which stand
 * in a row of their ids, and one for each dead letter. A row goes once its records are out.
 */
import type { Migration } from '../migrate.ts';

export const publications: Migration = {
  number: 11,
  name: 'publications',
  statements: [
    `create table herkomst.publications (
      seq bigint generated always as identity primary key,
      tenant text collate "C" not null,
      kind text not null,
      first text not null,
      last text not null,
      stored_at timestamptz not null default now()
    )`,
    `select herkomst.keep_tenants_apart('herkomst.publications', 'insert')`,
  ],
};
