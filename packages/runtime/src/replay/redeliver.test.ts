import { expect, test } from 'vitest';
import { outboxEntry, routed, writes } from '../contract/samples.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryJobQueue } from '../memory/memory-job-queue.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { soleTenant } from '../memory/sole-tenant.ts';
import { defaultTenant } from '../tenant.ts';
import { deliveriesQueue } from '../topics.ts';
import { redeliver } from './redeliver.ts';

const at = '2026-03-02T08:00:00.000Z';

async function open() {
  const clock = createManualClock(at);
  const store = createMemoryStore();
  const queue = createMemoryJobQueue(clock);
  await store.screen({ events: [], shipments: [] }, () =>
    writes({ outbox: [outboxEntry('taken'), outboxEntry('due')] }),
  );
  const deliveries = ['taken', 'due'].flatMap((id) => routed(id, ['hook']));
  await store.markRelayed(['taken', 'due'], deliveries, at);
  await store.recordDelivery('taken', 'hook', at);
  const parts = {
    ...soleTenant(store),
    tenant: defaultTenant,
    queue,
    clock,
    maxAttempts: 3,
    backoffMs: 1000,
  };
  return { store, queue, ask: (id: string) => redeliver(id, 'hook', parts) };
}

test('hands what was taken to the queue again, as a job that it does not know', async () => {
  const { store, queue, ask } = await open();
  expect(await ask('taken')).toEqual({ kind: 'due-again' });
  expect(await store.delivery('taken', 'hook')).toMatchObject({ state: 'due', reopened: 1 });
  const ids: string[] = [];
  await queue.work(
    deliveriesQueue,
    async ({ id }) => {
      ids.push(id);
      return { kind: 'done' };
    },
    { concurrency: 1 },
  );
  expect(ids).toEqual(['taken.hook.1']);
});

test('does nothing for what is due already, or unknown', async () => {
  const { ask } = await open();
  expect(await ask('due')).toMatchObject({ kind: 'nothing-to-do' });
  expect(await ask('nowhere')).toEqual({ kind: 'unknown' });
});
