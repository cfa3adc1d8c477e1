import { recordStoreContract } from '../contract/record-store.contract.ts';
import { createMemoryRecordStore } from './memory-record-store.ts';

recordStoreContract('the memory record store', async () => ({
  store: createMemoryRecordStore(),
  close: async () => {},
}));
