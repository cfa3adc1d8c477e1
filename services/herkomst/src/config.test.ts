import { describe, expect, test } from 'vitest';
import { resolve } from 'node:path';
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
});
