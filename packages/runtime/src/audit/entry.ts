/**
 * The audit log: what happened, by whom and when, each entry bound to the one before by SHA-256.
 *
 * An entry is hashed in two steps. `body` is the digest of what happened; `hash` covers the body,
 * a digest of the subject, the place in the chain and the hash before. So a chain can be shown whole
 * to an outsider with others' business left out, and still be checked link by link; and that none of
 * the entries on what it is about were left out shows as well.
 */
import { canonicalJson, type Sha256 } from '@herkomst/core';

/** Who did it, as known then. */
export interface AuditActor {
  readonly kind: 'person' | 'service';
  readonly id: string;
  readonly name: string;
}

/** Something that happened, before it has its place in the chain. */
export interface AuditRecord {
  /** RFC 3339 in UTC with milliseconds. */
  readonly at: string;
  readonly actor: AuditActor;
  /** A stable word: 'case-opened', 'decision-made', 'key-created'. */
  readonly action: string;
  /** What it happened to: 'case/case-3f...', 'rulebook/standard'. */
  readonly subject: string;
  /** JSON text with the rest, kept and hashed byte for byte. */
  readonly details: string;
}

export interface AuditEntry extends AuditRecord {
  readonly tenant: string;
  /** 1 for the first of a tenant, then without gaps. */
  readonly sequence: number;
  /** The hash of the entry before; `firstPrevious` for the first. */
  readonly previous: string;
  /** SHA-256 of the record as canonical JSON. */
  readonly body: string;
  /** SHA-256 over tenant, sequence, previous, the subject's digest and body; see `linkHash`. */
  readonly hash: string;
}

/** What of an entry is needed to check the chain, without what it says. */
export interface AuditLink extends Pick<AuditEntry, 'sequence' | 'previous' | 'body' | 'hash'> {
  /** SHA-256 of the subject; see `topicDigest`. */
  readonly topic: string;
}

/** Where a chain ends; kept elsewhere, it shows later that nothing was cut off. */
export type AuditHead = Pick<AuditEntry, 'sequence' | 'hash'>;

export const firstPrevious = '0'.repeat(64);

/** The head of a chain without entries. */
export const emptyChain: AuditHead = { sequence: 0, hash: firstPrevious };

export function caseSubject(caseId: string): string {
  return `case/${caseId}`;
}

/** Gives records their places after the head, in the order given. */
export function chainAudit(
  tenant: string,
  head: AuditHead,
  records: readonly AuditRecord[],
  sha256: Sha256,
): readonly AuditEntry[] {
  let { sequence, hash: previous } = head;
  return records.map(({ at, actor: { kind, id, name }, action, subject, details }) => {
    sequence += 1;
    const record = { at, actor: { kind, id, name }, action, subject, details };
    const body = bodyDigest(record, sha256);
    const topic = topicDigest(subject, sha256);
    const hash = linkHash(tenant, { sequence, previous, topic, body }, sha256);
    const entry = { tenant, sequence, ...record, previous, body, hash };
    previous = hash;
    return entry;
  });
}

export function bodyDigest(record: AuditRecord, sha256: Sha256): string {
  const { at, actor, action, subject, details } = record;
  return sha256(canonicalJson({ at, actor, action, subject, details }));
}

export function topicDigest(subject: string, sha256: Sha256): string {
  return sha256(JSON.stringify(subject));
}

export function linkHash(
  tenant: string,
  { sequence, previous, topic, body }: Omit<AuditLink, 'hash'>,
  sha256: Sha256,
): string {
  return sha256(canonicalJson({ tenant, sequence, previous, topic, body }));
}

/** The entry as one is shown it whose business it is not. */
export function linkOf(
  { sequence, previous, subject, body, hash }: AuditEntry,
  sha256: Sha256,
): AuditLink {
  return { sequence, previous, topic: topicDigest(subject, sha256), body, hash };
}
