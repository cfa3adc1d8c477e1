/** Whether the store is kept up: without it, room for new months and retention come to an end. */
import type { Clock } from '@herkomst/runtime';
import { Counter, Gauge, type Registry } from 'prom-client';

export interface UpkeepReading {
  /** Rows by table; null when records are kept for ever. */
  readonly dropped: { readonly rows: Readonly<Record<string, number>> } | null;
  readonly streamRecordsDropped: number;
}

export interface UpkeepMetrics {
  onUpkeep(upkeep: UpkeepReading): void;
  onUpkeepFailed(): void;
}

export function createUpkeepMetrics(registry: Registry, clock: Clock): UpkeepMetrics {
  const registers = [registry];
  const lastSuccess = new Gauge({
    name: 'herkomst_upkeep_last_success_timestamp_seconds',
    help: 'When this process last kept the store up, seconds since 1970; 0 while it did not.',
    registers,
  });
  const failures = new Counter({
    name: 'herkomst_upkeep_failures_total',
    help: 'Runs of upkeep that failed.',
    registers,
  });
  const dropped = new Counter({
    name: 'herkomst_upkeep_dropped_rows_total',
    help: 'Rows let go because they were older than is to be kept, by table.',
    labelNames: ['table'],
    registers,
  });
  return {
    onUpkeep(upkeep) {
      lastSuccess.set(Date.parse(clock.now()) / 1000);
      dropped.inc({ table: 'stream_records' }, upkeep.streamRecordsDropped);
      for (const [table, rows] of Object.entries(upkeep.dropped?.rows ?? {})) {
        dropped.inc({ table }, rows);
      }
    },
    onUpkeepFailed: () => failures.inc(),
  };
}
