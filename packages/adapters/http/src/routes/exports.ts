/**
 * Everything that matches, as one table. Rows are read as fast as the other side takes them, so that
 * a million of them need no more memory than a thousand.
 */
import { findEach, type FoundRow, type Question } from '@herkomst/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { AlertSummary, AssessmentSummary, Subject } from '../contract/index.ts';
import { csvLine } from '../csv.ts';
import { addOperation } from '../operation.ts';
import { exportAlerts, exportAssessments } from '../operations/search.ts';
import { fromEngine } from '../problem.ts';
import { readFilters } from '../search/read-filters.ts';
import { writeAlertRow, writeAssessmentRow } from '../search/rows.ts';
import type { SearchParts } from './alerts.ts';

type Cell = string | number | boolean | null;

interface Table<Row> {
  readonly name: string;
  readonly write: (row: FoundRow) => Row;
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
}

const subjectColumns: Table<Subject>['columns'] = {
  party: ({ party }) => party.name,
  partyCountry: ({ party }) => party.country,
  commodity: ({ commodity }) => commodity.title,
  hs: ({ hs }) => hs.join(' '),
  origin: ({ origin }) => origin.join(' '),
  jurisdiction: ({ jurisdiction }) => jurisdiction,
  arrivalAt: ({ arrivalAt }) => arrivalAt,
  regimes: ({ regimes }) => regimes.map(({ regime, status }) => `${regime} ${status}`).join('; '),
  findings: ({ findings }) => findings.join(' '),
  headline: ({ headline }) => headline,
};

const alertTable: Table<AlertSummary> = {
  name: 'alerts',
  write: writeAlertRow,
  columns: {
    alertId: ({ alertId }) => alertId,
    raisedAt: ({ raisedAt }) => raisedAt,
    severity: ({ severity }) => severity,
    score: ({ score }) => score,
    source: ({ source }) => source,
    shipmentId: ({ shipmentId }) => shipmentId,
    declarationKind: ({ declarationKind }) => declarationKind,
    version: ({ version }) => version,
    supersededBy: ({ supersededBy }) => supersededBy,
    ...subjectColumns,
  },
};

const assessmentTable: Table<AssessmentSummary> = {
  name: 'assessments',
  write: writeAssessmentRow,
  columns: {
    assessedAt: ({ assessedAt }) => assessedAt,
    verdict: ({ verdict }) => verdict,
    severity: ({ severity }) => severity,
    score: ({ score }) => score,
    source: ({ source }) => source,
    shipmentId: ({ shipmentId }) => shipmentId,
    declarationKind: ({ declarationKind }) => declarationKind,
    version: ({ version }) => version,
    current: ({ current }) => current,
    eventId: ({ eventId }) => eventId,
    alertId: ({ alertId }) => alertId,
    assessmentHash: ({ assessmentHash }) => assessmentHash,
    ...subjectColumns,
  },
};

export function addExportRoutes(app: FastifyInstance, { dataOf, knowledge }: SearchParts): void {
  const answer = async <Row>(
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    format: 'csv' | 'ndjson',
    question: Question,
    table: Table<Row>,
  ): Promise<FastifyReply> => {
    const batches = findEach(dataOf(request).search, question);
    // The first batch before the answer begins: an engine that fails is told as such.
    const first = await fromEngine(batches.next());
    return reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson')
      .header('content-disposition', `attachment; filename="herkomst-${table.name}.${format}"`)
      .send(Readable.from(writeTable(format, table, first, batches), { objectMode: false }));
  };

  addOperation(app, exportAlerts, async ({ query: { format, ...filters }, request, reply }) => {
    const filtered = readFilters(filters, knowledge());
    return answer(
      { request, reply },
      format,
      { ...filtered, order: 'time', alertsOnly: true },
      alertTable,
    );
  });

  addOperation(
    app,
    exportAssessments,
    async ({ query: { format, ...filters }, request, reply }) => {
      const filtered = readFilters(filters, knowledge());
      const question: Question = { ...filtered, order: 'time', alertsOnly: false };
      return answer({ request, reply }, format, question, assessmentTable);
    },
  );
}

async function* writeTable<Row>(
  format: 'csv' | 'ndjson',
  { columns, write }: Table<Row>,
  first: IteratorResult<readonly FoundRow[], void>,
  rest: AsyncGenerator<readonly FoundRow[], void>,
): AsyncGenerator<Buffer> {
  // The mark tells spreadsheets that it is UTF-8.
  if (format === 'csv') yield Buffer.from(`\ufeff${csvLine(Object.keys(columns))}`);
  const readers = Object.values(columns);
  for (let batch = first; batch.done !== true; batch = await rest.next()) {
    const lines = batch.value.map((found) => {
      const row = write(found);
      return format === 'csv'
        ? csvLine(readers.map((read) => read(row)))
        : `${JSON.stringify(row)}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}
