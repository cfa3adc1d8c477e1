/**
 * A digest: one notice of many. The entry that is stored names its members; the notice that goes to
 * the receiver holds them whole, read when it is sent. Its id is derived from receiver and members,
 * so that it is the same delivery however often it is tried.
 */
import type { Sha256 } from '@herkomst/core';
import { writeTenant } from '../intake/stream-event.ts';
import type { OutboxEntry } from '../ports/records.ts';

export const digestType = 'org.herkomst.digest.v1';

/** More go into further digests: a letter must have an end. */
export const mostInDigest = 100;

/** What receivers get in `data`. */
export interface DigestData {
  readonly receiver: string;
  /** CloudEvents, in the order in which they were raised. */
  readonly notices: readonly unknown[];
  /** Ids of notices that are kept no more and so could not be included. */
  readonly missing: readonly string[];
}

/** Whose digest it is, and of which notices. */
export interface DigestOf {
  readonly tenant: string;
  readonly receiver: string;
  readonly members: readonly string[];
}

/** @param now RFC 3339. */
export function composeDigest(
  { tenant, receiver, members }: DigestOf,
  now: string,
  sha256: Sha256,
): OutboxEntry {
  const digest = sha256(JSON.stringify([tenant, receiver, ...members]));
  const outboxId = `digest-${digest.slice(0, 32)}`;
  const document = JSON.stringify({
    specversion: '1.0',
    id: outboxId,
    source: '/herkomst/dispatcher',
    type: digestType,
    time: now,
    ...writeTenant(tenant),
    datacontenttype: 'application/json',
    data: { receiver, members },
  });
  return { outboxId, type: digestType, document };
}

/** The document as the receiver gets it. `find` resolves to null for what is kept no more. */
export async function fillDigest(
  document: string,
  find: (outboxId: string) => Promise<OutboxEntry | null>,
): Promise<string> {
  const { data, ...attributes } = JSON.parse(document) as {
    readonly data: { readonly receiver: string; readonly members: readonly string[] };
  };
  const notices: unknown[] = [];
  const missing: string[] = [];
  for (const member of data.members) {
    const entry = await find(member);
    if (entry === null) missing.push(member);
    else notices.push(JSON.parse(entry.document));
  }
  const filled: DigestData = { receiver: data.receiver, notices, missing };
  return JSON.stringify({ ...attributes, data: filled });
}
