/** Filters that alerts and assessments share, and the rows they give. */
import { documents } from '@herkomst/runtime';
import { z } from 'zod';
import {
  momentSchema,
  pageOf,
  pageQuery,
  severitySchema,
  shipmentKey,
  text,
  timeSchema,
  verdictSchema,
} from './common.ts';

const words = z.string().min(1).max(200);
const score = z.number().min(0).max(1);

export const filterQuery = {
  party: words
    .optional()
    .describe('Words that all stand in the names of the parties; case, accents and order aside.'),
  goods: z
    .string()
    .regex(
      /^(?:(?:\d{2}){1,5}|[a-z][a-z0-9-]{0,99})$/,
      'expected 2, 4, 6, 8 or 10 digits of an HS code, or the id of a commodity such as "cotton"',
    )
    .optional()
    .describe('First digits of an HS code, or the id of a commodity.'),
  place: words
    .optional()
    .describe(
      'Words of addresses, ports and origins, codes too: "rotterdam", "CN", "CNTAO"; or the id of a place, see /v1/places.',
    ),
  finding: text.optional().describe("A finding's factor: 'entity.listed'."),
  entry: text.optional().describe("Id of a list entry: 'uflpa:hetian-haolin-hair-accessories'."),
  minScore: score.optional(),
  maxScore: score.optional(),
  severity: severitySchema.optional(),
  regime: text.optional().describe("Applies, is indicated or advised on: 'us-uflpa'."),
  source: text.optional(),
  from: momentSchema.optional().describe('Raised or assessed at this time or later.'),
  to: momentSchema.optional().describe('Raised or assessed before this time.'),
} as const;

export const yesNo = z.enum(['yes', 'no']);

export const alertFilters = {
  ...filterQuery,
  standing: yesNo
    .optional()
    .describe('"yes": those that no later declaration replaced or withdrew; "no": the others.'),
} as const;

export const assessmentFilters = { ...filterQuery, verdict: verdictSchema.optional() } as const;

export const alertQuerySchema = z.strictObject({
  ...alertFilters,
  order: z
    .enum(['time', 'risk', 'arrival'])
    .default('time')
    .describe(
      '"time": last raised first. "risk": by severity, then score. "arrival": soonest first, those without a time last.',
    ),
  events: yesNo
    .default('yes')
    .describe('Whether rows carry the whole alert event; "no" makes pages much smaller.'),
  ...pageQuery,
});

/** Newest first. The three parts of a shipment key together ask for its versions, as before. */
export const assessmentQuerySchema = z.strictObject({
  ...assessmentFilters,
  shipmentId: text.optional(),
  declarationKind: text.optional(),
  ...pageQuery,
});

export const exportFormat = z.enum(['csv', 'ndjson']).default('csv');
export const alertExportQuerySchema = z.strictObject({ ...alertFilters, format: exportFormat });
export const assessmentExportQuerySchema = z.strictObject({
  ...assessmentFilters,
  format: exportFormat,
});

/** What an assessed shipment is about, on one line. */
export const subjectSchema = z.strictObject({
  party: z
    .strictObject({ name: z.string(), country: z.string().nullable() })
    .describe('The party that the heaviest finding is about, or else the supplier.'),
  commodity: z.strictObject({
    key: z.string().describe("'sector:Cotton' or 'hs:6704'."),
    title: z.string(),
  }),
  hs: z.array(z.string()).describe('Commodity codes declared, each once; at most ten.'),
  origin: z.array(z.string()).describe('Countries of origin declared, each once.'),
  jurisdiction: z.string(),
  arrivalAt: timeSchema.nullable().describe('Estimated; null where none was declared.'),
  regimes: z
    .array(z.strictObject({ regime: z.string(), status: z.string() }))
    .describe('Those that apply, are indicated or advised on.'),
  findings: z.array(z.string()).describe('Factors of the findings that weigh, heaviest first.'),
  headline: z.string().nullable().describe('The heaviest finding in a sentence; null without one.'),
});

export const alertSummarySchema = z.strictObject({
  alertId: z.string(),
  ...shipmentKey,
  version: z.int().describe('Of the declaration: 1 for the first.'),
  severity: severitySchema,
  score,
  raisedAt: timeSchema,
  supersededBy: z
    .string()
    .nullable()
    .describe('What took its place or withdrew it; null while it stands.'),
  ...subjectSchema.shape,
});

export const alertRowSchema = alertSummarySchema.extend({
  event: documents.alertRaisedSchema.optional().describe('Left out with events=no.'),
});

export const alertPageSchema = pageOf(alertRowSchema);

/** One alert by its id. */
export const alertSchema = alertSummarySchema.extend({ event: documents.alertRaisedSchema });

export const assessmentSummarySchema = z.strictObject({
  ...shipmentKey,
  version: z.int(),
  eventId: z.string(),
  assessmentHash: z.string(),
  verdict: verdictSchema,
  severity: severitySchema,
  score,
  current: z.boolean().describe('False for a declaration already overtaken when it arrived.'),
  assessedAt: timeSchema,
  alertId: z.string().nullable().describe('The alert it raised.'),
  ...subjectSchema.shape,
});

export const assessmentPageSchema = pageOf(assessmentSummarySchema);

export type AlertQuery = z.infer<typeof alertQuerySchema>;
export type AssessmentQuery = z.infer<typeof assessmentQuerySchema>;
export type Subject = z.infer<typeof subjectSchema>;
export type AlertSummary = z.infer<typeof alertSummarySchema>;
export type AlertRow = z.infer<typeof alertRowSchema>;
export type AlertPage = z.infer<typeof alertPageSchema>;
export type AlertAnswer = z.infer<typeof alertSchema>;
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;
export type AssessmentPage = z.infer<typeof assessmentPageSchema>;
