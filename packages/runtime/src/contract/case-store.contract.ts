/**
 * What every case store must do, sentence by sentence of the port. An adapter's own test hands in
 * how to open one and gets the suite.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyChain } from '../audit/entry.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { CaseRecord } from '../cases/case.ts';
import { orderKey } from '../cases/order.ts';
import type { CaseKeys, CaseKnown, CaseOrder, CaseStore, CaseWrites } from '../ports/case-store.ts';
import { sha256 } from '../sha256.ts';
import {
  alertEnd,
  auditEntries,
  caseAlert,
  caseDecision,
  caseDocument,
  caseKeys,
  caseRecord,
  caseWrites,
  dueAt,
  suppression,
  tenant,
} from './case-samples.ts';
import { allPages } from './pages.ts';
import { oddTexts } from './samples.ts';

export interface CaseStoreHarness {
  readonly store: CaseStore;
  /** The same data as a next process finds it after this one died; `store` is used no more. */
  restart(): Promise<CaseStore>;
  close(): Promise<void>;
}

/** Defines the suite; `open` gives an empty store to each test. */
export function caseStoreContract(name: string, open: () => Promise<CaseStoreHarness>): void {
  describe(`${name} as a case store`, () => {
    let harness: CaseStoreHarness;
    let store: CaseStore;
    beforeEach(async () => {
      harness = await open();
      store = harness.store;
    });
    afterEach(() => harness.close());

    changeSuite(() => store);
    auditSuite(() => store);
    listSuite(() => store);
    rowSuite(() => store);
    tenantSuite(() => store);

    it('keeps what was written when the process dies', async () => {
      await put(store, {
        cases: [caseRecord('c1')],
        alerts: [caseAlert('a1', 'c1')],
        audit: auditEntries(emptyChain, ['case-opened']),
      });
      const head = await store.auditHead(tenant);
      const after = await harness.restart();
      expect(await after.case(tenant, 'c1')).toEqual(caseRecord('c1'));
      expect(await after.caseAlert(tenant, 'a1')).toEqual(caseAlert('a1', 'c1'));
      expect(await after.auditHead(tenant)).toEqual(head);
    });
  });
}

