/** What was found of one shipment, version by version. */
import { shipmentSchema } from '@herkomst/core';
import { documents } from '@herkomst/runtime';
import { z } from 'zod';
import { shipmentKey, text, timeSchema, verdictSchema } from './common.ts';
import { explanationSchema } from './explanation.ts';
import { shipmentPlaceSchema } from './places.ts';

export const shipmentAssessmentsQuerySchema = z.strictObject({
  source: text.optional().describe('Needed where several senders declared a shipment of this id.'),
  declarationKind: text.optional(),
});

export const storedVersionSchema = z.strictObject({
  ...shipmentKey,
  version: z.int(),
  eventId: z.string(),
  assessmentHash: z.string(),
  verdict: verdictSchema,
  score: z.number(),
  current: z.boolean(),
  assessedAt: timeSchema,
  assessment: documents.assessmentSchema,
  shipment: shipmentSchema,
});

/** Versions of a shipment key, newest first. */
export const versionsSchema = z.strictObject({ rows: z.array(storedVersionSchema) });

export const shipmentAssessmentSchema = storedVersionSchema.extend({
  alertId: z.string().nullable().describe('The alert that this version raised.'),
  explanation: explanationSchema,
  places: z.array(shipmentPlaceSchema),
});

export const shipmentAssessmentsSchema = z.strictObject({
  rows: z.array(shipmentAssessmentSchema).describe('Newest first; of several keys, key by key.'),
});

export const shipmentKeysSchema = z.strictObject({ rows: z.array(z.strictObject(shipmentKey)) });

export type StoredVersion = z.infer<typeof storedVersionSchema>;
export type ShipmentAssessment = z.infer<typeof shipmentAssessmentSchema>;
export type ShipmentAssessments = z.infer<typeof shipmentAssessmentsSchema>;
