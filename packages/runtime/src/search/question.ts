/** A question to the search, and what it asks of terms. */
import { severities } from '@herkomst/core';
import type { Bounds, SearchOrder } from '../ports/search-store.ts';
import { alertTerm, scoreStep, scoreTerm, supersededTerm, termOf } from './terms.ts';
import { wordsToAsk } from './words.ts';

export interface Question {
  readonly order: SearchOrder;
  readonly alertsOnly: boolean;
  /** Words that all stand in names of parties. */
  readonly party?: string;
  /** First digits of HS codes, 2, 4, 6, 8 or 10 of them: goods of any. */
  readonly goods?: readonly string[];
  /** Names of one place: words that all stand in addresses, ports and origins, of any of them. */
  readonly place?: readonly string[];
  readonly finding?: string;
  /** The term of a list entry, see `entryTerm`. */
  readonly entry?: string;
  readonly minScore?: number;
  readonly maxScore?: number;
  readonly severity?: string;
  readonly verdict?: string;
  readonly regime?: string;
  readonly source?: string;
  /** RFC 3339 in UTC with milliseconds; the first moment, and the first after. */
  readonly from?: string;
  readonly to?: string;
  readonly standing?: boolean;
}

/** All terms of at least one group. */
export type Clause = readonly (readonly string[])[];

export interface Asked {
  /** Every one of them must hold. */
  readonly clauses: readonly Clause[];
  /** None of these terms may stand. */
  readonly none: readonly string[];
  readonly bounds: Bounds;
}

/** Longer periods are left to the bounds alone. */
const mostDays = 92;

export function readQuestion(question: Question): Asked {
  const { party, goods, place, finding, entry, severity, verdict, regime, source } = question;
  const clauses: Clause[] = [];
  const must = (...terms: string[]): unknown => terms.length > 0 && clauses.push([terms]);
  if (question.alertsOnly) must(alertTerm);
  if (party !== undefined) must(...wordsToAsk(party).map((word) => termOf('party', word)));
  if (goods !== undefined) clauses.push(goods.map((prefix) => [termOf('goods', prefix)]));
  if (place !== undefined) {
    clauses.push(place.map((name) => wordsToAsk(name).map((word) => termOf('place', word))));
  }
  if (finding !== undefined) must(termOf('finding', finding));
  if (entry !== undefined) must(entry);
  if (severity !== undefined) must(termOf('severity', severity));
  if (verdict !== undefined) must(termOf('verdict', verdict));
  if (regime !== undefined) must(termOf('regime', regime));
  if (source !== undefined) must(termOf('source', source));
  if (question.standing === false) must(supersededTerm);
  clauses.push(...scoreClause(question), ...dayClause(question));
  return {
    clauses,
    none: question.standing === true ? [supersededTerm] : [],
    bounds: boundsOf(question),
  };
}

/** A wider range holds so much that the bounds alone are met soon. */
const mostSteps = 25;

function scoreClause({ minScore, maxScore }: Question): Clause[] {
  if (minScore === undefined && maxScore === undefined) return [];
  const [least, most] = [scoreStep(minScore ?? 0), scoreStep(maxScore ?? 1)];
  if (most - least >= mostSteps) return [];
  const steps = Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at);
  return [steps.map((step) => [scoreTerm(step)])];
}

/** Bounds tell it exactly; the days keep the work small where another order is walked. */
function dayClause({ from, to }: Question): Clause[] {
  if (from === undefined || to === undefined) return [];
  const days: string[] = [];
  for (let at = Date.parse(from.slice(0, 10)); at < Date.parse(to); at += 86_400_000) {
    if (days.length >= mostDays) return [];
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return [days.map((day) => [termOf('day', day)])];
}

function boundsOf({ order, from, to, minScore, maxScore, severity }: Question): Bounds {
  const rank = severities.findIndex((each) => each === severity);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(minScore === undefined ? {} : { minScore }),
    ...(maxScore === undefined ? {} : { maxScore }),
    // One severity's alerts are one stretch of the order of risk.
    ...(order === 'risk' && rank !== -1 ? { minRisk: rank * 2, maxRisk: rank * 2 + 2 } : {}),
  };
}
