import {
  alertRaisedType,
  alertWithdrawnType,
  type Assessment,
  type DeclaredEvent,
  type Shipment,
  type Verdict,
} from '@herkomst/core';
import { describe, expect, test } from 'vitest';
import type { ScreeningKnown, ShipmentHead } from '../ports/store.ts';
import { sha256 } from '../sha256.ts';
import { planScreening, type AssessedEvent } from './plan.ts';

const context = {
  tenant: 'default',
  now: '2026-11-24T08:00:00.000Z',
  origin: 'stream:test',
  sha256,
};
const nothingKnown: ScreeningKnown = { events: [], heads: [] };

interface Declared {
  readonly id?: string;
  readonly source?: string;
  readonly time?: string | null;
  readonly shipmentId?: string;
  readonly kind?: Shipment['declaration']['kind'];
  /** Stands for the declared facts: the same text, the same facts. */
  readonly facts?: string;
  readonly verdict?: Verdict;
}

function declared(some: Declared): AssessedEvent {
  const {
    id = 'e1',
    source = 'urn:broker',
    time = null,
    shipmentId = 'S-1',
    kind = 'import',
    facts = 'first',
    verdict = 'alert',
  } = some;
  const shipment: Shipment = {
    shipmentId,
    declaration: { kind, jurisdiction: 'NL' },
    transport: { mode: 'sea', transhipmentPorts: [], containers: [] },
    parties: [{ role: 'exporter', name: 'Hair Co', otherNames: [], identifiers: [] }],
    items: [{ lineNumber: 1, commodityCode: '6704', description: facts }],
  };
  const event: DeclaredEvent = { source, id, time, shipment };
  const assessment: Assessment = {
    schema: 'org.herkomst.assessment.v1',
    shipmentId,
    declaration: { kind, jurisdiction: 'NL', mrn: null },
    verdict,
    severity: 'high',
    score: verdict === 'alert' ? 0.9 : 0.1,
    baseline: -3.8918,
    calibration: { intercept: 0, slope: 1 },
    findings: [],
    gaps: [],
    determinations: [],
    rulebook: { id: 'test', version: '1', digest: 'd' },
    lists: [],
    shipmentDigest: sha256(facts),
    hash: sha256(`${facts} assessed`),
  };
  return { event, assessment, position: `p-${id}`, original: JSON.stringify({ id }) };
}

function headOf({ event, assessment }: AssessedEvent, some: Partial<ShipmentHead>): ShipmentHead {
  return {
    source: event.source,
    shipmentId: event.shipment.shipmentId,
    declarationKind: event.shipment.declaration.kind,
    version: 1,
    digest: assessment.shipmentDigest,
    eventTime: event.time,
    assessmentHash: assessment.hash,
    alertId: null,
    ...some,
  };
}

function plan(batch: readonly AssessedEvent[], known: ScreeningKnown = nothingKnown) {
  return planScreening(batch, known, context);
}

describe('a new declaration', () => {
  test('is stored, and raises its alert once with an outbox entry to tell of it', () => {
    const writes = plan([declared({})]);
    expect(writes.assessments).toMatchObject([{ version: 1, current: true, verdict: 'alert' }]);
    expect(writes.alerts).toHaveLength(1);
    const [alert] = writes.alerts;
    expect(writes.outbox).toEqual([
      { outboxId: alert?.alertId, type: alertRaisedType, document: alert?.document },
    ]);
    expect(writes.heads).toMatchObject([{ version: 1, alertId: alert?.alertId }]);
    expect(writes.superseded).toEqual([]);
  });

  test('that calls for none raises none', () => {
    for (const verdict of ['clear', 'review', 'unknown'] as const) {
      const writes = plan([declared({ verdict })]);
      expect(writes.assessments).toHaveLength(1);
      expect([writes.alerts, writes.outbox]).toEqual([[], []]);
      expect(writes.heads[0]?.alertId).toBeNull();
    }
  });
});

describe('an event seen before', () => {
  test('changes nothing, within a batch and over batches', () => {
    const once = plan([declared({})]);
    expect(plan([declared({}), declared({})])).toEqual(once);
    const later = plan([declared({})], { events: once.events, heads: once.heads });
    expect(Object.values(later).every((rows) => rows.length === 0)).toBe(true);
  });

  test('with other content goes to the dead letters with its bytes', () => {
    const first = plan([declared({})]);
    const writes = plan([declared({ facts: 'other' })], first);
    expect(writes.assessments).toEqual([]);
    expect(writes.deadLetters).toMatchObject([
      { code: 'event-id-reused', path: 'id', position: 'p-e1', origin: 'stream:test' },
    ]);
    expect(new TextDecoder().decode(writes.deadLetters[0]?.original)).toBe('{"id":"e1"}');
  });

  test('is another event when its source is another', () => {
    const writes = plan([declared({}), declared({ source: 'urn:other' })]);
    expect(writes.assessments.map(({ version }) => version)).toEqual([1, 1]);
  });
});

