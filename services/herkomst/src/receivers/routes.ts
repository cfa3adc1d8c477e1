/** What stands behind /v1/deliveries and /v1/receivers. */
import type { DeliveryRouteParts } from '@herkomst/adapter-http';
import { recordAudit, redeliver, sha256, systemClock } from '@herkomst/runtime';
import type { Config } from '../config.ts';
import type { Engines } from '../engines/engines.ts';
import type { ReceiverDirectory } from './directory.ts';

export function deliveryRoutes(
  receivers: ReceiverDirectory,
  { stores, queue, cases }: Pick<Engines, 'stores' | 'queue' | 'cases'>,
  { deliveryAttempts, deliveryBackoffMs }: Config,
): DeliveryRouteParts {
  const clock = systemClock;
  const attempts = { maxAttempts: deliveryAttempts, backoffMs: deliveryBackoffMs };
  return {
    receivers: (tenant) => receivers.describe(tenant),
    redeliver: (tenant, outboxId, receiver) =>
      redeliver(outboxId, receiver, { tenant, stores, queue, clock, ...attempts }),
    test: (tenant, name) => receivers.test(tenant, name),
    record: (tenant, record) => recordAudit(cases, tenant, [record], sha256),
    now: () => clock.now(),
  };
}
