/** Commands that need another role than others at the same path, and keys while they hold. */
import { createKeyDesk, operatorOf, roles, type Role } from '@herkomst/runtime';
import {
  createManualClock,
  createMemoryCaseStore,
  createMemoryKeyStore,
} from '@herkomst/runtime/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';

const workers = ['analyst', 'lead', 'admin'] as const;

const tokens = new Map<Role, string>();
const cases = createMemoryCaseStore();
const refused = { kind: 'refused', code: 'unknown-case', message: 'no such case' } as const;

/** Bodies of those that need one to get as far as the desk. */
const comment = '{"kind":"comment","text":"x"}';
const approve = '{"kind":"approve","seenVersion":1}';
const reject = '{"kind":"reject","seenVersion":1,"reason":"x"}';
const endIt = '{"kind":"end-suppression","suppressionId":"x","reason":"x"}';
const approveIt = '{"kind":"approve-suppression","suppressionId":"x"}';

let server: TestServer;
beforeAll(async () => {
  const keys = createKeyDesk({
    keys: createMemoryKeyStore(),
    clock: createManualClock('2026-11-24T08:00:00.000Z'),
    record: async () => {},
  });
  const root = operatorOf({ name: 'root', kind: 'service' }, 'default');
  for (const role of roles) {
    const wanted = { name: role, kind: 'person', roles: [role], expiresAt: null } as const;
    tokens.set(role, (await keys.create(wanted, root)).token);
  }
  server = await startTestServer({
    authenticate: (token) => keys.authenticate(token),
    keys,
    cases: {
      cases,
      deskOf: () => ({
        act: async () => refused,
        suppress: async () => refused,
      }),
      exportCase: async () => null,
    },
  });
});
afterAll(() => server.close());

test.each<readonly [path: string, body: string, who: readonly Role[]]>([
  ['/v1/cases/x/commands', comment, workers],
  ['/v1/cases/x/commands', approve, ['lead']],
  ['/v1/cases/x/commands', reject, ['lead']],
  ['/v1/suppressions', endIt, workers],
  ['/v1/suppressions', approveIt, ['lead']],
])('POST %s %s', async (path, body, who) => {
  for (const role of roles) {
    const headers = {
      authorization: `Bearer ${tokens.get(role)}`,
      'content-type': 'application/json',
    };
    const answer = await server.call(path, { method: 'POST', headers, body });
    expect(answer.status, role).toBe(who.includes(role) ? 404 : 403);
  }
});

test('a key that an admin makes lets in until it is revoked', async () => {
  const as = (token: string | undefined) => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });
  const admin = as(tokens.get('admin'));
  const body = JSON.stringify({ name: 'Bob', kind: 'person', roles: ['viewer'] });
  const made = await server.call('/v1/keys', { method: 'POST', headers: admin, body });
  expect(made.status).toBe(201);
  const { token, key } = made.body as { token: string; key: { keyId: string } };
  expect((await server.call('/v1/alerts', { headers: as(token) })).status).toBe(200);
  const listed = await server.call('/v1/keys', { headers: admin });
  expect(JSON.stringify(listed.body)).toContain(key.keyId);
  expect(JSON.stringify(listed.body)).not.toContain('digest');
  const revoke = { method: 'POST', headers: admin, body: '{}' };
  expect((await server.call(`/v1/keys/${key.keyId}/revoke`, revoke)).status).toBe(200);
  expect((await server.call('/v1/alerts', { headers: as(token) })).status).toBe(401);
});
