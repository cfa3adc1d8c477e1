/**
 * Documents by the month, so that an old month is let go by dropping a table, and what else lets go
 * of old rows: indexes by time, and how far a topic's records are gone. What was stored before stays
 * where it is and becomes the first part.
 */
import type { Migration } from '../migrate.ts';

export const monthsOfDocuments: Migration = {
  number: 2,
  name: 'months of documents',
  statements: [
    // The lowest UUID of version 7 of a moment, version and variant aside.
    `create function herkomst.lowest_document_id(at timestamptz) returns uuid
    language sql immutable
    as $$
      select rpad(lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
    $$`,
    `create function herkomst.document_time(document_id uuid) returns timestamptz
    language sql immutable
    as $$
      select to_timestamp(
        ('x' || lpad(left(replace(document_id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
          / 1000.0)
    $$`,
    'alter table herkomst.documents rename to documents_before',
    'alter index herkomst.documents_pkey rename to documents_before_pkey',
    `create table herkomst.documents (
      document_id uuid primary key,
      assessment text not null,
      shipment text not null
    ) partition by range (document_id)`,
    // The end of this month, or of the latest stored, should its clock have been ahead.
    `do $$
    declare
      latest timestamptz := greatest(now(), (
        select herkomst.document_time(document_id) from herkomst.documents_before
        order by document_id desc limit 1
      ));
      month_end timestamptz :=
        (date_trunc('month', latest at time zone 'UTC') + interval '1 month') at time zone 'UTC';
    begin
      execute format(
        'alter table herkomst.documents attach partition herkomst.documents_before
          for values from (minvalue) to (%L)',
        herkomst.lowest_document_id(month_end));
    end $$`,
    // For months that nobody made in time: a document is never refused for want of a place.
    'create table herkomst.documents_default partition of herkomst.documents default',
    // As small as the usual compression and a third of its work, where the server was built with it.
    `do $$
    begin
      alter table herkomst.documents
        alter assessment set compression lz4, alter shipment set compression lz4;
      alter table herkomst.documents_before
        alter assessment set compression lz4, alter shipment set compression lz4;
      alter table herkomst.documents_default
        alter assessment set compression lz4, alter shipment set compression lz4;
      alter table herkomst.alerts alter document set compression lz4;
      alter table herkomst.outbox alter document set compression lz4;
      alter table herkomst.stream_records alter value set compression lz4;
    exception when feature_not_supported then
      null;
    end $$`,
    'create index events_stored_at on herkomst.events using brin (stored_at)',
    'create index heads_stored_at on herkomst.heads using brin (stored_at)',
    'create index alerts_stored_at on herkomst.alerts using brin (stored_at)',
    'create index outbox_stored_at on herkomst.outbox using brin (stored_at)',
    'create index deliveries_stored_at on herkomst.deliveries using brin (stored_at)',
    'create index dead_letters_stored_at on herkomst.dead_letters using brin (stored_at)',
    `alter table herkomst.stream_topics add dropped_position bigint not null default 0`,
  ],
};
