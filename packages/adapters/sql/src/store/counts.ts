/** How much there is of everything, all at one moment: a single statement sees one state. */
import type { StoreCounts } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';
import { releaseText } from '../held-text.ts';

const selectCounts = `
  select 'events' as what, null as verdict, count(*)::text as number from herkomst.events
  union all select 'verdict', verdict, count(*)::text from herkomst.assessments group by verdict
  union all select 'alerts', null, count(*)::text from herkomst.alerts
  union all select 'standingAlerts', null, count(*)::text from herkomst.alerts
    where superseded_by is null
  union all select 'deadLetters', null, count(*)::text from herkomst.dead_letters
  union all select 'unrelayed', null, count(*)::text from herkomst.outbox where relayed_at is null
  union all select 'deliveries', null, count(*)::text from herkomst.deliveries
    where delivered_at is not null
  union all select 'dueDeliveries', null, count(*)::text from herkomst.deliveries
    where delivered_at is null and given_up_at is null and aside is null`;

interface CountRow {
  readonly what: string;
  readonly verdict: string | null;
  readonly number: string;
}

export async function selectStoreCounts(session: SqlSession): Promise<StoreCounts> {
  const rows = await session.query<CountRow>(selectCounts);
  const byVerdict: [verdict: string, number: number][] = [];
  const totals = new Map<string, number>();
  for (const { what, verdict, number } of rows) {
    if (verdict === null) totals.set(what, Number(number));
    else byVerdict.push([releaseText(verdict), Number(number)]);
  }
  const total = (what: string) => totals.get(what) ?? 0;
  return {
    events: total('events'),
    assessments: byVerdict.reduce((sum, [, number]) => sum + number, 0),
    byVerdict: Object.fromEntries(byVerdict),
    alerts: total('alerts'),
    standingAlerts: total('standingAlerts'),
    deadLetters: total('deadLetters'),
    unrelayed: total('unrelayed'),
    deliveries: total('deliveries'),
    dueDeliveries: total('dueDeliveries'),
  };
}
