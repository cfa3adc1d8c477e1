/** Files what was stored before there was a search, portion by portion, beside all other work. */
import {
  alertTerm,
  supersededTerm,
  type SearchEntry,
  type StoredAssessment,
} from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { holdText, releaseText, separator } from '../held-text.ts';
import { releaseAssessment, type AssessmentRow } from '../store/assessments.ts';
import { shipmentDigest } from '../store/keys.ts';
import { releaseNullable } from '../store/rows.ts';
import type { Blocks } from './blocks.ts';
import { ownTenant } from './tenant.ts';
import { insertTerms, number, type Numbered } from './write.ts';

/** Another process may be at the same: each takes what nobody has in hand. */
const selectUnfiled = `
  select stored.source, stored.shipment_id, stored.declaration_kind, stored.version,
    stored.event_id, stored.assessment_hash, stored.verdict, stored.score, stored.current,
    stored.assessed_at, whole.assessment, whole.shipment
  from herkomst.assessments as stored
  join herkomst.documents as whole
    on whole.tenant = stored.tenant and whole.document_id = stored.document_id
  where stored.tenant = ${ownTenant} and stored.document is null
  limit $1::text::int
  for update of stored skip locked`;

interface Filed extends Numbered {
  readonly supersededBy: string | null;
}

const filedColumns = columns<Filed>({
  shipment_key: ({ entry }) => shipmentDigest(entry),
  version: ({ entry }) => entry.version,
  document: ({ document }) => document,
  severity: ({ entry }) => entry.severity,
  alert_id: ({ entry }) => entry.alertId,
  superseded_by: ({ supersededBy }) => supersededBy,
  arrival_at: ({ entry }) => entry.arrivalAt,
  risk: ({ entry }) => entry.risk,
  subject: ({ entry }) => entry.subject,
});

const updateFiled = `
  update herkomst.assessments as stored set document = given.document::bigint,
    severity = given.severity, alert_id = given.alert_id, superseded_by = given.superseded_by,
    arrival_at = given.arrival_at, risk = given.risk::float8, subject = given.subject
  from ${filedColumns.source}
  where stored.shipment_key = decode(given.shipment_key, 'hex')
    and stored.version = given.version::int`;

/** How many were filed; 0 when none is left that nobody has in hand. */
export async function fileUnfiled(
  database: SqlDatabase,
  blocks: Blocks,
  limit: number,
  toEntry: (stored: StoredAssessment) => SearchEntry,
): Promise<number> {
  return database.transaction(async (session) => {
    const rows = await session.query<AssessmentRow>(selectUnfiled, [String(limit)]);
    const entries = rows.map(releaseAssessment).map(toEntry);
    const fates = await selectFates(
      session,
      entries.flatMap(({ alertId }) => alertId ?? []),
    );
    const known = entries.map((entry) => withFate(entry, fates));
    // Let go of afterwards rather than given back: few blocks are not full, and none is in use.
    const stretches = await blocks.take(session, known.length);
    const numbered = number(known, stretches);
    const filed = numbered.map((one): Filed => ({
      ...one,
      supersededBy: fates.get(one.entry.alertId ?? '') ?? null,
    }));
    if (filed.length > 0) await session.query(updateFiled, filedColumns.parameters(filed));
    await insertTerms(session, numbered, stretches);
    return rows.length;
  });
}

/** What took the place of those alerts that were raised. */
async function selectFates(
  session: SqlSession,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (alertIds.length === 0) return new Map();
  const rows = await session.query<{ alert_id: string; superseded_by: string | null }>(
    `select alert_id, superseded_by from herkomst.alerts
    where alert_id = any(string_to_array($1, E'\\x1e'))`,
    [alertIds.map(holdText).join(separator)],
  );
  return new Map(
    rows.map((row) => [releaseText(row.alert_id), releaseNullable(row.superseded_by)]),
  );
}

function withFate(entry: SearchEntry, fates: ReadonlyMap<string, string | null>): SearchEntry {
  const { alertId } = entry;
  if (alertId === null) return entry;
  if (!fates.has(alertId)) {
    return { ...entry, alertId: null, terms: entry.terms.filter((term) => term !== alertTerm) };
  }
  return fates.get(alertId) === null
    ? entry
    : { ...entry, terms: [...entry.terms, supersededTerm] };
}
