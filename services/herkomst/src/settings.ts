/**
 * The settings a process may be given, each with its own check. Names are those of environment
 * variables, so that a fault can be told in the words of whoever set it.
 */
import { defaultTenant, roles as callerRoles, tenantSchema } from '@herkomst/runtime';
import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const text = z.string().min(1);
const choice = z.enum(['yes', 'no']).default('no');

const roleMap = new RegExp(
  `^[^=,]+=(${callerRoles.join('|')})(,[^=,]+=(${callerRoles.join('|')}))*$`,
);

const loopback = /^(localhost|127(\.\d+){3}|::1)$/;

export const roles = ['intake', 'screener', 'dispatcher'] as const;
export type Role = (typeof roles)[number];

/** 'intake,screener' as a set. */
const roleSet = z
  .string()
  .transform((value) => value.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles, `expected some of ${roles.join(', ')}, with commas between`)).min(1));

export const settingsSchema = z.object({
  HERKOMST_MODE: z.enum(['embedded', 'distributed']).default('embedded'),
  HERKOMST_ROLES: roleSet.default([...roles]),
  HERKOMST_DATA_DIR: text.default('.herkomst'),
  HERKOMST_DROP_DIR: text.optional(),
  HERKOMST_HOST: text.default('127.0.0.1'),
  HERKOMST_PORT: count(0, 65_535).default(7410),
  HERKOMST_LISTS_DIR: text.optional(),
  HERKOMST_RULEBOOK: text.optional(),
  HERKOMST_NETWORK_FILE: text.optional(),
  /** Whose is what comes from the drop folder and by HERKOMST_TOKEN. */
  HERKOMST_TENANT: tenantSchema.default(defaultTenant),
  /** Most requests a minute of one caller whose key says nothing of it. */
  HERKOMST_RATE_PER_MINUTE: count(1, 10_000_000).default(60_000),

  /** As the issuer's tokens name it, to the letter; people may then sign in there. */
  HERKOMST_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  HERKOMST_OIDC_CLIENT_ID: text.optional(),
  /** Whom tokens must be made for; the client's id where it is not set. */
  HERKOMST_OIDC_AUDIENCE: text.optional(),
  /** Where the issuer's keys are, if not at the issuer's own origin. */
  HERKOMST_OIDC_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  HERKOMST_OIDC_SCOPES: text.default('openid profile email'),
  /** Claims, with dots between for one within others. */
  HERKOMST_OIDC_ROLES_CLAIM: text.default('roles'),
  HERKOMST_OIDC_TENANT_CLAIM: text.optional(),
  HERKOMST_OIDC_ID_CLAIM: text.default('sub'),
  /** 'trade-analysts=analyst,trade-heads=lead': our roles by the issuer's names. */
  HERKOMST_OIDC_ROLES: z
    .string()
    .regex(roleMap, `expected NAME=ROLE with commas between, ROLE one of ${callerRoles.join(', ')}`)
    .optional(),
  HERKOMST_OIDC_TOLERANCE_S: count(0, 300).default(30),
  /** Needed of callers as 'Authorization: Bearer ...'; must be set to listen beyond this machine. */
  HERKOMST_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  HERKOMST_LOG_FILE: text.optional(),
  HERKOMST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HERKOMST_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Standard Webhooks secret: 'whsec_' and base64 of 24 to 64 bytes. */
  HERKOMST_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{32,}$/, 'expected "whsec_" and at least 24 bytes in base64')
    .optional(),
  HERKOMST_WEBHOOK_ALLOW_PRIVATE: choice,
  /** A file that says who else is told of alerts, and when. */
  HERKOMST_RECEIVERS: text.optional(),
  HERKOMST_SCREEN_BATCH: count(1, 5000).default(500),
  HERKOMST_REFILL_MS: count(1000, 3_600_000).default(60_000),
  HERKOMST_DELIVERY_ATTEMPTS: count(1, 100).default(12),
  HERKOMST_DELIVERY_BACKOFF_MS: count(10, 3_600_000).default(1000),

  /** How long records are kept; unset keeps them for ever. The law may ask for years. */
  HERKOMST_RECORD_DAYS: count(1, 36_500).optional(),
  /** How long the embedded stream keeps what everybody has read. Kafka's topics have their own. */
  HERKOMST_STREAM_DAYS: count(1, 3650).default(7),
  /** Where an OpenTelemetry collector listens: 'http://localhost:4318'. Unset traces nothing. */
  HERKOMST_OTLP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Of all shipments, how many are traced. */
  HERKOMST_TRACE_SHARE: z.coerce.number().min(0).max(1).default(1),

  HERKOMST_POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HERKOMST_POSTGRES_CA: text.optional(),
  HERKOMST_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HERKOMST_REDIS_CA: text.optional(),
  /** 'host:port' with commas between. */
  HERKOMST_KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'expected host:port, with commas between several')
    .optional(),
  HERKOMST_KAFKA_TLS: choice,
  HERKOMST_KAFKA_CA: text.optional(),
  HERKOMST_KAFKA_SASL: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  HERKOMST_KAFKA_USERNAME: text.optional(),
  HERKOMST_KAFKA_PASSWORD: text.optional(),
  /** Whether assessments and dead letters are written to topics of their own. */
  HERKOMST_KAFKA_PUBLISH: z.enum(['yes', 'no']).default('yes'),
  /** How long a screener may be silent before others take over its share. Kafka wants 6 s or more. */
  HERKOMST_KAFKA_SESSION_MS: count(6000, 300_000).default(10_000),
});

