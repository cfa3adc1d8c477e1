/**
 * Where the running service answers, written beside its data: the embedded store belongs to one
 * process, so a second command asks that process instead of opening the store itself.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'service.json');

/** Resolves to what takes the announcement away again. */
export async function announceService(
  config: Pick<Config, 'dataDir'>,
  url: string,
): Promise<() => Promise<void>> {
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(fileOf(config), `${JSON.stringify({ url, pid: process.pid })}\n`);
  return () => rm(fileOf(config), { force: true });
}

/** The address of a service that answers; null when there is none. */
export async function findService(config: Pick<Config, 'dataDir'>): Promise<string | null> {
  try {
    const { url } = JSON.parse(await readFile(fileOf(config), 'utf8')) as { url: string };
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.ok ? url : null;
  } catch {
    // Nothing announced, or left behind by a process that was killed.
    return null;
  }
}
