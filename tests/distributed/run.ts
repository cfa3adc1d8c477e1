/**
 * `npm run test:distributed`: the contracts of all adapters that need a server, against real ones,
 * and the whole service under faults.
 * Brings up instances of its own, tests, and takes them down with their data, whatever happened.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** Apart from where `npm run infra:up` keeps its own, which somebody may be working with. */
const directory = join(repository, '.herkomst', 'test-infra');

const suites = [
  'packages/adapters/postgres',
  'packages/adapters/bullmq',
  'packages/adapters/kafka',
  'packages/adapters/sql/src/postgres.test.ts',
  'packages/adapters/sql/src/cases/postgres.test.ts',
];

const faults = [
  '--disable-warning=TimeoutNegativeWarning',
  join('tests', 'faults', 'main.ts'),
  '--events=2000',
  '--faults=10',
  '--seed=1',
];

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort());
}

let code = 1;
try {
  code = await test();
} finally {
  // Not to be interrupted: nobody else would end what is left running.
  const down = await run(infra('down', '--delete'), {}, new AbortController().signal);
  process.exitCode = code === 0 ? down : code;
}

async function test(): Promise<number> {
  const up = await run(infra('up'), {}, stopping.signal);
  if (up !== 0 || stopping.signal.aborted) return up || 1;
  const environment = readFileSync(join(directory, 'environment.json'), 'utf8');
  const settings = JSON.parse(environment) as Readonly<Record<string, string>>;
  // One file after the other: they share the servers, and the machine.
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...suites];
  const code = await run(parameters, toTestSettings(settings), stopping.signal);
  // On engines of its own: it kills them.
  return code === 0 ? await run(faults, {}, stopping.signal) : code;
}

/** The tests' names for the settings services read: nobody's own database is tested by accident. */
function toTestSettings(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const entries = Object.entries(settings).map(([name, value]) => [
    name.replace(/^HERKOMST_(?!TEST_)/, 'HERKOMST_TEST_'),
    value,
  ]);
  return Object.fromEntries(entries) as NodeJS.ProcessEnv;
}

function infra(name: string, ...parameters: string[]): string[] {
  return ['--disable-warning=TimeoutNegativeWarning', join('infra', `${name}.ts`), ...parameters];
}

/** Runs Node; resolves to its exit code. */
function run(
  parameters: readonly string[],
  settings: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, HERKOMST_INFRA_DIR: directory, ...settings },
      // A Ctrl-C reaches the whole group of a terminal; taking down must outlive it.
      detached: true,
    });
    const end = () => child.kill('SIGTERM');
    if (stop.aborted) end();
    stop.addEventListener('abort', end);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      stop.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
