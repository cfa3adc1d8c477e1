/** What people page through. */
import { describe, expect, it } from 'vitest';
import { orderKey } from '../../cases/order.ts';
import type { CaseOrder, CaseStore } from '../../ports/case-store.ts';
import {
  caseAlert,
  caseDecision,
  caseDocument,
  caseRecord,
  dueAt,
  suppression,
  tenant,
} from '../case-samples.ts';
import { allPages } from '../pages.ts';
import { put } from './use.ts';

export function listSuite(current: () => CaseStore): void {
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

    it('give decisions of all cases from a time on, the last made first', async () => {
      const store = current();
      const made = [1, 2, 3].map((day) =>
        caseDecision(`c${day}`, 1, { at: `2026-03-0${day}T08:00:00.000Z` }),
      );
      await put(store, { decisions: made });
      expect(await store.decisionsFrom(tenant, '2026-03-02', 9)).toEqual([made[2], made[1]]);
      expect(await store.decisionsFrom(tenant, '2026-03-01', 1)).toEqual([made[2]]);
      expect(await store.decisionsFrom('bolt', '2026-03-01', 9)).toEqual([]);
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
