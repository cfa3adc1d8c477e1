/**
 * Who may do what, and what another tenant gets: a row for each route, written by hand and not from
 * what is under test. The test holds it against the routes that there are.
 */
import type { Role } from '@herkomst/runtime';
import { sampleEvent } from '@herkomst/runtime/testing';
import { ids } from './filled.testing.ts';

export interface Row {
  /** As the server knows it: 'GET /v1/alerts/:id'. */
  readonly route: string;
  /** What is called, in the place of the route's own path: names what the tenant 'acme' has. */
  readonly path?: string;
  /** What one of acme calls, where that is another thing. */
  readonly ownPath?: string;
  readonly body?: string;
  /** Of the body; JSON where it is not said. */
  readonly type?: string;
  /** Roles that allow it; 'everybody' without a key; 'operators' whatever their roles. */
  readonly who: readonly Role[] | 'everybody' | 'operators';
  /** What one of acme gets who may. */
  readonly own: number;
  /** What one of another tenant gets who may; as `own` where it is not said. */
  readonly other?: number;
  /** Whether what acme gets shows what is acme's; what others get never does. */
  readonly shows?: true;
}

const readers = ['viewer', 'analyst', 'lead', 'admin'] as const;
const workers = ['analyst', 'lead', 'admin'] as const;
const { alertId, caseId, keyId, letterId } = ids;
const delivery = `/v1/deliveries/${alertId}/hook`;
const comment = '{"kind":"comment","text":"x"}';
const endIt = '{"kind":"end-suppression","suppressionId":"x","reason":"x"}';

