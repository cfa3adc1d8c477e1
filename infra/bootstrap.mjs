/**
 * Installs what is missing, so that one command works straight after a clone, and costs nothing
 * the next time. Runs on the machine's own Node, before the pinned one is there: plain JavaScript.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.herkomst-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');
const present = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

// Only Linux gets the right Node from the packages; elsewhere the machine's own must do.
const [major, minor] = process.versions.node.split('.').map(Number);
if (process.platform !== 'linux' && (major < 22 || (major === 22 && minor < 18))) {
  console.error(`Herkomst needs Node 24 here; this is ${process.version}.`);
  process.exit(1);
}

if (present !== wanted) {
  console.error('Installing dependencies; this takes a minute the first time.');
  const { status, error } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (error !== undefined || status !== 0) {
    console.error(`Installing failed (${error?.message ?? `npm ci ended with ${status}`}).`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
