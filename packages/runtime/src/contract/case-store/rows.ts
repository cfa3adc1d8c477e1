/** Single rows, whatever is in them. */
import { expect, it } from 'vitest';
import { emptyChain } from '../../audit/entry.ts';
import type { CaseStore } from '../../ports/case-store.ts';
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
import { allPages } from '../pages.ts';
import { oddTexts } from '../samples.ts';
import { know, put } from './use.ts';

export function rowSuite(current: () => CaseStore): void {
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
