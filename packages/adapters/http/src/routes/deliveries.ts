/** The log of deliveries, delivering again, and how the receivers stand. */
import {
  nextDigest,
  type AuditRecord,
  type Caller,
  type DeliveryOutcome,
  type DeliveryPolicy,
  type ReceiverStanding,
  type RedeliverOutcome,
} from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { StoreOf } from '../guard.ts';
import { addOperation } from '../operation.ts';
import {
  getDelivery,
  listDeliveries,
  listReceivers,
  redeliverDelivery,
  testReceiver,
} from '../operations/deliveries.ts';
import { pageRequest, writePage } from '../page.ts';
import { fromEngine, notFound, Problem } from '../problem.ts';

/** A receiver as people may see it: never a URL, an address or a secret. */
export interface ReceiverDescription {
  readonly name: string;
  /** 'webhook', 'email', 'slack', 'teams', 'kafka', 'bullmq', or what the service brings. */
  readonly kind: string;
  /** Whose alerts alone it is told of; null for those of all. */
  readonly tenant: string | null;
  /** Null where it is told of all at once. */
  readonly policy: DeliveryPolicy | null;
}

export interface DeliveryRouteParts {
  /** The receivers that a tenant may know of. */
  readonly receivers: (tenant: string) => readonly ReceiverDescription[];
  readonly redeliver: (
    tenant: string,
    outboxId: string,
    receiver: string,
  ) => Promise<RedeliverOutcome>;
  /** Null where the tenant has no receiver of that name. */
  readonly test: (tenant: string, receiver: string) => Promise<DeliveryOutcome | null>;
  readonly record: (tenant: string, record: AuditRecord) => Promise<void>;
  /** RFC 3339. */
  readonly now: () => string;
}

export function addDeliveryRoutes(
  app: FastifyInstance,
  storeOf: StoreOf,
  { receivers, redeliver, test, record, now }: DeliveryRouteParts,
): void {
  const audit = (by: Caller, action: string, subject: string, details: object): Promise<void> => {
    const { kind, id, name, tenant } = by;
    const actor = { kind, id, name };
    const entry = { at: now(), actor, action, subject, details: JSON.stringify(details) };
    return fromEngine(record(tenant, entry));
  };

  addOperation(app, listDeliveries, async ({ request, query }) => {
    const { limit, after, receiver, state, alertId } = query;
    const wanted = {
      ...(receiver === undefined ? {} : { receiver }),
      ...(state === undefined ? {} : { state }),
      ...(alertId === undefined ? {} : { alertId }),
    };
    const page = await fromEngine(storeOf(request).deliveries(wanted, pageRequest(limit, after)));
    return writePage(page, (row) => row);
  });

  addOperation(app, getDelivery, async ({ request, params: { outboxId, receiver } }) => {
    const delivery = await fromEngine(storeOf(request).delivery(outboxId, receiver));
    if (delivery === null) throw noDelivery();
    return delivery;
  });

  addOperation(app, redeliverDelivery, async ({ by, params: { outboxId, receiver } }) => {
    const outcome = await fromEngine(redeliver(by.tenant, outboxId, receiver));
    if (outcome.kind === 'unknown') throw noDelivery();
    if (outcome.kind === 'nothing-to-do') {
      throw new Problem(409, 'nothing-to-do', 'Nothing to do', `${outcome.reason}.`);
    }
    const subject = `delivery/${outboxId}/${receiver}`;
    await audit(by, 'delivery-redelivered', subject, { outboxId, receiver });
    return outcome;
  });

  addOperation(app, listReceivers, async ({ request, by }) => {
    const described = receivers(by.tenant);
    const names = described.map((each) => each.name);
    const standings = await fromEngine(storeOf(request).receiverStandings(names));
    const byName = new Map(standings.map((standing) => [standing.receiver, standing]));
    const at = Date.parse(now());
    return { rows: described.map((each) => writeReceiver(each, byName.get(each.name), at)) };
  });

  addOperation(app, testReceiver, async ({ by, params: { name } }) => {
    const outcome = await fromEngine(test(by.tenant, name));
    if (outcome === null) throw notFound('No receiver has this name.');
    await audit(by, 'receiver-tested', `receiver/${name}`, { outcome: outcome.kind });
    return outcome;
  });
}

function noDelivery(): Problem {
  return notFound('No delivery has this notice and receiver.');
}

function writeReceiver(
  { name, kind, tenant, policy }: ReceiverDescription,
  standing: ReceiverStanding | undefined,
  now: number,
) {
  const digest = policy?.digest ?? null;
  return {
    name,
    kind,
    tenant,
    filter: policy?.filter ?? null,
    quietHours: policy?.quietHours ?? null,
    digest,
    rateLimit: policy?.rateLimit ?? null,
    nextDigestAt: digest === null ? null : new Date(nextDigest(digest, now)).toISOString(),
    due: standing?.due ?? 0,
    held: standing?.held ?? 0,
    nextReleaseAt: standing?.nextReleaseAt ?? null,
    lastTakenAt: standing?.lastTakenAt ?? null,
    lastFailedAt: standing?.lastFailedAt ?? null,
  };
}
