/**
 * `npm run infra:up [redis] [postgres] [kafka]`: private instances on free ports of this machine,
 * for development and for tests, without a container engine. What runs already is left alone.
 */
import { join } from 'node:path';
import { engines } from './local/engines.ts';
import { installMissing } from './local/packages.ts';
import { isAlive } from './local/processes.ts';
import {
  type EngineName,
  engineNames,
  infraDirectory,
  readState,
  writePrivately,
} from './local/state.ts';
import { bringUp } from './local/up.ts';

const started = Date.now();

function say(who: string, message: string): void {
  console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${who}: ${message}`);
}

/** Names on the command line; all when there are none. */
function wanted(): readonly EngineName[] {
  const given = process.argv.slice(2);
  const unknown = given.filter((name) => !engineNames.includes(name as EngineName));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}; there are ${engineNames.join(', ')}`);
    process.exit(64);
  }
  return given.length === 0 ? engineNames : (given as EngineName[]);
}

/** How to connect to all that runs, not only to what was brought up now. Returns the files. */
function writeSettings(): readonly string[] {
  const state = readState();
  const settings = engineNames.flatMap((name) => {
    const known = state[name];
    return known !== undefined && isAlive(known.process)
      ? Object.entries(engines[name].environment(known))
      : [];
  });
  const json = join(infraDirectory, 'environment.json');
  const env = join(infraDirectory, 'environment.env');
  writePrivately(json, `${JSON.stringify(Object.fromEntries(settings), null, 2)}\n`);
  writePrivately(env, settings.map(([name, value]) => `${name}='${value}'\n`).join(''));
  return [json, env];
}

const names = wanted();
try {
  installMissing(
    names.flatMap((name) => engines[name].needs),
    (message) => say('system', message),
  );
  await Promise.all(
    names.map((name) =>
      bringUp(name, engines[name], (message) => say(engines[name].title, message)),
    ),
  );
  const files = writeSettings();
  say('all', `up; how to connect is in ${files.join(' and ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('`npm run infra:down` ends what did come up.');
  process.exit(1);
}
