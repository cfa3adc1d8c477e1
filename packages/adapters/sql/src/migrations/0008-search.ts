/**
 * What lists, exports and statistics are found by. Each assessment is a document with a number; a
 * term's documents stand by blocks of 256 numbers, a byte each, so that a common term has few rows
 * however many documents it has. Assessments stored before have no number. The outbox says which
 * transaction wrote an entry, so that readers can follow it without missing what ends late.
 */
import type { Migration } from '../migrate.ts';

export const search: Migration = {
  number: 8,
  name: 'search',
  statements: [
    'create sequence herkomst.search_blocks minvalue 1',
    `alter table herkomst.assessments
      add tenant text collate "C" not null default 'default',
      add document bigint,
      add severity text,
      add alert_id text collate "C",
      add superseded_by text,
      add arrival_at text collate "C",
      add risk float8,
      add subject text`,
    'create unique index assessments_document on herkomst.assessments (tenant, document)',
    `create index assessments_by_time on herkomst.assessments
      (tenant, (assessed_at collate "C"), document)`,
    `create index alerts_by_time on herkomst.assessments
      (tenant, (assessed_at collate "C"), document) where alert_id is not null`,
    `create index alerts_by_risk on herkomst.assessments (tenant, risk, document)
      where alert_id is not null`,
    `create index alerts_by_arrival on herkomst.assessments
      (tenant, coalesce(arrival_at, '9999-12-31T23:59:59.999Z'), document desc)
      where alert_id is not null`,
    `create unique index assessments_alert on herkomst.assessments (tenant, alert_id)
      where alert_id is not null`,
    `create table herkomst.search_terms (
      tenant text collate "C" not null default 'default',
      term text collate "C" not null,
      block bigint not null,
      members bytea not null,
      primary key (tenant, term, block)
    )`,
    'create index search_terms_blocks on herkomst.search_terms using brin (block)',
    'alter table herkomst.outbox add xact xid8 not null default pg_current_xact_id()',
    'create index outbox_feed on herkomst.outbox (xact, seq)',
  ],
};
