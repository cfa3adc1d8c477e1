/** `herkomst keys create|list|revoke`: who may call the service. */
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

async function create(api: Api, wanted: object, json: boolean): Promise<number> {
  const made = (await api.call('POST', '/v1/keys', wanted)) as MadeKey;
  const text = json
    ? JSON.stringify(made)
    : `Key ${made.key.keyId} for ${printable(made.key.name)}; it is shown this once:\n${made.token}`;
  await writeOut(process.stdout, `${text}\n`);
  return 0;
}

async function list(api: Api, json: boolean): Promise<number> {
  const { rows } = (await api.call('GET', '/v1/keys')) as { rows: readonly ShownKey[] };
  const table = new Table({
    head: ['Key', 'Name', 'Kind', 'Roles', 'Created', 'Ends'],
    style: { head: [], border: [] },
  });
  for (const { keyId, name, kind, roles, createdAt, expiresAt, revokedAt } of rows) {
    const ends = revokedAt === null ? (expiresAt ?? 'never') : `revoked ${revokedAt}`;
    table.push([keyId, printable(name), kind, roles.join(', '), createdAt, ends]);
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

/** A date stands for its first moment. */
function readTime(given: string): string {
  const time = new Date(given);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError('--expires takes a date or date-time such as 2027-01-31');
}
