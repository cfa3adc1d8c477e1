/** Records in memory. */
import type { KeptRecord, RecordStore, RecordStores } from '../ports/record-store.ts';

export function createMemoryRecordStores(): RecordStores {
  const stores = new Map<string, RecordStore>();
  return {
    of(tenant) {
      const store = stores.get(tenant) ?? createMemoryRecordStore();
      stores.set(tenant, store);
      return store;
    },
  };
}

export function createMemoryRecordStore(): RecordStore {
  const kinds = new Map<string, Map<string, string>>();
  const of = (kind: string): Map<string, string> => {
    const records = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, records);
    return records;
  };
  return {
    put: async (kind, id, record) => {
      of(kind).set(id, record);
    },
    add: async (kind, id, record) => {
      if (of(kind).has(id)) return false;
      of(kind).set(id, record);
      return true;
    },
    get: async (kind, id) => of(kind).get(id) ?? null,
    async list(kind, { limit, after }) {
      const records = [...of(kind)].map(([id, record]): KeptRecord => ({ id, record }));
      const end = after === undefined ? records.length : Number(after);
      if (!Number.isSafeInteger(end) || end < 0) {
        throw Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
      }
      const start = Math.max(0, end - limit);
      return {
        rows: records.slice(start, end).toReversed(),
        next: start === 0 ? null : String(start),
      };
    },
  };
}
