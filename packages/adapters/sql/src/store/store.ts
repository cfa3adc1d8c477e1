/** The system of record in PostgreSQL tables. The database must have been migrated. */
import type { Store, Stores } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { Blocks } from '../search/blocks.ts';
import { selectAlert, selectAlerts } from './alerts.ts';
import { selectAssessmentHistory, selectAssessments, selectShipmentKeys } from './assessments.ts';
import { selectStoreCounts } from './counts.ts';
import {
  insertDeadLetters,
  markReplayed,
  selectDeadLetter,
  selectDeadLetters,
} from './dead-letters.ts';
import {
  giveUpDelivery,
  holdDelivery,
  isDelivered,
  markRelayed,
  recordAttempt,
  recordDelivery,
  redeliver,
  releaseHeld,
  reopenDelivery,
  selectDue,
} from './deliveries.ts';
import { selectDeliveries, selectDelivery, selectReceiverStandings } from './delivery-rows.ts';
import { mergeDigest, selectDigestsDue } from './digests.ts';
import { selectOutboxEntry, selectUnrelayed } from './outbox.ts';
import { asTenant } from '../tenancy/as-tenant.ts';
import { screen } from './screen.ts';

export interface SqlStoreOptions {
  /** Whether what is stored is owed to topics, too; see PublicationLog. Default: no. */
  readonly publishes?: boolean;
}

export function createSqlStores(
  database: SqlDatabase,
  { publishes = false }: SqlStoreOptions = {},
): Stores {
  // Kept, as each knows of numbers that it may still give out.
  const stores = new Map<string, Store>();
  return {
    of(tenant) {
      const store = stores.get(tenant) ?? createStore(asTenant(database, tenant), publishes);
      stores.set(tenant, store);
      return store;
    },
  };
}

/** Every statement goes to the database as the tenant has it, so none of them needs to name it. */
function createStore(database: SqlDatabase, publishes: boolean): Store {
  const blocks = new Blocks();
  return {
    screen: (keys, decide) => screen(database, keys, decide, { blocks, publishes }),
    addDeadLetters: (letters) => insertDeadLetters(database, letters, publishes),
    deadLetters: (page) => selectDeadLetters(database, page),
    deadLetter: (deadLetterId) => selectDeadLetter(database, deadLetterId),
    markReplayed: (deadLetterId, at) => markReplayed(database, deadLetterId, at),
    unrelayed: (limit) => selectUnrelayed(database, limit),
    outboxEntry: (outboxId) => selectOutboxEntry(database, outboxId),
    markRelayed: (outboxIds, deliveries, at) => markRelayed(database, outboxIds, deliveries, at),
    dueDeliveries: (dueBefore, limit) => selectDue(database, dueBefore, limit),
    recordDelivery: (outboxId, receiver, at, attempt) =>
      recordDelivery(database, outboxId, receiver, at, attempt),
    recordAttempt: (outboxId, receiver, attempt) =>
      recordAttempt(database, outboxId, receiver, attempt),
    isDelivered: (outboxId, receiver) => isDelivered(database, outboxId, receiver),
    delivery: (outboxId, receiver) => selectDelivery(database, outboxId, receiver),
    deliveries: (query, page) => selectDeliveries(database, query, page),
    receiverStandings: (receivers) => selectReceiverStandings(database, receivers),
    holdDelivery: (outboxId, receiver, routing) =>
      holdDelivery(database, outboxId, receiver, routing),
    releaseHeld: (at, limit) => releaseHeld(database, at, limit),
    digestsDue: (at) => selectDigestsDue(database, at),
    mergeDigest: (receiver, at, limit, compose) =>
      mergeDigest(database, receiver, at, limit, compose),
    giveUpDelivery: (outboxId, receiver, letter, at) =>
      giveUpDelivery(database, outboxId, receiver, letter, at, publishes),
    reopenDelivery: (outboxId, receiver, at) => reopenDelivery(database, outboxId, receiver, at),
    redeliver: (outboxId, receiver, at) => redeliver(database, outboxId, receiver, at),
    alerts: (page) => selectAlerts(database, page),
    alert: (alertId) => selectAlert(database, alertId),
    assessments: (key) => selectAssessments(database, key),
    shipmentKeys: (shipmentId) => selectShipmentKeys(database, shipmentId),
    history: (period, page) => selectAssessmentHistory(database, period, page),
    counts: () => selectStoreCounts(database),
  };
}
