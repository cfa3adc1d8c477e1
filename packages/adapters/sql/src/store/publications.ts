/** What is owed to topics: noted where it is stored, read with its documents, crossed out. */
import type { Publication, PublicationLog } from '@herkomst/runtime';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { releaseAssessment, type AssessmentRow } from './assessments.ts';
import { releaseLetter, type LetterRow } from './dead-letters.ts';

/** @param ids of documents that one transaction stored, in their order and with none between. */
export async function oweAssessments(session: SqlSession, ids: readonly string[]): Promise<void> {
  const [first, last] = [ids.at(0), ids.at(-1)];
  if (first === undefined || last === undefined) return;
  await session.query(
    `insert into herkomst.publications (kind, first, last) values ('assessments', $1, $2)`,
    [first, last],
  );
}

interface OwedRow {
  readonly seq: string;
  readonly tenant: string;
  readonly kind: Publication['kind'];
}

const selectOwed = `
  select seq::text as seq, tenant, kind from herkomst.publications
  order by publications.seq
  limit $1::text::int`;

const ofThese = `herkomst.publications
  where seq = any (string_to_array($1, ',')::bigint[])`;

const selectAssessments = `
  select owed.seq::text as seq, source, shipment_id, declaration_kind, version, event_id,
    assessment_hash, verdict, score, current, assessed_at, assessment, shipment
  from (select seq, tenant, first::uuid, last::uuid
      from ${ofThese} and kind = 'assessments') as owed
    join herkomst.assessments on assessments.tenant = owed.tenant
      and assessments.document_id between owed.first and owed.last
    join herkomst.documents using (document_id)
  order by owed.seq, document_id`;

const selectLetters = `
  select owed.seq::text as seq, dead_letters.dead_letter_id, origin, position, code, reason, path,
    original, received_at, replayed_at
  from (select seq, tenant, first from ${ofThese} and kind = 'dead-letter') as owed
    join herkomst.dead_letters on dead_letters.tenant = owed.tenant
      and dead_letters.dead_letter_id = owed.first`;

/** Of all tenants: the database must be the login's own, bound to none. */
export function createSqlPublicationLog(database: SqlDatabase): PublicationLog {
  return {
    async owed(limit) {
      const owed = await database.query<OwedRow>(selectOwed, [String(limit)]);
      const read = async <Row extends object>(kind: Publication['kind'], statement: string) => {
        const positions = owed.filter((row) => row.kind === kind).map(({ seq }) => seq);
        if (positions.length === 0) return new Map<string, (Row & { seq: string })[]>();
        const rows = await database.query<Row & { seq: string }>(statement, [positions.join(',')]);
        return Map.groupBy(rows, ({ seq }) => seq);
      };
      const assessments = await read<AssessmentRow>('assessments', selectAssessments);
      const letters = await read<LetterRow>('dead-letter', selectLetters);
      return owed.map(({ seq, tenant, kind }): Publication => {
        const letter = letters.get(seq)?.[0];
        return kind === 'dead-letter' && letter !== undefined
          ? { kind, position: seq, tenant, letter: releaseLetter(letter) }
          : {
              kind: 'assessments',
              position: seq,
              tenant,
              assessments: (assessments.get(seq) ?? []).map(releaseAssessment),
            };
      });
    },

    async settle(positions) {
      if (positions.length === 0) return;
      await database.query(
        `delete from herkomst.publications where seq = any (string_to_array($1, ',')::bigint[])`,
        [positions.join(',')],
      );
    },
  };
}
