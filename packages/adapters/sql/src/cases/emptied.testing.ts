/** As `emptied`, with the audit log's guard lifted for the while. */
import type { SqlDatabase } from '../database.ts';
import { emptied } from '../emptied.testing.ts';
import { migrate } from '../migrate.ts';

export async function emptiedWithAudit<Database extends SqlDatabase>(
  database: Database,
): Promise<Database> {
  await migrate(database);
  await database.query('alter table herkomst.audit disable trigger user');
  await emptied(database);
  await database.query('alter table herkomst.audit enable trigger user');
  return database;
}
