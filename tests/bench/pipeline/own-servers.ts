/**
 * Kafka, Redis and PostgreSQL for one run, with all their data in one folder. `directory` is set
 * before infra/local is loaded, which reads it once: hence the late imports.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnServers {
  readonly directory: string;
  /** How to reach them, by the names services read. */
  readonly settings: Readonly<Record<string, string>>;
  /** Ends them and deletes their data. */
  end(): Promise<void>;
}

export async function startOwnServers(): Promise<OwnServers> {
  const directory = await mkdtemp(join(tmpdir(), 'herkomst-bench-'));
  // PostgreSQL runs as another user where root runs this. The files with passwords are closed.
  await chmod(directory, 0o755);
  process.env['HERKOMST_INFRA_DIR'] = directory;
  const { engines } = await import('../../../infra/local/engines.ts');
  const { installMissing } = await import('../../../infra/local/packages.ts');
  const { end, isAlive } = await import('../../../infra/local/processes.ts');
  const { engineNames, readState } = await import('../../../infra/local/state.ts');
  const { bringUp } = await import('../../../infra/local/up.ts');

  async function endAll(): Promise<void> {
    const state = readState();
    for (const name of engineNames) {
      const known = state[name];
      if (known === undefined) continue;
      if (isAlive(known.process)) await end(known.process, engines[name].endSignal, 20_000);
      await rm(known.directory, { recursive: true, force: true });
    }
    await rm(directory, { recursive: true, force: true });
  }

  try {
    installMissing(
      engineNames.flatMap((name) => engines[name].needs),
      console.error,
    );
    for (const name of engineNames) await bringUp(name, engines[name], () => {});
  } catch (error) {
    await endAll();
    throw error;
  }
  const settings = engineNames.flatMap((name) => {
    const known = readState()[name];
    return known === undefined ? [] : Object.entries(engines[name].environment(known));
  });
  return {
    directory,
    settings: Object.fromEntries(settings.filter(([name]) => !name.startsWith('HERKOMST_TEST_'))),
    end: endAll,
  };
}
