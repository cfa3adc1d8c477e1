/**
 * Alerts as they are raised, to whoever stays on the line. The store's feed is the only memory: each
 * event's id is its place there, so a reader that comes back, to this process or another, goes on
 * where it was. A reader that is slow is written to no faster than it reads.
 */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import type { FeedEntry, Logger, SearchStore, WithdrawalData } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RaisedEvent, WithdrawnEvent } from '../contract/index.ts';
import { callerOf } from '../guard.ts';
import { addOperation } from '../operation.ts';
import { streamAlerts } from '../operations/search.ts';
import { readCursor, writeCursor } from '../page.ts';
import { fromEngine, Problem } from '../problem.ts';
import { alertSummary } from '../search/rows.ts';
import { commentLine, eventLines } from '../stream/event-lines.ts';
import { FeedWatch } from '../stream/feed-watch.ts';
import type { SearchParts, TenantData } from './alerts.ts';

export interface StreamParts extends SearchParts {
  readonly logger: Logger;
  /** How often the store is asked while somebody listens; default 500. */
  readonly pollMs?: number | undefined;
}

/** More would be too much to hold for one reader at a time. */
const atOnce = 100;
/** Proxies close what is silent for a minute or less. */
const heartbeatMs = 15_000;
const mostReaders = 200;

export function addAlertStreamRoute(app: FastifyInstance, parts: StreamParts): void {
  const { dataOf, logger } = parts;
  const readers = new Set<AbortController>();
  /** One a tenant, however many of it follow. */
  const watches = new Map<string, FeedWatch>();
  const watchOf = (tenant: string, search: SearchStore): FeedWatch => {
    const watch =
      watches.get(tenant) ??
      new FeedWatch({
        search,
        pollMs: parts.pollMs ?? 500,
        onError: (error) => logger.warn({ err: error }, 'the feed of alerts can not be read now'),
      });
    watches.set(tenant, watch);
    return watch;
  };
  app.addHook('preClose', async () => {
    for (const reader of readers) reader.abort();
  });

  addOperation(app, streamAlerts, async ({ request, reply, query }) => {
    if (readers.size >= mostReaders) {
      throw new Problem(503, 'too-many-readers', 'Not available now', 'Too many follow alerts.', {
        headers: { 'retry-after': '30' },
      });
    }
    const data = dataOf(request);
    const { search } = data;
    const watch = watchOf(callerOf(request).tenant, search);
    const seen = request.headers['last-event-id'];
    const after = typeof seen === 'string' && seen !== '' ? seen : query.after;
    const start = after === undefined ? await fromEngine(search.feedEnd()) : readCursor(after);
    // A cursor that no feed gave is refused before the line is open.
    await fromEngine(search.feed(start, 1));

    const reader = new AbortController();
    readers.add(reader);
    reply.hijack();
    const line = reply.raw;
    line.once('close', () => reader.abort());
    line.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    try {
      await follow(data, watch, line, start, reader.signal);
    } catch (error) {
      // The line is cut: the reader comes back with the last id it saw.
      if (!reader.signal.aborted) logger.warn({ err: error }, 'a reader of alerts was cut off');
    } finally {
      readers.delete(reader);
      line.end();
    }
  });
}

async function follow(
  data: TenantData,
  watch: FeedWatch,
  line: ServerResponse,
  start: string | null,
  signal: AbortSignal,
): Promise<void> {
  let cursor = start;
  await write(line, commentLine('open'), signal);
  while (!signal.aborted) {
    const { changes } = watch;
    const entries = await data.search.feed(cursor, atOnce);
    for (const entry of entries) {
      const text = await writeEntry(data, entry);
      if (text !== null) await write(line, text, signal);
      cursor = entry.cursor;
    }
    if (entries.length > 0) continue;
    const began = Date.now();
    await watch.changed(changes, heartbeatMs, signal);
    if (Date.now() - began >= heartbeatMs) await write(line, commentLine('still here'), signal);
  }
}

async function write(line: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (!line.write(text)) await once(line, 'drain', { signal });
}

/** Null for what is not told of here. */
async function writeEntry(data: TenantData, entry: FeedEntry): Promise<string | null> {
  const { type, document, outboxId } = entry;
  const id = writeCursor(entry.cursor);
  const event = JSON.parse(document) as { readonly data: unknown; readonly time: string };
  if (type === alertRaisedType) {
    const summary = await alertSummary(data, outboxId);
    if (summary === null) return null;
    const { supersedes } = event.data as AlertData;
    return eventLines(id, 'raised', { ...summary, supersedes } satisfies RaisedEvent);
  }
  if (type !== alertWithdrawnType) return null;
  const { alertId, shipmentId, verdict, score } = event.data as WithdrawalData;
  const told: WithdrawnEvent = { alertId, shipmentId, verdict, score, at: event.time };
  return eventLines(id, 'withdrawn', told);
}
