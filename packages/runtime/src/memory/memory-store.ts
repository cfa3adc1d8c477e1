/**
 * A whole store in memory: for tests of what stands above the port, and for screening files
 * without leaving anything behind. It forgets all when the process ends.
 */
import type { SearchStore } from '../ports/search-store.ts';
import { createMemorySearchStore } from './memory-search-store.ts';
import { createMemoryDeliveryLog, type MemoryDelivery } from './memory-delivery-log.ts';
import type {
  DeadLetter,
  EventKey,
  KeptDeadLetter,
  OutboxEntry,
  Page,
  PageRequest,
  ScreeningWrites,
  SeenEvent,
  ShipmentHead,
  ShipmentKey,
  Store,
  StoredAlert,
  StoredAssessment,
} from '../ports/store.ts';

interface Tables {
  readonly events: Map<string, SeenEvent>;
  readonly heads: Map<string, ShipmentHead>;
  /** By shipment key and version. */
  readonly assessments: Map<string, StoredAssessment>;
  readonly versions: Map<string, StoredAssessment[]>;
  readonly alerts: Map<string, StoredAlert>;
  readonly outbox: Map<string, OutboxEntry>;
  readonly unrelayed: Set<string>;
  readonly deliveries: Map<string, MemoryDelivery>;
  readonly deadLetters: Map<string, KeptDeadLetter>;
}

/** With what it finds by search. */
export type MemoryStore = Store & { readonly search: SearchStore };

export function createMemoryStore(): MemoryStore {
  const search = createMemorySearchStore();
  const tables: Tables = {
    events: new Map(),
    heads: new Map(),
    assessments: new Map(),
    versions: new Map(),
    alerts: new Map(),
    outbox: new Map(),
    unrelayed: new Set(),
    deliveries: new Map(),
    deadLetters: new Map(),
  };

  return {
    search,
    screen: async (keys, decide) => {
      const writes = decide({
        events: find(tables.events, keys.events.map(eventText)),
        heads: find(tables.heads, keys.shipments.map(shipmentText)),
      });
      refuseDoubles(tables, writes);
      apply(tables, writes);
      search.write(writes);
      return writes;
    },
    addDeadLetters: async (letters) => addDeadLetters(tables, letters),
    deadLetters: async (page) => newestFirst(tables.deadLetters, page),
    deadLetter: async (id) => tables.deadLetters.get(id) ?? null,
    markReplayed: async (id, at) => {
      const letter = tables.deadLetters.get(id);
      if (letter !== undefined) tables.deadLetters.set(id, { ...letter, replayedAt: at });
    },
    unrelayed: async (limit) => find(tables.outbox, [...tables.unrelayed].slice(0, limit)),
    outboxEntry: async (outboxId) => tables.outbox.get(outboxId) ?? null,
    ...createMemoryDeliveryLog({
      outbox: tables.outbox,
      unrelayed: tables.unrelayed,
      deliveries: tables.deliveries,
      addDeadLetters: (letters) => addDeadLetters(tables, letters),
    }),
    alerts: async (page) => newestFirst(tables.alerts, page),
    alert: async (alertId) => tables.alerts.get(alertId) ?? null,
    assessments: async (key) =>
      (tables.versions.get(shipmentText(key)) ?? []).toSorted((a, b) => b.version - a.version),
    shipmentKeys: async (shipmentId) =>
      [...tables.heads.values()]
        .filter((head) => head.shipmentId === shipmentId)
        .map(({ source, declarationKind }) => ({ source, shipmentId, declarationKind })),
    history: async ({ from, to }, { limit, after }) => {
      const within = [...tables.assessments.values()].filter(
        ({ assessedAt }) =>
          (from === null || assessedAt >= from) && (to === null || assessedAt < to),
      );
      const start = after === undefined ? 0 : Number(after);
      const end = start + limit;
      return {
        rows: within.slice(start, end),
        next: end < within.length ? String(end) : null,
      };
    },
    counts: async () => ({
      events: tables.events.size,
      assessments: tables.assessments.size,
      byVerdict: countByVerdict(tables.assessments.values()),
      alerts: tables.alerts.size,
      standingAlerts: [...tables.alerts.values()].filter((one) => one.supersededBy === null).length,
      deadLetters: tables.deadLetters.size,
      unrelayed: tables.unrelayed.size,
      deliveries: countDeliveries(tables, 'taken'),
      dueDeliveries: countDeliveries(tables, 'due'),
    }),
  };
}

