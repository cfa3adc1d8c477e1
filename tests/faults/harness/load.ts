/**
 * The known load: declared events of which every so manieth is tainted, and lines that are no event.
 * A chunk is one request; sent again it is the same to the last byte.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { loadEvents, type LoadEvent } from '../../support/shipments.ts';
import { token } from './cluster.ts';

export interface SentLoad {
  /** Ids of declared events that were acknowledged, each once. */
  readonly eventIds: string[];
  readonly taintedShipments: Set<string>;
  /** Lines that were acknowledged as refused. */
  readonly malformed: string[];
  /** Chunks that were sent once more though they were acknowledged. */
  doubled: number;
  /** Requests that were not acknowledged and were sent again. */
  resent: number;
}

const taintedEvery = 20;
const answerMs = 20_000;

export function newLoad(): SentLoad {
  return { eventIds: [], taintedShipments: new Set(), malformed: [], doubled: 0, resent: 0 };
}

/** The shipment of an event of the load. */
export function shipmentOf(eventId: string): string {
  return eventId.toUpperCase();
}

/** Sends the events from `from` on and a malformed line until they are acknowledged, and counts them. */
export async function sendChunk(
  url: () => string,
  from: number,
  count: number,
  sent: SentLoad,
): Promise<void> {
  const events = [...loadEvents(from, count, { taintedEvery })];
  await deliver(url, events, from, sent);
  sent.malformed.push(malformedLine(from));
  for (const { id, tainted } of events) {
    sent.eventIds.push(id);
    if (tainted) sent.taintedShipments.add(shipmentOf(id));
  }
}

/** A sender that is not sure: a chunk once more, which must change nothing. */
export async function sendAgain(
  url: () => string,
  from: number,
  count: number,
  sent: SentLoad,
): Promise<void> {
  await deliver(url, [...loadEvents(from, count, { taintedEvery })], from, sent);
  sent.doubled += 1;
}

async function deliver(
  url: () => string,
  events: readonly LoadEvent[],
  from: number,
  sent: SentLoad,
): Promise<void> {
  const body = [...events.map(({ line }) => line), malformedLine(from)].join('\n');
  while (!(await attempt(url(), body, events.length))) {
    sent.resent += 1;
    await wait(250);
  }
}

/** One a chunk, no two the same: some are no JSON, some no event, some lack what an event needs. */
function malformedLine(from: number): string {
  const [{ line } = { line: '' }] = loadEvents(from, 1, { taintedEvery });
  const forms = [
    `{"malformed on purpose": ${from}`,
    `{"note":"no event at all","number":${from}}`,
    line.replace('"items"', '"goods"'),
    line.replace(/"commodityCode":"\d+"/, '"commodityCode":"tulips"'),
    line.slice(0, -20),
  ];
  return forms[Math.floor(from / 100) % forms.length] ?? '';
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
