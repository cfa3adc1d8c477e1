/**
 * Checks a bundle by itself, without store, network or trust in who hands it over: that nothing in
 * it was changed, that alerts, assessments and shipments are the ones the audit log speaks of, and
 * that the log is whole from the case's first entry on. Pure, and throws on no text.
 *
 * Whoever can write a bundle can write another one whole. That it is the one handed out is shown by
 * its manifest's digest, or by the head of the audit log, as known from elsewhere.
 */
import { canonicalJson, type Sha256 } from '@herkomst/core';
import {
  caseSubject,
  createAuditVerifier,
  topicDigest,
  type AuditEntry,
  type AuditHead,
} from '@herkomst/runtime';
import { z } from 'zod';
import {
  alertPartSchema,
  assessmentPartSchema,
  auditPartSchema,
  bundleFileSchema,
  casePartSchema,
  decisionsPartSchema,
  documentsPartSchema,
  joinedSchema,
} from './schemas.ts';

/**
 * 'unreadable': not a bundle. 'manifest-changed', 'part-changed': no longer has its digest.
 * 'part-missing', 'part-unlisted': manifest and parts differ. 'part-malformed': not what a part of
 * this name is. 'assessment-changed', 'shipment-changed', 'alert-changed': not the one that the
 * alert, the assessment or the log speaks of. 'log-broken': the audit log is not whole.
 * 'entry-hidden': an entry on this case is not shown. 'not-in-log': a decision, a document or an
 * alert that the log knows nothing of. 'not-in-bundle': the log has one that the bundle has not.
 * 'other-case': parts of another case. 'other-bundle': not the one with the digest known.
 */
export type BundleFaultCode =
  | 'unreadable'
  | 'manifest-changed'
  | 'part-changed'
  | 'part-missing'
  | 'part-unlisted'
  | 'part-malformed'
  | 'assessment-changed'
  | 'shipment-changed'
  | 'alert-changed'
  | 'log-broken'
  | 'entry-hidden'
  | 'not-in-log'
  | 'not-in-bundle'
  | 'other-case'
  | 'other-bundle';

export interface BundleFault {
  readonly code: BundleFaultCode;
  /** The part at fault; '' for the whole. */
  readonly part: string;
  readonly message: string;
}

export type BundleVerdict =
  | {
      readonly kind: 'intact';
      readonly tenant: string;
      readonly caseId: string;
      readonly exportedAt: string;
      readonly manifestDigest: string;
      readonly auditHead: AuditHead;
      readonly parts: number;
      readonly auditEntries: number;
      /** Alerts of which the store no longer had the assessment when the bundle was made. */
      readonly withoutAssessment: readonly string[];
    }
  | { readonly kind: 'broken'; readonly faults: readonly BundleFault[] };

export interface VerifyBundleOptions {
  readonly sha256: Sha256;
  /** The digest that the PDF or the audit log has for the bundle. */
  readonly manifestDigest?: string;
  /** Heads of the audit log known from elsewhere. */
  readonly anchors?: readonly AuditHead[];
}

