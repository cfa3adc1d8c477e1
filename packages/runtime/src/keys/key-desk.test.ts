import { expect, test } from 'vitest';
import type { AuditRecord } from '../audit/entry.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryKeyStore } from '../memory/memory-key-store.ts';
import { createKeyDesk } from './key-desk.ts';

const start = '2026-11-24T08:00:00.000Z';
const root = { kind: 'service', id: 'setup', name: 'setup', roles: ['admin'] } as const;

function setUp(now = start) {
  const records: AuditRecord[] = [];
  const keys = createMemoryKeyStore();
  const parts = {
    keys,
    record: async (some: readonly AuditRecord[]) => void records.push(...some),
    known: [{ token: 'token-of-the-settings', actor: root }],
  };
  const at = (when: string) => createKeyDesk({ ...parts, clock: createManualClock(when) });
  return { ...at(now), at, keys, records };
}

const wanted = { name: 'Ann', kind: 'person', roles: ['analyst'], expiresAt: null } as const;

test('a key lets in whom it was made for, and nothing of it is kept but a digest', async () => {
  const desk = setUp();
  const { token, key } = await desk.create(wanted, root);
  expect(await desk.authenticate(token)).toEqual({
    kind: 'person',
    id: 'ann',
    name: 'Ann',
    roles: ['analyst'],
  });
  const secret = token.slice(-43);
  expect(JSON.stringify([await desk.keys.keys(), desk.records, key])).not.toContain(secret);
  expect(desk.records).toMatchObject([
    { action: 'key-created', subject: `key/${key.keyId}`, at: start },
  ]);
});

test('any other text lets nobody in', async () => {
  const desk = setUp();
  const { token } = await desk.create(wanted, root);
  const other = await desk.create(wanted, root);
  const last = token.endsWith('A') ? 'B' : 'A';
  const mixed = token.slice(0, -43) + other.token.slice(-43);
  for (const text of [
    '',
    'x',
    token.slice(0, -1) + last,
    `${token}A`,
    token.toUpperCase(),
    mixed,
  ]) {
    expect(await desk.authenticate(text), text).toBeNull();
  }
  expect(await desk.authenticate('token-of-the-settings')).toEqual(root);
});

test('a key ends when it expires, and when it is revoked', async () => {
  const desk = setUp();
  const expiresAt = '2026-11-25T08:00:00.000Z';
  const { token, key } = await desk.create({ ...wanted, expiresAt }, root);
  expect(await desk.at('2026-11-25T07:59:59.999Z').authenticate(token)).not.toBeNull();
  expect(await desk.at(expiresAt).authenticate(token)).toBeNull();
  expect(await desk.revoke('0'.repeat(16), root)).toBeNull();
  expect(await desk.revoke(key.keyId, root)).toMatchObject({ revokedAt: start });
  expect(await desk.authenticate(token)).toBeNull();
  expect(await desk.list()).toEqual([{ ...key, revokedAt: start }]);
  await desk.revoke(key.keyId, root);
  expect(desk.records.map(({ action }) => action)).toEqual(['key-created', 'key-revoked']);
});

test('the first key is made once, for an admin', async () => {
  const desk = setUp();
  const first = await desk.createFirst('ann');
  expect(await desk.authenticate(first!.token)).toMatchObject({ kind: 'person', roles: ['admin'] });
  await desk.revoke(first!.key.keyId, root);
  expect(await desk.createFirst('ann')).toBeNull();
});
