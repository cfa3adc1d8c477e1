import { expect, test } from 'vitest';
import type { AuditRecord } from '../audit/entry.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryKeyStore } from '../memory/memory-key-store.ts';
import { operatorOf } from './api-key.ts';
import { createKeyDesk } from './key-desk.ts';

const start = '2026-11-24T08:00:00.000Z';
const root = operatorOf({ kind: 'service', name: 'setup' }, 'acme');

function setUp(now = start) {
  const records: (AuditRecord & { readonly tenant: string })[] = [];
  const keys = createMemoryKeyStore();
  const parts = {
    keys,
    record: async (tenant: string, some: readonly AuditRecord[]) =>
      void records.push(...some.map((each) => ({ ...each, tenant }))),
    known: [{ token: 'token-of-the-settings', caller: root }],
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
    tenant: 'acme',
    operator: false,
    actions: null,
    perMinute: null,
    credential: `key/${key.keyId}`,
  });
  const secret = token.slice(-43);
  expect(JSON.stringify([await desk.keys.keys('acme'), desk.records, key])).not.toContain(secret);
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
  expect(await desk.list(root)).toEqual([{ ...key, revokedAt: start }]);
  await desk.revoke(key.keyId, root);
  expect(desk.records.map(({ action }) => action)).toEqual(['key-created', 'key-revoked']);
});

test('the first key is made once, for an admin', async () => {
  const desk = setUp();
  const first = await desk.createFirst('ann', 'acme');
  expect(await desk.authenticate(first!.token)).toMatchObject({
    kind: 'person',
    roles: ['admin'],
    tenant: 'acme',
    operator: true,
  });
  await desk.revoke(first!.key.keyId, root);
  expect(await desk.createFirst('ann', 'acme')).toBeNull();
});

test('an operator makes the first key of another tenant, and its log knows', async () => {
  const desk = setUp();
  const admin = { name: 'Bea', kind: 'person', roles: ['admin'], expiresAt: null } as const;
  const made = await desk.create({ ...admin, tenant: 'bolt' }, root);
  const bea = await desk.authenticate(made.token);
  expect(bea).toMatchObject({ tenant: 'bolt', operator: false });
  expect(desk.records).toMatchObject([{ tenant: 'bolt', actor: { id: 'setup' } }]);
  expect(await desk.list(root)).toEqual([]);
  const own = await desk.create(wanted, bea!);
  expect(own.key.tenant).toBe('bolt');
  expect((await desk.list(bea!)).map(({ keyId }) => keyId).toSorted()).toEqual(
    [made.key.keyId, own.key.keyId].toSorted(),
  );
  expect(await desk.revoke(own.key.keyId, root)).toBeNull();
  expect(await desk.authenticate(own.token)).not.toBeNull();
});

test('nobody makes a key that reaches further than her own', async () => {
  const desk = setUp();
  const admin = { name: 'Bea', kind: 'person', roles: ['admin'], expiresAt: null } as const;
  const bea = await desk.authenticate((await desk.create(admin, root)).token);
  const refuse = async (code: string, some: object, by = bea!) =>
    await expect(desk.create({ ...wanted, ...some }, by)).rejects.toMatchObject({ code });
  await refuse('other-tenant', { tenant: 'bolt' });
  await refuse('operator-only', { operator: true });
  const actions = ['manage-keys', 'read'] as const;
  const narrow = await desk.authenticate((await desk.create({ ...admin, actions }, bea!)).token);
  await refuse('wider-than-own', {}, narrow!);
  await refuse('wider-than-own', { actions: ['read', 'screen'] }, narrow!);
  await expect(desk.create({ ...wanted, actions: ['read'] }, narrow!)).resolves.toBeDefined();
  const operator = { ...root, actions };
  await refuse('other-tenant', { tenant: 'bolt', actions: ['read'] }, operator);
  expect(desk.records).toHaveLength(3);
});
