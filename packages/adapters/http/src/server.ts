/**
 * The HTTP door: shipments in, and what became of them. It reads requests and hands on; what is
 * accepted, kept and found is decided behind the ports.
 */
import type { Coordinates, Rulebook } from '@herkomst/core';
import type {
  Action,
  CaseStore,
  Clock,
  FileDesk,
  Intakes,
  KeyDesk,
  Logger,
  RecordStore,
  RulebookDesk,
  SearchStores,
  Stores,
} from '@herkomst/runtime';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { addConsole, type ConsoleFiles } from './console.ts';
import type { Auth } from './contract/index.ts';
import { admit, callerOf, type Authenticate, type StoreOf } from './guard.ts';
import { acceptedTypes, asProblem, fromEngine, notFound, sendProblem } from './problem.ts';
import { defaultPerMinute, limitRates } from './rate-limit.ts';
import { addAuthRoute, addTenantsRoute } from './routes/access.ts';
import { addAlertStreamRoute } from './routes/alert-stream.ts';
import { addAlertRoutes, type SearchParts } from './routes/alerts.ts';
import { addAssessmentRoutes } from './routes/assessments.ts';
import { addAuditRoutes } from './routes/audit.ts';
import { addCaseRoutes, type CaseRouteParts } from './routes/cases.ts';
import { addDeadLetterRoutes, type Replay } from './routes/dead-letters.ts';
import { addDeliveryRoutes, type DeliveryRouteParts } from './routes/deliveries.ts';
import { addExportRoutes } from './routes/exports.ts';
import { addExplainedRoute } from './routes/explained.ts';
import { addFileRoutes } from './routes/files.ts';
import { addHistoryRoutes } from './routes/history.ts';
import { addKeyRoutes } from './routes/keys.ts';
import { addKnowledgeRoutes } from './routes/knowledge.ts';
import { addListRoutes } from './routes/lists.ts';
import { addMeRoute } from './routes/me.ts';
import { addMetricsRoute, type ReadMetrics } from './routes/metrics.ts';
import { addOpenApiRoute } from './routes/openapi.ts';
import { addRulebookRoutes } from './routes/rulebook.ts';
import { addScreenRoute, type Assess } from './routes/screen.ts';
import { addShipmentRoutes, type Limits } from './routes/shipments.ts';
import { addStatisticsRoute } from './routes/statistics.ts';
import { addStatusRoute, type ReadStatus } from './routes/status.ts';
import type { FilterKnowledge } from './search/read-filters.ts';

export interface HttpServerOptions {
  readonly intakes: Intakes;
  /** Requests see and change what is their caller's tenant's. */
  readonly stores: Stores;
  readonly search: SearchStores;
  /** Null where filters can not speak of commodities, places and list entries by their ids. */
  readonly knowledge?: () => FilterKnowledge | null;
  /** Rejects while the store does not answer. */
  readonly ready: () => Promise<void>;
  readonly logger: Logger;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Says who calls by what came as 'Authorization: Bearer ...'; only /healthz and /readyz ask nobody. */
  readonly authenticate: Authenticate;
  /** Answers POST /v1/screen; without it there is no such path. */
  readonly assess?: Assess;
  /** Answers GET /v1/status; without it there is no such path. */
  readonly status?: ReadStatus;
  /** Answers GET /metrics; without it there is no such path. */
  readonly metrics?: ReadMetrics;
  /** Answers POST /v1/dead-letters/:id/replay; without it there is no such path. */
  readonly replay?: Replay;
  /** Answers /v1/deliveries and /v1/receivers; without it there are no such paths. */
  readonly deliveries?: DeliveryRouteParts;
  /** Answers /v1/cases and /v1/suppressions; without it there are no such paths. */
  readonly cases?: CaseRouteParts;
  /** Answers /v1/audit; without it there is no such path. */
  readonly audit?: Pick<CaseRouteParts, 'cases'>;
  /** Answers what rests on the rulebook: explanations, entities, advice, places, lists, statistics. */
  readonly screening?: ScreeningParts;
  /** Answers /v1/rulebook; without it there is no such path. */
  readonly rulebooks?: RulebookDesk;
  /** Answers /v1/files; without it there is no such path. */
  readonly files?: FileDesk;
  /** Answers /v1/keys; without it there is no such path. */
  readonly keys?: Pick<KeyDesk, 'create' | 'list' | 'revoke'>;
  /** Told at /v1/auth, where people may sign in so. */
  readonly oidc?: Auth['oidc'];
  /** Answers GET /v1/tenants; without it there is no such path. */
  readonly tenants?: () => Promise<readonly string[]>;
  /** Most requests a minute of one caller whose credential says nothing of it; default 60,000. */
  readonly perMinute?: number;
  /** Serves the console at /console/; without it there is no such path. */
  readonly console?: ConsoleFiles;
  /** How often the store is asked for new alerts while somebody follows them; default 500 ms. */
  readonly streamPollMs?: number;
  /** Largest body in bytes, as sent and decompressed alike; default 16 MiB. */
  readonly maxBodyBytes?: number;
  /** Most events in one request; default 10,000. */
  readonly maxEvents?: number;
}

