/**
 * The known load: declared events of which every so manieth is tainted, and lines that are no event.
 * A chunk is one request; sent again it is the same to the last byte.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { loadEvents } from '../../support/shipments.ts';
import { token } from './cluster.ts';

export interface SentLoad {
  /** Declared events that were acknowledged, each counted once. */
  events: number;
  tainted: number;
  malformed: number;
  /** Requests that were not acknowledged and were sent again. */
  resent: number;
}

const taintedEvery = 20;
const answerMs = 20_000;

export function newLoad(): SentLoad {
  return { events: 0, tainted: 0, malformed: 0, resent: 0 };
}

/** Sends the events from `from` on and a malformed line until they are acknowledged, and counts them. */
export async function sendChunk(
  url: () => string,
  from: number,
  count: number,
  sent: SentLoad,
): Promise<void> {
  await deliver(url, from, count, sent);
  sent.events += count;
  sent.tainted += [...loadEvents(from, count, { taintedEvery })].filter(
    (one) => one.tainted,
  ).length;
  sent.malformed += 1;
}

/** A sender that is not sure: the same chunk once more, which must change nothing. */
export function sendAgain(
  url: () => string,
  from: number,
  count: number,
  sent: SentLoad,
): Promise<void> {
  return deliver(url, from, count, sent);
}

async function deliver(
  url: () => string,
  from: number,
  count: number,
  sent: SentLoad,
): Promise<void> {
  const lines = [...loadEvents(from, count, { taintedEvery })].map(({ line }) => line);
  lines.push(`{"malformed on purpose": ${from}`);
  const body = lines.join('\n');
  while (!(await attempt(url(), body, count))) {
    sent.resent += 1;
    await wait(250);
  }
}

/** False when nothing was acknowledged. Rejects when what was acknowledged is not what was sent. */
async function attempt(url: string, body: string, count: number): Promise<boolean> {
  let answer: { readonly accepted: number; readonly rejected: readonly unknown[] };
  try {
    const response = await fetch(`${url}/v1/shipments`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(answerMs),
    });
    if (response.status !== 202) {
      await response.body?.cancel();
      return false;
    }
    answer = (await response.json()) as typeof answer;
  } catch {
    return false;
  }
  if (answer.accepted === count && answer.rejected.length === 1) return true;
  throw new Error(`${answer.accepted} of ${count} accepted, ${answer.rejected.length} rejected`);
}
