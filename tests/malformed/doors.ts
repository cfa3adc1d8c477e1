/** An intake over a store and a stream in memory, and what came through and what was kept. */
import { readEntries, type EntriesInput, type ReadOptions } from '@herkomst/adapter-files';
import { createHttpServer } from '@herkomst/adapter-http';
import {
  createIntake,
  shipmentsTopic,
  type DeadLetter,
  type Intake,
  type Store,
} from '@herkomst/runtime';
import {
  createManualClock,
  createMemoryEventStream,
  createMemoryStore,
} from '@herkomst/runtime/testing';

export interface Door {
  readonly intake: Intake;
  readonly store: Store;
  /** Ids of the shipments that are in the stream, in their order. */
  readonly passed: readonly string[];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

export function createDoor(): Door {
  const passed: string[] = [];
  const store = createMemoryStore();
  const stream = createMemoryEventStream();
  const intake = createIntake({
    store,
    clock: createManualClock(),
    logger: silent,
    stream: {
      ...stream,
      async append(topic, events) {
        await stream.append(topic, events);
        if (topic !== shipmentsTopic) return;
        for (const { value } of events) {
          passed.push((JSON.parse(value) as { data: { shipmentId: string } }).data.shipmentId);
        }
      },
    },
  });
  return { intake, store, passed };
}

/** All dead letters, oldest first. */
export async function lettersOf({ store }: Door): Promise<readonly DeadLetter[]> {
  const { rows } = await store.deadLetters({ limit: 1000 });
  return rows.toReversed();
}

/** Reads a file through the intake; resolves to the first fault of each rejection. */
export async function takeInput(door: Door, input: EntriesInput, options?: ReadOptions) {
  const rejected = [];
  for await (const entries of readEntries(input, options)) {
    const result = await door.intake.submit(`file:${input.name}`, entries);
    rejected.push(...result.rejected);
  }
  return rejected;
}

/** Posts a body as NDJSON to a server of its own; resolves to the answer. */
export async function postLines(door: Door, body: Uint8Array<ArrayBuffer>) {
  const server = await createHttpServer({ ...door, logger: silent, host: '127.0.0.1', port: 0 });
  try {
    const answer = await fetch(`${server.url}/v1/shipments`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const read: unknown = await answer.json();
    return { status: answer.status, body: read };
  } finally {
    await server.close();
  }
}
