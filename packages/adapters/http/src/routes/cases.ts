/** Cases and suppressions: the queue, one case, what people ask of it, and its evidence. */
import {
  caseCommandSchema,
  caseStatuses,
  suppressionCommandSchema,
  type Actor,
  type CaseDesk,
  type CaseQuery,
  type CaseStore,
  type Refused,
  type SuppressionQuery,
} from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { callerOf, requireAction } from '../guard.ts';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine, notFound, Problem } from '../problem.ts';
import { readCommand } from '../read-command.ts';
import { oneOf, textOf } from '../query.ts';

export interface CaseRouteParts {
  readonly cases: CaseStore;
  /** The desk of one tenant. */
  readonly deskOf: (tenant: string) => Pick<CaseDesk, 'act' | 'suppress'>;
  /** Null when there is no such case. */
  readonly exportCase: (
    tenant: string,
    caseId: string,
    by: Actor,
  ) => Promise<{ readonly json: string; readonly pdf: Uint8Array } | null>;
}

const read = { action: 'read' } as const;
const work = { action: 'work-on-cases' } as const;
const give = { action: 'export-evidence' } as const;

export function addCaseRoutes(app: FastifyInstance, parts: CaseRouteParts): void {
  const { cases, deskOf } = parts;

  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/cases',
    config: read,
    handler: async (request) => {
      const { tenant } = callerOf(request);
      const { query, page } = readCaseQuery(request.query);
      return writePage(await fromEngine(cases.cases(tenant, query, page)), (row) => row);
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/cases/:id',
    config: read,
    handler: async (request) => {
      const { tenant } = callerOf(request);
      const { id } = request.params;
      const one = await fromEngine(cases.case(tenant, id));
      if (one === null) throw noCase();
      const [decisions, documents] = await fromEngine(
        Promise.all([cases.decisions(tenant, id), cases.documents(tenant, id)]),
      );
      return { case: one, decisions, documents };
    },
  });

  app.route<{ Params: { id: string }; Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/cases/:id/alerts',
    config: read,
    handler: async (request) => {
      const { tenant } = callerOf(request);
      const { id } = request.params;
      const page = await fromEngine(cases.caseAlerts(tenant, id, readPageRequest(request.query)));
      return writePage(page, (row) => row);
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/alerts/:id/case',
    config: read,
    handler: async (request) => {
      const { tenant } = callerOf(request);
      const alert = await fromEngine(cases.caseAlert(tenant, request.params.id));
      if (alert === null) throw notFound('No case has this alert.');
      return { alert };
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'POST',
    url: '/v1/cases/:id/commands',
    config: work,
    handler: async (request) => {
      const command = await readCommand(request, caseCommandSchema);
      const second = command.kind === 'approve' || command.kind === 'reject';
      const by = requireAction(request, second ? 'approve' : 'work-on-cases');
      const outcome = await fromEngine(deskOf(by.tenant).act(request.params.id, command, by));
      if (outcome.kind === 'refused') throw refusal(outcome);
      return { case: outcome.case };
    },
  });

  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/suppressions',
    config: read,
    handler: async (request) => {
      const { tenant } = callerOf(request);
      const { status, caseId, ...page } = request.query;
      const query: SuppressionQuery = {
        ...oneOf('status', status, ['proposed', 'active', 'ended'] as const),
        ...textOf('caseId', caseId),
      };
      const rows = await fromEngine(cases.suppressions(tenant, query, readPageRequest(page)));
      return writePage(rows, (row) => row);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/suppressions',
    config: work,
    handler: async (request) => {
      const command = await readCommand(request, suppressionCommandSchema);
      const second = command.kind === 'approve-suppression';
      const by = requireAction(request, second ? 'approve' : 'work-on-cases');
      const outcome = await fromEngine(deskOf(by.tenant).suppress(command, by));
      if (outcome.kind === 'refused') throw refusal(outcome);
      return { suppression: outcome.suppression };
    },
  });

  const forms = [
    ['json', 'application/json'],
    ['pdf', 'application/pdf'],
  ] as const;
  for (const [form, type] of forms) {
    app.route<{ Params: { id: string } }>({
      method: 'GET',
      url: `/v1/cases/:id/evidence.${form}`,
      // A look at the headers alone must not go on the log as handed out.
      exposeHeadRoute: false,
      config: give,
      handler: async (request, reply) => {
        const by = requireAction(request, give.action);
        const exported = await fromEngine(parts.exportCase(by.tenant, request.params.id, by));
        if (exported === null) throw noCase();
        return reply.type(type).send(Buffer.from(exported[form]));
      },
    });
  }
}

function readCaseQuery(given: Readonly<Record<string, unknown>>) {
  const { order, active, status, severity, assignee, unassigned, partyKey, commodityKey, ...rest } =
    given;
  const yesNo = ['yes', 'no'] as const;
  const { active: onQueue } = oneOf('active', active, yesNo);
  const { unassigned: nobodys } = oneOf('unassigned', unassigned, ['yes'] as const);
  const query: CaseQuery = {
    order: oneOf('order', order, ['deadline', 'risk', 'changed'] as const).order ?? 'deadline',
    ...(onQueue === undefined ? {} : { active: onQueue === 'yes' }),
    ...oneOf('status', status, caseStatuses),
    ...oneOf('severity', severity, ['low', 'medium', 'high', 'critical'] as const),
    ...textOf('assignee', assignee),
    ...(nobodys === undefined ? {} : { assignee: null }),
    ...textOf('partyKey', partyKey),
    ...textOf('commodityKey', commodityKey),
  };
  return { query, page: readPageRequest(rest) };
}

function noCase(): Problem {
  return notFound('No case has this id.');
}

const forbidden = new Set(['not-allowed', 'person-needed', 'same-person']);

function refusal({ code, message }: Refused): Problem {
  if (code.startsWith('unknown-')) return notFound(message);
  return forbidden.has(code)
    ? new Problem(403, code, 'Forbidden', message)
    : new Problem(409, code, 'Refused', message);
}
