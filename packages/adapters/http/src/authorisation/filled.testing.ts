/** A server with all its routes, and a tenant 'acme' with one of everything, each marked as acme's. */
import {
  createCaseDesk,
  createKeyDesk,
  entryTerm,
  operatorOf,
  recordAudit,
  roles,
  sha256,
  standardPolicy,
  type ApiKey,
  type BacktestProgress,
  type Caller,
  type FileProgress,
  type NewKey,
  type PublishedRulebook,
  type Role,
} from '@herkomst/runtime';
import type { Assessment, Coordinates, Rulebook } from '@herkomst/core';
import {
  alert,
  assessment,
  caseSamples,
  createManualClock,
  createMemoryCaseStore,
  createMemoryIntake,
  createMemoryKeyStore,
  createMemoryRecordStores,
  deadLetter,
  head,
  outboxEntry,
  routed,
  shipmentKey,
  writes,
} from '@herkomst/runtime/testing';
import { subject } from '../routes/search.testing.ts';
import type { HttpServerOptions } from '../server.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

/** In all that is acme's, and in nothing else. */
export const mark = 'acme-only';

export const ids = {
  shipmentId: `S-${mark}`,
  alertId: `alert-${mark}`,
  caseId: `case-${mark}`,
  letterId: `dead-${mark}`,
  keyId: 'acacacacacacacac',
  fileId: `file-${mark}`,
  backtestId: `backtest-${mark}`,
  entryId: 'listed',
} as const;

const now = '2026-11-24T08:00:00.000Z';

export type CallerName = Role | 'operator' | 'narrow' | 'expired' | 'revoked';

/** All that brings routes: one that is added and left out here does not compile. */
type RouteOptions = Required<
  Omit<
    HttpServerOptions,
    | 'logger'
    | 'host'
    | 'port'
    | 'ready'
    | 'console'
    | 'oidc'
    | 'knowledge'
    | 'perMinute'
    | 'streamPollMs'
    | 'maxBodyBytes'
    | 'maxEvents'
  >
>;

export interface Filled {
  readonly server: TestServer;
  /** Keys of both tenants, by who has them. */
  readonly tokens: Readonly<Record<'acme' | 'bolt', ReadonlyMap<CallerName, string>>>;
}

export async function startFilledServer(): Promise<Filled> {
  const memory = createMemoryIntake();
  const cases = createMemoryCaseStore();
  const keyStore = createMemoryKeyStore();
  const clock = createManualClock(now);
  const keys = createKeyDesk({
    keys: keyStore,
    clock,
    record: (tenant, records) => recordAudit(cases, tenant, records, sha256),
  });
  await fillStore(memory);
  await fillCases(cases);
  await keyStore.add(markedKey);
  const tokens = { acme: await makeTokens('acme'), bolt: await makeTokens('bolt') };

  async function makeTokens(tenant: 'acme' | 'bolt'): Promise<Map<CallerName, string>> {
    const root: Caller = operatorOf({ name: 'root', kind: 'service' }, tenant);
    const made = new Map<CallerName, string>();
    const make = async (name: CallerName, some: Partial<NewKey>) => {
      const wanted = { name, kind: 'person', roles: [], expiresAt: null, ...some } as const;
      const { token, key } = await keys.create(wanted, root);
      made.set(name, token);
      return key;
    };
    for (const role of roles) await make(role, { roles: [role] });
    await make('operator', { operator: true });
    await make('narrow', { kind: 'service', roles: ['analyst'], actions: ['read'] });
    await make('expired', { roles: [...roles], expiresAt: now });
    await keys.revoke((await make('revoked', { roles: [...roles] })).keyId, root);
    return made;
  }

  const routes: RouteOptions = {
    intakes: memory.intakes,
    stores: memory.stores,
    search: memory.stores.search,
    authenticate: (token) => keys.authenticate(token),
    keys,
    tenants: () => cases.tenants(),
    cases: {
      cases,
      deskOf: (tenant) =>
        createCaseDesk({
          tenant,
          cases,
          screening: memory.stores.of(tenant),
          clock,
          policy: standardPolicy,
          rulebook: () => rulebook,
        }),
      exportCase: async (tenant, caseId) => {
        const one = await cases.case(tenant, caseId);
        return one === null ? null : { json: one.caseId, pdf: Buffer.from(one.caseId) };
      },
    },
    audit: { cases },
    screening: {
      rulebook: () => rulebook,
      coordinates: { byId: () => null } as unknown as Coordinates,
      clock,
      history: createMemoryRecordStores().of('default'),
      cases,
    },
    rulebooks: {
      inForce: async () => ({ id: 'x' }) as PublishedRulebook,
      startBacktest: async () => ({ kind: 'started', id: 'x' }),
      backtest: async (tenant, id) =>
        tenant === 'acme' ? ({ id } as unknown as BacktestProgress) : null,
      publish: async ({ tenant }) =>
        tenant === 'acme'
          ? { kind: 'published', rulebook: { id: 'x' } as PublishedRulebook }
          : { kind: 'refused', code: 'not-allowed', message: 'not of this tenant', faults: [] },
      stop: async () => {},
    },
    files: {
      async take(_by, _name, content) {
        for await (const part of content) if (part.length === 0) return { kind: 'too-large' };
        return { kind: 'taken', fileId: 'x' };
      },
      file: async (tenant) => (tenant === 'acme' ? file : null),
      files: async (tenant) => ({ rows: tenant === 'acme' ? [file] : [], next: null }),
      stop: async () => {},
    },
    assess: () => ({ verdict: 'clear' }) as Assessment,
    status: async (tenant) => memory.stores.of(tenant).counts(),
    metrics: async () => ({ contentType: 'text/plain', body: '{}' }),
    replay: async () => ({ kind: 'nothing-to-do', reason: 'a test' }),
    deliveries: {
      receivers: (tenant) =>
        tenant === 'acme' ? [{ name: mark, kind: 'webhook', tenant, policy: null }] : [],
      redeliver: async (tenant, outboxId, receiver) =>
        (await memory.stores.of(tenant).delivery(outboxId, receiver)) === null
          ? { kind: 'unknown' }
          : { kind: 'due-again', receiver },
      test: async (tenant) => (tenant === 'acme' ? { kind: 'done' } : null),
      record: (tenant, record) => recordAudit(cases, tenant, [record], sha256),
      now: () => now,
    },
  };
  const server = await startTestServer(routes);
  return { server, tokens };
}

