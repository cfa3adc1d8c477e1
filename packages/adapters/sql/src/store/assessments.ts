/** Assessments: their facts in one table, their documents apart in another. */
import type {
  Page,
  PageRequest,
  Period,
  SearchEntry,
  ShipmentKey,
  StoredAssessment,
} from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { Stretch } from '../search/blocks.ts';
import { insertTerms, number, type Numbered } from '../search/write.ts';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { newDocumentIds } from './document-id.ts';
import { shipmentDigest } from './keys.ts';
import { invalidPage } from './paging.ts';
import { releaseShipmentKey, shipmentKeyColumns, type ShipmentKeyRow } from './rows.ts';

interface Filed extends StoredAssessment {
  readonly documentId: string;
  /** Absent where it can not be searched for. */
  readonly found: Numbered | undefined;
}

const factColumns = columns<Filed>({
  shipment_key: shipmentDigest,
  version: (one) => one.version,
  document_id: (one) => one.documentId,
  ...shipmentKeyColumns,
  event_id: (one) => one.eventId,
  assessment_hash: (one) => one.assessmentHash,
  verdict: (one) => one.verdict,
  score: (one) => one.score,
  current: (one) => one.current,
  assessed_at: (one) => one.assessedAt,
  document: ({ found }) => found?.document ?? null,
  severity: ({ found }) => found?.entry.severity ?? null,
  alert_id: ({ found }) => found?.entry.alertId ?? null,
  arrival_at: ({ found }) => found?.entry.arrivalAt ?? null,
  risk: ({ found }) => found?.entry.risk ?? null,
  subject: ({ found }) => found?.entry.subject ?? null,
});

const insertFacts = `
  insert into herkomst.assessments (shipment_key, version, document_id, source, shipment_id,
    declaration_kind, event_id, assessment_hash, verdict, score, current, assessed_at, document,
    severity, alert_id, arrival_at, risk, subject)
  select decode(shipment_key, 'hex'), version::int, document_id::uuid, source, shipment_id,
    declaration_kind, event_id, assessment_hash, verdict, score::float8, current::boolean,
    assessed_at, document::bigint, severity, alert_id, arrival_at, risk::float8, subject
  from ${factColumns.source}`;

const documentColumns = columns<Filed>({
  document_id: (one) => one.documentId,
  assessment: (one) => one.assessment,
  shipment: (one) => one.shipment,
});

const insertDocuments = `
  insert into herkomst.documents (document_id, assessment, shipment)
  select document_id::uuid, assessment, shipment from ${documentColumns.source}`;

const selectWhole = `
  select source, shipment_id, declaration_kind, version, event_id, assessment_hash, verdict, score,
    current, assessed_at, assessment, shipment, document_id::text as place
  from herkomst.assessments join herkomst.documents using (document_id)`;

const selectVersions = `${selectWhole}
  where shipment_key = decode($1, 'hex')
  order by version desc`;

/** Documents' ids grow with time, so that their order is the order of storing. */
const selectHistory = `${selectWhole}
  where ($1::text is null or assessed_at collate "C" >= $1)
    and ($2::text is null or assessed_at collate "C" < $2)
    and ($3::text is null or document_id > $3::text::uuid)
  order by document_id
  limit $4::text::int`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface AssessmentRow extends ShipmentKeyRow {
  readonly version: number;
  readonly event_id: string;
  readonly assessment_hash: string;
  readonly verdict: string;
  readonly score: number;
  readonly current: boolean;
  readonly assessed_at: string;
  readonly assessment: string;
  readonly shipment: string;
}

/** The ids of their documents, in the order given. */
export async function insertAssessments(
  session: SqlSession,
  assessments: readonly StoredAssessment[],
  entries: readonly SearchEntry[],
  stretches: readonly Stretch[],
): Promise<readonly string[]> {
  if (assessments.length === 0) return [];
  const ids = newDocumentIds(Date.now(), assessments.length);
  const numbered = number(entries, stretches);
  const byVersion = new Map(numbered.map((one) => [versionText(one.entry), one]));
  const filed = assessments.map((one, index): Filed => ({
    ...one,
    documentId: ids[index] ?? '',
    found: byVersion.get(versionText(one)),
  }));
  await session.query(insertFacts, factColumns.parameters(filed));
  await session.query(insertDocuments, documentColumns.parameters(filed));
  await insertTerms(session, numbered, stretches);
  return ids;
}

function versionText({
  source,
  shipmentId,
  declarationKind,
  version,
}: ShipmentKey & { readonly version: number }): string {
  return JSON.stringify([source, shipmentId, declarationKind, version]);
}

export async function selectAssessments(
  session: SqlSession,
  key: ShipmentKey,
): Promise<StoredAssessment[]> {
  const rows = await session.query<AssessmentRow>(selectVersions, [shipmentDigest(key)]);
  return rows.map(releaseAssessment);
}

/** Throws with the code 'invalid-page' for a cursor that no page gave out. */
export async function selectAssessmentHistory(
  session: SqlSession,
  { from, to }: Period,
  { limit, after }: PageRequest,
): Promise<Page<StoredAssessment>> {
  if (after !== undefined && !uuid.test(after)) throw invalidPage(after);
  // One more than asked for tells whether there is a next page.
  const parameters = [from, to, after ?? null, String(limit + 1)];
  const rows = await session.query<AssessmentRow & { readonly place: string }>(
    selectHistory,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map(releaseAssessment), next: last?.place ?? null };
}

export async function selectShipmentKeys(
  session: SqlSession,
  shipmentId: string,
): Promise<ShipmentKey[]> {
  const rows = await session.query<ShipmentKeyRow>(
    'select source, shipment_id, declaration_kind from herkomst.heads where shipment_id = $1',
    [holdText(shipmentId)],
  );
  return rows.map(releaseShipmentKey);
}

export function releaseAssessment(row: AssessmentRow): StoredAssessment {
  return {
    ...releaseShipmentKey(row),
    version: row.version,
    eventId: releaseText(row.event_id),
    assessmentHash: releaseText(row.assessment_hash),
    verdict: releaseText(row.verdict),
    score: row.score,
    current: row.current,
    assessedAt: releaseText(row.assessed_at),
    assessment: releaseText(row.assessment),
    shipment: releaseText(row.shipment),
  };
}
