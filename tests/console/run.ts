/**
 * `npm run test:console`: the console in a browser. Installs Debian's where there is none, and fails
 * where that can not be done: `npm test` alone would pass over it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../../infra/local/packages.ts';
import { findChromium } from './chromium.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

installMissing([{ packageName: 'chromium', isThere: () => findChromium() !== null }], (text) =>
  process.stdout.write(`${text}\n`),
);
const { status } = spawnSync(
  process.execPath,
  [join('node_modules', 'vitest', 'vitest.mjs'), 'run', join('tests', 'console')],
  {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, HERKOMST_TEST_BROWSER: 'required' },
  },
);
process.exitCode = status ?? 1;