/** As far as these routes look at one: a list with one entry. */
const list = { list: 'l', title: 'L', entities: [] };
const rulebook = {
  sha256,
  matcher: { match: () => [] },
  entities: new Map([[ids.entryId, { entity: { id: ids.entryId, name: 'X' }, list }]]),
  network: null,
  lists: [],
  sectorsHeader: list,
  countryGoodsHeader: list,
  commodities: { table: list },
  stateLabour: { table: list },
  xinjiang: { data: list },
} as unknown as Rulebook;

const file = { fileId: ids.fileId, sources: [], refused: [] } as unknown as FileProgress;

/** Not one of those that are tried: revoking it takes nobody's key. */
const markedKey: ApiKey = {
  keyId: ids.keyId,
  name: mark,
  kind: 'service',
  roles: ['viewer'],
  tenant: 'acme',
  operator: false,
  actions: null,
  perMinute: null,
  digest: 'a'.repeat(64),
  createdAt: now,
  expiresAt: null,
  revokedAt: null,
};

async function fillStore({ stores }: ReturnType<typeof createMemoryIntake>): Promise<void> {
  const store = stores.of('acme');
  const key = shipmentKey(ids.shipmentId);
  const { alertId } = ids;
  await store.screen({ events: [], shipments: [] }, () =>
    writes({
      heads: [head(ids.shipmentId, { alertId })],
      assessments: [assessment(ids.shipmentId, { verdict: 'alert', eventId: mark })],
      alerts: [alert(alertId, { ...key, document: '{"data":{}}' })],
      outbox: [outboxEntry(alertId)],
      search: [
        {
          ...key,
          version: 1,
          severity: 'high',
          alertId,
          arrivalAt: null,
          risk: 4,
          subject: JSON.stringify(subject(mark)),
          terms: ['a', entryTerm(list.list, 'X')],
        },
      ],
    }),
  );
  await store.addDeadLetters([deadLetter(ids.letterId)]);
  await store.markRelayed([alertId], routed(alertId, ['hook']), now);
}

async function fillCases(cases: ReturnType<typeof createMemoryCaseStore>): Promise<void> {
  const some = { tenant: 'acme' };
  await cases.change('acme', caseSamples.caseKeys({}), () => ({
    writes: caseSamples.caseWrites({
      cases: [caseSamples.caseRecord(ids.caseId, some)],
      alerts: [caseSamples.caseAlert(ids.alertId, ids.caseId, some)],
      suppressions: [caseSamples.suppression(`suppression-${mark}`, some)],
      decisions: [caseSamples.caseDecision(ids.caseId, 1, some)],
    }),
    result: undefined,
  }));
  const actor = { kind: 'person', id: mark, name: mark } as const;
  const record = { at: now, actor, action: 'x', subject: mark, details: '{}' };
  await recordAudit(cases, 'acme', [record], sha256);
}
