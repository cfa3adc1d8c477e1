/** Brings one engine up, or finds that it is. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalEngine, Place, Say } from './engine.ts';
import { freePorts } from './ports.ts';
import { isAlive, type ProcessMark, startDetached } from './processes.ts';
import { type EngineName, infraDirectory, newPassword, readState, remember } from './state.ts';

/** How long an engine may take to answer after its start. */
const patienceMs = 120_000;

/** Resolves once it answers. */
export async function bringUp(name: EngineName, engine: LocalEngine, say: Say): Promise<void> {
  const known = readState()[name];
  if (known !== undefined && isAlive(known.process)) {
    await untilReady(engine, known, known.process);
    say(`runs already, on port ${known.ports[0]}`);
    return;
  }
  const place: Place = {
    directory: engine.chooseDirectory(join(infraDirectory, name)),
    ports: await freePorts(engine.portCount, known?.ports ?? []),
    password: known?.password ?? newPassword(),
  };
  remember(name, { ...place, process: null });
  await engine.prepare(place, say);
  say('starting');
  const mark = await startDetached(engine.command(place), logFileOf(name));
  remember(name, { ...place, process: mark });
  try {
    await untilReady(engine, place, mark);
    await engine.furnish(place);
  } catch (error) {
    const tail = readFileSync(logFileOf(name), 'utf8').trim().split('\n').slice(-15).join('\n');
    throw new Error(`${engine.title} did not come up; the end of ${logFileOf(name)}:\n${tail}`, {
      cause: error,
    });
  }
  say(`ready on port ${place.ports[0]}`);
}

async function untilReady(engine: LocalEngine, place: Place, mark: ProcessMark): Promise<void> {
  const started = Date.now();
  for (;;) {
    try {
      return await engine.probe(place);
    } catch (error) {
      if (!isAlive(mark) || Date.now() - started > patienceMs) throw error;
      await sleep(250);
    }
  }
}

function logFileOf(name: EngineName): string {
  const folder = join(infraDirectory, 'logs');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.log`);
}
