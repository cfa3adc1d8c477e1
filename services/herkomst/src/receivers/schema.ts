/**
 * The shape of the receivers file. Secrets never stand in it: they are named, and read when the file
 * is. What names nothing that is there is a fault of the place where it stands.
 */
import { languages } from '@herkomst/adapter-receivers';
import { severities } from '@herkomst/core';
import {
  everyHours,
  isTimeZone,
  tenantSchema,
  type CommodityFilter,
  type WallTime,
} from '@herkomst/runtime';
import { z } from 'zod';

export interface FileContext {
  /** Null when no such variable is set; throws when the file it names can not be read. */
  readonly secret: (name: string) => string | null;
  /** Throws when it can not be read. */
  readonly readFile: (path: string) => string;
  /** Null for an id that is no commodity's. */
  readonly commodity: (id: string) => CommodityFilter | null;
}

/** Names that the service itself gives. */
/** In the place of a tenant: whatever happens to any. */
export const allTenants = '*';

const taken: readonly string[] = ['terminal', 'file', 'cases', 'webhook'];

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Day = (typeof weekdays)[number];

const text = z.string().min(1, 'must say something');
const severity = z.enum(severities, `expected one of ${severities.join(', ')}`);
const timeZone = text.refine(isTimeZone, 'expected a time zone such as "Europe/Amsterdam"');
const emailAddress = /^[^\s@<>,]+@[^\s@<>,]+$/;

const wallTime = z
  .string('expected a time such as "22:00", in quotes')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "22:00"')
  .transform((time): WallTime => {
    const [hours, minutes] = time.split(':').map(Number);
    return (hours ?? 0) * 60 + (minutes ?? 0);
  });

const unitsMs: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const duration = z
  .string('expected a duration such as "1m"')
  .regex(/^[1-9]\d{0,5}[smhd]$/, 'expected a duration such as "30s", "1m" or "2h"')
  .transform((given) => Number(given.slice(0, -1)) * (unitsMs[given.slice(-1)] ?? 0));

const caFile = (context: FileContext) =>
  text.transform((path, zod) => readNamed(context, path, zod));

function readNamed(context: FileContext, path: string, zod: z.RefinementCtx): string {
  try {
    return context.readFile(path);
  } catch (error) {
    zod.addIssue({
      code: 'custom',
      message: error instanceof Error ? error.message : String(error),
    });
    return z.NEVER;
  }
}

const notInFile = 'expected "${NAME}" or { file: PATH }: a secret must not stand in this file';