/** Before anything is written, so that a refused batch leaves no trace. */
function refuseDoubles(tables: Tables, writes: ScreeningWrites): void {
  refuse('event', tables.events, writes.events.map(eventText));
  refuse('assessment', tables.assessments, writes.assessments.map(versionText));
  const alertIds = writes.alerts.map((alert) => alert.alertId);
  refuse('alert', tables.alerts, alertIds);
  const outboxIds = writes.outbox.map((entry) => entry.outboxId);
  refuse('outbox entry', tables.outbox, outboxIds);
}

function refuse(what: string, table: ReadonlyMap<string, unknown>, keys: readonly string[]): void {
  const own = new Set<string>();
  for (const key of keys) {
    if (table.has(key) || own.has(key)) {
      throw Object.assign(new Error(`the ${what} ${key} is stored already`), {
        code: 'screening-conflict',
      });
    }
    own.add(key);
  }
}

function apply(tables: Tables, writes: ScreeningWrites): void {
  for (const event of writes.events) tables.events.set(eventText(event), event);
  for (const head of writes.heads) tables.heads.set(shipmentText(head), head);
  for (const assessment of writes.assessments) {
    tables.assessments.set(versionText(assessment), assessment);
    const key = shipmentText(assessment);
    const versions = tables.versions.get(key);
    if (versions === undefined) tables.versions.set(key, [assessment]);
    else versions.push(assessment);
  }
  for (const alert of writes.alerts) tables.alerts.set(alert.alertId, alert);
  for (const { alertId, by } of writes.superseded) {
    const alert = tables.alerts.get(alertId);
    if (alert !== undefined) tables.alerts.set(alertId, { ...alert, supersededBy: by });
  }
  for (const entry of writes.outbox) {
    tables.outbox.set(entry.outboxId, entry);
    tables.unrelayed.add(entry.outboxId);
  }
  addDeadLetters(tables, writes.deadLetters);
}

function addDeadLetters(tables: Tables, letters: readonly DeadLetter[]): void {
  for (const letter of letters) {
    if (tables.deadLetters.has(letter.deadLetterId)) continue;
    tables.deadLetters.set(letter.deadLetterId, { ...letter, replayedAt: null });
  }
}

function find<Row>(table: ReadonlyMap<string, Row>, keys: readonly string[]): Row[] {
  const rows: Row[] = [];
  for (const key of new Set(keys)) {
    const row = table.get(key);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Maps keep the order of insertion and nothing is ever deleted: an index is a lasting cursor. */
function newestFirst<Row>(table: ReadonlyMap<string, Row>, page: PageRequest): Page<Row> {
  const end = page.after === undefined ? table.size : Number(page.after);
  if (!Number.isSafeInteger(end) || end < 0) throw new Error(`not a page: ${page.after}`);
  const start = Math.max(0, end - page.limit);
  const rows = [...table.values()].slice(start, end).toReversed();
  return { rows, next: start === 0 ? null : String(start) };
}

function countDeliveries(tables: Tables, state: MemoryDelivery['state']): number {
  const all = [...tables.deliveries.values()];
  // What is in a digest is due with it, and not by itself.
  return all.filter((one) => one.state === state && (state !== 'due' || one.digestId === null))
    .length;
}

function countByVerdict(assessments: Iterable<StoredAssessment>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict } of assessments) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function eventText(key: EventKey): string {
  return text(key.source, key.id);
}

function shipmentText(key: ShipmentKey): string {
  return text(key.source, key.shipmentId, key.declarationKind);
}

function versionText(key: StoredAssessment): string {
  return text(key.source, key.shipmentId, key.declarationKind, String(key.version));
}

/** JSON, as the parts may hold any separator. */
function text(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
