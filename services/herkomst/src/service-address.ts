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
  return (await findRunning(config))?.url ?? null;
}

/** Has the running service read lists, rulebook and supply network anew; false when none runs. */
export async function askToReload(config: Pick<Config, 'dataDir'>): Promise<boolean> {
  const running = await findRunning(config);
  if (running === null) return false;
  process.kill(running.pid, 'SIGHUP');
  return true;
}

async function findRunning(
  config: Pick<Config, 'dataDir'>,
): Promise<{ readonly url: string; readonly pid: number } | null> {
  try {
    const announced = JSON.parse(await readFile(fileOf(config), 'utf8')) as {
      url: string;
      pid: number;
    };
    const response = await fetch(`${announced.url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.ok ? announced : null;
  } catch {
    // Nothing announced, or left behind by a process that was killed.
    return null;
  }
}
