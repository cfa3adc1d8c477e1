/** What a person can do to a case, as it comes through a door: read strictly, faults with paths. */
import { z } from 'zod';
import { decisionKinds } from './case.ts';

const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => value.trim() !== '', 'expected text, found none');
const reason = text(10_000);
const dateTime = z.iso.datetime({ offset: true });
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 as 64 hexadecimal digits');

/**
 * The version of the case that the person looked at. A decision on other facts than those seen is
 * refused, so these commands can not do without it.
 */
const seenVersion = z.int().min(1);

export const assignSchema = z.strictObject({
  kind: z.literal('assign'),
  /** Id of a person; null to give the case back. */
  assignee: text(500).nullable(),
});

export const commentSchema = z.strictObject({ kind: z.literal('comment'), text: text(50_000) });

export const attachDocumentSchema = z.strictObject({
  kind: z.literal('attach-document'),
  /** Id of the asked document it answers, as `CaseRecord.asked` has it; null for any other. */
  asked: z.string().max(200).nullable(),
  fileName: text(500),
  mediaType: z
    .string()
    .max(200)
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'expected a media type such as "application/pdf"'),
  bytes: z.int().min(0),
  sha256: digest,
  note: text(10_000).nullable().default(null),
});

export const recordDetentionSchema = z.strictObject({
  kind: z.literal('record-detention'),
  /** The alert whose goods were detained. */
  alertId: text(500),
  detainedAt: dateTime,
  /** Number of the notice. */
  notice: text(500).nullable().default(null),
});

export const decideSchema = z.strictObject({
  kind: z.literal('decide'),
  seenVersion,
  decision: z.enum(decisionKinds),
  reason,
});

export const approveSchema = z.strictObject({
  kind: z.literal('approve'),
  seenVersion,
  remark: text(10_000).nullable().default(null),
});

export const rejectSchema = z.strictObject({ kind: z.literal('reject'), seenVersion, reason });

export const withdrawProposalSchema = z.strictObject({ kind: z.literal('withdraw-proposal') });

export const reopenSchema = z.strictObject({ kind: z.literal('reopen'), reason });

export const caseCommandSchema = z.discriminatedUnion('kind', [
  assignSchema,
  commentSchema,
  attachDocumentSchema,
  recordDetentionSchema,
  decideSchema,
  approveSchema,
  rejectSchema,
  withdrawProposalSchema,
  reopenSchema,
]);

export type CaseCommand = z.infer<typeof caseCommandSchema>;

export const suppressSchema = z.strictObject({
  kind: z.literal('suppress'),
  /** The alert and the finding of it whose match is wrong. */
  alertId: text(500),
  findingId: text(2_000),
  /** HS prefixes it shall hold for; empty for any goods. */
  goods: z.array(z.string().regex(/^\d{2,10}$/, 'expected 2 to 10 digits of an HS code')).max(100),
  reason,
  expiresAt: dateTime,
});

export const approveSuppressionSchema = z.strictObject({
  kind: z.literal('approve-suppression'),
  suppressionId: text(500),
});

export const endSuppressionSchema = z.strictObject({
  /** Rejects one that is proposed, revokes one that is active. */
  kind: z.literal('end-suppression'),
  suppressionId: text(500),
  reason,
});

export const suppressionCommandSchema = z.discriminatedUnion('kind', [
  suppressSchema,
  approveSuppressionSchema,
  endSuppressionSchema,
]);

export type SuppressionCommand = z.infer<typeof suppressionCommandSchema>;
