/**
 * Who may call this service: those with a key of the store, and, where one is set, whoever has the
 * token of the settings. The first start makes a key for the person who started it.
 */
import {
  operatorOf,
  createKeyDesk,
  recordAudit,
  sha256,
  systemClock,
  type KeyDesk,
  type KeyDeskParts,
  type MadeKey,
} from '@herkomst/runtime';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Engines } from './engines/engines.ts';

type Known = NonNullable<KeyDeskParts['known']>;

export function openKeys(
  { keys, cases }: Pick<Engines, 'keys' | 'cases'>,
  { token, tenant }: Pick<Config, 'token' | 'tenant'>,
  known: Known = [],
): KeyDesk {
  const caller = operatorOf({ name: 'HERKOMST_TOKEN', kind: 'service' }, tenant);
  return createKeyDesk({
    keys,
    clock: systemClock,
    record: (tenantOf, records) => recordAudit(cases, tenantOf, records, sha256),
    known: token === null ? known : [{ token, caller }, ...known],
  });
}

/** Where the first key is kept for commands of this machine; readable by its owner alone. */
export function adminKeyFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'admin.key');
}

/** Null where the settings have a token, or there ever was a key. */
export async function makeFirstKey(
  config: Pick<Config, 'dataDir' | 'token' | 'tenant'>,
  keys: KeyDesk,
): Promise<MadeKey | null> {
  if (config.token !== null) return null;
  const made = await keys.createFirst(userName(), config.tenant);
  if (made === null) return null;
  const file = adminKeyFile(config);
  await mkdir(config.dataDir, { recursive: true });
  // A file that is there keeps its mode when it is written.
  await rm(file, { force: true });
  await writeFile(file, `${made.token}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** What a command of this machine shows a running service; null when it has nothing to show. */
export async function readOwnToken(
  config: Pick<Config, 'dataDir' | 'token'>,
): Promise<string | null> {
  if (config.token !== null) return config.token;
  try {
    return (await readFile(adminKeyFile(config), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** As the machine knows whoever started this process. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers run as users that have no name.
    return 'admin';
  }
}