function changeSuite(current: () => CaseStore): void {
  describe('change', () => {
    it('hands nothing known to decide at first, and resolves to its result', async () => {
      const keys = caseKeys({
        caseIds: ['c1'],
        alertIds: ['a1'],
        documentIds: ['d1'],
        suppressionIds: ['s1'],
        partyKeys: ['party:hotan wigs|CN'],
        caseAlerts: true,
      });
      const result = await current().change(tenant, keys, (known) => {
        expect(known).toEqual({
          auditHead: emptyChain,
          cases: [],
          alerts: [],
          ends: [],
          documents: [],
          suppressions: [],
        });
        return { writes: caseWrites({}), result: 'done' };
      });
      expect(result).toBe('done');
    });

    it('hands over those asked for that are known, each once, and no others', async () => {
      const store = current();
      const documents = [caseDocument('d1', 'c1'), caseDocument('d2', 'c1')];
      const ends = [alertEnd('a8'), alertEnd('a9', { kind: 'superseded' })];
      await put(store, { cases: [caseRecord('c1'), caseRecord('c2')], documents, ends });
      const known = await know(store, {
        caseIds: ['c1', 'c1', 'c9'],
        alertIds: ['a9', 'a9', 'a7'],
        documentIds: ['d2', 'd2', 'd9'],
      });
      expect(known.cases).toEqual([caseRecord('c1')]);
      expect(known.documents).toEqual([documents[1]]);
      expect(known.ends).toEqual([ends[1]]);
      expect(known.alerts).toEqual([]);
    });

    it('hands over the cases of the asked alerts', async () => {
      const store = current();
      const alerts = [caseAlert('a1', 'c1'), caseAlert('a2', 'c2'), caseAlert('a3', 'c3')];
      await put(store, { cases: ['c1', 'c2', 'c3'].map((id) => caseRecord(id)), alerts });
      const known = await know(store, { alertIds: ['a2', 'a1'], caseIds: ['c1'] });
      expect(byText(known.alerts)).toEqual(byText(alerts.slice(0, 2)));
      expect(byText(known.cases)).toEqual([caseRecord('c1'), caseRecord('c2')]);
    });

    it('hands over the live alerts of the cases, and those the latest decision closed', async () => {
      const store = current();
      const decision = { decision: 'report', by: { id: 'p', name: 'P' }, at: '' } as const;
      const decided = caseRecord('c1', {
        decision: { ...decision, number: 2, approvedBy: null },
      });
      const wanted = [
        caseAlert('open', 'c1'),
        caseAlert('held', 'c1', { standing: 'held', standingBy: '1' }),
        caseAlert('latest', 'c1', { standing: 'closed', standingBy: '2' }),
      ];
      const others = [
        caseAlert('former', 'c1', { standing: 'closed', standingBy: '1' }),
        caseAlert('gone', 'c1', { standing: 'superseded', standingBy: 'open' }),
        caseAlert('back', 'c1', { standing: 'withdrawn', standingBy: 'e' }),
        caseAlert('still', 'c1', { standing: 'suppressed', standingBy: '2' }),
        caseAlert('never', 'c2', { standing: 'closed', standingBy: '1' }),
        caseAlert('other', 'c3'),
      ];
      await put(store, {
        cases: [decided, caseRecord('c2'), caseRecord('c3')],
        alerts: [...others, ...wanted],
      });
      const known = await know(store, { caseIds: ['c1', 'c2'], caseAlerts: true });
      expect(byText(known.alerts)).toEqual(byText(wanted));
      expect((await know(store, { caseIds: ['c1'] })).alerts).toEqual([]);
      const asked = await know(store, { alertIds: ['gone', 'open'], caseAlerts: true });
      expect(asked.alerts.map(({ alertId }) => alertId).toSorted()).toEqual([
        'gone',
        'held',
        'latest',
        'open',
      ]);
    });

    it('hands over suppressions asked for in any status, and the active ones of parties', async () => {
      const store = current();
      const of = (key: string) => ({
        scope: { ...suppression('').scope, party: { key, name: key, country: null } },
      });
      const rows = [
        suppression('s1', of('k1')),
        suppression('s2', { ...of('k1'), status: 'ended' }),
        suppression('s3', { ...of('k1'), status: 'proposed', caseId: 'c2' }),
        suppression('s4', of('k2')),
      ];
      await put(store, { cases: [caseRecord('c1'), caseRecord('c2')], suppressions: rows });
      const byParty = await know(store, { partyKeys: ['k1', 'k1', 'k9'] });
      expect(byParty.suppressions).toEqual([rows[0]]);
      expect(byParty.cases).toEqual([caseRecord('c1')]);
      const byId = await know(store, { suppressionIds: ['s3', 's1'], partyKeys: ['k1'] });
      expect(byText(byId.suppressions)).toEqual(byText([rows[0], rows[2]]));
      expect(byText(byId.cases)).toEqual([caseRecord('c1'), caseRecord('c2')]);
    });

    it('hands over the alerts with a finding that an asked suppression covers', async () => {
      const store = current();
      const covered = (id: string, ...suppressionIds: readonly string[]) =>
        caseAlert(id, 'c1', {
          suppressed: suppressionIds.map((suppressionId) => ({ findingId: 'f', suppressionId })),
        });
      const first = covered('a1', 's1', 's2');
      await put(store, {
        cases: [caseRecord('c1')],
        suppressions: [suppression('s1'), suppression('s2')],
        alerts: [first, covered('a2', 's2')],
      });
      expect((await know(store, { suppressionIds: ['s1'] })).alerts).toEqual([first]);
      await put(store, { alerts: [covered('a1', 's2')] });
      expect((await know(store, { suppressionIds: ['s1'] })).alerts).toEqual([]);
      const both = await know(store, { suppressionIds: ['s2'] });
      expect(both.alerts.map(({ alertId }) => alertId).toSorted()).toEqual(['a1', 'a2']);
    });

    it('replaces cases, alerts and suppressions, and leaves the rest as it was', async () => {
      const store = current();
      await put(store, {
        cases: [caseRecord('c1')],
        alerts: [caseAlert('a1', 'c1')],
        suppressions: [suppression('s1')],
        ends: [alertEnd('a9')],
        decisions: [caseDecision('c1', 1)],
        documents: [caseDocument('d1', 'c1')],
      });
      const closed = caseRecord('c1', { version: 2, status: 'decided', active: false });
      const moved = caseAlert('a1', 'c2', { standing: 'closed', standingBy: '1' });
      const ended = suppression('s1', { version: 2, status: 'ended' });
      await put(store, {
        cases: [closed],
        alerts: [moved],
        suppressions: [ended],
        ends: [alertEnd('a9', { by: 'another' })],
        decisions: [caseDecision('c1', 1, { reason: 'another' })],
        documents: [caseDocument('d1', 'c1', { fileName: 'another' })],
      });
      expect(await store.case(tenant, 'c1')).toEqual(closed);
      expect(await store.caseAlert(tenant, 'a1')).toEqual(moved);
      expect(await store.suppression(tenant, 's1')).toEqual(ended);
      expect((await know(store, { alertIds: ['a9'] })).ends).toEqual([alertEnd('a9')]);
      expect(await store.decisions(tenant, 'c1')).toEqual([caseDecision('c1', 1)]);
      expect(await store.documents(tenant, 'c1')).toEqual([caseDocument('d1', 'c1')]);
    });

    it('rejects with the error of decide and writes nothing', async () => {
      const store = current();
      const error = new Error('no policy');
      const call = store.change(tenant, caseKeys({ caseIds: ['c1'] }), () => {
        throw error;
      });
      await expect(call).rejects.toBe(error);
      expect(await store.auditHead(tenant)).toEqual(emptyChain);
    });

    it('lets each of many calls at the same time decide on what the former left', async () => {
      const store = current();
      const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
      await put(store, { cases: [caseRecord('c1', { version: 0 })] });
      await Promise.all(
        ids.map((id) =>
          store.change(tenant, caseKeys({ caseIds: ['c1'] }), ({ cases, auditHead }) => {
            const [before] = cases as [CaseRecord];
            const after = { ...before, version: before.version + 1, assignee: id };
            const audit = auditEntries(auditHead, [`assigned ${id}`]);
            return { writes: caseWrites({ cases: [after], audit }), result: undefined };
          }),
        ),
      );
      expect((await store.case(tenant, 'c1'))?.version).toBe(12);
      const { rows } = await store.audit(tenant, {}, { limit: 100 });
      expect(verifyAudit(rows, { tenant, sha256 })).toMatchObject({ kind: 'intact', entries: 12 });
    });
  });
}

