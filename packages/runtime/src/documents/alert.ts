/** What receivers are told: that an alert was raised, or that it no longer stands. CloudEvents both. */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import type { WithdrawalData } from '../screener/plan.ts';
import { z } from 'zod';
import { tenantSchema } from '../tenant.ts';
import {
  citationSchema,
  declarationSchema,
  determinationSchema,
  digestSchema,
  gapSchema,
  listReferenceSchema,
  rulebookSchema,
  scoreSchema,
  severitySchema,
  verdictSchema,
} from './assessment.ts';

const alertId = z.string().regex(/^alert-[0-9a-f]{32}$/);
const cause = z
  .strictObject({ source: z.string(), id: z.string() })
  .describe('The event that caused it.');

export const alertDataSchema = z.strictObject({
  alertId,
  shipmentId: z.string(),
  cause,
  declaration: declarationSchema,
  verdict: verdictSchema,
  severity: severitySchema,
  score: scoreSchema,
  recommendedAction: z.enum(['hold', 'end-relationship', 'request-evidence', 'review']),
  baseline: z.number(),
  reasons: z.array(
    z.strictObject({
      factor: z.string(),
      summary: z.string(),
      contribution: z.number(),
      path: z.string(),
      matched: z.string(),
      citation: citationSchema.nullable(),
    }),
  ),
  gaps: z.array(gapSchema),
  determinations: z.array(determinationSchema),
  shipment: z.strictObject({
    billOfLading: z.string().nullable(),
    estimatedArrivalAt: z.string().nullable(),
    portOfLoading: z.string().nullable(),
    portOfDischarge: z.string().nullable(),
    parties: z.array(z.strictObject({ role: z.string(), name: z.string() })),
    goods: z.array(
      z.strictObject({
        lineNumber: z.int(),
        commodityCode: z.string(),
        description: z.string(),
        countryOfOrigin: z.string().nullable(),
      }),
    ),
  }),
  rulebook: rulebookSchema,
  lists: z.array(listReferenceSchema),
  assessmentHash: digestSchema,
  supersedes: alertId.nullable().describe('The alert that this one replaces.'),
}) satisfies z.ZodType<AlertData>;

export const withdrawalDataSchema = z.strictObject({
  alertId: alertId.describe('The alert that no longer stands.'),
  shipmentId: z.string(),
  cause,
  verdict: verdictSchema,
  score: scoreSchema,
  reason: z.string(),
  assessmentHash: digestSchema,
}) satisfies z.ZodType<WithdrawalData>;

const envelope = {
  specversion: z.literal('1.0'),
  id: z.string().describe('The same at every attempt to deliver: an idempotency key.'),
  source: z.literal('/herkomst/screener'),
  subject: z.string().describe('The shipment id.'),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  herkomsttenant: tenantSchema.optional().describe('Whose alert it is.'),
  traceparent: z.string().optional().describe('W3C trace context, where the shipment is traced.'),
};

export const alertRaisedSchema = z.strictObject({
  ...envelope,
  type: z.literal(alertRaisedType),
  data: alertDataSchema,
});

export const alertWithdrawnSchema = z.strictObject({
  ...envelope,
  type: z.literal(alertWithdrawnType),
  data: withdrawalDataSchema,
});
