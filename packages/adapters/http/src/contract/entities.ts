/** Who a name could be, and all that is known of one list entry. */
import { listedEntitySchema } from '@herkomst/core';
import { documents } from '@herkomst/runtime';
import { z } from 'zod';
import { countrySchema, text } from './common.ts';
import { alertSummarySchema } from './search.ts';

/** Of the identifiers, each scheme is a parameter of its own. */
export const entityQuerySchema = z.strictObject({
  name: text,
  address: text.optional(),
  country: countrySchema.optional(),
  uscc: text.optional(),
  eori: text.optional(),
  lei: text.optional(),
  duns: text.optional(),
  mid: text.optional(),
  osid: text.optional(),
  vat: text.optional(),
});

const listTitle = z.strictObject({ list: z.string(), title: z.string() });

export const candidateSchema = z.strictObject({
  entryId: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  list: listTitle,
  status: z.string(),
  listings: z.array(z.strictObject({ clause: z.string(), effectiveDate: z.string() })),
  url: z.string(),
  queriedName: z.string().describe('Which of the names asked about matched.'),
  listedName: z.string().describe("Which of the entry's names matched."),
  probability: z.number().min(0).max(1),
  tier: z.enum(['automatic', 'candidate']),
  pieces: documents.findingSchema.shape.match.unwrap().shape.pieces,
});

export const candidatesSchema = z.strictObject({
  rows: z.array(candidateSchema).describe('Likeliest first; empty when nobody comes near.'),
});

const companySchema = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  place: z.string().nullable(),
  entryIds: z.array(z.string()).describe('List entries that it is taken for.'),
});

export const entityLinkSchema = z.strictObject({
  direction: z
    .enum(['upstream', 'downstream'])
    .describe('Where the other stands: "downstream" buys from the entry, or is owned by it.'),
  company: companySchema,
  kind: z.string().describe("'supplies', 'sub-supplier', 'owns', 'controls', 'same-as', ..."),
  goods: z.string().nullable(),
  hs: z.string().nullable(),
  shipments: z.int().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  seen: z.string().nullable(),
  source: z.strictObject({ name: z.string(), url: z.string() }),
  inferred: z.boolean().describe('Derived from declared shipments; nobody stated it.'),
});

export const entitySchema = z.strictObject({
  entry: listedEntitySchema,
  list: z.strictObject({
    list: z.string(),
    title: z.string(),
    authority: z.string(),
    version: z.string(),
    asOf: z.string(),
    url: z.string(),
  }),
  links: z.array(entityLinkSchema).describe('In the supply network; at most 200.'),
  linksInAll: z.int(),
  alerts: z.strictObject({
    count: z.int().describe('Alerts that name the entry, standing or not.'),
    rows: z.array(alertSummarySchema).describe('The latest ten; more with /v1/alerts?entry=.'),
  }),
});

export type EntityQuery = z.infer<typeof entityQuerySchema>;
export type Candidate = z.infer<typeof candidateSchema>;
export type EntityLink = z.infer<typeof entityLinkSchema>;
export type EntityAnswer = z.infer<typeof entitySchema>;
