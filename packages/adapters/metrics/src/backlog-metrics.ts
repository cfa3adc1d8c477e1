/**
 * What waits, asked of the engines at each scrape. In distributed mode each process tells the same,
 * for the engines are shared: take the largest, not the sum.
 */
import type { Clock, JobCounts } from '@herkomst/runtime';
import { Gauge, type Registry } from 'prom-client';
import { createReading, type Reading } from './reading.ts';

export interface BacklogReading {
  /** Stream. Records of a topic that a group has not got past. */
  readonly lags: () => Promise<
    readonly { readonly topic: string; readonly group: string; readonly records: number }[]
  >;
  /** Queue. */
  readonly queues: () => Promise<Readonly<Record<string, JobCounts>>>;
  /** Store. */
  readonly backlog: () => Promise<{
    readonly unrelayed: number;
    readonly dueDeliveries: number;
    /** RFC 3339; null when none is due. */
    readonly oldestDueSince: string | null;
    /** Not handed in again, by code. */
    readonly deadLetters: Readonly<Record<string, number>>;
  }>;
}

export function createBacklogMetrics(
  registry: Registry,
  { lags, queues, backlog }: BacklogReading,
  clock: Clock,
  timeoutMs: number,
): Reading[] {
  const registers = [registry];
  const up = new Gauge({
    name: 'herkomst_engine_up',
    help: '1 when the engine told its state at this scrape, 0 when it did not.',
    labelNames: ['engine'],
    registers,
  });
  const lag = new Gauge({
    name: 'herkomst_stream_lag_records',
    help: 'Records of a topic that a group has not got past.',
    labelNames: ['topic', 'group'],
    registers,
  });
  const jobs = new Gauge({
    name: 'herkomst_queue_jobs',
    help: 'Jobs in the queue, by state; delayed ones wait for their back-off.',
    labelNames: ['queue', 'state'],
    registers,
  });
  const unrelayed = new Gauge({
    name: 'herkomst_outbox_unrelayed',
    help: 'Notices that no job was made of yet.',
    registers,
  });
  const due = new Gauge({
    name: 'herkomst_deliveries_due',
    help: 'Deliveries neither taken by their receiver nor given up.',
    registers,
  });
  const oldestDue = new Gauge({
    name: 'herkomst_deliveries_due_oldest_age_seconds',
    help: 'How long the oldest of them has been due; 0 when none is.',
    registers,
  });
  const deadLetters = new Gauge({
    name: 'herkomst_dead_letters',
    help: 'Dead letters that nobody handed in again, by kind of fault.',
    labelNames: ['code'],
    registers,
  });

  return [
    createReading({
      engine: 'stream',
      read: lags,
      clear: () => lag.reset(),
      show(all) {
        for (const { topic, group, records } of all) lag.set({ topic, group }, records);
      },
      up,
      timeoutMs,
    }),
    createReading({
      engine: 'queue',
      read: queues,
      clear: () => jobs.reset(),
      show(all) {
        for (const [queue, counts] of Object.entries(all)) {
          for (const state of ['waiting', 'active', 'delayed', 'failed'] as const) {
            jobs.set({ queue, state }, counts[state]);
          }
        }
      },
      up,
      timeoutMs,
    }),
    createReading({
      engine: 'store',
      read: backlog,
      clear() {
        for (const gauge of [unrelayed, due, oldestDue]) gauge.remove();
        deadLetters.reset();
      },
      show(held) {
        unrelayed.set(held.unrelayed);
        due.set(held.dueDeliveries);
        oldestDue.set(ageSeconds(held.oldestDueSince, clock));
        for (const [code, count] of Object.entries(held.deadLetters)) {
          deadLetters.set({ code }, count);
        }
      },
      up,
      timeoutMs,
    }),
  ];
}

function ageSeconds(since: string | null, clock: Clock): number {
  return since === null ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(since)) / 1000);
}
