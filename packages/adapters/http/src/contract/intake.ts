/** Shipments in, what was refused of them, and what was declared before. */
import { shipmentSchema } from '@herkomst/core';
import { documents } from '@herkomst/runtime';
import { z } from 'zod';
import {
  momentSchema,
  pageOf,
  pageQuery,
  shipmentKey,
  timeSchema,
  verdictSchema,
} from './common.ts';

export const faultSchema = z.looseObject({
  code: z.string().optional(),
  path: z.string(),
  message: z.string(),
});

const rejectionSchema = z.strictObject({
  position: z.string().nullable(),
  code: z.string(),
  faults: z.array(faultSchema),
});

export const intakeResultSchema = z.strictObject({
  accepted: z.int(),
  rejected: z.array(rejectionSchema.extend({ deadLetterId: z.string() })),
});

export const screeningSchema = z.strictObject({
  assessments: z.array(
    z.strictObject({
      position: z.string().nullable(),
      id: z.string(),
      source: z.string(),
      assessment: documents.assessmentSchema,
    }),
  ),
  rejected: z.array(rejectionSchema),
});

export const historyQuerySchema = z.strictObject({
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  ...pageQuery,
});

export const historySchema = pageOf(
  z.strictObject({
    ...shipmentKey,
    version: z.int(),
    eventId: z.string(),
    assessmentHash: z.string(),
    verdict: verdictSchema,
    score: z.number(),
    current: z.boolean(),
    assessedAt: timeSchema,
    shipment: shipmentSchema,
  }),
);

export const deadLetterSchema = z.strictObject({
  deadLetterId: z.string(),
  origin: z.string(),
  position: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  path: z.string().nullable(),
  receivedAt: z.string(),
  replayedAt: z.string().nullable(),
  bytes: z.int(),
});

export const deadLettersSchema = pageOf(deadLetterSchema);

export const wholeDeadLetterSchema = deadLetterSchema.extend({
  original: z.strictObject({ encoding: z.enum(['utf-8', 'base64']), content: z.string() }),
});

export const replaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken'), accepted: z.int() }),
  z.strictObject({ kind: z.literal('refused'), faults: z.array(faultSchema) }),
  z.strictObject({ kind: z.literal('due-again'), receiver: z.string() }),
  z.strictObject({ kind: z.literal('nothing-to-do'), reason: z.string() }),
]);

/** Its members are for people; they may change. */
export const statusSchema = z.looseObject({});
