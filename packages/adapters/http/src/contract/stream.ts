/**
 * Server-sent events of alerts. Each has an id; a reader that comes back names the last one it saw
 * (Last-Event-ID) and misses nothing. Comments keep the line open meanwhile.
 */
import { z } from 'zod';
import { alertSummarySchema } from './search.ts';

export const alertStreamQuerySchema = z.strictObject({
  after: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Id of the last event seen, where no Last-Event-ID can be sent; without it, from now.',
    ),
});

/** `event: raised`. */
export const raisedEventSchema = z.strictObject({
  ...alertSummarySchema.shape,
  supersedes: z.string().nullable().describe('The alert that this one replaces.'),
});

/** `event: withdrawn`: a corrected declaration no longer calls for the alert. */
export const withdrawnEventSchema = z.strictObject({
  alertId: z.string(),
  shipmentId: z.string(),
  verdict: z.string(),
  score: z.number(),
  at: z.iso.datetime(),
});

export type RaisedEvent = z.infer<typeof raisedEventSchema>;
export type WithdrawnEvent = z.infer<typeof withdrawnEventSchema>;
