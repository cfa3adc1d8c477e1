/** Over the embedded engine, and over Redis where HERKOMST_TEST_REDIS_URL gives one. */
import { PGlite } from '@electric-sql/pglite';
import { createPglitePool } from '@herkomst/adapter-pglite';
import { createPostgresBackend, Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bullmqSchema, createQueueReceiver, type BullmqConnection } from './index.ts';

// oxlint-disable-next-line node/no-process-env -- tests are configured by it
const url = process.env['HERKOMST_TEST_REDIS_URL'] ?? '';
const notice = {
  tenant: 'default',
  id: 'alert-0123',
  type: 'org.herkomst.alert.raised.v1',
  document: '{"id":"alert-0123","data":{"name":"和田浩林"}}',
};

/** What somebody else's worker would find. */
type Peer = Pick<Queue, 'getJob' | 'getJobCounts' | 'close'>;

interface Opened {
  readonly connection: BullmqConnection;
  readonly peer: (queue: string) => Peer;
}

function suite(open: () => Opened) {
  it('adds one job with the notice’s id, however often it is told', async () => {
    const { connection, peer } = open();
    const queue = `alerts-${randomUUID()}`;
    const receiver = createQueueReceiver({ ...connection, name: 'queue', queue });
    expect(await receiver.deliver(notice)).toEqual({ kind: 'done' });
    const other = peer(queue);
    expect(await receiver.deliver(notice)).toEqual({ kind: 'done' });
    const job = await other.getJob('alert-0123');
    expect(job?.name).toBe('org.herkomst.alert.raised.v1');
    expect(job?.data).toEqual({
      id: 'alert-0123',
      type: notice.type,
      event: JSON.parse(notice.document),
    });
    expect(await other.getJobCounts('waiting')).toEqual({ waiting: 1 });
    await receiver.close();
    await other.close();
  });

  it('takes ids and texts of any kind', async () => {
    const { connection, peer } = open();
    const queue = `alerts-${randomUUID()}`;
    const receiver = createQueueReceiver({ ...connection, name: 'queue', queue });
    const text = String.raw`{"id":"x","text":"a\u0000b \ud800 \\u0000 \ud83d\ude00"}`;
    for (const id of ['7', 'a:b', 'x'.repeat(500)]) {
      expect(await receiver.deliver({ ...notice, id, document: text })).toEqual({ kind: 'done' });
    }
    const other = peer(queue);
    expect(await other.getJobCounts('waiting')).toEqual({ waiting: 3 });
    await receiver.close();
    await other.close();
  });
}

describe('a queue of the embedded engine', { timeout: 60_000 }, () => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await PGlite.create();
  }, 60_000);
  afterAll(() => pglite.close());
  suite(() => {
    const pool = createPglitePool(pglite, { schema: bullmqSchema });
    return {
      connection: { pool },
      peer: (queue) => new Queue(queue, { connection: pool }, createPostgresBackend),
    };
  });
});

describe.skipIf(url === '')('a queue on Redis', { timeout: 60_000 }, () => {
  suite(() => {
    const prefix = `test-${randomUUID()}`;
    return {
      connection: { redis: { url }, prefix },
      peer: (queue) => new Queue(queue, { connection: { url }, prefix }),
    };
  });
});

it('asks to be tried again while Redis is away', { timeout: 60_000 }, async () => {
  const receiver = createQueueReceiver({
    redis: { host: '127.0.0.1', port: 1 },
    name: 'queue',
    queue: 'alerts',
    onError: () => {},
  });
  expect(await receiver.deliver(notice)).toMatchObject({ kind: 'retry' });
  await receiver.close();
});
