/**
 * How a command reaches what is stored: it asks the running service, or, where none runs, opens the
 * engines and serves itself for as long as it takes. Either way it sees what the API gives.
 */
import { createHttpServer } from '@herkomst/adapter-http';
import { loadKnowledge } from '@herkomst/reference';
import { createIntakes, operatorOf, replayDeadLetter, systemClock } from '@herkomst/runtime';
import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { openEngines } from './engines/open.ts';
import { createLogger } from './logger.ts';
import { openKeys, readOwnToken, userName } from './keys.ts';
import { readDeadLetter } from './replay.ts';
import { openReceivers } from './receivers/directory.ts';
import type { CommoditiesById } from './receivers/read.ts';
import { deliveryRoutes } from './receivers/routes.ts';
import { findService } from './service-address.ts';

export interface Api {
  /** The answer as JSON. Throws ApiError with the problem's own words for any but a 2xx. */
  call(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>;
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
  if (running !== null) return work(createClient(running, await readOwnToken(config)));

  const logger = createLogger(config);
  const engines = await openEngines(config, logger);
  const { stores, stream, queue } = engines;
  const clock = systemClock;
  const intakes = createIntakes({ stores, stream, clock, logger });
  const parts = {
    stores,
    intakes,
    queue,
    clock,
    read: readDeadLetter,
    maxAttempts: config.deliveryAttempts,
    backoffMs: config.deliveryBackoffMs,
  };
  // Whoever can open the engines may do all that an admin may; nobody else knows this token.
  const token = randomBytes(32).toString('base64url');
  const caller = operatorOf({ name: userName(), kind: 'person' }, config.tenant);
  const keys = openKeys(engines, config, [{ token, caller }]);
  const receivers = openReceivers({
    config,
    engines,
    commodities: await commoditiesFor(config),
    logger,
    others: [],
  });
  const server = await createHttpServer({
    intakes,
    stores,
    search: engines.search,
    ready: () => engines.ready(),
    logger,
    host: '127.0.0.1',
    port: 0,
    authenticate: (shown) => keys.authenticate(shown),
    keys,
    tenants: () => engines.cases.tenants(),
    audit: { cases: engines.cases },
    deliveries: deliveryRoutes(receivers, engines, config),
    replay: (tenant, letter) => replayDeadLetter(letter, { ...parts, tenant }),
    status: (tenant) => stores.of(tenant).counts(),
  });
  try {
    return await work(createClient(server.url, token));
  } finally {
    await server.close();
    await Promise.all(receivers.current().map((receiver) => receiver.close()));
    await engines.close();
  }
}

/** Only the receivers file asks for them, and only where there is one are they read. */
async function commoditiesFor({ listsDir, receiversFile }: Config): Promise<() => CommoditiesById> {
  if (receiversFile === null) return () => new Map();
  const { commodities } = await loadKnowledge(listsDir);
  return () => new Map(commodities.commodities.map((commodity) => [commodity.id, commodity]));
}

function createClient(url: string, token: string | null): Api {
  return {
    async call(method, path, body) {
      const init: RequestInit = {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      };
      const response = await fetch(url + path, init);
      const answer: unknown = await response.json();
      if (response.ok) return answer;
      const { title, detail } = answer as { title?: string; detail?: string };
      throw new ApiError(
        response.status,
        detail ?? title ?? `the service answered ${response.status}`,
      );
    },
  };
}
