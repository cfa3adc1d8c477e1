/**
 * Cases, suppressions and the audit log. A row's record is JSON and whole; beside it stand the
 * columns that it is found and ordered by. Every key begins with the tenant.
 */
import type { Migration } from '../migrate.ts';

export const cases: Migration = {
  number: 3,
  name: 'cases',
  statements: [
    // The orders of the queue are one text each, see orderKey of the runtime.
    `create table herkomst.cases (
      tenant text collate "C" not null,
      case_id text collate "C" not null,
      active boolean not null,
      status text collate "C" not null,
      severity text collate "C" not null,
      assignee text collate "C",
      party_key bytea not null,
      commodity_key bytea not null,
      due_at text collate "C",
      by_deadline text collate "C" not null,
      by_risk text collate "C" not null,
      by_changed text collate "C" not null,
      record text not null,
      primary key (tenant, case_id)
    )`,
    'create index cases_by_deadline on herkomst.cases (tenant, by_deadline)',
    'create index cases_by_risk on herkomst.cases (tenant, by_risk)',
    'create index cases_by_changed on herkomst.cases (tenant, by_changed)',
    'create index cases_queue_by_deadline on herkomst.cases (tenant, by_deadline) where active',
    'create index cases_queue_by_risk on herkomst.cases (tenant, by_risk) where active',
    'create index cases_queue_by_changed on herkomst.cases (tenant, by_changed) where active',
    // What few cases of the queue have can not be found by walking all of it.
    `create index cases_queue_of_assignee on herkomst.cases (tenant, assignee, by_deadline)
      where active`,
    `create index cases_queue_of_status on herkomst.cases (tenant, status, by_deadline)
      where active`,
    `create index cases_queue_of_severity on herkomst.cases (tenant, severity, by_deadline)
      where active`,
    // Counting the queue reads this and, once vacuumed, nothing else.
    `create index cases_queue_counted on herkomst.cases (tenant)
      include (status, severity, assignee, due_at) where active`,
    'create index cases_of_assignee on herkomst.cases (tenant, assignee, by_changed)',
    'create index cases_of_commodity on herkomst.cases (tenant, commodity_key, by_changed)',
    'create index cases_of_party on herkomst.cases (tenant, party_key)',
    `create table herkomst.case_alerts (
      seq bigint generated always as identity,
      tenant text collate "C" not null,
      alert_id text collate "C" not null,
      case_id text collate "C" not null,
      standing text collate "C" not null,
      standing_by text collate "C",
      record text not null,
      primary key (tenant, alert_id)
    )`,
    'create index case_alerts_of_case on herkomst.case_alerts (tenant, case_id, seq)',
    `create index case_alerts_live on herkomst.case_alerts (tenant, case_id)
      where standing in ('open', 'held')`,
    `create index case_alerts_closed on herkomst.case_alerts (tenant, case_id, standing_by)
      where standing = 'closed'`,
    `create table herkomst.case_alert_suppressions (
      tenant text collate "C" not null,
      suppression_id text collate "C" not null,
      alert_id text collate "C" not null,
      primary key (tenant, suppression_id, alert_id)
    )`,
    `create index case_alert_suppressions_of_alert
      on herkomst.case_alert_suppressions (tenant, alert_id)`,
    `create table herkomst.alert_ends (
      tenant text collate "C" not null,
      alert_id text collate "C" not null,
      record text not null,
      primary key (tenant, alert_id)
    )`,
    `create table herkomst.suppressions (
      seq bigint generated always as identity,
      tenant text collate "C" not null,
      suppression_id text collate "C" not null,
      case_id text collate "C" not null,
      status text collate "C" not null,
      party_key bytea not null,
      record text not null,
      primary key (tenant, suppression_id)
    )`,
    `create index suppressions_active on herkomst.suppressions (tenant, party_key)
      where status = 'active'`,
    'create index suppressions_of_status on herkomst.suppressions (tenant, status, seq)',
    'create index suppressions_of_case on herkomst.suppressions (tenant, case_id, seq)',
    'create index suppressions_in_order on herkomst.suppressions (tenant, seq)',
    `create table herkomst.case_decisions (
      tenant text collate "C" not null,
      case_id text collate "C" not null,
      number int not null,
      record text not null,
      primary key (tenant, case_id, number)
    )`,
    `create table herkomst.case_documents (
      seq bigint generated always as identity,
      tenant text collate "C" not null,
      document_id text collate "C" not null,
      case_id text collate "C" not null,
      record text not null,
      primary key (tenant, document_id)
    )`,
    'create index case_documents_of_case on herkomst.case_documents (tenant, case_id, seq)',
    `create table herkomst.audit (
      tenant text collate "C" not null,
      sequence bigint not null,
      at text not null,
      actor_kind text not null,
      actor_id text not null,
      actor_name text not null,
      action text not null,
      subject text not null,
      subject_key bytea not null,
      details text not null,
      previous text not null,
      body text not null,
      hash text not null,
      primary key (tenant, sequence)
    )`,
    'create index audit_of_subject on herkomst.audit (tenant, subject_key, sequence)',
    // Its row is the lock under which a tenant's changes take effect one after another.
    `create table herkomst.audit_heads (
      tenant text collate "C" primary key,
      sequence bigint not null,
      hash text not null
    )`,
    // Against mistakes; against whoever owns the database there is the chain.
    `create function herkomst.refuse_audit_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is only appended to' using errcode = 'insufficient_privilege';
      end
    $$`,
    `create trigger audit_append_only before update or delete on herkomst.audit
      for each row execute function herkomst.refuse_audit_change()`,
    `create trigger audit_never_emptied before truncate on herkomst.audit
      for each statement execute function herkomst.refuse_audit_change()`,
  ],
};
