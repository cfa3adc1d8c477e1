/** The file door and the HTTP door, each into an intake in memory. */
import { readEntries, type EntriesInput, type ReadOptions } from '@herkomst/adapter-files';
import { createHttpServer } from '@herkomst/adapter-http';
import { defaultTenant, operatorOf, type Rejection } from '@herkomst/runtime';
import { createSilentLogger, type MemoryIntake } from '@herkomst/runtime/testing';

/** Reads a file through the intake; resolves to what was rejected. */
export async function takeInput(
  { intake }: MemoryIntake,
  input: EntriesInput,
  options?: ReadOptions,
): Promise<readonly Rejection[]> {
  const rejected: Rejection[] = [];
  for await (const entries of readEntries(input, options)) {
    const result = await intake.submit(`file:${input.name}`, entries);
    rejected.push(...result.rejected);
  }
  return rejected;
}

/** Posts a body as NDJSON to a server of its own; resolves to the answer. */
export async function postLines(memory: MemoryIntake, body: Uint8Array<ArrayBuffer>) {
  const server = await createHttpServer({
    ...memory,
    search: memory.stores.search,
    logger: createSilentLogger(),
    host: '127.0.0.1',
    port: 0,
    ready: async () => {},
    authenticate: async () => operatorOf({ kind: 'service', name: 'test' }, defaultTenant),
  });
  try {
    const answer = await fetch(`${server.url}/v1/shipments`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson', authorization: 'Bearer test' },
    });
    const read: unknown = await answer.json();
    return { status: answer.status, body: read };
  } finally {
    await server.close();
  }
}
