/** The system of record in PostgreSQL tables. The database must have been migrated. */
import type { Store } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { selectAlert, selectAlerts } from './alerts.ts';
import { selectAssessments } from './assessments.ts';
import { selectStoreCounts } from './counts.ts';
import { insertDeadLetters, selectDeadLetters } from './dead-letters.ts';
import { hasDelivery, insertDelivery, markRelayed, selectUnrelayed } from './outbox.ts';
import { screen } from './screen.ts';

export function createSqlStore(database: SqlDatabase): Store {
  return {
    screen: (keys, decide) => screen(database, keys, decide),
    addDeadLetters: (letters) => insertDeadLetters(database, letters),
    deadLetters: (page) => selectDeadLetters(database, page),
    unrelayed: (limit) => selectUnrelayed(database, limit),
    markRelayed: (outboxIds, at) => markRelayed(database, outboxIds, at),
    recordDelivery: (outboxId, receiver, at) => insertDelivery(database, outboxId, receiver, at),
    isDelivered: (outboxId, receiver) => hasDelivery(database, outboxId, receiver),
    alerts: (page) => selectAlerts(database, page),
    alert: (alertId) => selectAlert(database, alertId),
    assessments: (key) => selectAssessments(database, key),
    counts: () => selectStoreCounts(database),
  };
}
