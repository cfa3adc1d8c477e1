/**
 * Decides what a batch of assessed events changes: which had their effect before, which supersede
 * an earlier declaration, which alerts rise and which fall. Pure, so that every engine decides alike.
 *
 * Rules. An event seen before (same source, id and content) changes nothing. The same id with other
 * content is a fault of the sender and goes to the dead letters. A new event that repeats what
 * stands changes nothing but is remembered, as is the time it did so. A new event that is older, by its own time, than what
 * stands is kept for the record and raises nothing. Any other supersedes: its alert replaces the
 * one that stood, or withdraws it.
 */
import {
  alertFor,
  alertRaisedType,
  alertWithdrawnType,
  type AlertData,
  type Assessment,
  type DeclaredEvent,
  type Sha256,
} from '@herkomst/core';
import { toDeadLetter } from '../intake/dead-letter.ts';
import { shipmentKeyOf, writeShipmentKey, writeTenant } from '../intake/stream-event.ts';
import type {
  DeadLetter,
  EventKey,
  OutboxEntry,
  ScreeningKnown,
  ScreeningWrites,
  SeenEvent,
  ShipmentHead,
  StoredAlert,
  StoredAssessment,
} from '../ports/store.ts';
import type { SearchEntry } from '../ports/search-store.ts';
import { searchEntryOf } from '../search/entry.ts';
import { defaultTenant } from '../tenant.ts';
import { writeTraceparent } from '../tracing/carried.ts';

export interface AssessedEvent {
  readonly event: DeclaredEvent;
  readonly assessment: Assessment;
  /** Where in the stream it stood, for the dead letter of a reused id. */
  readonly position: string;
  readonly original: string;
  /** Names the step that assessed it, for the alert to carry on; absent when nothing is traced. */
  readonly traceparent?: string | null;
}

/** What receivers are told when a corrected declaration no longer calls for an alert. */
export interface WithdrawalData {
  readonly alertId: string;
  readonly shipmentId: string;
  /** The event that withdrew it. */
  readonly cause: EventKey;
  readonly verdict: string;
  readonly score: number;
  readonly reason: string;
  readonly assessmentHash: string;
}

export interface PlanContext {
  /** Whose events these are. */
  readonly tenant: string;
  readonly now: string;
  readonly origin: string;
  readonly sha256: Sha256;
}

