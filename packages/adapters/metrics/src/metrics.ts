/**
 * All metrics of one process. What workers do is counted as they tell of it; what waits and what is
 * at work is asked at each scrape. Labels are words of ours or of the configuration, never a
 * shipment or a party: those are for the log and for traces.
 */
import type { Clock, IntakeResult } from '@herkomst/runtime';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createBacklogMetrics, type BacklogReading } from './backlog-metrics.ts';
import { createDeliveryMetrics, type DeliveryMetrics } from './delivery-metrics.ts';
import { createIntakeMetrics } from './intake-metrics.ts';
import { createKnowledgeMetrics, type KnowledgeReading } from './knowledge-metrics.ts';
import { createScreeningMetrics, type ScreeningMetrics } from './screening-metrics.ts';
import { createUpkeepMetrics, type UpkeepMetrics } from './upkeep-metrics.ts';

export interface MetricsOptions extends BacklogReading {
  readonly clock: Clock;
  readonly knowledge: () => KnowledgeReading;
  /** Names of those whom this process tells of alerts. */
  readonly receivers: readonly string[];
  /** How long an engine may take to tell its state. Default 3000 ms; Prometheus waits 10 s. */
  readonly timeoutMs?: number;
}

export interface MetricsText {
  readonly contentType: string;
  readonly body: string;
}

/** The workers' hooks, by their names. */
export interface Metrics extends ScreeningMetrics, DeliveryMetrics, UpkeepMetrics {
  onSubmitted(result: IntakeResult): void;
  /** In the text format of Prometheus. Does not reject when an engine is down. */
  scrape(): Promise<MetricsText>;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const { clock, knowledge, timeoutMs = 3000 } = options;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const onSubmitted = createIntakeMetrics(registry);
  const screening = createScreeningMetrics(registry);
  const deliveries = createDeliveryMetrics(registry, options.receivers);
  const upkeep = createUpkeepMetrics(registry, clock);
  const readings = createBacklogMetrics(registry, options, clock, timeoutMs);
  const readKnowledge = createKnowledgeMetrics(registry, knowledge, clock);
  return {
    onSubmitted,
    ...screening,
    ...deliveries,
    ...upkeep,
    async scrape() {
      readKnowledge();
      await Promise.all(readings.map((reading) => reading.refresh()));
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
