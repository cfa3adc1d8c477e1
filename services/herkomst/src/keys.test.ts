import { createMemoryCaseStore, createMemoryKeyStore } from '@herkomst/runtime/testing';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminKeyFile, makeFirstKey, openKeys, readOwnToken } from './keys.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'herkomst-keys-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const engines = () => ({ keys: createMemoryKeyStore(), cases: createMemoryCaseStore() });

test('the first start makes a key for its owner alone, which local commands show', async () => {
  const config = { dataDir, tenant: 'acme', token: null };
  const stores = engines();
  const keys = openKeys(stores, config);
  expect(await readOwnToken(config)).toBeNull();
  await writeFile(adminKeyFile(config), 'of an earlier store', { mode: 0o644 });
  const made = await makeFirstKey(config, keys);
  const own = await readOwnToken(config);
  expect(own).toBe(made?.token);
  expect(await keys.authenticate(own ?? '')).toMatchObject({
    kind: 'person',
    roles: ['admin'],
    tenant: 'acme',
    operator: true,
  });
  expect((await stat(adminKeyFile(config))).mode & 0o777).toBe(0o600);
  const log = await stores.cases.audit('acme', {}, { limit: 10 });
  expect(log.rows.map(({ action }) => action)).toEqual(['key-created']);

  expect(await makeFirstKey(config, keys)).toBeNull();
  expect(await readFile(adminKeyFile(config), 'utf8')).toBe(`${own}\n`);
});

test('the token of the settings is an admin key, and no other is made', async () => {
  const config = { dataDir, tenant: 'acme', token: 'token-of-the-settings' };
  const keys = openKeys(engines(), config);
  expect(await makeFirstKey(config, keys)).toBeNull();
  expect(await readOwnToken(config)).toBe(config.token);
  expect(await keys.authenticate(config.token)).toMatchObject({
    kind: 'service',
    roles: ['admin'],
    tenant: 'acme',
    operator: true,
  });
  expect(await keys.authenticate('token-of-the-setting')).toBeNull();
});
