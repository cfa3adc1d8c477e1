import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { deadLetter, outboxEntry, routed, writes } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlStores } from '../store/store.ts';
import { readBacklog } from './backlog.ts';

const timeout = 120_000;
let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
}, timeout);
beforeEach(async () => {
  await emptied(database);
}, timeout);
afterAll(() => database.close(), timeout);

it('is empty where nothing waits', { timeout }, async () => {
  expect(await readBacklog(database)).toEqual({
    unrelayed: 0,
    dueDeliveries: 0,
    oldestDueSince: null,
    deadLetters: {},
  });
});

it('counts what waits, and nothing that is settled', { timeout }, async () => {
  const store = createSqlStores(database).of('default');
  const at = (minute: number) => `2026-11-24T08:0${minute}:00.000Z`;
  await store.screen({ events: [], shipments: [] }, () =>
    writes({ outbox: ['a', 'b', 'c', 'd'].map((id) => outboxEntry(id)) }),
  );
  await store.markRelayed(['a'], routed('a', ['file']), at(1));
  await store.markRelayed(['b'], routed('b', ['file', 'webhook']), at(2));
  await store.markRelayed(['c'], routed('c', ['file']), at(3));
  await store.recordDelivery('a', 'file', at(4));
  await store.giveUpDelivery('c', 'file', deadLetter('l1'), at(4));
  await store.addDeadLetters([deadLetter('l2'), { ...deadLetter('l3'), code: 'csv-row' }]);
  await store.markReplayed('l2', at(5));
  expect(await readBacklog(database)).toEqual({
    unrelayed: 1,
    dueDeliveries: 2,
    oldestDueSince: at(2),
    deadLetters: { [deadLetter('l1').code]: 1, 'csv-row': 1 },
  });
});