export const table: readonly Row[] = [
  { route: 'GET /healthz', who: 'everybody', own: 200 },
  { route: 'GET /readyz', who: 'everybody', own: 200 },
  { route: 'GET /v1/auth', who: 'everybody', own: 200 },
  { route: 'GET /v1/openapi.json', who: 'everybody', own: 200 },
  { route: 'GET /metrics', who: 'operators', own: 200 },
  { route: 'GET /v1/tenants', who: 'operators', own: 200 },
  { route: 'GET /v1/me', who: readers, own: 200 },
  { route: 'GET /v1/status', who: readers, own: 200 },

  { route: 'POST /v1/shipments', body: sampleEvent('1'), who: workers, own: 202 },
  { route: 'POST /v1/screen', body: sampleEvent('1'), who: workers, own: 200 },
  { route: 'GET /v1/shipments', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/shipments/:id',
    path: `/v1/shipments/${ids.shipmentId}`,
    who: readers,
    own: 200,
    shows: true,
  },
  {
    route: 'GET /v1/shipments/:id/assessments',
    path: `/v1/shipments/${ids.shipmentId}/assessments`,
    // Explaining one takes a whole rulebook, which there is none of here.
    ownPath: `/v1/shipments/${ids.shipmentId}/assessments?declarationKind=export`,
    who: readers,
    own: 404,
  },
  { route: 'GET /v1/assessments', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/assessments/export',
    path: '/v1/assessments/export?format=ndjson',
    who: readers,
    own: 200,
    shows: true,
  },

  { route: 'GET /v1/alerts', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/alerts/:id',
    path: `/v1/alerts/${alertId}`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'GET /v1/alerts/:id/case',
    path: `/v1/alerts/${alertId}/case`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'GET /v1/alerts/export',
    path: '/v1/alerts/export?format=csv',
    who: readers,
    own: 200,
    shows: true,
  },
  // It does not end; that it is cut by tenant is tried by itself.
  { route: 'GET /v1/alerts/stream', path: '/v1/alerts/stream?after=x', who: readers, own: 400 },

  { route: 'GET /v1/cases', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/cases/:id',
    path: `/v1/cases/${caseId}`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'GET /v1/cases/:id/alerts',
    path: `/v1/cases/${caseId}/alerts`,
    who: readers,
    own: 200,
    shows: true,
  },
  {
    route: 'POST /v1/cases/:id/commands',
    path: `/v1/cases/${caseId}/commands`,
    body: comment,
    who: workers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'GET /v1/cases/:id/evidence.json',
    path: `/v1/cases/${caseId}/evidence.json`,
    who: workers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'GET /v1/cases/:id/evidence.pdf',
    path: `/v1/cases/${caseId}/evidence.pdf`,
    who: workers,
    own: 200,
    other: 404,
    shows: true,
  },
  { route: 'GET /v1/suppressions', who: readers, own: 200, shows: true },
  { route: 'POST /v1/suppressions', body: endIt, who: workers, own: 404 },
  { route: 'GET /v1/audit', who: readers, own: 200, shows: true },
  { route: 'GET /v1/audit/verdict', who: readers, own: 200 },

  { route: 'GET /v1/statistics', who: readers, own: 200 },
  { route: 'GET /v1/entities', path: '/v1/entities?name=x', who: readers, own: 200 },
  // What is on the lists is nobody's own; the alerts that name it are.
  {
    route: 'GET /v1/entities/:entryId',
    path: `/v1/entities/${ids.entryId}`,
    who: readers,
    own: 200,
    shows: true,
  },
  { route: 'GET /v1/advice', path: '/v1/advice?country=nowhere', who: readers, own: 400 },
  { route: 'GET /v1/places/:id', path: '/v1/places/x', who: readers, own: 404 },
  { route: 'GET /v1/lists', who: readers, own: 200 },
  { route: 'GET /v1/lists/changes', who: readers, own: 200 },

  { route: 'GET /v1/rulebook', who: readers, own: 200 },
  {
    route: 'POST /v1/rulebook/backtests',
    body: '{"yaml":"x"}',
    who: workers,
    own: 202,
  },
  {
    route: 'GET /v1/rulebook/backtests/:id',
    path: `/v1/rulebook/backtests/${ids.backtestId}`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  // Another tenant's are refused by the desk, whatever their roles.
  {
    route: 'POST /v1/rulebook',
    body: '{"yaml":"x","backtestId":"x"}',
    who: ['lead', 'admin'],
    own: 200,
    other: 403,
  },

  {
    route: 'POST /v1/files',
    path: '/v1/files?name=x.ndjson',
    type: 'application/x-ndjson',
    body: sampleEvent('1'),
    who: workers,
    own: 202,
  },
  { route: 'GET /v1/files', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/files/:id',
    path: `/v1/files/${ids.fileId}`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },

  { route: 'GET /v1/dead-letters', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/dead-letters/:id',
    path: `/v1/dead-letters/${letterId}`,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'POST /v1/dead-letters/:id/replay',
    path: `/v1/dead-letters/${letterId}/replay`,
    who: workers,
    own: 200,
    other: 404,
  },

  { route: 'GET /v1/deliveries', who: readers, own: 200, shows: true },
  {
    route: 'GET /v1/deliveries/:outboxId/:receiver',
    path: delivery,
    who: readers,
    own: 200,
    other: 404,
    shows: true,
  },
  {
    route: 'POST /v1/deliveries/:outboxId/:receiver/redeliver',
    path: `${delivery}/redeliver`,
    who: workers,
    own: 200,
    other: 404,
  },
  { route: 'GET /v1/receivers', who: readers, own: 200, shows: true },
  {
    route: 'POST /v1/receivers/:name/test',
    path: '/v1/receivers/hook/test',
    who: ['lead', 'admin'],
    own: 200,
    other: 404,
  },

  { route: 'GET /v1/keys', who: ['admin'], own: 200, shows: true },
  {
    route: 'POST /v1/keys',
    body: '{"name":"X","kind":"service","roles":["viewer"]}',
    who: ['admin'],
    own: 201,
  },
  {
    route: 'POST /v1/keys/:id/revoke',
    path: `/v1/keys/${keyId}/revoke`,
    body: '{}',
    who: ['admin'],
    own: 200,
    other: 404,
    shows: true,
  },
];
