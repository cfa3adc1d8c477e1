/**
 * Reads an audit log from its beginning, or from a head known to be good, and finds the first entry
 * that is not what it was when it was written. Pure and streaming: it remembers one entry.
 *
 * The chain alone can not show that its end was cut off, nor that all of it was written anew. Heads
 * that were kept elsewhere (anchors) show both.
 */
import type { Sha256 } from '@herkomst/core';
import {
  bodyDigest,
  emptyChain,
  linkHash,
  topicDigest,
  type AuditEntry,
  type AuditHead,
  type AuditLink,
} from './entry.ts';

/**
 * 'changed': an entry no longer has the hash it carries. 'foreign': it is of another tenant.
 * 'unlinked': it is whole, but does not follow the entry before, so that one of the two was written
 * anew. 'missing': a place in the chain is empty. 'reordered': its entry stands further on.
 * 'repeated': an entry stands where a later one should. 'truncated': the chain ends before a known
 * head. 'rewritten': it is whole, but not the chain the known head was of.
 */
export type AuditFaultCode =
  | 'changed'
  | 'foreign'
  | 'unlinked'
  | 'missing'
  | 'reordered'
  | 'repeated'
  | 'truncated'
  | 'rewritten';

export interface AuditFault {
  readonly code: AuditFaultCode;
  /** The place in the chain that is at fault. */
  readonly sequence: number;
  readonly message: string;
}

export type AuditVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: AuditHead }
  | { readonly kind: 'broken'; readonly entries: number; readonly fault: AuditFault };

export interface VerifyAuditOptions {
  readonly tenant: string;
  readonly sha256: Sha256;
  /** The head after which the entries begin; the beginning of the chain by default. */
  readonly from?: AuditHead;
  /** Whether entries may be shown as mere links; by default one that says nothing was changed. */
  readonly allowLinks?: boolean;
  /** Heads known from elsewhere, in any order. */
  readonly anchors?: readonly AuditHead[];
}

export interface AuditVerifier {
  /** Takes the next entry as it stands in the log, or only its link where the rest is not shown. */
  push(entry: AuditEntry | AuditLink): void;
  /** What was found. More may be pushed afterwards. */
  verdict(): AuditVerdict;
}

export function createAuditVerifier(options: VerifyAuditOptions): AuditVerifier {
  const { tenant, sha256, from = emptyChain, anchors = [], allowLinks = false } = options;
  const expected = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  let head: AuditHead = { sequence: from.sequence, hash: from.hash };
  let entries = 0;
  let fault: AuditFault | null = anchorFault(head);

  function anchorFault({ sequence, hash }: AuditHead): AuditFault | null {
    const known = expected.get(sequence);
    if (known === undefined || known === hash) return null;
    return {
      code: 'rewritten',
      sequence,
      message: `entry ${sequence} has the hash ${hash}, but was known to have ${known}`,
    };
  }

  function faultOf(entry: AuditEntry | AuditLink): AuditFault | null {
    const next = head.sequence + 1;
    const { sequence } = entry;
    if (sequence > next) {
      return { code: 'missing', sequence: next, message: `entry ${next} is missing` };
    }
    if (sequence < next) {
      return {
        code: 'repeated',
        sequence,
        message: `entry ${sequence} stands where entry ${next} should`,
      };
    }
    if ('tenant' in entry || !allowLinks) {
      if (!('tenant' in entry)) {
        return { code: 'changed', sequence, message: `what entry ${sequence} says is gone` };
      }
      if (entry.tenant !== tenant) {
        return {
          code: 'foreign',
          sequence,
          message: `entry ${sequence} is of the tenant "${entry.tenant}"`,
        };
      }
      if (bodyDigest(entry, sha256) !== entry.body) {
        return {
          code: 'changed',
          sequence,
          message: `what entry ${sequence} says was changed: it no longer has its digest`,
        };
      }
    }
    const topic = 'tenant' in entry ? topicDigest(entry.subject, sha256) : entry.topic;
    if (linkHash(tenant, { ...entry, topic }, sha256) !== entry.hash) {
      return {
        code: 'changed',
        sequence,
        message: `entry ${sequence} was changed: it no longer has the hash it carries`,
      };
    }
    if (entry.previous !== head.hash) {
      return {
        code: 'unlinked',
        sequence,
        message: `entry ${sequence} does not follow entry ${sequence - 1}: one of the two was written anew`,
      };
    }
    return anchorFault(entry);
  }

  return {
    push(entry) {
      entries += 1;
      if (fault === null) {
        fault = faultOf(entry);
        head = { sequence: entry.sequence, hash: entry.hash };
      } else if (fault.code === 'missing' && entry.sequence === fault.sequence) {
        fault = {
          code: 'reordered',
          sequence: entry.sequence,
          message: `entry ${entry.sequence} stands out of its order`,
        };
      }
    },
    verdict() {
      if (fault !== null) return { kind: 'broken', entries, fault };
      const beyond = anchors.filter(({ sequence }) => sequence > head.sequence);
      if (beyond.length > 0) {
        const last = Math.max(...beyond.map(({ sequence }) => sequence));
        return {
          kind: 'broken',
          entries,
          fault: {
            code: 'truncated',
            sequence: head.sequence + 1,
            message: `the log ends at entry ${head.sequence}, but was known to reach entry ${last}`,
          },
        };
      }
      return { kind: 'intact', entries, head };
    },
  };
}

export function verifyAudit(
  entries: Iterable<AuditEntry | AuditLink>,
  options: VerifyAuditOptions,
): AuditVerdict {
  const verifier = createAuditVerifier(options);
  for (const entry of entries) verifier.push(entry);
  return verifier.verdict();
}
