import { storeContract } from '../contract/store.contract.ts';
import { createMemoryStore } from './memory-store.ts';

storeContract('the memory store', async () => {
  const store = createMemoryStore();
  // It lives in its object alone: what a next process finds is out of its promise.
  return { store, restart: async () => store, close: async () => {} };
});
