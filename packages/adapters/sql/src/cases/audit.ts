/** The audit log of a tenant: its head, which is also the tenant's lock, and its entries. */
import {
  emptyChain,
  type AuditEntry,
  type AuditHead,
  type AuditQuery,
  type Page,
  type PageRequest,
} from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { keyDigest } from './keys.ts';
import { invalidPage } from './pages.ts';

const entryColumns = columns<AuditEntry>({
  tenant: (entry) => entry.tenant,
  sequence: (entry) => entry.sequence,
  at: (entry) => entry.at,
  actor_kind: (entry) => entry.actor.kind,
  actor_id: (entry) => entry.actor.id,
  actor_name: (entry) => entry.actor.name,
  action: (entry) => entry.action,
  subject: (entry) => entry.subject,
  subject_key: (entry) => keyDigest(entry.subject),
  details: (entry) => entry.details,
  previous: (entry) => entry.previous,
  body: (entry) => entry.body,
  hash: (entry) => entry.hash,
});

const insertEntries = `
  insert into herkomst.audit (tenant, sequence, at, actor_kind, actor_id, actor_name, action,
    subject, subject_key, details, previous, body, hash)
  select tenant, sequence::bigint, at, actor_kind, actor_id, actor_name, action, subject,
    decode(subject_key, 'hex'), details, previous, body, hash
  from ${entryColumns.source}`;

interface HeadRow {
  readonly sequence: string;
  readonly hash: string;
}

interface EntryRow {
  readonly tenant: string;
  readonly place: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
  readonly previous: string;
  readonly body: string;
  readonly hash: string;
}

/** Where the log ends, with the tenant's other changes kept waiting until this transaction ends. */
export async function lockHead(session: SqlSession, tenant: string): Promise<AuditHead> {
  const held = holdText(tenant);
  await session.query(
    `insert into herkomst.audit_heads (tenant, sequence, hash) values ($1, 0, $2)
    on conflict do nothing`,
    [held, emptyChain.hash],
  );
  const [row] = await session.query<HeadRow>(
    'select sequence::text, hash from herkomst.audit_heads where tenant = $1 for update',
    [held],
  );
  return row === undefined ? emptyChain : releaseHead(row);
}

export async function selectHead(session: SqlSession, tenant: string): Promise<AuditHead> {
  const [row] = await session.query<HeadRow>(
    'select sequence::text, hash from herkomst.audit_heads where tenant = $1',
    [holdText(tenant)],
  );
  return row === undefined ? emptyChain : releaseHead(row);
}

/** `session` must be the login's own, bound to no tenant. */
export async function selectAuditTenants(session: SqlSession): Promise<string[]> {
  const rows = await session.query<{ tenant: string }>(
    'select tenant from herkomst.audit_heads where sequence > 0 order by tenant',
  );
  return rows.map(({ tenant }) => releaseText(tenant));
}

/** Throws with the code 'audit-conflict' when an entry does not follow the one before. */
export async function appendAudit(
  session: SqlSession,
  tenant: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before === undefined) continue;
    if (entry.sequence !== before.sequence + 1 || entry.previous !== before.hash) {
      throw conflict(entry);
    }
  }
  const moved = await session.query(
    `update herkomst.audit_heads set sequence = $4::text::bigint, hash = $5
    where tenant = $1 and sequence = $2::text::bigint and hash = $3
    returning 1 as moved`,
    [
      holdText(tenant),
      String(first.sequence - 1),
      holdText(first.previous),
      String(last.sequence),
      holdText(last.hash),
    ],
  );
  if (moved.length === 0) throw conflict(first);
  await session.query(insertEntries, entryColumns.parameters(entries));
}

/** Oldest first; the cursor is the sequence of the last entry shown. */
export async function selectAudit(
  session: SqlSession,
  tenant: string,
  { subject, afterSequence = 0 }: AuditQuery,
  { limit, after }: PageRequest,
): Promise<Page<AuditEntry>> {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) throw invalidPage(after);
  const ofSubject = subject === undefined ? '' : `and subject_key = decode($4, 'hex')`;
  const rows = await session.query<EntryRow>(
    `select *, sequence::text as place from herkomst.audit
    where tenant = $1 and sequence > $2::text::bigint ${ofSubject}
    order by sequence
    limit $3::text::int`,
    [
      holdText(tenant),
      after ?? String(afterSequence),
      String(limit + 1),
      ...(subject === undefined ? [] : [keyDigest(subject)]),
    ],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map(releaseEntry), next: last?.place ?? null };
}

function releaseHead({ sequence, hash }: HeadRow): AuditHead {
  return { sequence: Number(sequence), hash: releaseText(hash) };
}

function releaseEntry(row: EntryRow): AuditEntry {
  return {
    tenant: releaseText(row.tenant),
    sequence: Number(row.place),
    at: releaseText(row.at),
    actor: {
      kind: releaseText(row.actor_kind) as AuditEntry['actor']['kind'],
      id: releaseText(row.actor_id),
      name: releaseText(row.actor_name),
    },
    action: releaseText(row.action),
    subject: releaseText(row.subject),
    details: releaseText(row.details),
    previous: releaseText(row.previous),
    body: releaseText(row.body),
    hash: releaseText(row.hash),
  };
}

function conflict({ sequence }: AuditEntry): Error {
  return Object.assign(
    new Error(`entry ${sequence} of the audit log does not follow the one before`),
    { code: 'audit-conflict' },
  );
}
