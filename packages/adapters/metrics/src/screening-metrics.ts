/** What screening found, and how long it took. */
import { alertWithdrawnType, severities, verdicts } from '@herkomst/core';
import type { ScreenedBatch, ScreeningWrites } from '@herkomst/runtime';
import { Counter, Histogram, type Registry } from 'prom-client';

export interface ScreeningMetrics {
  onScreened(writes: ScreeningWrites, batch: ScreenedBatch): void;
  onFailed(): void;
}

export function createScreeningMetrics(registry: Registry): ScreeningMetrics {
  const registers = [registry];
  const records = new Counter({
    name: 'herkomst_screened_records_total',
    help: 'Records of the stream whose effect is in the store; repeated ones count again.',
    registers,
  });
  const batches = new Histogram({
    name: 'herkomst_screening_batch_duration_seconds',
    help: 'From the arrival of a batch until its effect is in the store.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const failures = new Counter({
    name: 'herkomst_screening_failures_total',
    help: 'Batches that failed and are tried again, each attempt.',
    registers,
  });
  const assessments = new Counter({
    name: 'herkomst_assessments_total',
    help: 'Assessments stored, by verdict.',
    labelNames: ['verdict'],
    registers,
  });
  const raised = new Counter({
    name: 'herkomst_alerts_raised_total',
    help: 'Alerts raised, by severity; one that replaces another counts, too.',
    labelNames: ['severity'],
    registers,
  });
  const withdrawn = new Counter({
    name: 'herkomst_alerts_withdrawn_total',
    help: 'Alerts withdrawn because a corrected declaration no longer calls for them.',
    registers,
  });
  const setAside = new Counter({
    name: 'herkomst_records_set_aside_total',
    help: 'Records of the stream that became dead letters, by kind of fault.',
    labelNames: ['code'],
    registers,
  });
  const latency = new Histogram({
    name: 'herkomst_alert_latency_seconds',
    help: 'From the intake of an event until its alert is in the store.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600],
    registers,
  });
  // From the first scrape on: an increase is only seen where there was a number before.
  for (const verdict of verdicts) assessments.inc({ verdict }, 0);
  for (const severity of severities) raised.inc({ severity }, 0);

  return {
    onScreened(writes, batch) {
      records.inc(batch.records);
      batches.observe(batch.durationMs / 1000);
      for (const { verdict } of writes.assessments) assessments.inc({ verdict });
      for (const { severity } of writes.alerts) raised.inc({ severity });
      withdrawn.inc(writes.outbox.filter(({ type }) => type === alertWithdrawnType).length);
      for (const { code } of writes.deadLetters) setAside.inc({ code });
      for (const delayMs of batch.alertDelaysMs) latency.observe(delayMs / 1000);
    },
    onFailed: () => failures.inc(),
  };
}
