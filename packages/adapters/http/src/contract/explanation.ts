/** The page on an assessment, as data: the same that `herkomst explain` prints. */
import { verdicts, type Counterfactual, type Explanation } from '@herkomst/core';
import { documents } from '@herkomst/runtime';
import { z } from 'zod';

const { citationSchema, findingSchema, gapSchema, determinationSchema } = documents;

const explainedFindingSchema = z.strictObject({
  summary: z.string(),
  path: z.string(),
  matched: z.string(),
  contribution: z.number(),
  oddsTimes: z.number().describe('How many times it makes the odds what they were.'),
  pieces: findingSchema.shape.pieces,
  match: findingSchema.shape.match,
  citation: citationSchema.nullable(),
});

const factChangeSchema = z.strictObject({ path: z.string(), from: z.string(), to: z.string() });

export const counterfactualSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clear-already') }),
  z.strictObject({
    kind: z.literal('found'),
    conditions: z.array(z.string()).describe('What would have to be otherwise, all at once.'),
    facts: z.array(factChangeSchema),
    verdict: z.enum(verdicts),
    score: z.number(),
    smallest: z
      .boolean()
      .describe('False where more changes stood to choose from than were tried.'),
  }),
  z.strictObject({ kind: z.literal('none-found'), tried: z.int() }),
]);

export const explanationSchema = z.strictObject({
  shipmentId: z.string(),
  event: z
    .strictObject({ source: z.string(), id: z.string(), time: z.string().nullable() })
    .nullable(),
  declaration: documents.declarationSchema,
  verdict: documents.verdictSchema,
  severity: documents.severitySchema,
  score: z.number(),
  conclusion: z.string().describe('One sentence a person can repeat.'),
  speaksFor: z.array(explainedFindingSchema),
  speaksAgainst: z.array(explainedFindingSchema),
  notCounted: z
    .array(explainedFindingSchema)
    .describe('Found, but told by heavier evidence already or capped.'),
  notEvaluated: z.array(gapSchema),
  sum: z.strictObject({
    baseline: z.number(),
    contributions: z.number(),
    intercept: z.number(),
    slope: z.number(),
    logOdds: z.number(),
    score: z.number(),
  }),
  determinations: z.array(determinationSchema),
  counterfactual: counterfactualSchema
    .nullable()
    .describe('Null where rulebook or lists have changed since, or it was not asked for.'),
  sources: z.array(citationSchema),
  basis: z.strictObject({
    rulebook: documents.rulebookSchema,
    lists: z.array(documents.listReferenceSchema),
    shipmentDigest: z.string(),
    hash: z.string(),
  }),
});

/** What core gives, without the changed shipment, which nobody needs to see whole. */
export type ShownCounterfactual =
  | Exclude<Counterfactual, { kind: 'found' }>
  | Omit<Extract<Counterfactual, { kind: 'found' }>, 'shipment'>;
export type ShownExplanation = Omit<Explanation, 'counterfactual'> & {
  readonly counterfactual: ShownCounterfactual | null;
};
export type ExplanationDocument = z.infer<typeof explanationSchema>;
