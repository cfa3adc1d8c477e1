/** Many notices in one, for receivers that are told at set times. */
import { z } from 'zod';
import { digestType, type DigestData } from '../routing/digest.ts';
import { tenantSchema } from '../tenant.ts';
import { alertRaisedSchema, alertWithdrawnSchema } from './alert.ts';

const digestDataSchema = z.strictObject({
  receiver: z.string().describe('Whose digest it is.'),
  notices: z
    .array(z.union([alertRaisedSchema, alertWithdrawnSchema]))
    .describe('In the order in which they were raised.'),
  missing: z
    .array(z.string())
    .describe('Ids of notices that are kept no more and so could not be included.'),
}) satisfies z.ZodType<DigestData>;

export const noticeDigestSchema = z.strictObject({
  specversion: z.literal('1.0'),
  id: z
    .string()
    .regex(/^digest-[0-9a-f]{32}$/)
    .describe('The same at every attempt to deliver: an idempotency key.'),
  source: z.literal('/herkomst/dispatcher'),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  herkomsttenant: tenantSchema.describe('Whose alerts they are.'),
  type: z.literal(digestType),
  data: digestDataSchema,
});
