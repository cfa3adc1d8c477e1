/**
 * Every row belongs to a tenant, and PostgreSQL itself keeps tenants apart: what works for one takes
 * on a role that row-level security binds, and a setting that says which tenant it is. The login
 * sees all by its membership in another role, not by being the owner. What was stored before
 * belongs to the tenant 'default'.
 */
import type { Migration } from '../migrate.ts';

/** What the store of a tenant does with each table. */
const apart: readonly (readonly [table: string, privileges: string])[] = [
  ['events', 'select, insert'],
  ['heads', 'select, insert, update'],
  ['assessments', 'select, insert, update'],
  ['search_terms', 'select, insert, update'],
  ['documents', 'select, insert'],
  ['alerts', 'select, insert, update'],
  ['outbox', 'select, insert, update'],
  ['deliveries', 'select, insert, update'],
  ['dead_letters', 'select, insert, update'],
  ['api_keys', 'select, insert, update'],
  ['cases', 'select, insert, update'],
  ['case_alerts', 'select, insert, update'],
  ['case_alert_suppressions', 'select, insert, update, delete'],
  ['alert_ends', 'select, insert'],
  ['suppressions', 'select, insert, update'],
  ['case_decisions', 'select, insert'],
  ['case_documents', 'select, insert'],
  ['audit', 'select, insert'],
  ['audit_heads', 'select, insert, update'],
];

const withoutTenant = [
  'events',
  'heads',
  'documents',
  'alerts',
  'outbox',
  'deliveries',
  'dead_letters',
  'api_keys',
];

export const tenants: Migration = {
  number: 9,
  name: 'tenants',
  statements: [
    // Roles belong to the server, not to the database: another one may have made them already.
    `do $$
    declare
      wanted text;
    begin
      foreach wanted in array array['herkomst_tenant', 'herkomst_system'] loop
        if not exists (select from pg_roles where rolname = wanted) then
          begin
            execute format('create role %I nologin', wanted);
          exception when duplicate_object or unique_violation then
            null;
          end;
        end if;
        if not pg_has_role(wanted, 'usage') then
          execute format('grant %I to current_user', wanted);
        end if;
      end loop;
    exception when insufficient_privilege then
      raise insufficient_privilege using
        message = format('the login %I may not make the roles that keep tenants apart: '
          'give it createrole, or have an administrator run: '
          'create role herkomst_tenant nologin; create role herkomst_system nologin; '
          'grant herkomst_tenant, herkomst_system to %I', current_user, current_user);
    end $$`,
    'grant usage on schema herkomst to herkomst_tenant',
    'grant usage on sequence herkomst.search_blocks to herkomst_tenant',
    // For later tables as well. The default makes a row that nobody gave a tenant impossible.
    `create function herkomst.keep_tenants_apart(target regclass, privileges text) returns void
    language plpgsql as $$
    begin
      execute format(
        'alter table %s alter tenant set default nullif(current_setting(''herkomst.tenant'', true), '''')',
        target);
      execute format('alter table %s enable row level security, force row level security', target);
      execute format(
        'create policy own_tenant on %s to herkomst_tenant
          using (tenant = current_setting(''herkomst.tenant'', true))',
        target);
      execute format('create policy all_tenants on %s to herkomst_system using (true)', target);
      execute format('grant %s on %s to herkomst_tenant', privileges, target);
    end $$`,
    ...withoutTenant.map(
      (table) =>
        `alter table herkomst.${table} add tenant text collate "C" not null default 'default'`,
    ),
    // Two tenants may have the same ids; a list of one is read without passing the other's rows.
    `alter table herkomst.events
      drop constraint events_pkey, add primary key (tenant, key)`,
    `alter table herkomst.heads
      drop constraint heads_pkey, add primary key (tenant, key)`,
    `alter table herkomst.assessments
      drop constraint assessments_pkey, add primary key (tenant, shipment_key, version),
      drop constraint assessments_document_id_key, add unique (tenant, document_id)`,
    `alter table herkomst.alerts
      drop constraint alerts_pkey, add primary key (tenant, seq),
      drop constraint alerts_alert_id_key, add unique (tenant, alert_id)`,
    `alter table herkomst.outbox
      drop constraint outbox_pkey, add primary key (tenant, seq),
      drop constraint outbox_outbox_id_key, add unique (tenant, outbox_id)`,
    'drop index herkomst.outbox_unrelayed, herkomst.outbox_feed',
    'create index outbox_feed on herkomst.outbox (tenant, xact, seq)',
    `create index outbox_unrelayed on herkomst.outbox (tenant, seq) where relayed_at is null`,
    `alter table herkomst.deliveries
      drop constraint deliveries_pkey, add primary key (tenant, outbox_id, receiver)`,
    `drop index herkomst.deliveries_due, herkomst.deliveries_held, herkomst.deliveries_in_order,
      herkomst.deliveries_of_receiver, herkomst.deliveries_unfinished,
      herkomst.deliveries_filtered, herkomst.deliveries_taken, herkomst.deliveries_failed`,
    `create index deliveries_due on herkomst.deliveries (tenant, due_since collate "C")
      where delivered_at is null and given_up_at is null and aside is null`,
    `create index deliveries_held on herkomst.deliveries (tenant, aside, receiver, aside_until)
      where delivered_at is null and given_up_at is null and aside in ('held', 'gathered')`,
    'create index deliveries_in_order on herkomst.deliveries (tenant, seq)',
    'create index deliveries_of_receiver on herkomst.deliveries (tenant, receiver, seq)',
    `create index deliveries_unfinished on herkomst.deliveries (tenant, seq)
      where delivered_at is null and aside is distinct from 'filtered'`,
    `create index deliveries_filtered on herkomst.deliveries (tenant, seq)
      where aside = 'filtered'`,
    `create index deliveries_taken
      on herkomst.deliveries (tenant, receiver, delivered_at collate "C")
      where delivered_at is not null`,
    `create index deliveries_failed on herkomst.deliveries (tenant, receiver, failed_at)
      where failed_at is not null`,
    `alter table herkomst.dead_letters
      drop constraint dead_letters_pkey, add primary key (tenant, seq),
      drop constraint dead_letters_dead_letter_id_key, add unique (tenant, dead_letter_id)`,
    // Whoever was an admin before there were tenants was one of the whole service.
    `alter table herkomst.api_keys
      add operator boolean not null default false, add actions text, add per_minute int`,
    `update herkomst.api_keys set operator = true where roles like '%"admin"%'`,
    'create index api_keys_of_tenant on herkomst.api_keys (tenant, created_at)',
    ...apart.map(
      ([table, privileges]) =>
        `select herkomst.keep_tenants_apart('herkomst.${table}', '${privileges}')`,
    ),
  ],
};