function auditSuite(current: () => CaseStore): void {
  describe('the audit log', () => {
    it('appends where it ended, and gives every entry back as it was', async () => {
      const store = current();
      const first = auditEntries(emptyChain, ['a', 'b']);
      await put(store, { audit: first });
      const head = await store.auditHead(tenant);
      expect(head).toEqual({ sequence: 2, hash: first[1]!.hash });
      expect((await know(store, {})).auditHead).toEqual(head);
      const more = auditEntries(head, ['c'], { details: '{ "b": 1,\n"a":2}' });
      await put(store, { audit: more });
      const { rows } = await store.audit(tenant, {}, { limit: 100 });
      expect(rows).toEqual([...first, ...more]);
      expect(verifyAudit(rows, { tenant, sha256 }).kind).toBe('intact');
    });

    it('refuses entries that do not follow, and what was to be written with them', async () => {
      const store = current();
      await put(store, { audit: auditEntries(emptyChain, ['a', 'b']) });
      const head = await store.auditHead(tenant);
      const [next, second] = auditEntries(head, ['c', 'd']);
      const bad = [
        auditEntries(emptyChain, ['fork']),
        auditEntries({ ...head, sequence: 3 }, ['gap']),
        auditEntries({ ...head, hash: sha256('another') }, ['other past']),
        [next!, ...auditEntries(head, ['twice'])],
        [second!],
        [second!, next!],
      ];
      for (const audit of bad) {
        await expect(put(store, { cases: [caseRecord('c1')], audit })).rejects.toMatchObject({
          code: 'audit-conflict',
        });
      }
      expect(await store.case(tenant, 'c1')).toBeNull();
      expect(await store.auditHead(tenant)).toEqual(head);
      await put(store, { audit: [next!, second!] });
      expect((await store.auditHead(tenant)).sequence).toBe(4);
    });

    it('never forks when many append at the same time, each tenant its own chain', async () => {
      const store = current();
      const tenants = ['acme', 'bolt'];
      const calls = Array.from({ length: 24 }, (_, index) => {
        const mine = tenants[index % 2]!;
        return store.change(mine, caseKeys({}), ({ auditHead }) => ({
          writes: caseWrites({
            audit: auditEntries(auditHead, [`${index}`, `${index} too`], { tenant: mine }),
          }),
          result: undefined,
        }));
      });
      await Promise.all(calls);
      for (const mine of tenants) {
        const { rows } = await store.audit(mine, {}, { limit: 100 });
        expect(verifyAudit(rows, { tenant: mine, sha256 })).toMatchObject({
          kind: 'intact',
          entries: 24,
          head: await store.auditHead(mine),
        });
      }
    });

    it('comes oldest first, page by page, of one subject, or from a place on', async () => {
      const store = current();
      let head = emptyChain;
      for (const [index, subject] of ['x', 'y', 'x', 'x', 'y', 'x'].entries()) {
        const audit = auditEntries(head, [`${index + 1}`], { subject });
        await put(store, { audit });
        head = audit[0]!;
      }
      const read = async (query: Parameters<CaseStore['audit']>[1], limit: number) =>
        (await allPages((page) => store.audit(tenant, query, page), limit)).map((rows) =>
          rows.map(({ action }) => action).join(''),
        );
      expect(await read({}, 4)).toEqual(['1234', '56']);
      expect(await read({}, 3)).toEqual(['123', '456']);
      expect(await read({ subject: 'x' }, 3)).toEqual(['134', '6']);
      expect(await read({ afterSequence: 2 }, 3)).toEqual(['345', '6']);
      expect(await read({ subject: 'x', afterSequence: 3 }, 9)).toEqual(['46']);
      expect(await read({ subject: 'z' }, 9)).toEqual(['']);
    });
  });
}

