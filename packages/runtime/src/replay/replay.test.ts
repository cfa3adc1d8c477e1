import { describe, expect, test } from 'vitest';
import { deadLetter, outboxEntry, routed, writes } from '../contract/samples.ts';
import { createIntakes } from '../intake/intake.ts';
import { readJsonEntry } from '../intake/read-json.ts';
import { startOfInput } from '../intake/place.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryEventStream } from '../memory/memory-event-stream.ts';
import { createMemoryJobQueue } from '../memory/memory-job-queue.ts';
import { createMemoryStores } from '../memory/memory-stores.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import type { KeptDeadLetter } from '../ports/store.ts';
import { deliveriesQueue, shipmentsTopic } from '../topics.ts';
import { replayDeadLetter, type ReplayParts } from './replay.ts';

function open() {
  const clock = createManualClock('2026-03-02T08:00:00.000Z');
  const tenant = 'acme';
  const stores = createMemoryStores();
  const store = stores.of(tenant);
  const stream = createMemoryEventStream({ clock });
  const queue = createMemoryJobQueue(clock);
  const intakes = createIntakes({ stream, stores, clock, logger: createSilentLogger() });
  const parts: ReplayParts = {
    tenant,
    stores,
    intakes,
    queue,
    clock,
    maxAttempts: 3,
    backoffMs: 1000,
    read: async ({ original, position }) => [
      readJsonEntry({ bytes: original, place: startOfInput, position }),
    ],
  };
  const replay = async (id: string) => {
    const letter = await store.deadLetter(id);
    return replayDeadLetter(letter as KeptDeadLetter, parts);
  };
  return { store, stream, queue, clock, replay };
}

const valid = JSON.stringify({
  specversion: '1.0',
  id: 'e1',
  source: 'urn:broker',
  type: 'org.herkomst.shipment.declared.v1',
  data: {
    shipmentId: 'S-1',
    declaration: { kind: 'import', jurisdiction: 'NL' },
    transport: { mode: 'sea' },
    parties: [{ role: 'exporter', name: 'Hair Co' }],
    items: [{ lineNumber: 1, commodityCode: '6704', description: 'wigs' }],
  },
});

describe('input handed in again', () => {
  test('is taken once its reader takes it, and says when', async () => {
    const { store, stream, replay } = open();
    const original = new TextEncoder().encode(valid);
    await store.addDeadLetters([deadLetter('d1', { original })]);
    expect(await replay('d1')).toEqual({ kind: 'taken', accepted: 1 });
    expect((await store.deadLetter('d1'))?.replayedAt).toBe('2026-03-02T08:00:00.000Z');
    await stream.subscribe(shipmentsTopic, 'g', async () => {}, { maxBatch: 1 });
    expect(await stream.lag(shipmentsTopic, 'other')).toBe(1);
  });

  test('stays a dead letter, and becomes no second one, where it is as bad as before', async () => {
    const { store, stream, replay } = open();
    const original = new TextEncoder().encode('{"id": 1');
    await store.addDeadLetters([deadLetter('d1', { original })]);
    expect(await replay('d1')).toMatchObject({ kind: 'refused', faults: [{ path: '' }] });
    expect((await store.counts()).deadLetters).toBe(1);
    expect((await store.deadLetter('d1'))?.replayedAt).toBeNull();
    expect(await stream.lag(shipmentsTopic, 'any')).toBe(0);
  });
});

describe('a delivery handed in again', () => {
  async function givenUp() {
    const opened = open();
    const at = '2026-03-01T08:00:00.000Z';
    await opened.store.screen({ events: [], shipments: [] }, () =>
      writes({ outbox: [outboxEntry('a1')] }),
    );
    await opened.store.markRelayed(['a1'], routed('a1', ['hook']), at);
    const letter = deadLetter('d1', { origin: 'delivery:hook', position: 'a1' });
    await opened.store.giveUpDelivery('a1', 'hook', letter, at);
    return opened;
  }

  test('is due again, under an id the queue does not know', async () => {
    const { store, queue, replay } = await givenUp();
    expect(await replay('d1')).toEqual({ kind: 'due-again', receiver: 'hook' });
    expect(await queue.counts(deliveriesQueue)).toMatchObject({ waiting: 1 });
    expect(await store.counts()).toMatchObject({ dueDeliveries: 1 });
  });

  test('is due once, however often it is asked', async () => {
    const { queue, replay } = await givenUp();
    await replay('d1');
    expect(await replay('d1')).toMatchObject({ kind: 'nothing-to-do' });
    expect(await queue.counts(deliveriesQueue)).toMatchObject({ waiting: 1 });
  });
});
