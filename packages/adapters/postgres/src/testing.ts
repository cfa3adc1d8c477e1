/** For tests that need a server: a database of their own on the one the environment names. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Empty when there is none; tests say so by being skipped. */
// oxlint-disable-next-line node/no-process-env -- tests are configured by it
export const serverUrl = process.env['HERKOMST_TEST_POSTGRES_URL'] ?? '';

export const skipReason =
  serverUrl === '' ? ' (skipped: HERKOMST_TEST_POSTGRES_URL is not set)' : '';

export interface TestDatabase {
  readonly url: string;
  /** Runs a statement as somebody else would, on a connection of its own. */
  run(statement: string): Promise<readonly object[]>;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `herkomst_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await runOn(serverUrl, `create database ${name}`);
  return {
    url: url.href,
    run: (statement) => runOn(url.href, statement),
    drop: async () => void (await runOn(serverUrl, `drop database ${name} with (force)`)),
  };
}

async function runOn(connectionString: string, statement: string): Promise<readonly object[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}
