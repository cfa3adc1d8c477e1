/** The audit log, oldest first, and whether it is whole. */
import { sha256, verifyStoredAudit, type CaseStore } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../guard.ts';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine } from '../problem.ts';
import { textOf } from '../query.ts';

const config = { action: 'read' } as const;

export function addAuditRoutes(
  app: FastifyInstance,
  { cases }: { readonly cases: CaseStore },
): void {
  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/audit',
    config,
    handler: async (request) => {
      const { subject, ...rest } = request.query;
      const { tenant } = callerOf(request);
      const page = readPageRequest(rest);
      const rows = await fromEngine(cases.audit(tenant, textOf('subject', subject), page));
      return writePage(rows, (row) => row);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/audit/verdict',
    config,
    handler: (request) =>
      fromEngine(verifyStoredAudit(cases, callerOf(request).tenant, { sha256 })),
  });
}
