/** `herkomst keys create|list|revoke`, and `herkomst tenants`: who may call the service. */
import type { MadeKey, ShownKey } from '@herkomst/runtime';
import Table from 'cli-table3';
import { withApi, type Api } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable } from '../print/style.ts';
import { UsageError } from '../usage.ts';

export async function keysCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    service: { type: 'boolean' },
    expires: { type: 'string' },
    tenant: { type: 'string' },
    may: { type: 'string', multiple: true },
    'per-minute': { type: 'string' },
    operator: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [action = 'list', ...ids] = positionals;
  const json = values.json === true;
  const config = readConfig();
  switch (action) {
    case 'create': {
      const { name, role } = values;
      if (name === undefined || role === undefined || ids.length > 0) {
        throw new UsageError('keys create takes --name and one or more --role');
      }
      const wanted = {
        name,
        kind: values.service === true ? 'service' : 'person',
        roles: role,
        expiresAt: values.expires === undefined ? null : readTime(values.expires),
        ...(values.tenant === undefined ? {} : { tenant: values.tenant }),
        operator: values.operator === true,
        actions: values.may ?? null,
        perMinute: readPerMinute(values['per-minute']),
      };
      return withApi(config, (api) => create(api, wanted, json));
    }
    case 'list':
      return withApi(config, (api) => list(api, json));
    case 'revoke': {
      const [id] = ids;
      if (id === undefined || ids.length > 1) throw new UsageError('keys revoke takes one id');
      return withApi(config, (api) => revoke(api, id));
    }
    default:
      throw new UsageError(`keys knows create, list and revoke, not "${action}"`);
  }
}

export async function tenantsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  if (positionals.length > 1 || (positionals[0] ?? 'list') !== 'list') {
    throw new UsageError('tenants knows list; a tenant is there with its first key');
  }
  return withApi(readConfig(), async (api) => {
    const { rows } = (await api.call('GET', '/v1/tenants')) as { rows: { tenant: string }[] };
    const lines = rows.map((row) => (values.json === true ? JSON.stringify(row) : row.tenant));
    await writeOut(process.stdout, lines.map((line) => `${line}\n`).join(''));
    return 0;
  });
}

async function create(api: Api, wanted: object, json: boolean): Promise<number> {
  const made = (await api.call('POST', '/v1/keys', wanted)) as MadeKey;
  const text = json
    ? JSON.stringify(made)
    : `Key ${made.key.keyId} for ${printable(made.key.name)} of the tenant ${made.key.tenant}; it is shown this once:\n${made.token}`;
  await writeOut(process.stdout, `${text}\n`);
  return 0;
}

async function list(api: Api, json: boolean): Promise<number> {
  const { rows } = (await api.call('GET', '/v1/keys')) as { rows: readonly ShownKey[] };
  const table = new Table({
    head: ['Key', 'Name', 'Kind', 'Roles', 'For', 'Created', 'Ends'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const { keyId, name, kind, roles, createdAt, expiresAt, revokedAt } = row;
    const ends = revokedAt === null ? (expiresAt ?? 'never') : `revoked ${revokedAt}`;
    const held = [...roles, ...(row.operator ? ['operator'] : [])].join(', ');
    table.push([keyId, printable(name), kind, held, reachOf(row), createdAt, ends]);
  }
  const text = json
    ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    : `${table.toString()}\n`;
  await writeOut(process.stdout, text);
  return 0;
}

async function revoke(api: Api, id: string): Promise<number> {
  const key = (await api.call('POST', `/v1/keys/${encodeURIComponent(id)}/revoke`)) as ShownKey;
  await writeOut(process.stdout, `Key ${key.keyId} of ${printable(key.name)} is revoked.\n`);
  return 0;
}

function reachOf({ actions, perMinute }: ShownKey): string {
  const what = actions === null ? 'all of it' : actions.join(', ');
  return perMinute === null ? what : `${what}; ${perMinute} a minute`;
}

function readPerMinute(given: string | undefined): number | null {
  if (given === undefined) return null;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError('--per-minute takes a number of requests');
}

/** A date stands for its first moment. */
function readTime(given: string): string {
  const time = new Date(given);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError('--expires takes a date or date-time such as 2027-01-31');
}
