/** `herkomst receivers list|test`: who is told of alerts, and whether they are reached. */
import type { DeliveryOutcome } from '@herkomst/runtime';
import Table from 'cli-table3';
import { withApi, type Api } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable } from '../print/style.ts';
import { UsageError } from '../usage.ts';

interface ShownReceiver {
  readonly name: string;
  readonly kind: string;
  readonly due: number;
  readonly held: number;
  readonly nextReleaseAt: string | null;
  readonly nextDigestAt: string | null;
  readonly lastTakenAt: string | null;
  readonly lastFailedAt: string | null;
}

export async function receiversCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const [action = 'list', ...rest] = positionals;
  const config = readConfig();
  switch (action) {
    case 'list':
      return withApi(config, (api) => list(api, values.json === true));
    case 'test': {
      const [name] = rest;
      if (name === undefined || rest.length > 1) {
        throw new UsageError('receivers test takes the name of one receiver');
      }
      return withApi(config, (api) => test(api, name));
    }
    default:
      throw new UsageError(`receivers knows list and test, not "${action}"`);
  }
}

async function list(api: Api, json: boolean): Promise<number> {
  const { rows } = (await api.call('GET', '/v1/receivers')) as { rows: readonly ShownReceiver[] };
  if (json) {
    await writeOut(process.stdout, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return 0;
  }
  const table = new Table({
    head: ['Receiver', 'Kind', 'Due', 'Held', 'Next release', 'Last taken', 'Last failed'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const times = [row.nextReleaseAt, row.lastTakenAt, row.lastFailedAt];
    table.push([
      printable(row.name),
      row.kind,
      row.due,
      row.held,
      ...times.map((time) => time?.slice(0, 19) ?? '-'),
    ]);
  }
  await writeOut(process.stdout, `${table.toString()}\n`);
  return 0;
}

/** Exit 0: taken; 2: not, and why is on stderr. */
async function test(api: Api, name: string): Promise<number> {
  const path = `/v1/receivers/${encodeURIComponent(name)}/test`;
  const outcome = (await api.call('POST', path)) as DeliveryOutcome;
  const status = outcome.status === undefined ? '' : ` (${outcome.status})`;
  if (outcome.kind === 'done') {
    await writeOut(process.stdout, `"${name}" took the test${status}.\n`);
    return 0;
  }
  process.stderr.write(`"${name}" did not take the test${status}: ${printable(outcome.reason)}\n`);
  return 2;
}