function listSuite(current: () => CaseStore): void {
  describe('lists', () => {
    const cases = [
      caseRecord('c1', { severity: 'low', score: 0.2, ...dueAt('2026-04-01T00:00:00.000Z') }),
      caseRecord('c2', { severity: 'critical', score: 0.99, status: 'in-progress' }),
      caseRecord('c3', { severity: 'high', score: 0.8, ...dueAt('2026-03-09T00:00:00.000Z') }),
      caseRecord('c4', { severity: 'high', score: 0.9, ...dueAt('2026-03-09T00:00:00.000Z') }),
      caseRecord('c5', {
        severity: 'high',
        score: 0.9,
        assignee: 'p1',
        ...dueAt('2026-03-08T00:00:00.000Z'),
      }),
      caseRecord('c6', {
        active: false,
        status: 'decided',
        assignee: 'p2',
        changedAt: '2026-03-05T00:00:00.000Z',
      }),
      caseRecord('c7', {
        party: { key: 'party:other|TR', name: 'Other', country: 'TR', entity: null },
        commodity: { key: 'sector:Cotton', title: 'Cotton' },
        changedAt: '2026-03-04T00:00:00.000Z',
      }),
    ];
    const read = async (query: Parameters<CaseStore['cases']>[1], limit = 3) =>
      (await allPages((page) => current().cases(tenant, query, page), limit))
        .flat()
        .map(({ caseId }) => caseId.slice(1))
        .join('');

    it('come in the order asked for, page by page', async () => {
      await put(current(), { cases });
      expect(await read({ order: 'deadline' })).toBe('5431267');
      expect(await read({ order: 'risk' }, 2)).toBe('2546731');
      expect(await read({ order: 'changed' }, 7)).toBe('6712345');
      const orders: readonly CaseOrder[] = ['deadline', 'risk', 'changed'];
      for (const order of orders) {
        const { rows } = await current().cases(tenant, { order }, { limit: 100 });
        const keys = rows.map((row) => orderKey(order, row));
        expect(keys).toEqual(keys.toSorted());
      }
    });

    it('hold only what was asked for', async () => {
      await put(current(), { cases });
      expect(await read({ order: 'deadline', active: true })).toBe('543127');
      expect(await read({ order: 'deadline', active: false })).toBe('6');
      expect(await read({ order: 'deadline', status: 'in-progress' })).toBe('2');
      expect(await read({ order: 'risk', severity: 'high' })).toBe('54673');
      expect(await read({ order: 'deadline', assignee: 'p1' })).toBe('5');
      expect(await read({ order: 'deadline', assignee: null })).toBe('43127');
      expect(await read({ order: 'deadline', assignee: null, active: true, severity: 'low' })).toBe(
        '1',
      );
      expect(await read({ order: 'risk', partyKey: 'party:other|TR' })).toBe('7');
      expect(await read({ order: 'risk', commodityKey: 'sector:Cotton' })).toBe('7');
      expect(await read({ order: 'changed', partyKey: 'nobody' })).toBe('');
    });

    it('move a case to its new place', async () => {
      const store = current();
      await put(store, { cases });
      await put(store, { cases: [caseRecord('c1', { version: 2, score: 0.2 })] });
      expect(await read({ order: 'deadline' })).toBe('5432671');
      expect(await read({ order: 'deadline', active: true, status: 'open' })).toBe('54371');
    });

    it('counts the queue exactly', async () => {
      const store = current();
      expect(await store.counts(tenant, '2026-03-09T00:00:00.000Z')).toEqual({
        byStatus: {},
        bySeverity: {},
        overdue: 0,
        unassigned: 0,
      });
      await put(store, { cases });
      expect(await store.counts(tenant, '2026-03-09T00:00:00.000Z')).toEqual({
        byStatus: { open: 5, 'in-progress': 1 },
        bySeverity: { low: 1, critical: 1, high: 4 },
        overdue: 1,
        unassigned: 5,
      });
    });

    it("give a case's alerts last joined first, each once, while more join", async () => {
      const store = current();
      const alerts = ['a1', 'a2', 'a3', 'a4'].map((id) => caseAlert(id, 'c1'));
      await put(store, { alerts: [...alerts, caseAlert('b1', 'c2')] });
      const first = await store.caseAlerts(tenant, 'c1', { limit: 2 });
      await put(store, { alerts: [caseAlert('a5', 'c1')] });
      const held = caseAlert('a1', 'c1', { standing: 'held', standingBy: '1' });
      await put(store, { alerts: [held] });
      const second = await store.caseAlerts(tenant, 'c1', { limit: 2, after: first.next ?? '' });
      expect([...first.rows, ...second.rows]).toEqual([alerts[3], alerts[2], alerts[1], held]);
      expect(second.next).toBeNull();
      expect(await store.caseAlerts(tenant, 'c9', { limit: 2 })).toEqual({ rows: [], next: null });
    });

    it('give suppressions last proposed first, of a status or a case', async () => {
      const store = current();
      await put(store, { suppressions: [suppression('s1'), suppression('s2', { caseId: 'c2' })] });
      await put(store, {
        suppressions: [suppression('s3', { status: 'proposed' }), suppression('s4')],
      });
      await put(store, { suppressions: [suppression('s1', { version: 2, reason: 'same place' })] });
      const ids = async (query: Parameters<CaseStore['suppressions']>[1], limit: number) =>
        (await allPages((page) => store.suppressions(tenant, query, page), limit)).map((rows) =>
          rows.map(({ suppressionId }) => suppressionId).join(' '),
        );
      expect(await ids({}, 3)).toEqual(['s4 s3 s2', 's1']);
      expect(await ids({ status: 'active' }, 2)).toEqual(['s4 s2', 's1']);
      expect(await ids({ status: 'active', caseId: 'c1' }, 2)).toEqual(['s4 s1']);
      expect(await ids({ status: 'ended' }, 2)).toEqual(['']);
    });

    it('give decisions and documents of one case, oldest first', async () => {
      const store = current();
      const decisions = [1, 2, 10].map((number) => caseDecision('c1', number));
      await put(store, { decisions: [decisions[0]!, caseDecision('c2', 1)] });
      await put(store, { decisions: decisions.slice(1) });
      const documents = ['d2', 'd1', 'd3'].map((id) => caseDocument(id, 'c1'));
      await put(store, { documents: [...documents, caseDocument('e1', 'c2')] });
      expect(await store.decisions(tenant, 'c1')).toEqual(decisions);
      expect(await store.documents(tenant, 'c1')).toEqual(documents);
      expect(await store.decisions(tenant, 'c9')).toEqual([]);
      expect(await store.documents(tenant, 'c9')).toEqual([]);
    });
  });
}

