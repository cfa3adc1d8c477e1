/**
 * Builds the console when what it is built from changed, and costs nothing the next time. The
 * services run as they are; only what a browser gets must be bundled. Plain JavaScript, as bootstrap.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const workspace = join(root, 'services', 'console');
const stamp = join(workspace, 'dist', '.built-from');

const digest = createHash('sha256');
const inputs = ['index.html', 'package.json', 'vite.config.ts', ...filesIn('src')];
for (const file of inputs) {
  digest
    .update(`${file}\0`)
    .update(readFileSync(join(workspace, file)))
    .update('\0');
}
digest.update(readFileSync(join(root, 'package-lock.json')));
const wanted = digest.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Building the console; this takes some seconds, once.');
  const { status, error } = spawnSync(
    'npm',
    ['run', '--silent', 'build', '-w', 'services/console'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 2],
      // Whoever calls may be a test; what is served is the same.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (error !== undefined || status !== 0) {
    console.error(`Building the console failed (${error?.message ?? `it ended with ${status}`}).`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Paths from the workspace, in an order that is the same everywhere. */
function filesIn(folder) {
  return readdirSync(join(workspace, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(workspace.length + 1))
    .sort();
}