describe('a further declaration of one shipment', () => {
  test('with the same facts is remembered and changes nothing else', () => {
    const first = plan([declared({})]);
    const writes = plan([declared({ id: 'e2' })], first);
    expect(writes.events).toMatchObject([{ id: 'e2' }]);
    expect({ ...writes, events: [] }).toEqual(plan([]));
  });

  test('supersedes the former alert by its own', () => {
    const first = plan([declared({})]);
    const writes = plan([declared({ id: 'e2', facts: 'second' })], first);
    const [alert] = writes.alerts;
    expect(writes.assessments).toMatchObject([{ version: 2, current: true }]);
    expect(writes.superseded).toEqual([{ alertId: first.alerts[0]?.alertId, by: alert?.alertId }]);
    expect(JSON.parse(alert?.document ?? '')).toMatchObject({
      data: { supersedes: first.alerts[0]?.alertId },
    });
    expect(alert?.alertId).not.toBe(first.alerts[0]?.alertId);
  });

  test('that clears withdraws the alert and says so', () => {
    const first = plan([declared({})]);
    const writes = plan([declared({ id: 'e2', facts: 'second', verdict: 'clear' })], first);
    const alertId = first.alerts[0]?.alertId;
    expect(writes.alerts).toEqual([]);
    expect(writes.superseded).toEqual([{ alertId, by: writes.assessments[0]?.assessmentHash }]);
    expect(writes.outbox).toMatchObject([
      { outboxId: `${alertId}-withdrawn`, type: alertWithdrawnType },
    ]);
    expect(writes.heads[0]?.alertId).toBeNull();
  });

  test('raises, falls and rises again within one batch as over three', () => {
    const events = [
      declared({ id: 'e1', facts: 'a' }),
      declared({ id: 'e2', facts: 'b', verdict: 'clear' }),
      declared({ id: 'e3', facts: 'c' }),
    ];
    const together = plan(events);
    let known = nothingKnown;
    const apart = events.map((event) => {
      const writes = plan([event], known);
      known = { events: [...known.events, ...writes.events], heads: writes.heads };
      return writes;
    });
    expect(together.alerts).toEqual(apart.flatMap(({ alerts }) => alerts));
    expect(together.outbox).toEqual(apart.flatMap(({ outbox }) => outbox));
    expect(together.superseded).toEqual(apart.flatMap(({ superseded }) => superseded));
    expect(together.assessments).toEqual(apart.flatMap(({ assessments }) => assessments));
    expect(together.heads).toEqual(apart.at(-1)?.heads);
  });

  test('of another kind leaves the former alone', () => {
    const first = plan([declared({})]);
    const writes = plan([declared({ id: 'e2', kind: 'manifest', verdict: 'clear' })], first);
    expect(writes.superseded).toEqual([]);
    expect(writes.assessments).toMatchObject([{ version: 1, declarationKind: 'manifest' }]);
  });
});

describe('a declaration older than the one that stands', () => {
  const standing = declared({ id: 'e2', time: '2026-03-02T08:00:00Z', facts: 'new' });
  const older = declared({
    id: 'e1',
    time: '2026-03-01T08:00:00Z',
    facts: 'old',
    verdict: 'clear',
  });

  test('is kept for the record and changes no alert', () => {
    const first = plan([standing]);
    const writes = plan([older], first);
    expect(writes.assessments).toMatchObject([{ version: 2, current: false }]);
    expect([writes.alerts, writes.superseded, writes.outbox]).toEqual([[], [], []]);
    expect(writes.heads).toEqual([{ ...first.heads[0], version: 2 }]);
  });

  test('compares instants, not texts', () => {
    const known = {
      events: [],
      heads: [headOf(standing, { eventTime: '2026-03-02T10:00:00+05:00' })],
    };
    const between = declared({ id: 'e3', time: '2026-03-02T06:00:00Z', facts: 'between' });
    expect(plan([between], known).assessments[0]?.current).toBe(true);
  });

  test('is overtaken by a later repetition of what stood before it, too', () => {
    const first = declared({ id: 'e1', time: '2026-03-01T08:00:00Z' });
    const repeated = declared({ id: 'e2', time: '2026-03-03T08:00:00Z' });
    const between = declared({ id: 'e3', time: '2026-03-02T08:00:00Z', facts: 'between' });
    const writes = plan([first, repeated, between]);
    expect(writes.assessments.map(({ current }) => current)).toEqual([true, false]);
    expect(writes.heads).toMatchObject([{ eventTime: '2026-03-03T08:00:00Z', version: 2 }]);
  });

  test('is not called older when either gives no time', () => {
    const known = { events: [], heads: [headOf(standing, { eventTime: null })] };
    expect(plan([older], known).assessments[0]?.current).toBe(true);
  });
});

test('alerts of two tenants on the same event have ids of their own, and say whose they are', () => {
  const [own, others] = ['default', 'acme'].map((tenant) => {
    const { alerts, outbox } = planScreening([declared({})], nothingKnown, { ...context, tenant });
    expect(JSON.parse(outbox[0]!.document)).toMatchObject({
      id: alerts[0]!.alertId,
      herkomsttenant: tenant,
    });
    return alerts[0]!.alertId;
  });
  expect(own).not.toBe(others);
});