function rowSuite(current: () => CaseStore): void {
  it('gives every text back as it came, whatever is in it', async () => {
    const store = current();
    const texts = [...oddTexts, 'lone \ud800 surrogates \udfff'];
    let head = emptyChain;
    for (const odd of texts) {
      const one = caseRecord(odd, {
        party: { key: odd, name: odd, country: null, entity: { list: odd, entry: odd } },
        commodity: { key: odd, title: odd },
        assignee: odd,
        proposal: {
          decision: 'report',
          reason: odd,
          by: { id: odd, name: odd },
          at: '2026-03-02T08:00:00.000Z',
        },
      });
      const alert = caseAlert(odd, odd, {
        source: odd,
        shipmentId: odd,
        standing: 'closed',
        standingBy: odd,
        suppressed: [{ findingId: odd, suppressionId: odd }],
      });
      const signed = suppression(odd, {
        caseId: odd,
        scope: {
          party: { key: odd, name: odd, country: odd },
          entry: { list: odd, entry: odd },
          goods: [odd],
        },
        reason: odd,
      });
      const document = caseDocument(odd, odd, { fileName: odd, note: odd });
      const decision = caseDecision(odd, 1, { reason: odd, alertIds: [odd] });
      const audit = auditEntries(head, [odd], { subject: odd, details: odd });
      head = audit[0]!;
      await put(store, {
        cases: [one],
        alerts: [alert],
        suppressions: [signed],
        documents: [document],
        decisions: [decision],
        ends: [alertEnd(odd, { by: odd })],
        audit,
      });
      expect(await store.case(tenant, odd)).toEqual(one);
      expect(await store.caseAlert(tenant, odd)).toEqual(alert);
      expect(await store.suppression(tenant, odd)).toEqual(signed);
      expect(await store.documents(tenant, odd)).toEqual([document]);
      expect(await store.decisions(tenant, odd)).toEqual([decision]);
      expect((await store.audit(tenant, { subject: odd }, { limit: 2 })).rows).toEqual(audit);
      expect(
        (await store.cases(tenant, { order: 'risk', assignee: odd }, { limit: 2 })).rows,
      ).toEqual([one]);
      const known = await know(store, {
        caseIds: [odd],
        suppressionIds: [odd],
        alertIds: [odd],
        documentIds: [odd],
        partyKeys: [odd],
      });
      expect(known).toEqual({
        auditHead: { sequence: head.sequence, hash: head.hash },
        cases: [one],
        alerts: [alert],
        ends: [alertEnd(odd, { by: odd })],
        documents: [document],
        suppressions: [signed],
      });
    }
    const pages = await allPages((page) => store.cases(tenant, { order: 'risk' }, page), 1);
    expect(pages.flat().length).toBe(texts.length);
  });

  it('gives null where there is nothing', async () => {
    const store = current();
    await put(store, { cases: [caseRecord('c1')] });
    expect(await store.case(tenant, 'C1')).toBeNull();
    expect(await store.caseAlert(tenant, 'c1')).toBeNull();
    expect(await store.suppression(tenant, 'c1')).toBeNull();
    expect(await store.auditHead(tenant)).toEqual(emptyChain);
  });
}

