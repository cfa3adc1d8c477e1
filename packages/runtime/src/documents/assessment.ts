/**
 * The assessment as those who read it may rely on it. Core states it as a type, for it writes and
 * never reads it; here it is stated once more as a schema, and the compiler holds the one against
 * the other.
 */
import { severities, verdicts, type Assessment } from '@herkomst/core';
import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.iso.date();
const logOdds = z.number().describe('Log-odds, rounded to four decimals.');
const path = z.string().describe("Path in the event: 'data.parties[0].name'.");

export const verdictSchema = z
  .enum(verdicts)
  .describe(
    "'unknown': something needed could not be evaluated, and what could be does not suffice to act. Never to be read as 'clear'.",
  );

export const severitySchema = z.enum(severities);

export const citationSchema = z.strictObject({
  list: z.string(),
  listTitle: z.string(),
  entry: z.string().describe('Name of the entry as the list has it.'),
  listVersion: z.string(),
  effectiveDate: date.nullable().describe('Null where the source gives none.'),
  url: z.string(),
});

const scorePieceSchema = z.strictObject({
  label: z.string(),
  weight: logOdds,
  explanation: z.string(),
});

const matchPieceSchema = z.strictObject({
  aspect: z.string(),
  queried: z.string(),
  listed: z.string(),
  relation: z.string(),
  weight: z.number(),
  explanation: z.string(),
});

export const findingSchema = z.strictObject({
  id: z.string().describe('Stable within the assessment.'),
  factor: z.string(),
  group: z.string(),
  summary: z.string().describe('One sentence for a person.'),
  path,
  matched: z.string().describe('The text at that path that the finding rests on.'),
  weight: logOdds,
  contribution: logOdds,
  pieces: z.array(scorePieceSchema),
  citation: citationSchema.nullable(),
  match: z
    .strictObject({
      listedName: z.string(),
      probability: z.number().min(0).max(1),
      tier: z.enum(['automatic', 'candidate']),
      pieces: z.array(matchPieceSchema),
    })
    .nullable()
    .describe('Present where a name was matched.'),
});

export const gapSchema = z.strictObject({ factor: z.string(), path, reason: z.string() });

export const determinationSchema = z.strictObject({
  regime: z.string(),
  status: z.enum([
    'applies',
    'advisory',
    'indicated',
    'not-indicated',
    'not-applicable',
    'undetermined',
  ]),
  basis: z.string().describe('The clause, order or step at issue.'),
  explanation: z.string(),
  findings: z.array(z.string()).describe('Ids of the findings it rests on.'),
  recommendedAction: z.string(),
  documents: z.array(
    z.strictObject({
      commodity: z.string(),
      documents: z.array(z.string()),
      lines: z.array(z.int()),
    }),
  ),
  clock: z
    .strictObject({
      amount: z.number(),
      unit: z.enum(['days', 'working-days', 'months']),
      startsWith: z.string(),
      source: z.string(),
    })
    .nullable(),
  url: z.string(),
});

export const declarationSchema = z.strictObject({
  kind: z.string(),
  jurisdiction: z.string(),
  mrn: z.string().nullable(),
});

export const rulebookSchema = z.strictObject({ id: z.string(), version: z.string(), digest });

export const listReferenceSchema = z.strictObject({
  list: z.string(),
  version: z.string(),
  asOf: date.describe('When the source was read.'),
});

export const scoreSchema = z.number().min(0).max(1);
export const digestSchema = digest;

export const assessmentSchema = z.strictObject({
  schema: z.literal('org.herkomst.assessment.v1'),
  shipmentId: z.string(),
  declaration: declarationSchema,
  verdict: verdictSchema,
  severity: severitySchema,
  score: scoreSchema,
  baseline: logOdds,
  calibration: z.strictObject({ intercept: z.number(), slope: z.number() }),
  findings: z.array(findingSchema).describe('Heaviest first; those that speak against last.'),
  gaps: z.array(gapSchema),
  determinations: z.array(determinationSchema),
  rulebook: rulebookSchema,
  lists: z.array(listReferenceSchema),
  shipmentDigest: digest,
  hash: digest.describe('SHA-256 of this assessment as canonical JSON, without this member.'),
}) satisfies z.ZodType<Assessment>;
