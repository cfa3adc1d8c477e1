import { storeContract } from '../contract/store.contract.ts';
import { createMemoryStores } from './memory-stores.ts';

storeContract('the memory store', async () => {
  const stores = createMemoryStores();
  // It lives in its object alone: what a next process finds is out of its promise.
  return { stores, index: stores.index, restart: async () => stores, close: async () => {} };
});
