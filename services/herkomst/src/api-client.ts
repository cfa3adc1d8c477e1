/**
 * How a command reaches what is stored: it asks the running service, or, where none runs, opens the
 * engines and serves itself for as long as it takes. Either way it sees what the API gives.
 */
import { createHttpServer } from '@herkomst/adapter-http';
import { createIntake, replayDeadLetter, systemClock } from '@herkomst/runtime';
import type { Config } from './config.ts';
import { openEngines } from './engines/open.ts';
import { createLogger } from './logger.ts';
import { readDeadLetter } from './replay.ts';
import { findService } from './service-address.ts';

export interface Api {
  /** The answer as JSON. Throws ApiError with the problem's own words for any but a 2xx. */
  call(method: 'GET' | 'POST', path: string): Promise<unknown>;
}

export class ApiError extends Error {
  readonly code = 'api-error';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function withApi<Result>(
  config: Config,
  work: (api: Api) => Promise<Result>,
): Promise<Result> {
  const running = await findService(config);
  if (running !== null) return work(createClient(running, config.token));

  const logger = createLogger(config);
  const engines = await openEngines(config, logger);
  const { store, stream, queue } = engines;
  const clock = systemClock;
  const intake = createIntake({ store, stream, clock, logger });
  const parts = {
    store,
    intake,
    queue,
    clock,
    read: readDeadLetter,
    maxAttempts: config.deliveryAttempts,
    backoffMs: config.deliveryBackoffMs,
  };
  const server = await createHttpServer({
    intake,
    store,
    logger,
    host: '127.0.0.1',
    port: 0,
    token: config.token,
    replay: (letter) => replayDeadLetter(letter, parts),
    status: () => store.counts(),
  });
  try {
    return await work(createClient(server.url, config.token));
  } finally {
    await server.close();
    await engines.close();
  }
}

function createClient(url: string, token: string | null): Api {
  return {
    async call(method, path) {
      const headers = token === null ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(url + path, { method, headers });
      const body: unknown = await response.json();
      if (response.ok) return body;
      const { title, detail } = body as { title?: string; detail?: string };
      throw new ApiError(
        response.status,
        detail ?? title ?? `the service answered ${response.status}`,
      );
    },
  };
}
