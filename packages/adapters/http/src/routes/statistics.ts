/** Counts for dashboards. */
import { describeLists, readStatistics, type CaseStore, type Clock } from '@herkomst/runtime';
import type { Rulebook } from '@herkomst/core';
import type { FastifyInstance } from 'fastify';
import { addOperation } from '../operation.ts';
import { getStatistics } from '../operations/work.ts';
import { badRequest, fromEngine } from '../problem.ts';
import type { SearchParts } from './alerts.ts';

export interface StatisticsRouteParts {
  readonly dataOf: SearchParts['dataOf'];
  readonly cases: Pick<CaseStore, 'decisionsFrom'>;
  readonly rulebook: () => Rulebook;
  readonly clock: Pick<Clock, 'now'>;
}

const dayMs = 86_400_000;
const usualDays = 30;
const mostDays = 366;

export function addStatisticsRoute(app: FastifyInstance, parts: StatisticsRouteParts): void {
  const { dataOf, cases, rulebook, clock } = parts;
  addOperation(app, getStatistics, async ({ request, query, by: { tenant } }) => {
    const today = clock.now().slice(0, 10);
    const to = query.to === undefined ? today : dayOf(query.to);
    const from = query.from === undefined ? daysBefore(to, usualDays - 1) : dayOf(query.from);
    if (from > to) throw badRequest('The parameter "from" is later than "to".');
    if (from < daysBefore(to, mostDays - 1)) {
      throw badRequest(`The period is longer than ${mostDays} days.`);
    }
    const { search } = dataOf(request);
    const counts = await fromEngine(readStatistics({ search, cases, tenant }, from, to));
    const lists = describeLists(rulebook(), today).map(({ list, title, asOf, ageDays }) => ({
      list,
      title,
      asOf,
      ageDays,
    }));
    return { ...counts, lists };
  });
}

function dayOf(moment: string): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}
