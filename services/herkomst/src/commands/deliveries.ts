/** `herkomst deliveries list|show|redeliver`: what each receiver was told, and telling it again. */
import type { StoredDelivery } from '@herkomst/runtime';
import Table from 'cli-table3';
import { ApiError, withApi, type Api } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable, styleFor } from '../print/style.ts';
import { UsageError } from '../usage.ts';

export async function deliveriesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    receiver: { type: 'string' },
    state: { type: 'string' },
    alert: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [action = 'list', ...rest] = positionals;
  const json = values.json === true;
  const config = readConfig();
  switch (action) {
    case 'list': {
      if (rest.length > 0) throw new UsageError('deliveries list takes options only');
      const { receiver, state, alert: alertId, limit = '50' } = values;
      const query = new URLSearchParams({ limit });
      for (const [name, value] of Object.entries({ receiver, state, alertId })) {
        if (value !== undefined) query.set(name, value);
      }
      return withApi(config, (api) => list(api, query, json));
    }
    case 'show':
      return withApi(config, (api) => show(api, pathOf(rest), json));
    case 'redeliver':
      return withApi(config, (api) => redeliver(api, pathOf(rest)));
    default:
      throw new UsageError(`deliveries knows list, show and redeliver, not "${action}"`);
  }
}

async function list(api: Api, query: URLSearchParams, json: boolean): Promise<number> {
  const { rows, next } = (await api.call('GET', `/v1/deliveries?${query.toString()}`)) as {
    rows: readonly StoredDelivery[];
    next: string | null;
  };
  if (json) {
    await writeOut(process.stdout, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return 0;
  }
  if (rows.length === 0) {
    await writeOut(process.stdout, 'There are no such deliveries.\n');
    return 0;
  }
  const table = new Table({
    head: ['Notice', 'Receiver', 'State', 'Since', 'Tries', 'Last said'],
    style: { head: [], border: [] },
    colWidths: [50, 20, 12, 22, 7, 44],
    wordWrap: true,
  });
  for (const row of rows) {
    const [last] = row.attempts;
    const said =
      row.reason ?? last?.error ?? (last?.status === null ? null : String(last?.status ?? ''));
    const until = row.heldUntil === null ? '' : ` until ${row.heldUntil.slice(0, 16)}`;
    table.push([
      printable(row.outboxId),
      printable(row.receiver),
      row.state,
      row.since.slice(0, 19),
      row.attempts.length,
      printable(`${said ?? ''}${until}`),
    ]);
  }
  await writeOut(process.stdout, `${table.toString()}\n`);
  if (next !== null) process.stderr.write('There are more; narrow the search or raise --limit.\n');
  return 0;
}

async function show(api: Api, path: string, json: boolean): Promise<number> {
  const delivery = (await api.call('GET', path)) as StoredDelivery;
  if (json) {
    await writeOut(process.stdout, `${JSON.stringify(delivery)}\n`);
    return 0;
  }
  const style = styleFor(process.stdout);
  const { attempts, ...rest } = delivery;
  const lines = Object.entries(rest).map(
    ([name, value]) => `${style('bold', name.padEnd(12))} ${printable(String(value ?? '-'))}`,
  );
  const tries = attempts.map(
    ({ at, outcome, status, error, durationMs }) =>
      `  ${at}  ${outcome.padEnd(8)} ${String(status ?? '-').padEnd(4)} ${durationMs} ms  ${printable(error ?? '')}`,
  );
  await writeOut(
    process.stdout,
    `${[...lines, style('bold', 'attempts'), ...(tries.length === 0 ? ['  none yet'] : tries)].join('\n')}\n`,
  );
  return 0;
}

/** Exit 0: it is due again; 2: it can not be, and why is on stderr. */
async function redeliver(api: Api, path: string): Promise<number> {
  try {
    await api.call('POST', `${path}/redeliver`);
    await writeOut(process.stdout, 'It is due again.\n');
    return 0;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function pathOf([notice, receiver, ...rest]: readonly string[]): string {
  if (notice === undefined || receiver === undefined || rest.length > 0) {
    throw new UsageError('name the notice and the receiver');
  }
  return `/v1/deliveries/${encodeURIComponent(notice)}/${encodeURIComponent(receiver)}`;
}
