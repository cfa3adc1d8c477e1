/**
 * The one place that reads the environment. Every fault is named at once: nobody should mend a
 * configuration one start at a time. Values of secrets are never in a message.
 */
import type { Role as CallerRole } from '@herkomst/runtime';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  faultsBetween,
  secretSettings,
  settingsSchema,
  type GivenSettings,
  type Role,
  type Settings,
} from './settings.ts';

export interface DistributedConfig {
  readonly mode: 'distributed';
  /** CA certificates are PEM text; null takes the system's. */
  readonly postgres: { readonly url: string; readonly ca: string | null };
  readonly redis: { readonly url: string; readonly ca: string | null };
  readonly kafka: {
    readonly brokers: readonly string[];
    readonly tls: boolean;
    readonly ca: string | null;
    readonly sasl: {
      readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
      readonly username: string;
      readonly password: string;
    } | null;
    /** Whether assessments and dead letters are written to topics of their own. */
    readonly publish: boolean;
    /** How long a member of a group may be silent before others take over its share. */
    readonly sessionMs: number;
  };
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  readonly keysUrl: string | null;
  readonly claims: {
    readonly roles: string;
    readonly roleNames: ReadonlyMap<string, CallerRole> | null;
    readonly tenant: string | null;
    readonly id: string;
  };
  readonly clockToleranceS: number;
}

export interface Config {
  readonly engines: { readonly mode: 'embedded' } | DistributedConfig;
  /** What this process does. */
  readonly roles: ReadonlySet<Role>;
  /** What is kept on this machine: database, log, alerts file. Absolute. */
  readonly dataDir: string;
  /** Watched for shipment files. Absolute. */
  readonly dropDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly listsDir: string | null;
  readonly rulebookFile: string | null;
  /** The supply network's snapshot; absolute. */
  readonly networkFile: string;
  /** Whose is what comes without a key: the drop folder, this machine's commands, HERKOMST_TOKEN. */
  readonly tenant: string;
  /** An operator's token, besides the keys. */
  readonly token: string | null;
  /** Most requests a minute of one caller whose key says nothing of it. */
  readonly perMinute: number;
  /** Where people may sign in; null where only keys count. */
  readonly oidc: OidcConfig | null;
  /** Absolute, or '-' for stderr. */
  readonly logFile: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly webhook: {
    readonly url: string;
    readonly secret: string;
    /** Whether the URL may lead to this machine and private networks. */
    readonly allowPrivate: boolean;
  } | null;
  /** Says who else is told of alerts; null where nobody is. Absolute. */
  readonly receiversFile: string | null;
  /** Most events in one transaction. */
  readonly screenBatch: number;
  /** How long a delivery may be due before the queue is asked to make sure of it. */
  readonly refillMs: number;
  readonly deliveryAttempts: number;
  readonly deliveryBackoffMs: number;
  /** Where traces go: '.../v1/traces'; null traces nothing. */
  readonly traces: { readonly url: string; readonly share: number } | null;
  /** Days that things are kept; null for ever. */
  readonly retention: { readonly recordDays: number | null; readonly streamDays: number };
}

