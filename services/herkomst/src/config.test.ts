import { describe, expect, test } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError, readConfig } from './config.ts';

function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('needs nothing set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 7410, token: null, webhook: null });
    expect(config.dropDir).toBe(resolve('.herkomst/drop'));
    expect(config.logFile).toBe(resolve('.herkomst/herkomst.log'));
  });

  test('takes an empty value for one that is not set', () => {
    expect(readConfig({ HERKOMST_PORT: '' }).port).toBe(7410);
  });

  test('leaves what is not its own alone', () => {
    expect(faultsOf({ PORT: 'x', HERKOMST_TEST_REDIS_URL: 'redis://localhost' })).toEqual([]);
  });

  test('names all faults at once', () => {
    const faults = faultsOf({
      HERKOMST_PORT: '70000',
      HERKOMST_LOG_LEVEL: 'loud',
      HERKOMST_DATADIR: '/tmp',
      HERKOMST_WEBHOOK_URL: 'https://alerts.example/hook',
      HERKOMST_HOST: '0.0.0.0',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'HERKOMST_DATADIR',
      'HERKOMST_PORT',
      'HERKOMST_LOG_LEVEL',
      'HERKOMST_WEBHOOK_URL and HERKOMST_WEBHOOK_SECRET',
      'HERKOMST_HOST',
    ]);
  });

  test('listens beyond the machine only with a token', () => {
    expect(faultsOf({ HERKOMST_HOST: '0.0.0.0', HERKOMST_TOKEN: 'x'.repeat(16) })).toEqual([]);
    expect(faultsOf({ HERKOMST_HOST: '0.0.0.0', HERKOMST_TOKEN: 'short' })[0]).toContain('16');
    expect(faultsOf({ HERKOMST_HOST: '127.0.0.2' })).toEqual([]);
  });

  test('asks for all engines in distributed mode, and for roles only there', () => {
    expect(faultsOf({ HERKOMST_MODE: 'distributed' }).map((fault) => fault.split(':')[0])).toEqual([
      'HERKOMST_POSTGRES_URL',
      'HERKOMST_REDIS_URL',
      'HERKOMST_KAFKA_BROKERS',
    ]);
    expect(faultsOf({ HERKOMST_ROLES: 'intake' })[0]).toContain('HERKOMST_ROLES');
    const config = readConfig({ ...distributed, HERKOMST_ROLES: 'screener, dispatcher' });
    expect([...config.roles]).toEqual(['screener', 'dispatcher']);
    expect(config.engines).toMatchObject({ kafka: { brokers: ['a:9092', 'b:9092'], sasl: null } });
    expect(faultsOf({ ...distributed, HERKOMST_ROLES: 'cook' })[0]).toContain('HERKOMST_ROLES');
  });

  test('takes secrets from files, and says which can not be read', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'herkomst-config-'));
    const file = join(directory, 'token');
    await writeFile(file, `${'s'.repeat(20)}\n`);
    expect(readConfig({ HERKOMST_TOKEN_FILE: file }).token).toBe('s'.repeat(20));
    const missing = faultsOf({ HERKOMST_TOKEN_FILE: join(directory, 'nowhere') });
    expect(missing[0]).toMatch(/^HERKOMST_TOKEN_FILE: .*nowhere/);
    const both = faultsOf({ HERKOMST_TOKEN_FILE: file, HERKOMST_TOKEN: 't'.repeat(20) });
    expect(both[0]).toContain('set one of them');
    await rm(directory, { recursive: true });
  });

  test('traces to the path that a collector listens at, or not at all', () => {
    expect(readConfig({}).traces).toBeNull();
    const traces = readConfig({ HERKOMST_OTLP_URL: 'http://collector:4318/' }).traces;
    expect(traces).toEqual({ url: 'http://collector:4318/v1/traces', share: 1 });
    expect(faultsOf({ HERKOMST_OTLP_URL: 'collector:4318' })[0]).toContain('HERKOMST_OTLP_URL');
    expect(faultsOf({ HERKOMST_TRACE_SHARE: '2' })[0]).toContain('HERKOMST_TRACE_SHARE');
  });

  test('keeps records for ever and the stream for a week, unless told otherwise', () => {
    expect(readConfig({}).retention).toEqual({ recordDays: null, streamDays: 7 });
    const given = { HERKOMST_RECORD_DAYS: '3650', HERKOMST_STREAM_DAYS: '1' };
    expect(readConfig(given).retention).toEqual({ recordDays: 3650, streamDays: 1 });
    expect(faultsOf({ HERKOMST_RECORD_DAYS: '0' })[0]).toContain('HERKOMST_RECORD_DAYS');
  });

  test('never tells a secret', () => {
    const secret = 'hunter2hunter2';
    const faults = faultsOf({
      HERKOMST_MODE: 'distributed',
      HERKOMST_POSTGRES_URL: `mysql://user:${secret}@host/db`,
      HERKOMST_REDIS_URL: `http://:${secret}@host`,
      HERKOMST_KAFKA_PASSWORD: secret,
      HERKOMST_WEBHOOK_SECRET: secret,
      HERKOMST_TOKEN: secret.slice(0, 10),
    });
    expect(faults.length).toBeGreaterThan(4);
    expect(faults.join('\n')).not.toContain('hunter2');
  });
});

