/** What was set aside, with its bytes. */
import type { DeadLetter, KeptDeadLetter, Page, PageRequest } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { newestFirst } from './paging.ts';
import { releaseNullable } from './rows.ts';

const letterColumns = columns<DeadLetter>({
  dead_letter_id: (letter) => letter.deadLetterId,
  origin: (letter) => letter.origin,
  position: (letter) => letter.position,
  code: (letter) => letter.code,
  reason: (letter) => letter.reason,
  path: (letter) => letter.path,
  original: (letter) => String.raw`\x${Buffer.from(letter.original).toString('hex')}`,
  received_at: (letter) => letter.receivedAt,
});

const insertLetters = `
  insert into herkomst.dead_letters (dead_letter_id, origin, position, code, reason, path, original,
    received_at)
  select dead_letter_id, origin, position, code, reason, path, original::bytea, received_at
  from ${letterColumns.source}
  on conflict (tenant, dead_letter_id) do nothing`;

/** Those that were not known are owed to the topic, too. */
const insertAndOwe = `
  with added as (${insertLetters} returning dead_letter_id)
  insert into herkomst.publications (kind, first, last)
  select 'dead-letter', dead_letter_id, dead_letter_id from added`;

export interface LetterRow {
  readonly dead_letter_id: string;
  readonly origin: string;
  readonly position: string | null;
  readonly code: string;
  readonly reason: string;
  readonly path: string | null;
  readonly original: Uint8Array;
  readonly received_at: string;
  readonly replayed_at: string | null;
}

export async function insertDeadLetters(
  session: SqlSession,
  letters: readonly DeadLetter[],
  publishes: boolean,
): Promise<void> {
  if (letters.length === 0) return;
  await session.query(publishes ? insertAndOwe : insertLetters, letterColumns.parameters(letters));
}

export async function selectDeadLetters(
  session: SqlSession,
  page: PageRequest,
): Promise<Page<KeptDeadLetter>> {
  const { rows, next } = await newestFirst<LetterRow>(session, 'herkomst.dead_letters', page);
  return { rows: rows.map(releaseLetter), next };
}

/** Null when no letter has this id. */
export async function selectDeadLetter(
  session: SqlSession,
  deadLetterId: string,
): Promise<KeptDeadLetter | null> {
  const [row] = await session.query<LetterRow>(
    'select * from herkomst.dead_letters where dead_letter_id = $1',
    [holdText(deadLetterId)],
  );
  return row === undefined ? null : releaseLetter(row);
}

export async function markReplayed(
  session: SqlSession,
  deadLetterId: string,
  at: string,
): Promise<void> {
  await session.query(
    'update herkomst.dead_letters set replayed_at = $2 where dead_letter_id = $1',
    [holdText(deadLetterId), holdText(at)],
  );
}

export function releaseLetter(row: LetterRow): KeptDeadLetter {
  return {
    deadLetterId: releaseText(row.dead_letter_id),
    origin: releaseText(row.origin),
    position: releaseNullable(row.position),
    code: releaseText(row.code),
    reason: releaseText(row.reason),
    path: releaseNullable(row.path),
    // Drivers give bytes in a class of their own.
    original: Uint8Array.from(row.original),
    receivedAt: releaseText(row.received_at),
    replayedAt: releaseNullable(row.replayed_at),
  };
}
