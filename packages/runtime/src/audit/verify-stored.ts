/** Verifies the audit log of a tenant as it is stored, page by page. */
import type { Sha256 } from '@herkomst/core';
import type { CaseStore } from '../ports/case-store.ts';
import type { AuditHead } from './entry.ts';
import { createAuditVerifier, type AuditVerdict } from './verify.ts';

const pageSize = 1000;

export interface VerifyStoredOptions {
  readonly sha256: Sha256;
  /** Heads known from elsewhere. The store's own is asked for as well. */
  readonly anchors?: readonly AuditHead[];
  /** Called after each page with the number of entries read. */
  readonly onProgress?: (entries: number) => void;
}

/** Entries appended while it reads are read too. */
export async function verifyStoredAudit(
  store: Pick<CaseStore, 'audit' | 'auditHead'>,
  tenant: string,
  { sha256, anchors = [], onProgress }: VerifyStoredOptions,
): Promise<AuditVerdict> {
  // First, so that the log can only be longer than it says.
  const head = await store.auditHead(tenant);
  const known = head.sequence === 0 ? anchors : [head, ...anchors];
  const verifier = createAuditVerifier({ tenant, sha256, anchors: known });
  let entries = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<CaseStore['audit']>> = await store.audit(
      tenant,
      {},
      { limit: pageSize, ...(after === null ? {} : { after }) },
    );
    for (const entry of page.rows) verifier.push(entry);
    entries += page.rows.length;
    onProgress?.(entries);
    after = page.next;
  } while (after !== null);
  return verifier.verdict();
}
