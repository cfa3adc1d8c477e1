/** The metrics of this process, with the engines they ask and the rulebook they tell of. */
import { createMetrics, type Metrics } from '@herkomst/adapter-metrics';
import type { Rulebook } from '@herkomst/core';
import { screenerGroup, shipmentsTopic, systemClock, type Receiver } from '@herkomst/runtime';
import type { Engines } from './engines/engines.ts';
import { deliveryQueues } from './pipeline.ts';

export function createServiceMetrics(
  engines: Engines,
  rulebook: () => Rulebook,
  receivers: () => readonly Receiver[],
): Metrics {
  const { stream, queue } = engines;
  const [topic, group] = [shipmentsTopic, screenerGroup];
  return createMetrics({
    clock: systemClock,
    receivers: receivers().map(({ name }) => name),
    knowledge() {
      const { definition, digest, lists } = rulebook();
      return { rulebook: { id: definition.id, version: definition.version, digest }, lists };
    },
    lags: async () => [{ topic, group, records: await stream.lag(topic, group) }],
    async queues() {
      const names = deliveryQueues(receivers());
      const counted = names.map(async (name) => [name, await queue.counts(name)] as const);
      return Object.fromEntries(await Promise.all(counted));
    },
    backlog: () => engines.backlog(),
  });
}
