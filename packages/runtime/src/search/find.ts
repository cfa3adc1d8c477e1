/**
 * Answers a question page by page, whatever it asks for. Terms say which documents match; then there
 * are two ways to the first ones in order. Few matches are fetched and sorted; many lie close
 * together in any order, so the order is walked until a page is full. Should that take long, because
 * those that match stand far down the order, they are fetched after all.
 */
import type { FoundRow, Rank, SearchOrder, SearchStore } from '../ports/search-store.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import { DocumentSet } from './document-set.ts';
import { readQuestion, type Asked, type Clause, type Question } from './question.ts';

/** Up to so many matches are fetched rather than walked to. */
const few = 2000;
/** Places looked at in one go, the first time; more, if that does not fill the page. */
const firstWalk = 500;
const longestWalk = 8000;
/** After so many ranks in vain, matches are fetched, if there are no more than `most` of them. */
const patience = 4000;
const most = 60_000;

/** Throws with the code 'invalid-page' for a cursor that no page of this order gave out. */
export async function find(
  store: SearchStore,
  question: Question,
  { limit, after }: PageRequest,
): Promise<Page<FoundRow>> {
  const start = after === undefined ? null : readRank(question.order, after);
  const ranks = await findRanks(store, question, start, limit + 1);
  const shown = ranks.slice(0, limit);
  const last = ranks.length > limit ? shown.at(-1) : undefined;
  const rows = await store.rows(shown.map(({ document }) => document));
  return { rows, next: last === undefined ? null : writeRank(question.order, last) };
}

/** Rows in hand at a time where all are wanted. */
const batch = 500;

/** All that matches, in order, batch by batch; what comes in meanwhile is left out or not. */
export async function* findEach(
  store: SearchStore,
  question: Question,
): AsyncGenerator<readonly FoundRow[], void> {
  const { order, alertsOnly } = question;
  const asked = readQuestion(question);
  const matches = isPlain(asked, question) ? null : await matchesOf(store, asked);
  if (matches !== null && matches.size <= most) {
    const ranks = await fetch(store, question, asked, matches, null, most);
    for (let at = 0; at < ranks.length; at += batch) {
      yield store.rows(ranks.slice(at, at + batch).map(({ document }) => document));
    }
    return;
  }
  for (let from: Rank | null = null; ;) {
    const ranks: readonly Rank[] = await store.walk(order, alertsOnly, asked.bounds, from, batch);
    const found = ranks.filter(({ document }) => matches?.has(document) ?? true);
    if (found.length > 0) yield store.rows(found.map(({ document }) => document));
    if (ranks.length < batch) return;
    from = ranks.at(-1) ?? null;
  }
}

/** The walk of alerts need not be told which documents are alerts. */
function isPlain({ clauses, none }: Asked, { alertsOnly }: Question): boolean {
  return none.length === 0 && clauses.length === (alertsOnly ? 1 : 0);
}

/** How many documents match, bounds of time and score aside where these are finer than terms. */
export async function countMatches(store: SearchStore, question: Question): Promise<number> {
  return (await matchesOf(store, readQuestion(question)))?.size ?? 0;
}

async function findRanks(
  store: SearchStore,
  question: Question,
  start: Rank | null,
  wanted: number,
): Promise<readonly Rank[]> {
  const { order, alertsOnly } = question;
  const asked = readQuestion(question);
  if (isPlain(asked, question)) return store.walk(order, alertsOnly, asked.bounds, start, wanted);
  const matches = await matchesOf(store, asked);
  if (matches === null) throw new Error('a question with clauses has matches, be they none');
  const size = matches.size;
  if (size === 0) return [];
  if (size <= few) return fetch(store, question, asked, matches, start, wanted);

  const found: Rank[] = [];
  let from = start;
  let looked = 0;
  for (let step = firstWalk; ; step = Math.min(step * 2, longestWalk)) {
    const ranks = await store.walk(order, alertsOnly, asked.bounds, from, step);
    found.push(...ranks.filter(({ document }) => matches.has(document)));
    looked += ranks.length;
    if (found.length >= wanted || ranks.length < step) return found.slice(0, wanted);
    if (looked >= patience && size <= most) {
      return fetch(store, question, asked, matches, start, wanted);
    }
    from = ranks.at(-1) ?? null;
  }
}

async function fetch(
  store: SearchStore,
  { order }: Question,
  { bounds }: Asked,
  matches: DocumentSet,
  start: Rank | null,
  wanted: number,
): Promise<readonly Rank[]> {
  const ranks = await store.ranks(order, bounds, [...matches]);
  return ranks
    .filter((rank) => start === null || compare(order, rank, start) > 0)
    .toSorted((a, b) => compare(order, a, b))
    .slice(0, wanted);
}

/** Null where nothing is asked of terms. */
async function matchesOf(
  store: SearchStore,
  { clauses, none }: Pick<Asked, 'clauses' | 'none'>,
): Promise<DocumentSet | null> {
  const terms = new Set([...clauses.flat(2), ...none]);
  const sets = await store.documentsWith([...terms]);
  let matches: DocumentSet | null = null;
  for (const clause of clauses) {
    const these = ofClause(clause, sets);
    matches = matches === null ? these : matches.and(these);
  }
  for (const term of none) {
    const those = sets.get(term);
    if (matches !== null && those !== undefined) matches = matches.without(those);
  }
  return matches;
}

const empty = new DocumentSet();

function ofClause(clause: Clause, sets: ReadonlyMap<string, DocumentSet>): DocumentSet {
  let any = empty;
  for (const terms of clause) {
    const [first = empty, ...rest] = terms
      .map((term) => sets.get(term) ?? empty)
      .toSorted((a, b) => a.blocks - b.blocks);
    const all = rest.reduce((left, right) => left.and(right), first);
    any = any === empty ? all : any.or(all);
  }
  return any;
}

/** Below 0 where `a` comes first. */
export function compare(order: SearchOrder, a: Rank, b: Rank): number {
  if (a.key === b.key) return b.document - a.document;
  switch (order) {
    case 'time':
      return a.key > b.key ? -1 : 1;
    case 'risk':
      return Number(b.key) - Number(a.key) || b.document - a.document;
    case 'arrival':
      return a.key < b.key ? -1 : 1;
  }
}

function writeRank(order: SearchOrder, { document, key }: Rank): string {
  return `${order} ${document} ${key}`;
}

function readRank(order: SearchOrder, after: string): Rank {
  const [, of, document, key] = /^(\w+) (\d{1,16}) (\S{1,40})$/.exec(after) ?? [];
  if (of === order && document !== undefined && key !== undefined) {
    return { document: Number(document), key };
  }
  throw Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
}
