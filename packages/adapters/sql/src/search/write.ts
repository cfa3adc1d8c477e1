/** Files what can be searched for, in the transaction that stores it. */
import type { SearchEntry } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { holdText } from '../held-text.ts';
import { blockSize, type Stretch } from './blocks.ts';

/** An entry with its document's number. */
export interface Numbered {
  readonly document: number;
  readonly entry: SearchEntry;
}

/** In the order given, for whom there is room in the stretches: all of them. */
export function number(
  entries: readonly SearchEntry[],
  stretches: readonly Stretch[],
): readonly Numbered[] {
  const numbers = stretches.flatMap(({ block, used, count }) =>
    Array.from({ length: count }, (_, nth) => block * blockSize + used + nth),
  );
  return entries.map((entry, nth) => ({ entry, document: numbers[nth] ?? Number.NaN }));
}

interface Posting {
  readonly term: string;
  readonly block: number;
  /** Hexadecimal, a byte for each document's offset in the block. */
  readonly members: string;
}

const postingColumns = columns<Posting>({
  term: (posting) => posting.term,
  block: (posting) => posting.block,
  members: (posting) => posting.members,
});

const insertPostings = `
  insert into herkomst.search_terms as known (term, block, members)
  select term, block::bigint, decode(members, 'hex') from ${postingColumns.source}`;

/** For blocks that have documents already. */
const addPostings = `${insertPostings}
  on conflict (tenant, term, block) do update set members = known.members || excluded.members`;

export async function insertTerms(
  session: SqlSession,
  numbered: readonly Numbered[],
  stretches: readonly Stretch[],
): Promise<void> {
  const begun = new Set(stretches.flatMap(({ block, used }) => (used === 0 ? [] : [block])));
  const blocks = Map.groupBy(numbered, ({ document }) => Math.floor(document / blockSize));
  const fresh: Posting[] = [];
  const added: Posting[] = [];
  for (const [block, documents] of blocks) {
    const postings = begun.has(block) ? added : fresh;
    for (const [term, members] of membersByTerm(documents)) postings.push({ term, block, members });
  }
  for (const [statement, postings] of [
    [insertPostings, fresh],
    [addPostings, added],
  ] as const) {
    if (postings.length > 0) await session.query(statement, postingColumns.parameters(postings));
  }
}

function membersByTerm(documents: readonly Numbered[]): Map<string, string> {
  const members = new Map<string, string>();
  for (const { document, entry } of documents) {
    const byte = (document % blockSize).toString(16).padStart(2, '0');
    for (const term of entry.terms) members.set(term, (members.get(term) ?? '') + byte);
  }
  return members;
}

const supersededColumns = columns<readonly [alertId: string, by: string]>(
  { alert_id: ([alertId]) => alertId, superseded_by: ([, by]) => by },
  1,
);

/** In the order of their blocks, in which all transactions come to them. */
const updateSuperseded = `
  with gone as (
    update herkomst.assessments as stored set superseded_by = given.superseded_by
    from ${supersededColumns.source}
    where stored.alert_id = given.alert_id and stored.superseded_by is null
    returning document
  )
  insert into herkomst.search_terms as known (term, block, members)
  select $1, document / ${blockSize},
    string_agg(set_byte('\\x00'::bytea, 0, (document % ${blockSize})::int), '' order by document)
  from gone group by document / ${blockSize} order by 2
  on conflict (tenant, term, block) do update set members = known.members || excluded.members`;

export async function markSuperseded(
  session: SqlSession,
  superseded: readonly (readonly [alertId: string, by: string])[],
  term: string,
): Promise<void> {
  await session.query(updateSuperseded, [
    holdText(term),
    ...supersededColumns.parameters(superseded),
  ]);
}
