/**
 * How much was screened and what came of it, counted from the terms that documents are filed under:
 * a count is how many documents two terms share, so nothing is kept for it.
 */
import { severities, verdicts, type Severity, type Verdict } from '@herkomst/core';
import type { CaseStore } from '../ports/case-store.ts';
import type { SearchStore } from '../ports/search-store.ts';
import { DocumentSet } from '../search/document-set.ts';
import { alertTerm, termKinds, termOf, type TermKind } from '../search/terms.ts';

export interface Flow {
  readonly key: string;
  readonly assessments: number;
  readonly alerts: number;
}

export interface StatisticsOf {
  readonly from: string;
  readonly to: string;
  readonly assessments: number;
  readonly alerts: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of alerts. */
  readonly severities: Readonly<Record<Severity, number>>;
  readonly days: readonly {
    readonly day: string;
    readonly assessments: number;
    readonly verdicts: Readonly<Record<Verdict, number>>;
    readonly alerts: Readonly<Record<Severity, number>>;
  }[];
  readonly byOrigin: readonly Flow[];
  readonly byCommodity: readonly Flow[];
  readonly byRegime: readonly Flow[];
  readonly byFinding: readonly {
    readonly finding: string;
    readonly alerts: number;
    readonly decided: number;
    readonly released: number;
  }[];
}

export interface StatisticsParts {
  readonly search: SearchStore;
  readonly cases: Pick<CaseStore, 'decisionsFrom'>;
  readonly tenant: string;
}

/** Decisions that settle an alert; the others only put it off. */
const settling: ReadonlySet<string> = new Set(['release', 'end-relationship', 'report']);
/** The latest of them that are counted. */
const mostDecisions = 20_000;
/** Sets in memory at a time. */
const atOnce = 64;
const dayMs = 86_400_000;

/** From the first day to the last, 'YYYY-MM-DD' in UTC. */
export async function readStatistics(
  { search, cases, tenant }: StatisticsParts,
  from: string,
  to: string,
): Promise<StatisticsOf> {
  const names = daysBetween(from, to);
  const dayTerms = names.map((day) => termOf('day', day));
  const fixed = await search.documentsWith([
    alertTerm,
    ...verdicts.map((verdict) => termOf('verdict', verdict)),
    ...severities.map((severity) => termOf('severity', severity)),
  ]);
  const setOf = (term: string): DocumentSet => fixed.get(term) ?? new DocumentSet();
  const raised = setOf(alertTerm);
  const byVerdict = (documents: DocumentSet) =>
    counted(verdicts, (name) => documents.countIn(setOf(termOf('verdict', name))));
  const bySeverity = (documents: DocumentSet) =>
    counted(severities, (name) => documents.countIn(setOf(termOf('severity', name))));

  let all = new DocumentSet();
  const days: StatisticsOf['days'][number][] = [];
  await eachSet(search, dayTerms, (_term, documents, nth) => {
    all = all.or(documents);
    days.push({
      day: names[nth] ?? '',
      assessments: documents.size,
      verdicts: byVerdict(documents),
      alerts: bySeverity(documents.and(raised)),
    });
  });
  const alerts = all.and(raised);

  const flows = async (kind: TermKind): Promise<Flow[]> => {
    const found: Flow[] = [];
    await eachSet(search, await search.termsFrom(`${termKinds[kind]}:`), (term, documents) => {
      const assessments = documents.countIn(all);
      if (assessments === 0) return;
      found.push({ key: term.slice(2), assessments, alerts: documents.countIn(alerts) });
    });
    return found.toSorted(
      (a, b) => b.alerts - a.alerts || b.assessments - a.assessments || (a.key < b.key ? -1 : 1),
    );
  };

  const decisions = (await cases.decisionsFrom(tenant, from, mostDecisions)).filter(
    ({ decision }) => settling.has(decision),
  );
  const numbersOf = async (kinds: (decision: string) => boolean): Promise<DocumentSet> =>
    DocumentSet.of(
      await search.numbersOfAlerts(
        decisions.flatMap(({ decision, alertIds }) => (kinds(decision) ? alertIds : [])),
      ),
    );
  const decided = await numbersOf(() => true);
  const released = await numbersOf((decision) => decision === 'release');
  const byFinding: StatisticsOf['byFinding'][number][] = [];
  await eachSet(search, await search.termsFrom(`${termKinds.finding}:`), (term, documents) => {
    const ofAlerts = documents.and(alerts);
    const counts = {
      finding: term.slice(2),
      alerts: ofAlerts.size,
      decided: documents.countIn(decided),
      released: documents.countIn(released),
    };
    if (counts.alerts + counts.decided > 0) byFinding.push(counts);
  });

  return {
    from,
    to,
    assessments: all.size,
    alerts: alerts.size,
    verdicts: byVerdict(all),
    severities: bySeverity(alerts),
    days,
    byOrigin: await flows('origin'),
    byCommodity: await flows('commodity'),
    byRegime: await flows('regime'),
    byFinding: byFinding.toSorted(
      (a, b) => b.alerts - a.alerts || (a.finding < b.finding ? -1 : 1),
    ),
  };
}

/** Few sets at a time; a term without documents has an empty one. */
async function eachSet(
  search: SearchStore,
  terms: readonly string[],
  use: (term: string, documents: DocumentSet, nth: number) => void,
): Promise<void> {
  for (let at = 0; at < terms.length; at += atOnce) {
    const some = terms.slice(at, at + atOnce);
    const sets = await search.documentsWith(some);
    some.forEach((term, nth) => use(term, sets.get(term) ?? new DocumentSet(), at + nth));
  }
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function counted<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}
