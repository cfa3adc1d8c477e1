/** What every search store must do, sentence by sentence of the port. Screening writes what it finds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEntry, SearchStore } from '../ports/search-store.ts';
import type { Store, StoredAssessment } from '../ports/store.ts';
import { supersededTerm } from '../search/terms.ts';
import {
  alert,
  assessment,
  head,
  oddTexts,
  seen,
  outboxEntry,
  shipmentKey,
  writes,
} from './samples.ts';

export interface SearchStoreHarness {
  readonly search: SearchStore;
  readonly store: Store;
  close(): Promise<void>;
}

interface Made {
  readonly id: string;
  readonly at?: string;
  readonly score?: number;
  readonly risk?: number;
  readonly alert?: boolean;
  readonly arrivalAt?: string | null;
  readonly version?: number;
  readonly terms?: readonly string[];
}

const time = (minute: number): string => `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`;

function entry({ id, risk = 0, alert = false, arrivalAt = null, version = 1, terms = [] }: Made) {
  return {
    ...shipmentKey(id),
    version,
    severity: 'high',
    alertId: alert ? `alert of ${id}` : null,
    arrivalAt,
    risk,
    subject: JSON.stringify({ of: id }),
    terms,
  } satisfies SearchEntry;
}

/** Defines the suite; `open` gives empty stores over the same rows to each test. */
export function searchStoreContract(name: string, open: () => Promise<SearchStoreHarness>): void {
  describe(`${name} as a search store`, () => {
    let harness: SearchStoreHarness;
    let search: SearchStore;
    beforeEach(async () => {
      harness = await open();
      search = harness.search;
    });
    afterEach(() => harness.close());

    const screen = async (...made: readonly Made[]): Promise<void> => {
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({
          assessments: made.map(({ id, at = time(0), score = 0.5, version = 1 }) =>
            assessment(id, { assessedAt: at, score, version }),
          ),
          search: made.map(entry),
        }),
      );
    };
    const idsOf = async (documents: Iterable<number>): Promise<string[]> =>
      (await search.rows([...documents])).map(({ shipmentId }) => shipmentId);
    const idsWith = async (term: string): Promise<string[]> =>
      (await idsOf((await search.documentsWith([term])).get(term) ?? [])).toSorted();

    it('finds documents by their terms, over many small and large transactions', async () => {
      const one = Array.from({ length: 300 }, (_, nth): Made => ({
        id: `a${nth}`,
        terms: nth % 3 === 0 ? ['p:all', 'p:third'] : ['p:all'],
      }));
      await screen(...one);
      for (let nth = 0; nth < 5; nth += 1) await screen({ id: `b${nth}`, terms: ['p:all', 'p:b'] });
      const sets = await search.documentsWith(['p:all', 'p:third', 'p:b', 'p:none']);
      expect([...sets.keys()].toSorted()).toEqual(['p:all', 'p:b', 'p:third']);
      expect(sets.get('p:all')?.size).toBe(305);
      expect(sets.get('p:third')?.size).toBe(100);
      expect(await idsWith('p:b')).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    });

    it('takes any text for a term, and tells terms apart by it', async () => {
      const terms = oddTexts.map((text) => `p:${text}`);
      await screen(...terms.map((term, nth): Made => ({ id: `odd ${nth}`, terms: [term] })));
      for (const [nth, term] of terms.entries())
        expect(await idsWith(term)).toEqual([`odd ${nth}`]);
    });

    it('lists the terms that begin alike', async () => {
      await screen(
        { id: 'a', terms: ['o:CN', 'o:NL', 'p:o'] },
        { id: 'b', terms: ['o:CN', 'o:TR', 'oo:X'] },
      );
      expect(await search.termsFrom('o:')).toEqual(['o:CN', 'o:NL', 'o:TR']);
      expect(await search.termsFrom('x:')).toEqual([]);
    });

    it('files nothing of a transaction that fails, and goes on after it', async () => {
      await screen({ id: 'a', terms: ['p:x'] });
      await expect(screen({ id: 'a', terms: ['p:x', 'p:y'] })).rejects.toMatchObject({
        code: 'screening-conflict',
      });
      await screen({ id: 'b', terms: ['p:x'] });
      expect(await idsWith('p:x')).toEqual(['a', 'b']);
      expect(await search.termsFrom('p:y')).toEqual([]);
    });

    it('leaves out what was stored without an entry', async () => {
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({ assessments: [assessment('a')] }),
      );
      await screen({ id: 'b' });
      const ranks = await search.walk('time', false, {}, null, 10);
      expect(await idsOf(ranks.map(({ document }) => document))).toEqual(['b']);
      expect(await search.rowsOfShipment(shipmentKey('a'))).toEqual([]);
    });

    it('files what was stored without an entry, with what became of its alert', async () => {
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({
          assessments: ['a', 'b', 'c'].map((id) => assessment(id)),
          alerts: [alert('alert of a'), alert('alert of b')],
          superseded: [{ alertId: 'alert of b', by: 'alert two' }],
        }),
      );
      const toEntry = ({ shipmentId }: StoredAssessment) =>
        entry({ id: shipmentId, alert: true, terms: ['a', 'p:x'] });
      const counts = [];
      for (let count = 1; count > 0; counts.push(count))
        count = await search.fileUnfiled(2, toEntry);
      expect(counts).toEqual([2, 1, 0]);
      expect(await idsWith('p:x')).toEqual(['a', 'b', 'c']);
      // Its entry says that it raised one, which is not so.
      expect(await idsWith('a')).toEqual(['a', 'b']);
      expect(await idsWith(supersededTerm)).toEqual(['b']);
      expect((await search.rowOfAlert('alert of b'))?.supersededBy).toBe('alert two');
      expect(await search.rowOfAlert('alert of c')).toBeNull();
    });

    describe('walking', () => {
      const walk = async (
        order: 'time' | 'risk' | 'arrival',
        bounds = {},
        alertsOnly = order !== 'time',
        step = 2,
      ): Promise<string[]> => {
        const documents: number[] = [];
        for (let after = null; ;) {
          const ranks = await search.walk(order, alertsOnly, bounds, after, step);
          documents.push(...ranks.map(({ document }) => document));
          if (ranks.length < step) return idsOf(documents);
          after = ranks.at(-1) ?? null;
        }
      };

      beforeEach(() =>
        screen(
          { id: 'a', at: time(1), score: 0.1, risk: 4.5, alert: true, arrivalAt: time(30) },
          { id: 'b', at: time(3), score: 0.2, risk: 6.9, alert: true },
          { id: 'c', at: time(2), score: 0.3, risk: 0.1 },
          { id: 'd', at: time(3), score: 0.4, risk: 4.5, alert: true, arrivalAt: time(20) },
          { id: 'e', at: time(4), score: 0.123456789, risk: 0.1 + 0.2, alert: true },
        ),
      );

      it('goes by time, last first, the one stored last before others of its time', async () => {
        expect(await walk('time')).toEqual(['e', 'd', 'b', 'c', 'a']);
        expect(await walk('time', {}, true)).toEqual(['e', 'd', 'b', 'a']);
      });

      it('tells ties apart by number, not by how the number is written', async () => {
        const many = Array.from({ length: 1100 }, (_, nth) => ({ id: `t${nth}`, at: time(59) }));
        await screen(...many);
        const ids = many.map(({ id }) => id).toReversed();
        expect((await walk('time', { from: time(59) }, false, 300)).slice(0, 1100)).toEqual(ids);
      });

      it('goes by risk and by arrival through alerts only', async () => {
        expect(await walk('risk', {}, true, 1)).toEqual(['b', 'd', 'a', 'e']);
        expect(await walk('arrival', {}, true, 1)).toEqual(['d', 'a', 'e', 'b']);
      });

      it('keeps within bounds', async () => {
        expect(await walk('time', { from: time(2), to: time(4) })).toEqual(['d', 'b', 'c']);
        expect(await walk('time', { minScore: 0.123456789, maxScore: 0.3 })).toEqual([
          'e',
          'b',
          'c',
        ]);
        expect(await walk('risk', { minRisk: 4, maxRisk: 6 })).toEqual(['d', 'a']);
      });

      it('ranks documents by their numbers alike, out of bounds left out', async () => {
        const all = await search.walk('risk', true, {}, null, 10);
        const numbers = all.map(({ document }) => document);
        const ranks = await search.ranks('risk', {}, [...numbers, 987_654_321]);
        expect(ranks.toSorted((x, y) => x.document - y.document)).toEqual(
          all.toSorted((x, y) => x.document - y.document),
        );
        expect(await search.ranks('risk', { minScore: 0.4 }, numbers)).toHaveLength(1);
        expect(await search.ranks('time', {}, [])).toEqual([]);
      });
    });

    it('gives rows in the order asked for, with all that was stored', async () => {
      await screen(
        { id: 'a', alert: true, arrivalAt: time(9), risk: 6.1234, score: 0.9 },
        { id: 'b' },
      );
      const [b, a] = await search.walk('time', false, {}, null, 10);
      const rows = await search.rows([a?.document ?? -1, 123_456_789, b?.document ?? -1]);
      expect(rows.map(({ shipmentId }) => shipmentId)).toEqual(['a', 'b']);
      const {
        assessment: _a,
        shipment: _s,
        ...stored
      } = assessment('a', {
        assessedAt: time(0),
        score: 0.9,
      });
      expect(rows[0]).toEqual({
        ...stored,
        document: a?.document,
        severity: 'high',
        alertId: 'alert of a',
        arrivalAt: time(9),
        risk: 6.1234,
        subject: '{"of":"a"}',
        supersededBy: null,
      });
    });

    it('finds the row of an alert, and those of a shipment, newest version first', async () => {
      await screen({ id: 'a', alert: true }, { id: 'b', alert: true });
      await screen({ id: 'a', version: 2 });
      expect((await search.rowOfAlert('alert of b'))?.shipmentId).toBe('b');
      expect(await search.rowOfAlert('alert of c')).toBeNull();
      const versions = await search.rowsOfShipment(shipmentKey('a'));
      expect(versions.map(({ version, alertId }) => [version, alertId])).toEqual([
        [2, null],
        [1, 'alert of a'],
      ]);
    });

    it('counts which events had their effect, and where an alert stands', async () => {
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({
          events: [seen('e1'), seen('e2', { source: 'urn:other' })],
          heads: [head('s1', { alertId: 'a1' }), head('s2')],
        }),
      );
      const events = [seen('e1'), seen('e2'), seen('e3')];
      const shipments = [shipmentKey('s1'), shipmentKey('s2'), shipmentKey('s3')];
      expect(await search.effects(events, shipments)).toEqual({ events: 1, alerts: 1 });
      expect(await search.effects([], [])).toEqual({ events: 0, alerts: 0 });
    });

    it('numbers the documents of alerts', async () => {
      await screen({ id: 'a', alert: true }, { id: 'b' }, { id: 'c', alert: true });
      const numbers = await search.numbersOfAlerts(['alert of c', 'alert of a', 'alert of x']);
      expect((await idsOf(numbers)).toSorted()).toEqual(['a', 'c']);
      expect(await search.numbersOfAlerts([])).toEqual([]);
    });

    it('gives the events of alerts by their ids', async () => {
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({ alerts: [alert('a1'), alert(`odd ${oddTexts[0]}`), alert('a3')] }),
      );
      const ids = ['a3', `odd ${oddTexts[0]}`, 'none'];
      expect([...(await search.alertDocuments(ids)).keys()].toSorted()).toEqual(
        ['a3', `odd ${oddTexts[0]}`].toSorted(),
      );
      expect((await search.alertDocuments(['a1'])).get('a1')).toBe('{"id":"a1"}');
      expect((await search.alertDocuments([])).size).toBe(0);
    });

    it('notes what took the place of an alert, of this batch or an earlier one', async () => {
      await screen({ id: 'a', alert: true, terms: ['p:x'] }, { id: 'b', alert: true });
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({
          assessments: [assessment('c'), assessment('a', { version: 2 })],
          search: [entry({ id: 'c', alert: true }), entry({ id: 'a', version: 2 })],
          superseded: [
            { alertId: 'alert of a', by: 'alert two' },
            { alertId: 'alert of c', by: 'event 3' },
          ],
        }),
      );
      expect((await search.rowOfAlert('alert of a'))?.supersededBy).toBe('alert two');
      expect((await search.rowOfAlert('alert of b'))?.supersededBy).toBeNull();
      expect(await idsWith(supersededTerm)).toEqual(['a', 'c']);
      expect(await idsWith('p:x')).toEqual(['a']);
    });

    it('feeds what was told of alerts, each once, from any cursor on', async () => {
      expect(await search.feedEnd()).toBeNull();
      expect(await search.feed(null, 10)).toEqual([]);
      const tell = (...ids: readonly string[]) =>
        harness.store.screen({ events: [], shipments: [] }, () =>
          writes({ outbox: ids.map((id) => outboxEntry(id)) }),
        );
      await tell('one', 'two');
      await tell('three');
      const [first, ...rest] = await search.feed(null, 10);
      expect([first, ...rest].map((each) => each?.outboxId)).toEqual(['one', 'two', 'three']);
      expect(first).toMatchObject({
        type: 'org.herkomst.alert.raised.v1',
        document: '{"id":"one"}',
      });
      expect((await search.feed(first?.cursor ?? '', 1)).map(({ outboxId }) => outboxId)).toEqual([
        'two',
      ]);
      const end = await search.feedEnd();
      expect(end).toBe(rest.at(-1)?.cursor);
      expect(await search.feed(end, 10)).toEqual([]);
      await tell('four');
      expect((await search.feed(end, 10)).map(({ outboxId }) => outboxId)).toEqual(['four']);
      await expect(search.feed('x', 1)).rejects.toMatchObject({ code: 'invalid-page' });
    });
  });
}
