/** What became of each notice at each receiver, and how the receivers stand. */
import { deliveryStates } from '@herkomst/runtime';
import { z } from 'zod';
import { pageOf, pageQuery, severitySchema, text, timeSchema } from './common.ts';

export const deliveriesQuerySchema = z.strictObject({
  receiver: text.optional(),
  state: z.enum(deliveryStates).optional(),
  alertId: text.optional().describe('Deliveries that tell of this alert, or of its withdrawal.'),
  ...pageQuery,
});

const attemptSchema = z.strictObject({
  at: timeSchema,
  outcome: z.enum(['done', 'retry', 'give-up']),
  status: z.int().nullable().describe('What was answered by HTTP or SMTP; null for others.'),
  error: z.string().nullable(),
  durationMs: z.number(),
});

export const deliverySchema = z.strictObject({
  outboxId: z.string(),
  receiver: z.string(),
  state: z.enum(deliveryStates),
  type: z.string().nullable().describe('CloudEvents type; null for a notice kept no more.'),
  since: timeSchema,
  heldUntil: timeSchema.nullable(),
  gathered: z.boolean().describe('Whether it waits to become part of a digest.'),
  reason: z.string().nullable().describe('Why it is held or was filtered out.'),
  digestId: z.string().nullable().describe('The digest that it is part of.'),
  takenAt: timeSchema.nullable(),
  givenUpAt: timeSchema.nullable(),
  priority: z.int().describe('1 is the most urgent.'),
  reopened: z.int().describe('How often it was made due again.'),
  attempts: z.array(attemptSchema).describe('Newest first; the last twenty.'),
});

export const deliveriesSchema = pageOf(deliverySchema);

const wallTime = z.int().describe('Minutes from midnight by the local clock.');

export const receiverSchema = z.strictObject({
  name: z.string(),
  kind: z.string(),
  tenant: z.string().nullable().describe('Null for one that is told of all tenants.'),
  filter: z
    .strictObject({
      severity: severitySchema.nullable(),
      regimes: z.array(z.string()).nullable(),
      commodities: z
        .array(
          z.strictObject({
            name: z.string(),
            hsPrefixes: z.array(z.string()),
            titles: z.array(z.string()),
          }),
        )
        .nullable(),
      sources: z.array(z.string()).nullable(),
    })
    .nullable(),
  quietHours: z
    .strictObject({
      timeZone: z.string(),
      daily: z.strictObject({ from: wallTime, to: wallTime }).nullable(),
      days: z.array(z.int().min(0).max(6)).describe('0 is Sunday.'),
      unless: severitySchema.nullable(),
    })
    .nullable(),
  digest: z
    .strictObject({
      timeZone: z.string(),
      at: z.array(wallTime),
      unless: severitySchema.nullable(),
    })
    .nullable(),
  rateLimit: z.strictObject({ count: z.int(), periodMs: z.int() }).nullable(),
  nextDigestAt: timeSchema.nullable(),
  due: z.int(),
  held: z.int(),
  nextReleaseAt: timeSchema.nullable().describe('When the next held notice is told.'),
  lastTakenAt: timeSchema.nullable(),
  lastFailedAt: timeSchema.nullable(),
});

export const receiversSchema = z.strictObject({ rows: z.array(receiverSchema) });

export const redeliveredSchema = z.strictObject({ kind: z.literal('due-again') });

export const testedSchema = z.strictObject({
  kind: z.enum(['done', 'retry', 'give-up']),
  reason: z.string().optional(),
  status: z.int().optional(),
});

export type ReceiverAnswer = z.infer<typeof receiverSchema>;
export type DeliveryAnswer = z.infer<typeof deliverySchema>;
