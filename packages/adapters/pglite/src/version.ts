/** Data of another major version of PostgreSQL is refused before PGlite touches it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryError } from './directory-error.ts';

/** The version PGlite is; its test fails when PGlite moves on. */
export const postgresVersion = '18';

export async function refuseOtherVersion(data: string): Promise<void> {
  let version: string;
  try {
    version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    throw new DirectoryError('not-opened', `${data} holds no PostgreSQL data`, error);
  }
  if (version === postgresVersion) return;
  throw new DirectoryError(
    'other-version',
    `${data} was made by PostgreSQL ${version}, this release has PostgreSQL ${postgresVersion}: ` +
      'open it with the release that made it',
  );
}