function tenantSuite(current: () => CaseStore): void {
  it('shows a tenant nothing of another, though all ids are the same', async () => {
    const store = current();
    const bolt = { tenant: 'bolt' };
    const everything = {
      caseIds: ['c1'],
      alertIds: ['a1', 'a9'],
      documentIds: ['d1'],
      suppressionIds: ['s1'],
      partyKeys: ['party:hotan wigs|CN'],
      caseAlerts: true,
    };
    const rows = (some: { tenant?: string }): Partial<CaseWrites> => ({
      cases: [caseRecord('c1', some)],
      alerts: [
        caseAlert('a1', 'c1', {
          ...some,
          suppressed: [{ findingId: 'f', suppressionId: 's1' }],
        }),
      ],
      suppressions: [suppression('s1', some)],
      ends: [alertEnd('a9', some)],
      decisions: [caseDecision('c1', 1, some)],
      documents: [caseDocument('d1', 'c1', some)],
      audit: auditEntries(emptyChain, ['a'], some),
    });
    await put(store, rows({}));
    const empty = await know(store, everything, 'bolt');
    expect(empty).toEqual({
      auditHead: emptyChain,
      cases: [],
      alerts: [],
      ends: [],
      documents: [],
      suppressions: [],
    });
    expect(await store.case('bolt', 'c1')).toBeNull();
    expect(await store.caseAlert('bolt', 'a1')).toBeNull();
    expect(await store.suppression('bolt', 's1')).toBeNull();
    const page = { limit: 9 };
    const none = { rows: [], next: null };
    expect(await store.cases('bolt', { order: 'risk' }, page)).toEqual(none);
    expect(await store.caseAlerts('bolt', 'c1', page)).toEqual(none);
    expect(await store.suppressions('bolt', {}, page)).toEqual(none);
    expect(await store.audit('bolt', {}, page)).toEqual(none);
    expect(await store.auditHead('bolt')).toEqual(emptyChain);
    expect(await store.decisions('bolt', 'c1')).toEqual([]);
    expect(await store.documents('bolt', 'c1')).toEqual([]);
    expect((await store.counts('bolt', '9999-12-31T23:59:59.999Z')).unassigned).toBe(0);

    await put(store, rows(bolt), 'bolt');
    for (const each of [tenant, 'bolt']) {
      const known = await know(store, everything, each);
      const all = [
        ...known.cases,
        ...known.alerts,
        ...known.ends,
        ...known.documents,
        ...known.suppressions,
      ];
      expect(all.map((row) => row.tenant)).toEqual([each, each, each, each, each]);
      expect((await store.caseAlerts(each, 'c1', page)).rows.length).toBe(1);
    }
  });
}

async function put(store: CaseStore, some: Partial<CaseWrites>, of = tenant): Promise<void> {
  await store.change(of, caseKeys({}), () => ({ writes: caseWrites(some), result: undefined }));
}

/** What the store would hand over for these keys. */
async function know(store: CaseStore, keys: Partial<CaseKeys>, of = tenant): Promise<CaseKnown> {
  return await store.change(of, caseKeys(keys), (known) => ({
    writes: caseWrites({}),
    result: known,
  }));
}

function byText<Row>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