export function verifyBundle(text: string, options: VerifyBundleOptions): BundleVerdict {
  const { sha256 } = options;
  const file = readFile(text);
  if (file.kind === 'unreadable') {
    return { kind: 'broken', faults: [{ code: 'unreadable', part: '', message: file.message }] };
  }
  const { manifest, manifestDigest, parts } = file.bundle;
  const faults: BundleFault[] = [];
  const fault = (code: BundleFaultCode, part: string, message: string): void => {
    faults.push({ code, part, message });
  };

  if (sha256(canonicalJson(manifest)) !== manifestDigest) {
    fault('manifest-changed', '', 'the manifest no longer has its digest');
  }
  if (options.manifestDigest !== undefined && options.manifestDigest !== manifestDigest) {
    fault('other-bundle', '', `the bundle has the digest ${manifestDigest}, not the one known`);
  }
  const listed = new Map(manifest.parts.map((part) => [part.path, part.sha256]));
  for (const [path, digest] of listed) {
    if (!Object.hasOwn(parts, path)) {
      fault('part-missing', path, 'the manifest lists a part that is not there');
    } else if (sha256(canonicalJson(parts[path])) !== digest) {
      fault('part-changed', path, 'the part no longer has its digest');
    }
  }
  for (const path of Object.keys(parts)) {
    if (!listed.has(path)) fault('part-unlisted', path, 'the manifest does not list this part');
  }

  const read = <Part>(path: string, schema: z.ZodType<Part>): Part | null => {
    const result = schema.safeParse(parts[path]);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const where = issue?.path.map(String).join('.') ?? '';
    fault('part-malformed', path, `${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`);
    return null;
  };

  const one = read('case', casePartSchema);
  if (one !== null && (one.caseId !== manifest.caseId || one.tenant !== manifest.tenant)) {
    fault('other-case', 'case', `the part is of the case ${one.caseId} of ${one.tenant}`);
  }
  const audit = read('audit', auditPartSchema) ?? [];
  checkLog();
  const subject = caseSubject(manifest.caseId);
  const entries = audit.filter(
    (each): each is AuditEntry => 'tenant' in each && each.subject === subject,
  );
  checkAlerts();
  const decisions = read('decisions', decisionsPartSchema) ?? [];
  const madeDecisions = detailsOf('decision-made');
  checkAgainst('decisions', decisions, madeDecisions, (row) => String(row['number']));
  const documents = read('documents', documentsPartSchema) ?? [];
  checkAgainst('documents', documents, detailsOf('document-attached'), (row) =>
    String(row['documentId']),
  );
  const withoutAssessment = Object.keys(parts)
    .filter((path) => path.startsWith('assessments/') && parts[path] === null)
    .map((path) => path.slice('assessments/'.length));

  if (faults.length > 0) return { kind: 'broken', faults };
  return {
    kind: 'intact',
    tenant: manifest.tenant,
    caseId: manifest.caseId,
    exportedAt: manifest.exportedAt,
    manifestDigest,
    auditHead: manifest.auditHead,
    parts: listed.size,
    auditEntries: entries.length,
    withoutAssessment,
  };

  function checkLog(): void {
    const [first] = audit;
    if (first === undefined) return fault('log-broken', 'audit', 'the log has no entry');
    const verifier = createAuditVerifier({
      tenant: manifest.tenant,
      sha256,
      allowLinks: true,
      from: { sequence: first.sequence - 1, hash: first.previous },
      anchors: [manifest.auditHead, ...(options.anchors ?? [])],
    });
    for (const entry of audit) verifier.push(entry);
    const verdict = verifier.verdict();
    if (verdict.kind === 'broken') fault('log-broken', 'audit', verdict.fault.message);
    const topic = topicDigest(caseSubject(manifest.caseId), sha256);
    for (const entry of audit) {
      if (!('tenant' in entry) && entry.topic === topic) {
        fault('entry-hidden', 'audit', `entry ${entry.sequence} on this case is not shown`);
      }
    }
    const opened = 'tenant' in first && first.action === 'case-opened';
    if (!opened)
      fault('log-broken', 'audit', 'the log does not begin with the opening of the case');
  }

  function checkAlerts(): void {
    const joined = new Map<string, z.infer<typeof joinedSchema>>();
    for (const details of detailsOf('alert-joined')) {
      const result = joinedSchema.safeParse(details);
      if (result.success) joined.set(result.data.alertId, result.data);
    }
    for (const path of Object.keys(parts)) {
      if (path.startsWith('alerts/')) checkAlert(path.slice('alerts/'.length), joined);
    }
    for (const alertId of joined.keys()) {
      if (!Object.hasOwn(parts, `alerts/${alertId}`)) {
        fault('not-in-bundle', 'audit', `the log has the alert ${alertId}, the bundle has not`);
      }
    }
  }

  function checkAlert(
    alertId: string,
    joined: ReadonlyMap<string, z.infer<typeof joinedSchema>>,
  ): void {
    const path = `alerts/${alertId}`;
    const part = read(path, alertPartSchema);
    const logged = joined.get(alertId);
    if (logged === undefined) {
      return fault('not-in-log', path, 'the log does not know that this alert joined the case');
    }
    if (part !== null && part.alert.alertId !== alertId) {
      fault('alert-changed', path, `the part is of the alert ${part.alert.alertId}`);
    }
    if (part?.document != null && sha256(part.document) !== logged.alertDigest) {
      fault('alert-changed', path, 'the alert is not the one that the log speaks of');
    }
    const assessment = read(`assessments/${alertId}`, assessmentPartSchema);
    if (assessment === null) return;
    const { hash, ...body } = assessment;
    if (sha256(canonicalJson(body)) !== hash || hash !== logged.assessmentHash) {
      const message = 'the assessment is not the one that the log speaks of';
      fault('assessment-changed', `assessments/${alertId}`, message);
    }
    const shipment = parts[`shipments/${alertId}`];
    if (shipment != null && sha256(canonicalJson(shipment)) !== assessment.shipmentDigest) {
      const message = 'the shipment is not the one that was assessed';
      fault('shipment-changed', `shipments/${alertId}`, message);
    }
  }

  /** Every row is on the log word for word, and nothing that is on the log is left out. */
  function checkAgainst(
    part: string,
    rows: readonly Readonly<Record<string, unknown>>[],
    logged: readonly Readonly<Record<string, unknown>>[],
    idOf: (row: Readonly<Record<string, unknown>>) => string,
  ): void {
    const byId = new Map(logged.map((details) => [idOf(details), details]));
    for (const row of rows) {
      const details = byId.get(idOf(row));
      const agrees =
        details !== undefined &&
        Object.entries(row).every(
          ([name, value]) =>
            !Object.hasOwn(details, name) || canonicalJson(details[name]) === canonicalJson(value),
        );
      if (!agrees) fault('not-in-log', part, `the log has no such ${idOf(row)}`);
      byId.delete(idOf(row));
    }
    for (const id of byId.keys()) {
      fault('not-in-bundle', part, `the log has ${id}, the bundle has not`);
    }
  }

  function detailsOf(action: string): readonly Readonly<Record<string, unknown>>[] {
    return entries
      .filter((entry) => entry.action === action)
      .flatMap(({ details }) => {
        const value = parse(details);
        return typeof value === 'object' && value !== null ? [{ ...value }] : [];
      });
  }
}

type FileReading =
  | { readonly kind: 'read'; readonly bundle: z.infer<typeof bundleFileSchema> }
  | { readonly kind: 'unreadable'; readonly message: string };

function readFile(text: string): FileReading {
  const value = parse(text);
  if (value === undefined) return { kind: 'unreadable', message: 'the file is not JSON' };
  const result = bundleFileSchema.safeParse(value);
  if (result.success) return { kind: 'read', bundle: result.data };
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return {
    kind: 'unreadable',
    message: `not an evidence bundle: ${where} ${issue?.message ?? ''}`,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
