/** What is known of goods from a country, before any shipment. */
import { adviceLanguages } from '@herkomst/core';
import { z } from 'zod';

export const adviceQuerySchema = z.strictObject({
  country: z.string().min(1).max(20).describe('ISO 3166-1 alpha-2.'),
  hs: z
    .string()
    .min(1)
    .max(40)
    .describe('HS code of 2 to 10 digits; dots and spaces are left out.'),
  language: z.enum(adviceLanguages).default('en'),
});

const titleSchema = z.strictObject({ en: z.string(), nl: z.string() });

export const adviceSchema = z.strictObject({
  country: z.string(),
  hs: z.string(),
  language: z.enum(adviceLanguages),
  commodities: z.array(titleSchema).describe('Finest first.'),
  risks: z.array(
    z.strictObject({
      kind: z.string().describe("'order', 'stateLabour', 'countryGood', 'region', ..."),
      text: z.string().describe('In the language asked for.'),
      prefixes: z
        .array(z.string())
        .describe('HS prefixes it is about, where finer than the code asked about.'),
      source: z.strictObject({
        list: z.string(),
        title: z.string(),
        version: z.string(),
        asOf: z.string(),
        url: z.string(),
      }),
    }),
  ),
  steps: z.array(z.string()).describe('Of the OECD guidance, in order, in the language asked for.'),
  documents: z.strictObject({
    commodity: titleSchema.nullable(),
    documents: z.array(z.string()).describe('From the raw material to the goods, in English.'),
  }),
  text: z.string().describe('All of it as plain text.'),
});

export type AdviceAnswer = z.infer<typeof adviceSchema>;
