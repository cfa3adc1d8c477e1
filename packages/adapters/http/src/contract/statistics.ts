/** How much was screened, and what came of it. */
import { severities, verdicts } from '@herkomst/core';
import { z } from 'zod';
import { momentSchema } from './common.ts';

const count = z.int().min(0);
const bySeverity = z.strictObject(
  Object.fromEntries(severities.map((name) => [name, count])) as Record<
    (typeof severities)[number],
    typeof count
  >,
);
const byVerdict = z.strictObject(
  Object.fromEntries(verdicts.map((name) => [name, count])) as Record<
    (typeof verdicts)[number],
    typeof count
  >,
);

export const statisticsQuerySchema = z.strictObject({
  from: momentSchema
    .optional()
    .describe('Days from the one of this time on; by default 29 days ago.'),
  to: momentSchema.optional().describe('Up to and with the day of this time; by default today.'),
});

const flowSchema = z.strictObject({ key: z.string(), assessments: count, alerts: count });

export const statisticsSchema = z.strictObject({
  from: z.iso.date().describe('First day, in UTC.'),
  to: z.iso.date().describe('Last day.'),
  assessments: count,
  alerts: count,
  verdicts: byVerdict,
  severities: bySeverity.describe('Of alerts.'),
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      assessments: count,
      verdicts: byVerdict,
      alerts: bySeverity,
    }),
  ),
  byOrigin: z.array(flowSchema).describe('By declared country of origin, most alerts first.'),
  byCommodity: z.array(flowSchema).describe("By 'sector:Cotton' or 'hs:6704', most alerts first."),
  byRegime: z.array(flowSchema).describe('By regime that applies, is indicated or advised on.'),
  byFinding: z.array(
    z.strictObject({
      finding: z.string(),
      alerts: count,
      decided: count.describe('Alerts with it that people decided on for good.'),
      released: count.describe('Of those, the ones released: false positives.'),
    }),
  ),
  lists: z.array(
    z.strictObject({ list: z.string(), title: z.string(), asOf: z.iso.date(), ageDays: z.int() }),
  ),
});

export type Statistics = z.infer<typeof statisticsSchema>;