/** '${NAME}' names a variable of the environment, or NAME_FILE that names a file; { file } one. */
const secret = (context: FileContext) =>
  z
    .union([z.string().regex(/^\$\{\w+\}$/, notInFile), z.strictObject({ file: text })], {
      error: ({ input }) => (input === undefined ? 'is needed' : notInFile),
    })
    .transform((given, zod) => {
      if (typeof given !== 'string') return readNamed(context, given.file, zod).trim();
      const name = given.slice(2, -1);
      let message = `${name} is not set in the environment`;
      try {
        const value = context.secret(name);
        if (value !== null) return value;
      } catch (error) {
        message = `${name}_FILE: ${error instanceof Error ? error.message : String(error)}`;
      }
      zod.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const filters = (context: FileContext) =>
  z
    .strictObject({
      severity: severity.optional(),
      regimes: z.array(text).min(1).optional(),
      commodities: z
        .array(
          z.coerce.string().transform((id, zod): CommodityFilter => {
            if (/^\d{2,10}$/.test(id)) return { name: id, hsPrefixes: [id], titles: [] };
            const known = context.commodity(id);
            if (known !== null) return known;
            zod.addIssue({
              code: 'custom',
              message: `"${id}" is neither an HS prefix of 2 to 10 digits nor a commodity of the rulebook`,
            });
            return z.NEVER;
          }),
        )
        .min(1)
        .optional(),
      sources: z.array(text).min(1).optional(),
    })
    .transform(({ severity: least, regimes, commodities, sources }) => ({
      severity: least ?? null,
      regimes: regimes ?? null,
      commodities: commodities ?? null,
      sources: sources ?? null,
    }));

const quietHours = z
  .strictObject({
    timeZone,
    from: wallTime.optional(),
    to: wallTime.optional(),
    days: z.array(z.enum(weekdays, `expected days: ${weekdays.join(', ')}`)).default([]),
    unless: severity.optional(),
  })
  .superRefine(({ from, to, days }, context) => {
    const fault = (message: string): void => context.addIssue({ code: 'custom', message });
    if ((from === undefined) !== (to === undefined)) fault('from and to: set both or none');
    else if (from === undefined && days.length === 0) fault('set from and to, or days');
    else if (from !== undefined && from === to) fault('from and to must differ');
    if (new Set(days).size === weekdays.length) fault('all days are quiet: nothing would be told');
  })
  .transform(({ timeZone: zone, from, to, days, unless }) => ({
    timeZone: zone,
    daily: from === undefined || to === undefined ? null : { from, to },
    days: days.map((day: Day) => weekdays.indexOf(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6),
    unless: unless ?? null,
  }));

const digest = z
  .strictObject({
    timeZone,
    at: z.array(wallTime).min(1).optional(),
    everyHours: z
      .number()
      .refine(
        (hours) => [1, 2, 3, 4, 6, 8, 12, 24].includes(hours),
        'expected 1, 2, 3, 4, 6, 8, 12 or 24',
      )
      .optional(),
    unless: severity.optional(),
  })
  .refine(({ at, everyHours: hours }) => (at === undefined) !== (hours === undefined), {
    message: 'set one of at and everyHours',
  })
  .transform(({ timeZone: zone, at, everyHours: hours, unless }) => ({
    timeZone: zone,
    at: at ?? everyHours(hours ?? 24),
    unless: unless ?? null,
  }));

const rateLimit = z
  .strictObject({ count: z.number().int().min(1).max(100_000), per: duration })
  .transform(({ count, per }) => ({ count, periodMs: per }));

/** What all kinds have. */
const common = (context: FileContext) => ({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected a name of small letters, digits and hyphens')
    .refine((name) => !taken.includes(name), `is one of the service's own: ${taken.join(', ')}`),
  tenant: z.union([z.literal(allTenants), tenantSchema]).optional(),
  filters: filters(context).optional(),
  quietHours: quietHours.optional(),
  digest: digest.optional(),
  rateLimit: rateLimit.optional(),
});

const written = {
  language: z.enum(languages, `expected one of ${languages.join(', ')}`).default('en'),
  timeZone: timeZone.default('UTC'),
};

const webhookSecret = (context: FileContext) =>
  secret(context).refine(
    (value) => /^whsec_[A-Za-z0-9+/=]{32,}$/.test(value),
    'expected "whsec_" and at least 24 bytes in base64',
  );

const webhook = (context: FileContext) =>
  z.strictObject({
    kind: z.literal('webhook'),
    ...common(context),
    url: z.union(
      [secret(context), z.url({ protocol: /^https?$/ })],
      'expected an http or https URL',
    ),
    secrets: z
      .array(
        z.strictObject({
          secret: webhookSecret(context),
          until: z.iso.datetime({ offset: true, message: 'expected a date-time' }).optional(),
        }),
      )
      .min(1)
      .refine((secrets) => secrets.some(({ until }) => until === undefined), {
        message: 'one secret must have no end',
      }),
    allowPrivate: z.boolean().default(false),
  });

const chat = <Kind extends 'slack' | 'teams'>(kind: Kind, context: FileContext) =>
  z.strictObject({
    kind: z.literal(kind),
    ...common(context),
    ...written,
    url: secret(context).refine(
      (url) => /^https?:/.test(url) && URL.canParse(url),
      'expected a URL',
    ),
    allowPrivate: z.boolean().default(false),
  });

const email = (context: FileContext) =>
  z.strictObject({
    kind: z.literal('email'),
    ...common(context),
    ...written,
    from: text.refine(
      (from) => emailAddress.test(/<([^<>]+)>$/.exec(from)?.[1] ?? from),
      'expected an address such as "Herkomst <alerts@example.org>"',
    ),
    to: z.array(z.string().regex(emailAddress, 'expected an e-mail address')).min(1).max(50),
    smtp: z
      .strictObject({
        host: text,
        port: z.number().int().min(1).max(65_535).optional(),
        security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
        user: text.optional(),
        password: secret(context).optional(),
        ca: caFile(context).optional(),
      })
      .refine(({ user, password }) => (user === undefined) === (password === undefined), {
        message: 'user and password: set both or none',
      }),
  });

const kafka = (context: FileContext) =>
  z.strictObject({
    kind: z.literal('kafka'),
    ...common(context),
    topic: z.string().regex(/^[a-zA-Z0-9._-]{1,249}$/, 'expected the name of a topic'),
    brokers: z
      .array(z.string().regex(/^[^\s,:]+:\d+$/, 'expected host:port'))
      .min(1)
      .optional(),
    tls: z.boolean().default(false),
    ca: caFile(context).optional(),
    sasl: z
      .strictObject({
        mechanism: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
        username: text,
        password: secret(context),
      })
      .optional(),
  });

const bullmq = (context: FileContext) =>
  z.strictObject({
    kind: z.literal('bullmq'),
    ...common(context),
    queue: z.string().regex(/^[^:\s]{1,100}$/, 'expected the name of a queue, without colons'),
    redis: secret(context)
      .refine((url) => /^rediss?:\/\//.test(url), 'expected a redis or rediss URL')
      .optional(),
    ca: caFile(context).optional(),
    prefix: text.optional(),
  });

export function receiversSchema(context: FileContext) {
  return z
    .strictObject({
      /** Where an alert is looked at, with '{alertId}' in it. */
      link: z
        .url({ protocol: /^https?$/ })
        .includes('{alertId}')
        .optional(),
      receivers: z.array(
        z.discriminatedUnion(
          'kind',
          [
            webhook(context),
            email(context),
            chat('slack', context),
            chat('teams', context),
            kafka(context),
            bullmq(context),
          ],
          'expected a kind: webhook, email, slack, teams, kafka or bullmq',
        ),
      ),
    })
    .superRefine(({ receivers }, zod) => {
      const names = new Set<string>();
      receivers.forEach(({ name }, index) => {
        if (names.has(name)) {
          const message = `two receivers are called "${name}"`;
          zod.addIssue({ code: 'custom', path: ['receivers', index, 'name'], message });
        }
        names.add(name);
      });
    });
}

export type ReceiversFile = z.output<ReturnType<typeof receiversSchema>>;
export type ReceiverEntry = ReceiversFile['receivers'][number];
