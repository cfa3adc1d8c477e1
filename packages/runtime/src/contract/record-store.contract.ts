/** What every record store must do, sentence by sentence of the port. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordStore } from '../ports/record-store.ts';
import { oddTexts } from './samples.ts';

export interface RecordStoreHarness {
  readonly store: RecordStore;
  close(): Promise<void>;
}

/** Defines the suite; `open` gives an empty store to each test. */
export function recordStoreContract(name: string, open: () => Promise<RecordStoreHarness>): void {
  describe(`${name} as a record store`, () => {
    let harness: RecordStoreHarness;
    let store: RecordStore;
    beforeEach(async () => {
      harness = await open();
      store = harness.store;
    });
    afterEach(() => harness.close());

    it('gives back what was put, the latest of it, by kind and id', async () => {
      await store.put('file', 'a', '{"n":1}');
      await store.put('rulebook', 'a', '{"n":2}');
      await store.put('file', 'a', '{"n":3}');
      expect(await store.get('file', 'a')).toBe('{"n":3}');
      expect(await store.get('rulebook', 'a')).toBe('{"n":2}');
      expect(await store.get('file', 'b')).toBeNull();
    });

    it('takes any text', async () => {
      for (const text of oddTexts) await store.put('odd', text, text);
      for (const text of oddTexts) expect(await store.get('odd', text)).toBe(text);
    });

    it('adds only what is not there; of several at once, one does', async () => {
      const added = await Promise.all([1, 2, 3].map((n) => store.add('list', 'v1', `${n}`)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.get('list', 'v1')).toBe(`${added.indexOf(true) + 1}`);
    });

    it('lists last inserted first, page by page; replacing moves nothing', async () => {
      for (const id of ['a', 'b', 'c']) await store.put('file', id, `"${id}"`);
      await store.put('other', 'd', '"d"');
      await store.put('file', 'a', '"A"');
      const first = await store.list('file', { limit: 2 });
      expect(first.rows).toEqual([
        { id: 'c', record: '"c"' },
        { id: 'b', record: '"b"' },
      ]);
      const second = await store.list('file', { limit: 2, after: first.next ?? '' });
      expect(second).toEqual({ rows: [{ id: 'a', record: '"A"' }], next: null });
      expect(await store.list('none', { limit: 2 })).toEqual({ rows: [], next: null });
      await expect(store.list('file', { limit: 1, after: 'x' })).rejects.toMatchObject({
        code: 'invalid-page',
      });
    });
  });
}
