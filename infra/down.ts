/**
 * `npm run infra:down [-- --delete]`: ends what `infra:up` started and nothing else. Data stay,
 * unless they are to be deleted.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from './local/engines.ts';
import { end, isAlive } from './local/processes.ts';
import { engineNames, infraDirectory, readState, remember } from './local/state.ts';

const given = process.argv.slice(2);
if (given.some((word) => word !== '--delete')) {
  console.error('usage: npm run infra:down [-- --delete]');
  process.exit(64);
}

const state = readState();
await Promise.all(
  engineNames.map(async (name) => {
    const known = state[name];
    const { title, endSignal } = engines[name];
    if (known === undefined) return;
    if (isAlive(known.process)) {
      await end(known.process, endSignal, 30_000);
      console.error(`${title}: ended`);
    }
    remember(name, { ...known, process: null });
    if (given.includes('--delete')) rmSync(known.directory, { recursive: true, force: true });
  }),
);
for (const file of ['environment.json', 'environment.env']) {
  rmSync(join(infraDirectory, file), { force: true });
}
if (given.includes('--delete')) rmSync(infraDirectory, { recursive: true, force: true });
