/**
 * The evidence bundle: one JSON document with all there is on a case, in named parts, and a manifest
 * with the SHA-256 of each part as canonical JSON. The digest of the manifest stands for the whole:
 * it is printed on the PDF, and goes on the audit log when a bundle is handed out.
 */
import { canonicalJson, type Sha256 } from '@herkomst/core';
import type { AuditActor, AuditHead } from '@herkomst/runtime';
import type { CaseEvidence } from './collect.ts';

export const bundleSchema = 'org.herkomst.evidence-bundle.v1';

export interface BundlePart {
  /** 'case', 'alerts/alert-3f...', 'shipments/alert-3f...', 'audit', ... */
  readonly path: string;
  /** SHA-256 of the part as canonical JSON. */
  readonly sha256: string;
}

export interface BundleManifest {
  readonly tenant: string;
  readonly caseId: string;
  readonly exportedAt: string;
  readonly exportedBy: AuditActor;
  /** Where the audit log ended: what is kept of it elsewhere must agree. */
  readonly auditHead: AuditHead;
  /** In order of their paths. */
  readonly parts: readonly BundlePart[];
}

export interface EvidenceBundle {
  readonly schema: typeof bundleSchema;
  readonly manifest: BundleManifest;
  /** SHA-256 of the manifest as canonical JSON. */
  readonly manifestDigest: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

export interface ExportedBy {
  readonly at: string;
  readonly by: AuditActor;
}

export function buildBundle(
  evidence: CaseEvidence,
  { at, by: { kind, id, name } }: ExportedBy,
  sha256: Sha256,
): EvidenceBundle {
  const { alerts, auditHead, case: one, ...rest } = evidence;
  const parts = Object.fromEntries(
    [
      ['case', one] as const,
      ...Object.entries(rest),
      ...alerts.flatMap(({ alert, document, assessment, shipment }) => [
        [`alerts/${alert.alertId}`, { alert, document }] as const,
        [`assessments/${alert.alertId}`, assessment] as const,
        [`shipments/${alert.alertId}`, shipment] as const,
      ]),
    ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const manifest: BundleManifest = {
    tenant: one.tenant,
    caseId: one.caseId,
    exportedAt: at,
    exportedBy: { kind, id, name },
    auditHead,
    parts: Object.entries(parts).map(([path, part]) => ({
      path,
      sha256: sha256(canonicalJson(part)),
    })),
  };
  return {
    schema: bundleSchema,
    manifest,
    manifestDigest: sha256(canonicalJson(manifest)),
    parts,
  };
}

/** As canonical JSON, one line: the same bundle gives the same bytes. */
export function writeBundle(bundle: EvidenceBundle): string {
  return `${canonicalJson(bundle)}\n`;
}
