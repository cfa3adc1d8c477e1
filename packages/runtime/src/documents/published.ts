/** What is written to topics beside alerts: CloudEvents both. */
import { z } from 'zod';
import { assessmentSchema, scoreSchema, verdictSchema } from './assessment.ts';

const envelope = {
  specversion: z.literal('1.0'),
  id: z.string().describe('The same however often the record is written: an idempotency key.'),
  source: z.literal('/herkomst/screener'),
  time: z.iso.datetime(),
  herkomsttenant: z.string().describe('Whose shipment it is.'),
  datacontenttype: z.literal('application/json'),
};

export const assessmentMadeSchema = z.strictObject({
  ...envelope,
  type: z.literal('org.herkomst.assessment.made.v1'),
  subject: z.string().describe('The shipment id.'),
  data: z.strictObject({
    source: z.string().describe('Who declared the shipment, as its event says.'),
    shipmentId: z.string(),
    declarationKind: z.string(),
    version: z.int().min(1).describe('Of two versions of one key the higher is the newer.'),
    eventId: z.string().describe('The event that was assessed.'),
    verdict: verdictSchema,
    score: scoreSchema,
    current: z.boolean().describe('False for a declaration that was overtaken when it arrived.'),
    assessment: assessmentSchema
      .nullable()
      .describe('Null where it is too large for a topic; the API has it.'),
  }),
});

export const deadLetterAddedSchema = z.strictObject({
  ...envelope,
  type: z.literal('org.herkomst.dead-letter.added.v1'),
  subject: z.string().describe('The id of the dead letter.'),
  data: z.strictObject({
    deadLetterId: z.string(),
    origin: z.string().describe('Where it came from: a file, an address, a stream, a receiver.'),
    position: z.string().nullable().describe('Line, index or offset within the origin.'),
    code: z.string().describe('A stable word for the kind of fault.'),
    reason: z.string(),
    path: z.string().nullable().describe('JSON path or column of the fault.'),
    originalBytes: z.int().min(0),
    original: z
      .string()
      .nullable()
      .describe('The bytes as they came, in base64; null where they are too large for a topic.'),
  }),
});
