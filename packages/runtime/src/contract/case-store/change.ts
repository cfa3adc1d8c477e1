/** The one transaction: what is read before a decision, and what becomes of it. */
import { describe, expect, it } from 'vitest';
import { emptyChain } from '../../audit/entry.ts';
import { verifyAudit } from '../../audit/verify.ts';
import type { CaseRecord } from '../../cases/case.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { sha256 } from '../../sha256.ts';
import {
  alertEnd,
  auditEntries,
  caseAlert,
  caseDecision,
  caseDocument,
  caseKeys,
  caseRecord,
  caseWrites,
  suppression,
  tenant,
} from '../case-samples.ts';
import { byText, know, put } from './use.ts';

export function changeSuite(current: () => CaseStore): void {
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
