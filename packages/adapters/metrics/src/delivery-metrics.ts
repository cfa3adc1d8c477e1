/** How deliveries go, by receiver. Receivers are those of the configuration, so they are few. */
import type { DeliveryAttempt } from '@herkomst/runtime';
import { Counter, Histogram, type Registry } from 'prom-client';

export interface DeliveryMetrics {
  onAttempt(attempt: DeliveryAttempt): void;
  onGivenUp(delivery: { readonly receiver: string }): void;
}

export function createDeliveryMetrics(
  registry: Registry,
  receivers: readonly string[],
): DeliveryMetrics {
  const registers = [registry];
  const attempts = new Counter({
    name: 'herkomst_delivery_attempts_total',
    help: 'Attempts to deliver a notice: done, to retry, or refused for good (give-up).',
    labelNames: ['receiver', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'herkomst_delivery_attempt_duration_seconds',
    help: 'How long an attempt took.',
    labelNames: ['receiver'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const latency = new Histogram({
    name: 'herkomst_delivery_latency_seconds',
    help: 'From the raising (or withdrawing) of an alert until a receiver took the notice.',
    labelNames: ['receiver'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600, 43_200, 86_400],
    registers,
  });
  const givenUp = new Counter({
    name: 'herkomst_deliveries_given_up_total',
    help: 'Deliveries given up: refused for good, or out of attempts.',
    labelNames: ['receiver'],
    registers,
  });
  // From the first scrape on: an increase is only seen where there was a number before.
  for (const receiver of receivers) givenUp.inc({ receiver }, 0);

  return {
    onAttempt({ receiver, outcome, durationMs, ageMs }) {
      attempts.inc({ receiver, outcome });
      durations.observe({ receiver }, durationMs / 1000);
      if (outcome === 'done' && ageMs !== null) latency.observe({ receiver }, ageMs / 1000);
    },
    onGivenUp: ({ receiver }) => givenUp.inc({ receiver }),
  };
}
