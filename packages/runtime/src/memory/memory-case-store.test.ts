import { caseStoreContract } from '../contract/case-store.contract.ts';
import { createMemoryCaseStore } from './memory-case-store.ts';

caseStoreContract('the memory case store', async () => {
  const store = createMemoryCaseStore();
  // It lives in its object alone: what a next process finds is out of its promise.
  return { store, restart: async () => store, close: async () => {} };
});
