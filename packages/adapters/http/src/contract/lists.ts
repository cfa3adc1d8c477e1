/** The lists screening goes by, and what changed in them. */
import { z } from 'zod';
import { pageOf, pageQuery, text, timeSchema } from './common.ts';

export const listSchema = z.strictObject({
  list: z.string(),
  title: z.string(),
  authority: z.string().nullable().describe('Null for knowledge that no authority publishes.'),
  version: z.string(),
  asOf: z.string().describe('The day on which the source was read.'),
  ageDays: z.int(),
  entries: z.int().nullable().describe('Null for what is not made of entries.'),
  url: z.string().nullable(),
});

export const listsSchema = z.strictObject({ rows: z.array(listSchema) });

export const listChangesQuerySchema = z.strictObject({ list: text.optional(), ...pageQuery });

const entrySchema = z.strictObject({ id: z.string(), name: z.string() });

export const listChangeSchema = z.strictObject({
  list: z.string(),
  title: z.string(),
  seenAt: timeSchema.describe('When this service first had the version.'),
  before: z.string().nullable().describe('Version before; null for the first that was seen.'),
  version: z.string(),
  entries: z.int(),
  added: z.array(entrySchema).describe('Empty for the first version seen.'),
  removed: z.array(entrySchema),
  changed: z.array(entrySchema.extend({ fields: z.array(z.string()) })),
});

export const listChangesSchema = pageOf(listChangeSchema);

export type ListDocument = z.infer<typeof listSchema>;
export type ListChange = z.infer<typeof listChangeSchema>;
