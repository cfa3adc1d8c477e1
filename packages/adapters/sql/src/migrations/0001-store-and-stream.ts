/**
 * The first shape. Narrow tables carry the keys and what lists are made of; the documents, which
 * are nearly all of the bytes, stand apart under ids that grow with time, so that old ones can be
 * let go by the month. Keys that senders choose have no sure length and are indexed by digest.
 */
import type { Migration } from '../migrate.ts';

export const storeAndStream: Migration = {
  number: 1,
  name: 'store and stream',
  statements: [
    `create table herkomst.events (
      key bytea primary key,
      source text not null,
      id text not null,
      digest text not null,
      stored_at timestamptz not null default now()
    )`,
    `create table herkomst.heads (
      key bytea primary key,
      source text not null,
      shipment_id text not null,
      declaration_kind text not null,
      version int not null,
      digest text not null,
      event_time text,
      assessment_hash text not null,
      alert_id text,
      stored_at timestamptz not null default now()
    )`,
    // document_id is a UUID of version 7: it says when the row was stored.
    `create table herkomst.assessments (
      shipment_key bytea not null,
      version int not null,
      document_id uuid not null unique,
      source text not null,
      shipment_id text not null,
      declaration_kind text not null,
      event_id text not null,
      assessment_hash text not null,
      verdict text not null,
      score float8 not null,
      current boolean not null,
      assessed_at text not null,
      primary key (shipment_key, version)
    )`,
    `create table herkomst.documents (
      document_id uuid primary key,
      assessment text not null,
      shipment text not null
    )`,
    `create table herkomst.alerts (
      seq bigint generated always as identity primary key,
      alert_id text collate "C" not null unique,
      source text not null,
      shipment_id text not null,
      declaration_kind text not null,
      version int not null,
      severity text not null,
      score float8 not null,
      raised_at text not null,
      superseded_by text,
      document text not null,
      stored_at timestamptz not null default now()
    )`,
    `create table herkomst.outbox (
      seq bigint generated always as identity primary key,
      outbox_id text collate "C" not null unique,
      type text not null,
      document text not null,
      relayed_at text,
      stored_at timestamptz not null default now()
    )`,
    'create index outbox_unrelayed on herkomst.outbox (seq) where relayed_at is null',
    `create table herkomst.deliveries (
      outbox_id text collate "C" not null,
      receiver text collate "C" not null,
      delivered_at text not null,
      stored_at timestamptz not null default now(),
      primary key (outbox_id, receiver)
    )`,
    `create table herkomst.dead_letters (
      seq bigint generated always as identity primary key,
      dead_letter_id text collate "C" not null unique,
      origin text not null,
      position text,
      code text not null,
      reason text not null,
      path text,
      original bytea not null,
      received_at text not null,
      stored_at timestamptz not null default now()
    )`,
    // The row that counts a topic is also what makes its appends wait for each other, so that no
    // position becomes visible before a lower one.
    `create table herkomst.stream_topics (
      topic_id int generated always as identity primary key,
      topic text collate "C" not null unique,
      last_position bigint not null default 0
    )`,
    // Read once or twice and dropped: kept in its page as it is rather than compressed.
    `create table herkomst.stream_records (
      topic_id int not null,
      position bigint not null,
      key text not null,
      value text not null,
      appended_at timestamptz not null default now(),
      primary key (topic_id, position)
    ) with (toast_tuple_target = 8160)`,
    'alter table herkomst.stream_records alter value set storage main',
    `create table herkomst.stream_groups (
      topic_id int not null,
      group_name text collate "C" not null,
      position bigint not null default 0,
      primary key (topic_id, group_name)
    )`,
  ],
};
