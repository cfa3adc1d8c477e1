import { searchStoreContract } from '../contract/search-store.contract.ts';
import { createMemoryStore } from './memory-store.ts';

searchStoreContract('the memory store', async () => {
  const store = createMemoryStore();
  return { store, search: store.search, close: async () => {} };
});