export class ConfigError extends Error {
  readonly code = 'invalid-config';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the configuration can not be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Settings of the test suites, and what the receivers file names: neither is read here. */
const othersPrefixes = ['HERKOMST_TEST_', 'HERKOMST_RECEIVER_'];

/** Reads the configuration from environment variables. Throws ConfigError with all faults. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = [];
  const given = readSecretFiles(ownSettings(environment), faults);
  for (const name of Object.keys(given)) {
    if (!(name in settingsSchema.shape)) faults.push(`${name}: no such setting`);
  }
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    for (const issue of result.error.issues) {
      faults.push(`${String(issue.path[0])}: ${issue.message}`);
    }
  }
  faults.push(...faultsBetween(given));
  const engines = result.success ? readEngines(result.data, faults) : null;
  if (!result.success || engines === null || faults.length > 0) throw new ConfigError(faults);

  const set = result.data;
  const dataDir = resolve(set.HERKOMST_DATA_DIR);
  const { HERKOMST_WEBHOOK_URL: url, HERKOMST_WEBHOOK_SECRET: secret } = set;
  const allowPrivate = set.HERKOMST_WEBHOOK_ALLOW_PRIVATE === 'yes';
  return {
    engines,
    roles: new Set(set.HERKOMST_ROLES),
    dataDir,
    dropDir: resolve(set.HERKOMST_DROP_DIR ?? join(dataDir, 'drop')),
    host: set.HERKOMST_HOST,
    port: set.HERKOMST_PORT,
    listsDir: set.HERKOMST_LISTS_DIR ?? null,
    rulebookFile: set.HERKOMST_RULEBOOK ?? null,
    networkFile: resolve(set.HERKOMST_NETWORK_FILE ?? join(dataDir, 'network.snapshot')),
    tenant: set.HERKOMST_TENANT,
    token: set.HERKOMST_TOKEN ?? null,
    perMinute: set.HERKOMST_RATE_PER_MINUTE,
    oidc: readOidc(set),
    logFile:
      set.HERKOMST_LOG_FILE === '-'
        ? '-'
        : resolve(set.HERKOMST_LOG_FILE ?? join(dataDir, 'herkomst.log')),
    logLevel: set.HERKOMST_LOG_LEVEL,
    webhook: url !== undefined && secret !== undefined ? { url, secret, allowPrivate } : null,
    receiversFile: set.HERKOMST_RECEIVERS === undefined ? null : resolve(set.HERKOMST_RECEIVERS),
    screenBatch: set.HERKOMST_SCREEN_BATCH,
    refillMs: set.HERKOMST_REFILL_MS,
    deliveryAttempts: set.HERKOMST_DELIVERY_ATTEMPTS,
    deliveryBackoffMs: set.HERKOMST_DELIVERY_BACKOFF_MS,
    traces: readTraces(set),
    retention: {
      recordDays: set.HERKOMST_RECORD_DAYS ?? null,
      streamDays: set.HERKOMST_STREAM_DAYS,
    },
  };
}

/** Null where something is missing, which `faultsBetween` has named. */
function readEngines(set: Settings, faults: string[]): Config['engines'] | null {
  if (set.HERKOMST_MODE === 'embedded') return { mode: 'embedded' };
  const ca = (name: keyof Settings, file: string | undefined): string | null =>
    file === undefined ? null : readNamedFile(name, file, faults);
  const { HERKOMST_POSTGRES_URL, HERKOMST_REDIS_URL, HERKOMST_KAFKA_BROKERS } = set;
  const postgresCa = ca('HERKOMST_POSTGRES_CA', set.HERKOMST_POSTGRES_CA);
  const redisCa = ca('HERKOMST_REDIS_CA', set.HERKOMST_REDIS_CA);
  const kafkaCa = ca('HERKOMST_KAFKA_CA', set.HERKOMST_KAFKA_CA);
  if (
    HERKOMST_POSTGRES_URL === undefined ||
    HERKOMST_REDIS_URL === undefined ||
    HERKOMST_KAFKA_BROKERS === undefined
  ) {
    return null;
  }
  const {
    HERKOMST_KAFKA_SASL: mechanism,
    HERKOMST_KAFKA_USERNAME: username,
    HERKOMST_KAFKA_PASSWORD: password,
  } = set;
  return {
    mode: 'distributed',
    postgres: { url: HERKOMST_POSTGRES_URL, ca: postgresCa },
    redis: { url: HERKOMST_REDIS_URL, ca: redisCa },
    kafka: {
      brokers: HERKOMST_KAFKA_BROKERS.split(','),
      tls: set.HERKOMST_KAFKA_TLS === 'yes',
      ca: kafkaCa,
      sasl:
        mechanism === undefined || username === undefined || password === undefined
          ? null
          : { mechanism, username, password },
      publish: set.HERKOMST_KAFKA_PUBLISH === 'yes',
      sessionMs: set.HERKOMST_KAFKA_SESSION_MS,
    },
  };
}

function readOidc(set: Settings): OidcConfig | null {
  const { HERKOMST_OIDC_ISSUER: issuer, HERKOMST_OIDC_CLIENT_ID: clientId } = set;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    scopes: set.HERKOMST_OIDC_SCOPES.split(/[\s,]+/).filter((scope) => scope !== ''),
    audience: set.HERKOMST_OIDC_AUDIENCE ?? clientId,
    keysUrl: set.HERKOMST_OIDC_KEYS_URL ?? null,
    claims: {
      roles: set.HERKOMST_OIDC_ROLES_CLAIM,
      roleNames: readRoleNames(set.HERKOMST_OIDC_ROLES),
      tenant: set.HERKOMST_OIDC_TENANT_CLAIM ?? null,
      id: set.HERKOMST_OIDC_ID_CLAIM,
    },
    clockToleranceS: set.HERKOMST_OIDC_TOLERANCE_S,
  };
}

function readRoleNames(given: string | undefined): OidcConfig['claims']['roleNames'] {
  if (given === undefined) return null;
  return new Map(
    given.split(',').map((pair) => {
      const [name = '', role = ''] = pair.split('=');
      return [name.trim(), role as CallerRole];
    }),
  );
}

/** As OTLP has it, the collector's address is followed by the signal's own path. */
function readTraces(set: Settings): Config['traces'] {
  const { HERKOMST_OTLP_URL: base, HERKOMST_TRACE_SHARE: share } = set;
  return base === undefined ? null : { url: `${base.replace(/\/+$/, '')}/v1/traces`, share };
}

function ownSettings(environment: NodeJS.ProcessEnv): GivenSettings {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) =>
        name.startsWith('HERKOMST_') &&
        !othersPrefixes.some((prefix) => name.startsWith(prefix)) &&
        value !== '',
    ),
  );
}

/** HERKOMST_TOKEN_FILE names a file that holds HERKOMST_TOKEN: how secrets reach containers. */
function readSecretFiles(given: GivenSettings, faults: string[]): GivenSettings {
  const read: Record<string, string | undefined> = { ...given };
  for (const name of secretSettings) {
    const fileName = `${name}_FILE`;
    const file = given[fileName];
    if (file === undefined) continue;
    delete read[fileName];
    if (given[name] !== undefined) faults.push(`${name} and ${fileName}: set one of them`);
    read[name] = readNamedFile(fileName, file, faults)?.trim();
  }
  return read;
}

/**
 * A secret that the receivers file names: the variable's value, or what is in the file that NAME_FILE
 * names. Null when neither is set; throws when the file can not be read.
 */
export function readSecret(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  const file = environment[`${name}_FILE`];
  return file === undefined || file === '' ? null : readFileSync(file, 'utf8').trim();
}

function readNamedFile(name: string, file: string, faults: string[]): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
