/** Builds the console, as `npm start` does, when it is not up to date. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function buildConsole(): void {
  const script = fileURLToPath(new URL('../../infra/build-console.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
