/** What many requests and answers have alike. */
import { documents } from '@herkomst/runtime';
import { z } from 'zod';

export const text = z.string().min(1).max(500);

/** A date stands for its first moment. */
export const momentSchema = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .describe('A date or date-time; a date stands for its first moment in UTC.');

export const timeSchema = z.iso.datetime().describe('RFC 3339 in UTC with milliseconds.');

export const pageQuery = {
  limit: z.int().min(1).max(200).default(50).describe('Most rows in the answer.'),
  after: z.string().min(1).optional().describe('The "next" of the page before.'),
} as const;

export const pageQuerySchema = z.strictObject(pageQuery);

/** Lists answer with rows and where the next page begins. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    next: z.string().nullable().describe('Pass as "after" for the next page; null after the last.'),
  });
}

/** RFC 9457, as application/problem+json. */
export const problemSchema = z.looseObject({
  type: z.string().describe("'urn:herkomst:problem:' and a stable word."),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().describe('Names this very request, as the log does.'),
});

export const severitySchema = documents.severitySchema;
export const verdictSchema = documents.verdictSchema;

export const shipmentKey = {
  source: z.string().describe("Who declared it: the CloudEvent's source."),
  shipmentId: z.string(),
  declarationKind: z.string(),
} as const;

export const countrySchema = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'expected an ISO 3166-1 country code such as "CN"');

export type Problem = z.infer<typeof problemSchema>;
