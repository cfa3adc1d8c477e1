/** Installs system packages where that is possible, and says what is missing where it is not. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Need, Say } from './engine.ts';

export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** Throws with all missing packages named when they can not be installed. */
export function installMissing(needs: readonly Need[], say: Say): void {
  const missing = needs.filter((need) => !need.isThere()).map((need) => need.packageName);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) {
    throw new Error(`these must be installed first: ${names}`);
  }
  say(`installing ${names}`);
  withoutStarting(() => {
    runApt(['update']);
    runApt(['install', '--yes', '--no-install-recommends', ...missing]);
  });
  const still = needs.filter((need) => !need.isThere()).map((need) => need.packageName);
  if (still.length > 0) throw new Error(`installed, but of no use: ${still.join(' ')}`);
}

function runApt(parameters: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) {
    throw new Error(`apt-get ${parameters.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  }
}

/** Debian starts a service when it installs it. Ours are private; a policy of the system's own kind
 * keeps it from that for as long as the installation takes. */
function withoutStarting(install: () => void): void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return install();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(policy);
  }
}
