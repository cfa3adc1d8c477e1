/**
 * Rows for the contract suites, so that a suite says only what matters to the sentence it tests.
 */
import type { RoutedDelivery } from '../ports/delivery-log.ts';
import type {
  DeadLetter,
  EventKey,
  KeptDeadLetter,
  OutboxEntry,
  ScreeningKnown,
  ScreeningWrites,
  SeenEvent,
  ShipmentHead,
  ShipmentKey,
  StoredAlert,
  StoredAssessment,
} from '../ports/store.ts';

/**
 * Text an engine might mangle: NUL, other controls, separators of the sort adapters use inside,
 * quoting, combining marks, characters beyond the first plane, private use, right to left.
 */
export const oddTexts: readonly string[] = [
  'a\u0000b',
  '\u0000',
  '\u001b0000\u001b\u001e\u001f\u0001\u007f',
  'line\r\nline\tend ',
  ' leading and trailing ',
  String.raw`back\slash \u0000 {"quoted",'single'} $1 %s NULL`,
  'Ürümqi U\u0308ru\u0308mqi 乌鲁木齐 𠮷野家 👩🏽‍🏭 \ue000 \ufffe \uffff \ufeff',
  'ئۈرۈمچى \u202eabc\u202c',
];

export const noWrites: ScreeningWrites = {
  events: [],
  heads: [],
  assessments: [],
  alerts: [],
  superseded: [],
  outbox: [],
  deadLetters: [],
};

export function writes(some: Partial<ScreeningWrites>): ScreeningWrites {
  return { ...noWrites, ...some };
}

export function seen(id: string, some: Partial<SeenEvent> = {}): SeenEvent {
  return { source: 'urn:sender', id, digest: `digest of ${id}`, ...some };
}

export function shipmentKey(shipmentId: string, some: Partial<ShipmentKey> = {}): ShipmentKey {
  return { source: 'urn:sender', shipmentId, declarationKind: 'import', ...some };
}

export function head(shipmentId: string, some: Partial<ShipmentHead> = {}): ShipmentHead {
  return {
    ...shipmentKey(shipmentId),
    version: 1,
    digest: `digest of ${shipmentId}`,
    eventTime: '2026-03-02T08:00:00+01:00',
    assessmentHash: `hash of ${shipmentId}`,
    alertId: null,
    ...some,
  };
}

export function assessment(
  shipmentId: string,
  some: Partial<StoredAssessment> = {},
): StoredAssessment {
  return {
    ...shipmentKey(shipmentId),
    version: 1,
    eventId: `event of ${shipmentId}`,
    assessmentHash: `hash of ${shipmentId}`,
    verdict: 'clear',
    score: 0.1,
    current: true,
    assessedAt: '2026-03-02T08:00:00.000Z',
    assessment: '{"verdict":"clear"}',
    shipment: '{"items":[]}',
    ...some,
  };
}

export function alert(alertId: string, some: Partial<StoredAlert> = {}): StoredAlert {
  return {
    ...shipmentKey(`shipment of ${alertId}`),
    alertId,
    version: 1,
    severity: 'high',
    score: 0.9,
    raisedAt: '2026-03-02T08:00:00.000Z',
    supersededBy: null,
    document: `{"id":"${alertId}"}`,
    ...some,
  };
}

export function outboxEntry(outboxId: string, some: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    outboxId,
    type: 'org.herkomst.alert.raised.v1',
    document: `{"id":"${outboxId}"}`,
    ...some,
  };
}

/** What relaying writes where no rule sets anything aside. */
export function routed(
  outboxId: string,
  receivers: readonly string[],
  some: Partial<RoutedDelivery> = {},
): RoutedDelivery[] {
  return receivers.map((receiver) => ({
    outboxId,
    receiver,
    priority: 100,
    routing: { kind: 'due' },
    ...some,
  }));
}

export function deadLetter(deadLetterId: string, some: Partial<DeadLetter> = {}): DeadLetter {
  return {
    deadLetterId,
    origin: 'file:drop/manifest.csv',
    position: '17',
    code: 'invalid-json',
    reason: 'expected a value, found the end of the line',
    path: 'data.items[0]',
    original: new TextEncoder().encode(deadLetterId),
    receivedAt: '2026-03-02T08:00:00.000Z',
    ...some,
  };
}

/** The same as it is kept: nobody handed it in again. */
export function keptLetter(
  deadLetterId: string,
  some: Partial<KeptDeadLetter> = {},
): KeptDeadLetter {
  return { ...deadLetter(deadLetterId), replayedAt: null, ...some };
}

/** What a screener would write for one event and its shipment, unless the event is known. */
export function decideOnce(
  event: EventKey,
  shipmentId: string,
): (known: ScreeningKnown) => ScreeningWrites {
  return (known) => {
    if (known.events.some((one) => one.source === event.source && one.id === event.id)) {
      return noWrites;
    }
    const version = (known.heads[0]?.version ?? 0) + 1;
    const name = `${shipmentId}/${event.id}`;
    return writes({
      events: [seen(event.id, { source: event.source })],
      heads: [head(shipmentId, { version, alertId: name })],
      assessments: [assessment(shipmentId, { version, eventId: event.id, verdict: 'alert' })],
      alerts: [alert(name, { version })],
      outbox: [outboxEntry(name)],
    });
  };
}
