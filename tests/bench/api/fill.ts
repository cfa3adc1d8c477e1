/**
 * A million assessments straight into the tables, for through the screener it would take an hour:
 * one in ten with an alert, over ninety days if there are a million, with terms from all of them to five of them.
 */
import type { SqlDatabase } from '@herkomst/adapter-sql';

export const tenant = 'acme';

/** One row an assessment `n`, and the terms it is filed under. */
const numbered = `
  select n, 256 + n as document, n % 10 = 0 as raised,
    case when n % 10 = 0 then 'alert' when n % 7 = 0 then 'unknown' when n % 3 = 0 then 'review'
      else 'clear' end as verdict,
    (array['low', 'medium', 'high', 'critical'])[1 + n / 10 % 97 % 4] as severity,
    n / 10 % 97 % 4 as rank,
    (n * 7919 % 10000) / 10000.0::float8 as score,
    timestamp '2026-06-01' + n * interval '7.776 seconds' as at,
    timestamp '2026-06-01' + n * 7919 % 129600 * interval '1 minute' as arrival
  from generate_series($1::text::bigint, $2::text::bigint) as n`;

const iso = (time: string): string => `to_char(${time}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const insertAssessments = `
  insert into herkomst.assessments (tenant, shipment_key, version, document_id, source, shipment_id,
    declaration_kind, event_id, assessment_hash, verdict, score, current, assessed_at, document,
    severity, alert_id, superseded_by, arrival_at, risk, subject)
  select '${tenant}', sha256(n::text::bytea), 1,
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || lpad(to_hex(n), 20, '0'))::uuid,
    'urn:bench', 'S-' || n, 'import', 'e' || n, md5(n::text), verdict, score, true, ${iso('at')},
    document, severity, case when raised then 'alert-' || n end,
    case when n % 200 = 0 then 'alert-x' end, case when n % 3 > 0 then ${iso('arrival')} end,
    rank * 2 + score, replace($3, '#', n::text)
  from (${numbered}) as numbered`;

const insertTerms = `
  insert into herkomst.search_terms (tenant, term, block, members)
  select '${tenant}', term, document / 256,
    string_agg(set_byte('\\x00'::bytea, 0, (document % 256)::int), '' order by document)
  from (
    select document, unnest(array_remove(array[
      'p:co', 'p:u' || n % 200000, 'p:w' || n % 5000, case when n % 3 = 0 then 'p:trading' end,
      case when n % 2 = 0 then 'p:even' else 'p:odd' end,
      'g:' || 60 + n % 39, 'g:' || 60 + n % 39 || lpad((n % 20)::text, 2, '0'),
      case when n % 5 < 3 then 'l:cn' else 'l:tr' end, case when n % 4 = 0 then 'l:rotterdam' end,
      'o:' || case when n % 5 < 3 then 'CN' else 'TR' end, 'c:hs:' || 60 + n % 39 || '04',
      case when n % 5 = 0 then 'r:us-uflpa' end, case when n % 20 = 0 then 'f:entity.listed' end,
      'q:urn:bench', 'v:' || verdict, 's:' || severity, 'd:' || to_char(at, 'YYYY-MM-DD'),
      'n:' || lpad(floor(score * 100)::text, 3, '0'), case when raised then 'a' end,
      case when n % 200 = 0 then 'z' end
    ], null)) as term
    from (${numbered}) as numbered where $3::text is not null
  ) as filed
  group by term, document / 256`;

/** Goes on where it was broken off. */
export async function fill(database: SqlDatabase, rows: number): Promise<void> {
  const subject = JSON.stringify({
    party: { name: 'Firm # Trading Co', country: 'CN' },
    commodity: { key: 'hs:6704', title: 'HS 6704' },
    hs: ['67042000'],
    origin: ['CN'],
    jurisdiction: 'NL',
    arrivalAt: null,
    regimes: [{ regime: 'us-uflpa', status: 'applies' }],
    findings: ['entity.listed', 'goods.priority-sector'],
    headline: 'The manufacturer "Firm #" is on the UFLPA Entity List.',
  });
  // Whole blocks, so that no block is filed twice.
  const step = 256 * 200;
  const [held] = await database.query<{ rows: number }>(
    'select count(*)::int as rows from herkomst.assessments',
  );
  for (let from = held?.rows ?? 0; from < rows; from += step) {
    const range = [String(from), String(Math.min(rows, from + step) - 1), subject];
    await database.query(insertAssessments, range);
    await database.query(insertTerms, range);
    await database.query(
      `insert into herkomst.documents (tenant, document_id, assessment, shipment)
      select tenant, document_id, '{}', '{}' from herkomst.assessments
      where document between 256 + $1::text::bigint and 256 + $2::text::bigint`,
      range.slice(0, 2),
    );
    await database.query(
      `insert into herkomst.dead_letters (tenant, dead_letter_id, origin, code, reason, original,
        received_at)
      select '${tenant}', 'd' || n, 'file:x.csv', 'schema', 'a field is missing', '\\x7b7d',
        '2026-06-01T00:00:00.000Z'
      from generate_series($1::text::bigint, $2::text::bigint) as n`,
      range.slice(0, 2),
    );
    if (from % (step * 4) === 0) console.error(`${range[1]} rows`);
  }
  for (const table of ['assessments', 'search_terms', 'documents', 'dead_letters']) {
    await database.query(`vacuum analyze herkomst.${table}`);
  }
}