export type Settings = z.infer<typeof settingsSchema>;
export type GivenSettings = Readonly<Record<string, string | undefined>>;

/** Those that must not stand where others can read them, and may be given as files instead. */
export const secretSettings = [
  'HERKOMST_TOKEN',
  'HERKOMST_WEBHOOK_SECRET',
  'HERKOMST_POSTGRES_URL',
  'HERKOMST_REDIS_URL',
  'HERKOMST_KAFKA_PASSWORD',
] as const;

/** Settings that are each well-formed and do not go together. */
export function faultsBetween(given: GivenSettings): string[] {
  const has = (name: keyof Settings): boolean => given[name] !== undefined;
  const faults: string[] = [];
  const together = (...names: (keyof Settings)[]): void => {
    const present = names.filter(has);
    if (present.length > 0 && present.length < names.length) {
      faults.push(`${names.join(' and ')}: set all or none`);
    }
  };
  together('HERKOMST_WEBHOOK_URL', 'HERKOMST_WEBHOOK_SECRET');
  together('HERKOMST_OIDC_ISSUER', 'HERKOMST_OIDC_CLIENT_ID');
  for (const name of Object.keys(given).filter((each) => each.startsWith('HERKOMST_OIDC_'))) {
    if (!has('HERKOMST_OIDC_ISSUER') && name !== 'HERKOMST_OIDC_CLIENT_ID') {
      faults.push(`${name}: of no use without HERKOMST_OIDC_ISSUER`);
    }
  }
  for (const name of ['HERKOMST_OIDC_ISSUER', 'HERKOMST_OIDC_KEYS_URL'] as const) {
    const url = URL.parse(given[name] ?? '');
    if (url?.protocol === 'http:' && !loopback.test(url.hostname.replace(/^\[|\]$/g, ''))) {
      faults.push(`${name}: expected https, or a place on this machine`);
    }
  }
  together('HERKOMST_KAFKA_SASL', 'HERKOMST_KAFKA_USERNAME', 'HERKOMST_KAFKA_PASSWORD');
  const host = given['HERKOMST_HOST'];
  if (host !== undefined && !loopback.test(host) && !has('HERKOMST_TOKEN')) {
    faults.push('HERKOMST_HOST: listening beyond this machine needs HERKOMST_TOKEN');
  }
  if (given['HERKOMST_MODE'] === 'distributed') {
    for (const name of [
      'HERKOMST_POSTGRES_URL',
      'HERKOMST_REDIS_URL',
      'HERKOMST_KAFKA_BROKERS',
    ] as const) {
      if (!has(name)) faults.push(`${name}: needed in distributed mode`);
    }
  } else if (has('HERKOMST_ROLES')) {
    faults.push('HERKOMST_ROLES: embedded mode is one process with all roles');
  }
  return faults;
}
