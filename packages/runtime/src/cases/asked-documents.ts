/**
 * The documents a case asks for: what the determinations of its alerts would have an importer show,
 * gathered as alerts join, and which of it has been attached.
 */
import type { Assessment, Sha256 } from '@herkomst/core';
import { isAtIssue, type AskedDocument, type CaseDocument, type CaseRecord } from './case.ts';

export interface AskedAndAttached extends AskedDocument {
  readonly attached: readonly CaseDocument[];
}

/** What was asked before, and what this assessment asks for besides, each once. */
export function gatherAsked(
  before: readonly AskedDocument[],
  { determinations }: Pick<Assessment, 'determinations'>,
  sha256: Sha256,
): readonly AskedDocument[] {
  const asked = new Map(before.map((document) => [document.id, document]));
  for (const { regime, documents } of determinations.filter(isAtIssue)) {
    for (const request of documents) {
      for (const title of request.documents) {
        const { commodity } = request;
        const id = `${regime}/${sha256(JSON.stringify([commodity, title])).slice(0, 16)}`;
        if (!asked.has(id)) asked.set(id, { id, regime, commodity, title });
      }
    }
  }
  return [...asked.values()];
}

/** The case's list to work through. */
export function askedDocuments(
  { asked }: Pick<CaseRecord, 'asked'>,
  documents: readonly CaseDocument[],
): readonly AskedAndAttached[] {
  return asked.map((each) => ({
    ...each,
    attached: documents.filter((document) => document.asked === each.id),
  }));
}
