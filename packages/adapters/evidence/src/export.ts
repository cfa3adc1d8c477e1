/** Hands out a case as evidence, and puts on the audit log that, and what, was handed out. */
import { canonicalJson } from '@herkomst/core';
import { caseSubject, recordAudit, sha256 } from '@herkomst/runtime';
import { buildBundle, writeBundle, type ExportedBy } from './bundle.ts';
import { collectEvidence, type CaseEvidence, type EvidenceStores } from './collect.ts';
import { caseDocument } from './pdf/case-document.ts';
import { renderPdf } from './pdf/render.ts';

export interface ExportedCase {
  readonly caseId: string;
  /** The bundle as JSON text, to be kept byte for byte. */
  readonly json: string;
  readonly pdf: Uint8Array;
  /** SHA-256 that stands for the bundle; also on the PDF and on the audit log. */
  readonly manifestDigest: string;
}

/** Null when the tenant has no such case. */
export async function exportCase(
  stores: EvidenceStores,
  tenant: string,
  caseId: string,
  { at, by }: ExportedBy,
): Promise<ExportedCase | null> {
  const evidence = await collectEvidence(stores, tenant, caseId);
  if (evidence === null) return null;
  const exported = await writeEvidence(evidence, { at, by });
  const { manifestDigest } = exported;
  const record = {
    at,
    actor: by,
    action: 'case-exported',
    subject: caseSubject(caseId),
    details: canonicalJson({ manifestDigest }),
  };
  await recordAudit(stores.cases, tenant, [record], sha256);
  return exported;
}

/** The same from what was collected before; tells nobody. */
export async function writeEvidence(
  evidence: CaseEvidence,
  exported: ExportedBy,
): Promise<ExportedCase> {
  const bundle = buildBundle(evidence, exported, sha256);
  const { manifestDigest } = bundle;
  const { caseId, party } = evidence.case;
  const pdf = await renderPdf(caseDocument(evidence, bundle), {
    title: `Case file ${party.name}`,
    author: exported.by.name,
    createdAt: exported.at,
    footer: [`Herkomst · ${caseId}`, `Bundle ${manifestDigest}`],
  });
  return { caseId, json: writeBundle(bundle), pdf, manifestDigest };
}
