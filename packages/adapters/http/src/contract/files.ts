/** Files handed in whole, and how far the work on them has got. */
import { z } from 'zod';
import { pageOf, pageQuery, timeSchema } from './common.ts';

export const newFileQuerySchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{Cc}]+$/u, 'expected the name of a file, without folders')
    .describe('Its ending says the format: .csv, .tsv, .ndjson, .jsonl, .json, each also .gz.'),
});

export const startedFileSchema = z.strictObject({ fileId: z.string() });

const count = z.int().min(0);

export const fileSchema = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  state: z
    .enum(['reading', 'screening', 'done', 'failed'])
    .describe(
      '"screening": read to its end. "done": all of it had its effect. "failed": see fault; what was accepted before goes on.',
    ),
  takenAt: timeSchema,
  takenBy: z.string(),
  bytes: count,
  read: count.describe('Entries read so far: shipments, or what was meant to be one.'),
  accepted: count,
  deadLetters: count.describe('Refused; each is among the dead letters, with its origin.'),
  screened: count.describe('Of the accepted, those that had their effect.'),
  alerts: count.describe('Alerts that stand on its shipments.'),
  sources: z
    .array(z.string())
    .describe('Sources of its events, for /v1/alerts?source=; at most ten.'),
  origin: z.string().describe('Origin of its dead letters.'),
  refused: z
    .array(
      z.strictObject({
        position: z.string().nullable(),
        code: z.string(),
        message: z.string(),
        deadLetterId: z.string(),
      }),
    )
    .describe('The first fifty.'),
  fault: z.string().nullable(),
});

export const filesQuerySchema = z.strictObject(pageQuery);
/** Last taken first. */
export const filesSchema = pageOf(fileSchema);

export type FileProgress = z.infer<typeof fileSchema>;
