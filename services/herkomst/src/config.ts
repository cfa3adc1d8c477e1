/**
 * The one place that reads the environment. Every fault is named at once: nobody should mend a
 * configuration one start at a time.
 */
import { join, resolve } from 'node:path';
import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const environmentSchema = z.object({
  HERKOMST_DATA_DIR: z.string().min(1).default('.herkomst'),
  HERKOMST_DROP_DIR: z.string().min(1).optional(),
  HERKOMST_HOST: z.string().min(1).default('127.0.0.1'),
  HERKOMST_PORT: count(0, 65_535).default(7410),
  HERKOMST_LISTS_DIR: z.string().min(1).optional(),
  HERKOMST_RULEBOOK: z.string().min(1).optional(),
  HERKOMST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HERKOMST_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Standard Webhooks secret: 'whsec_' and base64 of 24 to 64 bytes. */
  HERKOMST_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{32,}$/, 'expected "whsec_" and at least 24 bytes in base64')
    .optional(),
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
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly webhook: { readonly url: string; readonly secret: string } | null;
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

/** Reads the configuration from environment variables. Throws ConfigError with all faults. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => name.startsWith('HERKOMST_') && value !== '',
    ),
  );
  const faults: string[] = [];
  for (const name of Object.keys(given)) {
    if (!(name in environmentSchema.shape)) faults.push(`${name}: no such setting`);
  }
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    for (const issue of result.error.issues) {
      faults.push(`${issue.path.join('.')}: ${issue.message}`);
    }
  } else if (
    (result.data.HERKOMST_WEBHOOK_URL === undefined) !==
    (result.data.HERKOMST_WEBHOOK_SECRET === undefined)
  ) {
    faults.push('HERKOMST_WEBHOOK_URL and HERKOMST_WEBHOOK_SECRET: set both or neither');
  }
  if (!result.success || faults.length > 0) throw new ConfigError(faults);

  const set = result.data;
  const dataDir = resolve(set.HERKOMST_DATA_DIR);
  const { HERKOMST_WEBHOOK_URL: url, HERKOMST_WEBHOOK_SECRET: secret } = set;
  return {
    dataDir,
    dropDir: resolve(set.HERKOMST_DROP_DIR ?? join(dataDir, 'drop')),
    host: set.HERKOMST_HOST,
    port: set.HERKOMST_PORT,
    listsDir: set.HERKOMST_LISTS_DIR ?? null,
    rulebookFile: set.HERKOMST_RULEBOOK ?? null,
    logLevel: set.HERKOMST_LOG_LEVEL,
    webhook: url !== undefined && secret !== undefined ? { url, secret } : null,
    screenBatch: set.HERKOMST_SCREEN_BATCH,
    deliveryAttempts: set.HERKOMST_DELIVERY_ATTEMPTS,
    deliveryBackoffMs: set.HERKOMST_DELIVERY_BACKOFF_MS,
  };
}
