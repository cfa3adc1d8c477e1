/** The rulebook in force, trying another on what is stored, and putting it in force. */
import { verdicts } from '@herkomst/core';
import { z } from 'zod';
import { momentSchema, timeSchema } from './common.ts';

const yaml = z.string().min(1).max(500_000).describe('The whole rulebook.');

export const rulebookSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  digest: z.string().describe('SHA-256 of the definition as canonical JSON.'),
  yaml,
  publishedAt: timeSchema.nullable().describe('Null for the one that came with the service.'),
  publishedBy: z.string().nullable(),
});

export const newBacktestSchema = z.strictObject({
  yaml,
  from: momentSchema.optional().describe('Declarations assessed at this time or later.'),
  to: momentSchema.optional(),
});

export const startedBacktestSchema = z.strictObject({ id: z.string() });

const count = z.int().min(0);
const moves = z.record(z.enum(verdicts), count);

const changeSchema = z.strictObject({
  shipmentId: z.string(),
  verdict: z.strictObject({ before: z.enum(verdicts), after: z.enum(verdicts) }),
  score: z.strictObject({ before: z.number(), after: z.number() }),
  alert: z.enum(['gained', 'lost', 'kept', 'none']),
  findings: z.array(
    z.strictObject({
      factor: z.string(),
      path: z.string(),
      summary: z.string(),
      before: z.number().nullable().describe('Log-odds; null where it is not found.'),
      after: z.number().nullable(),
    }),
  ),
});

export const backtestResultSchema = z.strictObject({
  shipments: count,
  verdicts: z.record(z.enum(verdicts), moves).describe('How many went from each to each.'),
  gained: count,
  lost: count,
  kept: count,
  byFactor: z.array(z.strictObject({ factor: z.string(), gained: count, lost: count })),
  examples: z.strictObject({
    gained: z.array(changeSchema),
    lost: z.array(changeSchema),
    other: z.array(changeSchema),
  }),
});

export const backtestSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: timeSchema,
  startedBy: z.string(),
  rulebook: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }),
  against: z
    .strictObject({ id: z.string(), version: z.string(), digest: z.string() })
    .describe('The rulebook in force when it began.'),
  done: count,
  total: count.describe('Declarations of the period when it began; a moving target near now.'),
  result: backtestResultSchema.nullable().describe('Null until done.'),
  fault: z.string().nullable(),
});

export const publishRulebookSchema = z.strictObject({
  yaml,
  backtestId: z.string().min(1).max(100).describe('A finished backtest of these very rules.'),
});

export type RulebookDocument = z.infer<typeof rulebookSchema>;
export type BacktestDocument = z.infer<typeof backtestSchema>;
