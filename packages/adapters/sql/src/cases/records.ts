/** Rows whose record is JSON: JSON has no character that PostgreSQL could not hold. */

export interface RecordRow {
  readonly record: string;
}

/** What was written with JSON.stringify by this adapter comes back as it was. */
export function releaseRecords<Row>(rows: readonly RecordRow[]): Row[] {
  return rows.map(({ record }) => JSON.parse(record) as Row);
}
