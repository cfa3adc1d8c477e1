/**
 * The one place that reads the environment. Every fault is named at once: nobody should mend a
 * configuration one start at a time.
 */
import { join, resolve } from 'node:path';
import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const loopback = /^(localhost|127(\.\d+){3}|::1)$/;

const settingsSchema = z.object({
  HERKOMST_DATA_DIR: z.string().min(1).default('.herkomst'),
  HERKOMST_DROP_DIR: z.string().min(1).optional(),
  HERKOMST_HOST: z.string().min(1).default('127.0.0.1'),
  HERKOMST_PORT: count(0, 65_535).default(7410),
  HERKOMST_LISTS_DIR: z.string().min(1).optional(),
  HERKOMST_RULEBOOK: z.string().min(1).optional(),
  /** Needed of callers as 'Authorization: Bearer ...'; must be set to listen beyond this machine. */
  HERKOMST_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  HERKOMST_LOG_FILE: z.string().min(1).optional(),
  HERKOMST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HERKOMST_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Standard Webhooks secret: 'whsec_' and base64 of 24 to 64 bytes. */
  HERKOMST_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{32,}$/, 'expected "whsec_" and at least 24 bytes in base64')
    .optional(),
  HERKOMST_WEBHOOK_ALLOW_PRIVATE: z.enum(['yes', 'no']).default('no'),
  HERKOMST_SCREEN_BATCH: count(1, 5000).default(250),
  HERKOMST_DELIVERY_ATTEMPTS: count(1, 100).default(12),
  HERKOMST_DELIVERY_BACKOFF_MS: count(10, 3_600_000).default(1000),
});

export interface Config {
  /** Everything embedded mode keeps: database, log, alerts file. Absolute. */
  readonly dataDir: string;
  /** Watched for shipment files. Absolute. */
  readonly dropDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly listsDir: string | null;
  readonly rulebookFile: string | null;
  /** Null: whoever reaches the port may call. */
  readonly token: string | null;
  /** Absolute, or '-' for stderr. */
  readonly logFile: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly webhook: {
    readonly url: string;
    readonly secret: string;
    /** Whether the URL may lead to this machine and private networks. */
    readonly allowPrivate: boolean;
  } | null;
  readonly screenBatch: number;
  readonly deliveryAttempts: number;
  readonly deliveryBackoffMs: number;
}

export class ConfigError extends Error {
  readonly code = 'invalid-config';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the configuration can not be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Settings of the test suites, which share the environment with what they test. */
const testPrefix = 'HERKOMST_TEST_';

/** Reads the configuration from environment variables. Throws ConfigError with all faults. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) =>
        name.startsWith('HERKOMST_') && !name.startsWith(testPrefix) && value !== '',
    ),
  );
  const faults = Object.keys(given)
    .filter((name) => !(name in settingsSchema.shape))
    .map((name) => `${name}: no such setting`);
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    for (const issue of result.error.issues) {
      faults.push(`${issue.path.join('.')}: ${issue.message}`);
    }
  }
  faults.push(...faultsBetween(given));
  if (!result.success || faults.length > 0) throw new ConfigError(faults);

  const set = result.data;
  const dataDir = resolve(set.HERKOMST_DATA_DIR);
  const { HERKOMST_WEBHOOK_URL: url, HERKOMST_WEBHOOK_SECRET: secret } = set;
  const allowPrivate = set.HERKOMST_WEBHOOK_ALLOW_PRIVATE === 'yes';
  return {
    dataDir,
    dropDir: resolve(set.HERKOMST_DROP_DIR ?? join(dataDir, 'drop')),
    host: set.HERKOMST_HOST,
    port: set.HERKOMST_PORT,
    listsDir: set.HERKOMST_LISTS_DIR ?? null,
    rulebookFile: set.HERKOMST_RULEBOOK ?? null,
    token: set.HERKOMST_TOKEN ?? null,
    logFile:
      set.HERKOMST_LOG_FILE === '-'
        ? '-'
        : resolve(set.HERKOMST_LOG_FILE ?? join(dataDir, 'herkomst.log')),
    logLevel: set.HERKOMST_LOG_LEVEL,
    webhook: url !== undefined && secret !== undefined ? { url, secret, allowPrivate } : null,
    screenBatch: set.HERKOMST_SCREEN_BATCH,
    deliveryAttempts: set.HERKOMST_DELIVERY_ATTEMPTS,
    deliveryBackoffMs: set.HERKOMST_DELIVERY_BACKOFF_MS,
  };
}

/** Settings that are each well-formed and do not go together. */
function faultsBetween(given: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const faults: string[] = [];
  if (has('HERKOMST_WEBHOOK_URL') !== has('HERKOMST_WEBHOOK_SECRET')) {
    faults.push('HERKOMST_WEBHOOK_URL and HERKOMST_WEBHOOK_SECRET: set both or neither');
  }
  const host = given['HERKOMST_HOST'];
  if (host !== undefined && !loopback.test(host) && !has('HERKOMST_TOKEN')) {
    faults.push('HERKOMST_HOST: listening beyond this machine needs HERKOMST_TOKEN');
  }
  return faults;
}