const distributed = {
  HERKOMST_MODE: 'distributed',
  HERKOMST_POSTGRES_URL: 'postgres://localhost/herkomst',
  HERKOMST_REDIS_URL: 'redis://localhost:6379',
  HERKOMST_KAFKA_BROKERS: 'a:9092,b:9092',
};

describe('sign-in', () => {
  const issuer = {
    HERKOMST_OIDC_ISSUER: 'https://login.example.org/realms/trade',
    HERKOMST_OIDC_CLIENT_ID: 'herkomst',
  };

  test('is by keys alone unless an issuer is set', () => {
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig(issuer).oidc).toMatchObject({
      issuer: 'https://login.example.org/realms/trade',
      audience: 'herkomst',
      scopes: ['openid', 'profile', 'email'],
      claims: { roles: 'roles', roleNames: null, tenant: null, id: 'sub' },
      clockToleranceS: 30,
    });
  });

  test('takes the issuer’s names for roles', () => {
    const { oidc } = readConfig({
      ...issuer,
      HERKOMST_OIDC_ROLES: 'Trade analysts=analyst, heads=lead',
    });
    expect([...(oidc?.claims.roleNames ?? [])]).toEqual([
      ['Trade analysts', 'analyst'],
      ['heads', 'lead'],
    ]);
  });

  test('names every fault at once', () => {
    const faults = faultsOf({
      HERKOMST_OIDC_ISSUER: 'http://login.example.org',
      HERKOMST_OIDC_KEYS_URL: 'ftp://login.example.org/keys',
      HERKOMST_OIDC_ROLES: 'x=root',
      HERKOMST_OIDC_TOLERANCE_S: '9999',
    });
    expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(
      new Set([
        'HERKOMST_OIDC_ISSUER',
        'HERKOMST_OIDC_ISSUER and HERKOMST_OIDC_CLIENT_ID',
        'HERKOMST_OIDC_KEYS_URL',
        'HERKOMST_OIDC_ROLES',
        'HERKOMST_OIDC_TOLERANCE_S',
      ]),
    );
    expect(faultsOf({ HERKOMST_OIDC_TENANT_CLAIM: 'org' })).toEqual([
      'HERKOMST_OIDC_TENANT_CLAIM: of no use without HERKOMST_OIDC_ISSUER',
    ]);
    for (const local of ['http://127.0.0.1:8080', 'http://localhost/x', 'http://[::1]:1']) {
      expect(faultsOf({ ...issuer, HERKOMST_OIDC_ISSUER: local })).toEqual([]);
    }
  });
});