export interface ScreeningParts {
  readonly rulebook: () => Rulebook;
  readonly coordinates: Coordinates;
  readonly clock: Pick<Clock, 'now'>;
  /** Where is kept what changed in lists: of the service, for all tenants go by the same ones. */
  readonly history: RecordStore;
  readonly cases: Pick<CaseStore, 'decisionsFrom'>;
}

export interface ServedRoute {
  readonly method: string;
  /** With parameters as ':id'. */
  readonly path: string;
  /** What a caller must be allowed to do; null where nobody is asked. */
  readonly action: Action | null;
}

export interface HttpServer {
  /** 'http://127.0.0.1:7410', with the port that was taken. */
  readonly url: string;
  /** All that it answers to, but for the paths of the console. */
  readonly routes: readonly ServedRoute[];
  /** Takes no further request, answers those in hand, then resolves. */
  close(): Promise<void>;
}

/** Resolves once it listens. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { intakes, stores, logger, host, port, authenticate, assess, status, replay } = options;
  const storeOf: StoreOf = (request) => stores.of(callerOf(request).tenant);
  const limits: Limits = {
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
    maxEvents: options.maxEvents ?? 10_000,
  };
  const app = fastify({
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
  });
  readBodiesAsBytes(app);
  answerErrors(app, logger);
  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request) => admit(request, authenticate));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });

  const routes = noteRoutes(app);
  await limitRates(app, options.perMinute ?? defaultPerMinute);

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await fromEngine(options.ready());
    return { status: 'ready' };
  });
  addShipmentRoutes(app, { intakes, limits });
  addHistoryRoutes(app, storeOf);
  addMeRoute(app);
  addOpenApiRoute(app);
  addAuthRoute(app, options.oidc);
  const searching: SearchParts = {
    dataOf(request) {
      const { tenant } = callerOf(request);
      return { store: stores.of(tenant), search: options.search.of(tenant) };
    },
    knowledge: options.knowledge ?? (() => null),
  };
  addAlertRoutes(app, searching);
  addAssessmentRoutes(app, searching);
  addExportRoutes(app, searching);
  addAlertStreamRoute(app, { ...searching, logger, pollMs: options.streamPollMs });
  addDeadLetterRoutes(app, storeOf, replay);
  if (options.deliveries !== undefined) addDeliveryRoutes(app, storeOf, options.deliveries);
  if (assess !== undefined) addScreenRoute(app, assess, limits);
  if (status !== undefined) addStatusRoute(app, status);
  if (options.cases !== undefined) {
    addCaseRoutes(app, options.cases);
  }
  if (options.audit !== undefined) addAuditRoutes(app, options.audit);
  if (options.screening !== undefined) {
    const screening = { ...options.screening, dataOf: searching.dataOf };
    addExplainedRoute(app, screening);
    addKnowledgeRoutes(app, screening);
    addListRoutes(app, screening);
    addStatisticsRoute(app, screening);
  }
  if (options.rulebooks !== undefined) addRulebookRoutes(app, options.rulebooks);
  if (options.files !== undefined) await addFileRoutes(app, options.files);
  if (options.keys !== undefined) addKeyRoutes(app, options.keys);
  if (options.tenants !== undefined) addTenantsRoute(app, options.tenants);
  if (options.metrics !== undefined) addMetricsRoute(app, options.metrics);

  if (options.console !== undefined) await addConsole(app, options.console);

  const url = await app.listen({ host, port });
  return { url, routes, close: () => app.close() };
}

function noteRoutes(app: FastifyInstance): readonly ServedRoute[] {
  const routes: ServedRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/console')) return;
    for (const each of Array.isArray(method) ? method : [method]) {
      // A HEAD is a GET without its body.
      if (each === 'HEAD') continue;
      routes.push({ method: each, path: url, action: config?.action ?? null });
    }
  });
  return routes;
}

function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const types = [...acceptedTypes, 'application/ndjson'];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

function answerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error);
    const { status, code, cause } = problem;
    const fields = {
      requestId: request.id,
      method: request.method,
      url: request.url,
      status,
      code,
    };
    if (status >= 500) logger.error({ ...fields, err: cause }, 'request failed');
    else logger.debug(fields, 'request refused');
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, notFound('There is nothing at this path.')),
  );
}
