/** What one tenant sees of another. */
import { expect, it } from 'vitest';
import { emptyChain } from '../../audit/entry.ts';
import type { CaseStore, CaseWrites } from '../../ports/case-store.ts';
import {
  alertEnd,
  auditEntries,
  caseAlert,
  caseDecision,
  caseDocument,
  caseRecord,
  suppression,
  tenant,
} from '../case-samples.ts';
import { know, put } from './use.ts';

export function tenantSuite(current: () => CaseStore): void {
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
    expect(await store.tenants()).toEqual([tenant, 'bolt'].toSorted());
  });
}
