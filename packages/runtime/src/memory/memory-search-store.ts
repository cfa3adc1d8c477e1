/** Search in memory, beside the store in memory, which hands on what it writes. */
import type { FeedEntry, FoundRow, SearchEntry, SearchStore } from '../ports/search-store.ts';
import type { ScreeningWrites, ShipmentKey, StoredAssessment } from '../ports/store.ts';
import { DocumentSet } from '../search/document-set.ts';
import { compare } from '../search/find.ts';
import { alertTerm, supersededTerm } from '../search/terms.ts';

export interface MemorySearchStore extends SearchStore {
  /** What screening wrote, once it is in. */
  write(writes: ScreeningWrites): void;
}

const never = '9999-12-31T23:59:59.999Z';

export function createMemorySearchStore(): MemorySearchStore {
  const rows: FoundRow[] = [];
  const terms = new Map<string, DocumentSet>();
  const feed: FeedEntry[] = [];
  const unfiled: StoredAssessment[] = [];
  const fates = new Map<string, string | null>();
  const documents = new Map<string, string>();
  const events = new Set<string>();
  const heads = new Map<string, string | null>();

  const file = (term: string, document: number): void => {
    const set = terms.get(term) ?? new DocumentSet();
    set.add(document);
    terms.set(term, set);
  };
  const add = (
    { assessment: _a, shipment: _s, ...stored }: StoredAssessment,
    entry: SearchEntry,
    supersededBy: string | null,
  ): void => {
    const document = rows.length;
    rows.push({ ...stored, ...factsOf(entry), document, supersededBy });
    for (const term of entry.terms) file(term, document);
    if (supersededBy !== null) file(supersededTerm, document);
  };
  const all = <Row>(wanted: readonly (Row | undefined)[]): Row[] =>
    wanted.filter((row) => row !== undefined);

  return {
    write({ assessments, alerts, search = [], superseded, outbox, ...writes }) {
      for (const { source, id } of writes.events) events.add(JSON.stringify([source, id]));
      for (const head of writes.heads) heads.set(keyText(head), head.alertId);
      for (const { alertId, document } of alerts) {
        documents.set(alertId, document);
        fates.set(alertId, null);
      }
      const entries = new Map(search.map((entry) => [textOf(entry), entry]));
      for (const stored of assessments) {
        const entry = entries.get(textOf(stored));
        if (entry === undefined) unfiled.push(stored);
        else add(stored, entry, null);
      }
      for (const { alertId, by } of superseded) {
        fates.set(alertId, by);
        const document = rows.findIndex((row) => row.alertId === alertId);
        const row = rows[document];
        if (row === undefined) continue;
        rows[document] = { ...row, supersededBy: by };
        file(supersededTerm, document);
      }
      for (const entry of outbox) feed.push({ ...entry, cursor: String(feed.length + 1) });
    },
    documentsWith: async (wanted) =>
      new Map(
        wanted.flatMap((term) => {
          const set = terms.get(term);
          return set === undefined ? [] : [[term, set.or(new DocumentSet())] as const];
        }),
      ),
    termsFrom: async (prefix) =>
      [...terms.keys()].filter((term) => term.startsWith(prefix)).toSorted(),
    async walk(order, alertsOnly, bounds, after, limit) {
      return rows
        .filter((row) => isWithin(row, bounds))
        .filter((row) => row.alertId !== null || (!alertsOnly && order === 'time'))
        .map((row) => rankOf(row, order))
        .filter((rank) => after === null || compare(order, rank, after) > 0)
        .toSorted((a, b) => compare(order, a, b))
        .slice(0, limit);
    },
    ranks: async (order, bounds, documents) =>
      all(documents.map((document) => rows[document]))
        .filter((row) => isWithin(row, bounds))
        .map((row) => rankOf(row, order)),
    rows: async (documents) => all(documents.map((document) => rows[document])),
    rowOfAlert: async (alertId) => rows.find((row) => row.alertId === alertId) ?? null,
    alertDocuments: async (alertIds) =>
      new Map(
        alertIds.flatMap((alertId) => {
          const document = documents.get(alertId);
          return document === undefined ? [] : [[alertId, document] as const];
        }),
      ),
    numbersOfAlerts: async (alertIds) =>
      rows.flatMap(({ alertId, document }) =>
        alertId !== null && alertIds.includes(alertId) ? [document] : [],
      ),
    effects: async (asked, shipments) => ({
      events: asked.filter(({ source, id }) => events.has(JSON.stringify([source, id]))).length,
      alerts: shipments.filter((key) => (heads.get(keyText(key)) ?? null) !== null).length,
    }),
    rowsOfShipment: async (key) =>
      rows.filter((row) => keyText(row) === keyText(key)).toSorted((a, b) => b.version - a.version),
    fileUnfiled: async (limit, toEntry) => {
      const some = unfiled.splice(0, limit);
      for (const stored of some) {
        const entry = toEntry(stored);
        const raised = entry.alertId !== null && fates.has(entry.alertId);
        const terms = entry.terms.filter((term) => raised || term !== alertTerm);
        const alertId = raised ? entry.alertId : null;
        add(stored, { ...entry, alertId, terms }, fates.get(alertId ?? '') ?? null);
      }
      return some.length;
    },
    feed: async (after, limit) => {
      if (after !== null && !/^\d{1,15}$/.test(after)) {
        throw Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
      }
      return feed.slice(Number(after), Number(after) + limit);
    },
    feedEnd: async () => feed.at(-1)?.cursor ?? null,
  };
}

function rankOf(row: FoundRow, order: Parameters<SearchStore['walk']>[0]) {
  const { document, assessedAt, risk, arrivalAt } = row;
  switch (order) {
    case 'time':
      return { document, key: assessedAt };
    case 'risk':
      return { document, key: String(risk) };
    case 'arrival':
      return { document, key: arrivalAt ?? never };
  }
}

function isWithin(row: FoundRow, bounds: Parameters<SearchStore['walk']>[2]): boolean {
  const { from, to, minScore = 0, maxScore = 1, minRisk = 0, maxRisk = Infinity } = bounds;
  return (
    (from === undefined || row.assessedAt >= from) &&
    (to === undefined || row.assessedAt < to) &&
    row.score >= minScore &&
    row.score <= maxScore &&
    row.risk >= minRisk &&
    row.risk < maxRisk
  );
}

function factsOf({ severity, alertId, arrivalAt, risk, subject }: SearchEntry) {
  return { severity, alertId, arrivalAt, risk, subject };
}

function keyText({ source, shipmentId, declarationKind }: ShipmentKey): string {
  return JSON.stringify([source, shipmentId, declarationKind]);
}

function textOf(versioned: ShipmentKey & { readonly version: number }): string {
  return `${keyText(versioned)}${versioned.version}`;
}
