/** Role by action by tenant, tried through the door for each route that there is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mark, startFilledServer, type CallerName, type Filled } from './filled.testing.ts';
import { table, type Row } from './table.testing.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await startFilledServer();
});
afterAll(() => filled.server.close());

const callers: readonly CallerName[] = [
  'viewer',
  'analyst',
  'lead',
  'admin',
  'operator',
  'narrow',
  'expired',
  'revoked',
];

async function send(row: Row, token: string | undefined, path = row.path) {
  const [method = '', own = ''] = row.route.split(' ');
  const answer = await fetch(`${filled.server.url}${path ?? own}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(row.body === undefined ? {} : { 'content-type': row.type ?? 'application/json' }),
    },
    body: row.body ?? null,
  });
  return { status: answer.status, text: await answer.text() };
}

/** A refusal may repeat the id that it was asked for. */
function withoutAsked({ path = '' }: Row, text: string): string {
  return path
    .split('/')
    .reduce((left, part) => (part === '' ? left : left.replaceAll(part, '')), text);
}

/** What a caller gets, from the row alone. */
function expected(row: Row, caller: CallerName | 'nobody', tenant: 'acme' | 'bolt'): number {
  const given = tenant === 'acme' ? row.own : (row.other ?? row.own);
  if (row.who === 'everybody') return given;
  if (caller === 'nobody' || caller === 'expired' || caller === 'revoked') return 401;
  if (caller === 'operator') return row.who === 'operators' ? given : 403;
  if (row.who === 'operators') return 403;
  // A key of an analyst that is for reading only.
  if (caller === 'narrow') {
    const reads = filled.server.routes.some(
      ({ method, path, action }) => `${method} ${path}` === row.route && action === 'read',
    );
    return reads && row.who.includes('analyst') ? given : 403;
  }
  return row.who.includes(caller) ? given : 403;
}

test('the table has a row for each route, and no other', () => {
  const served = filled.server.routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(table.map(({ route }) => route))).toEqual(new Set(served));
  expect(table).toHaveLength(served.length);
});

describe.each(table)('$route', (row) => {
  test('for callers of another tenant, who see nothing of it', async () => {
    for (const caller of callers) {
      const { status, text } = await send(row, filled.tokens.bolt.get(caller));
      expect(status, caller).toBe(expected(row, caller, 'bolt'));
      expect(withoutAsked(row, text), caller).not.toContain(mark);
    }
  });

  test('for callers of its tenant, and for nobody', async () => {
    for (const caller of ['nobody', ...callers] as const) {
      const token = caller === 'nobody' ? undefined : filled.tokens.acme.get(caller);
      const { status, text } = await send(row, token, row.ownPath ?? row.path);
      const wanted = expected(row, caller, 'acme');
      expect(status, caller).toBe(wanted);
      const allowed = row.who === 'everybody' || (wanted !== 401 && wanted !== 403);
      if (row.shows === true && allowed) expect(text, caller).toContain(mark);
      if (!allowed) expect(text, caller).not.toContain(mark);
    }
  });
});

test('what callers of another tenant did changed nothing of it', async () => {
  const admin = filled.tokens.acme.get('admin');
  const look = async () => {
    const shown: string[] = [];
    for (const row of table.filter(({ route, shows }) => route.startsWith('GET') && shows)) {
      shown.push(`${row.route} ${(await send(row, admin)).text}`);
    }
    return shown;
  };
  const before = await look();
  for (const row of table) {
    for (const caller of callers) await send(row, filled.tokens.bolt.get(caller));
  }
  expect(await look()).toEqual(before);
});