export function planScreening(
  batch: readonly AssessedEvent[],
  known: ScreeningKnown,
  context: PlanContext,
): ScreeningWrites {
  const seen = new Map(known.events.map((event) => [writeEventKey(event), event.digest]));
  const heads = new Map(known.heads.map((head) => [writeShipmentKey(head), head]));
  const changedHeads = new Map<string, ShipmentHead>();
  const events: SeenEvent[] = [];
  const assessments: StoredAssessment[] = [];
  const alerts: StoredAlert[] = [];
  const superseded: { alertId: string; by: string }[] = [];
  const outbox: OutboxEntry[] = [];
  const deadLetters: DeadLetter[] = [];
  const search: SearchEntry[] = [];

  for (const assessed of batch) {
    const { event, assessment } = assessed;
    const digest = assessment.shipmentDigest;
    const before = seen.get(writeEventKey(event));
    if (before !== undefined) {
      if (before !== digest) deadLetters.push(reusedId(assessed, context));
      continue;
    }
    seen.set(writeEventKey(event), digest);
    events.push({ source: event.source, id: event.id, digest });

    const key = shipmentKeyOf(event);
    const keyText = writeShipmentKey(key);
    const head = heads.get(keyText);
    if (head !== undefined && head.digest === digest) {
      // Said again later, so what was said in between is overtaken.
      if (isOlder(head.eventTime, event.time)) {
        setHead(keyText, { ...head, eventTime: event.time });
      }
      continue;
    }

    const version = (head?.version ?? 0) + 1;
    const current = head === undefined || !isOlder(event.time, head.eventTime);
    const stored: StoredAssessment = {
      ...key,
      version,
      eventId: event.id,
      assessmentHash: assessment.hash,
      verdict: assessment.verdict,
      score: assessment.score,
      current,
      assessedAt: context.now,
      assessment: JSON.stringify(assessment),
      shipment: JSON.stringify(event.shipment),
    };
    assessments.push(stored);
    const { shipment } = event;
    if (!current) {
      search.push(searchEntryOf({ stored, shipment, assessment, alertId: null }));
      // The head keeps its facts and takes the version number, so that the next one is free.
      setHead(keyText, { ...head, version });
      continue;
    }
    const standing = head?.alertId ?? null;
    const alert = alertFor(
      event,
      assessment,
      standing,
      context.sha256,
      context.tenant === defaultTenant ? null : context.tenant,
    );
    const alertId = alert?.alertId ?? null;
    search.push(searchEntryOf({ stored, shipment, assessment, alertId }));
    if (alert !== null) {
      const document = writeRaised(alert, assessed.traceparent ?? null, context);
      alerts.push({
        ...key,
        alertId: alert.alertId,
        version,
        severity: alert.severity,
        score: alert.score,
        raisedAt: context.now,
        supersededBy: null,
        document,
      });
      outbox.push({ outboxId: alert.alertId, type: alertRaisedType, document });
    }
    if (standing !== null) {
      superseded.push({ alertId: standing, by: alert?.alertId ?? assessment.hash });
      if (alert === null) outbox.push(withdrawal(standing, assessed, context));
    }
    setHead(keyText, {
      ...key,
      version,
      digest,
      eventTime: event.time,
      assessmentHash: assessment.hash,
      alertId,
    });
  }

  function setHead(keyText: string, head: ShipmentHead): void {
    heads.set(keyText, head);
    changedHeads.set(keyText, head);
  }

  return {
    events,
    heads: [...changedHeads.values()],
    assessments,
    alerts,
    superseded,
    outbox,
    deadLetters,
    search,
  };
}

/** Only where both events say when they happened can one be called older. */
function isOlder(time: string | null, than: string | null): boolean {
  return time !== null && than !== null && Date.parse(time) < Date.parse(than);
}

function writeEventKey({ source, id }: EventKey): string {
  return JSON.stringify([source, id]);
}

function writeRaised(
  alert: AlertData,
  traceparent: string | null,
  { tenant, now }: PlanContext,
): string {
  return JSON.stringify({
    specversion: '1.0',
    id: alert.alertId,
    source: '/herkomst/screener',
    type: alertRaisedType,
    subject: alert.shipmentId,
    time: now,
    ...writeTenant(tenant),
    ...writeTraceparent(traceparent),
    datacontenttype: 'application/json',
    data: alert,
  });
}

function withdrawal(
  alertId: string,
  { event, assessment, traceparent = null }: AssessedEvent,
  { tenant, now }: PlanContext,
): OutboxEntry {
  const outboxId = `${alertId}-withdrawn`;
  const document = JSON.stringify({
    specversion: '1.0',
    id: outboxId,
    source: '/herkomst/screener',
    type: alertWithdrawnType,
    subject: event.shipment.shipmentId,
    time: now,
    ...writeTenant(tenant),
    ...writeTraceparent(traceparent),
    datacontenttype: 'application/json',
    data: {
      alertId,
      shipmentId: event.shipment.shipmentId,
      cause: { source: event.source, id: event.id },
      verdict: assessment.verdict,
      score: assessment.score,
      reason: 'A corrected declaration no longer calls for it.',
      assessmentHash: assessment.hash,
    } satisfies WithdrawalData,
  });
  return { outboxId, type: alertWithdrawnType, document };
}

function reusedId({ event, position, original }: AssessedEvent, context: PlanContext): DeadLetter {
  return toDeadLetter(
    {
      origin: context.origin,
      position,
      code: 'event-id-reused',
      faults: [
        {
          code: 'wrong-value',
          path: 'id',
          message:
            `the event "${event.id}" of "${event.source}" was taken in before with other content; ` +
            'a correction needs an id of its own',
        },
      ],
      original: new TextEncoder().encode(original),
    },
    context.now,
  );
}
