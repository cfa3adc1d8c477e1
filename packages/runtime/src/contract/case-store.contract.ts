/**
 * What every case store must do, sentence by sentence of the port. An adapter's own test hands in
 * how to open one and gets the suite.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyChain } from '../audit/entry.ts';
import type { CaseStore } from '../ports/case-store.ts';
import { auditEntries, caseAlert, caseRecord, tenant } from './case-samples.ts';
import { auditSuite } from './case-store/audit.ts';
import { changeSuite } from './case-store/change.ts';
import { listSuite } from './case-store/lists.ts';
import { rowSuite } from './case-store/rows.ts';
import { tenantSuite } from './case-store/tenants.ts';
import { put } from './case-store/use.ts';

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
