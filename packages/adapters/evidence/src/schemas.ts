/** What a bundle must look like to be checked at all. Parts are read as far as checks rest on them. */
import { z } from 'zod';
import { bundleSchema } from './bundle.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256');
const head = z.strictObject({ sequence: z.int().min(0), hash: digest });
const actor = z.strictObject({
  kind: z.enum(['person', 'service']),
  id: z.string(),
  name: z.string(),
});

export const bundleFileSchema = z.strictObject({
  schema: z.literal(bundleSchema),
  manifest: z.strictObject({
    tenant: z.string(),
    caseId: z.string(),
    exportedAt: z.string(),
    exportedBy: actor,
    auditHead: head,
    parts: z.array(z.strictObject({ path: z.string(), sha256: digest })),
  }),
  manifestDigest: digest,
  parts: z.record(z.string(), z.unknown()),
});

export const casePartSchema = z.looseObject({ tenant: z.string(), caseId: z.string() });

const link = { sequence: z.int().min(1), previous: digest, body: digest, hash: digest };

export const auditPartSchema = z.array(
  z.union([
    z.strictObject({ ...link, topic: digest }),
    z.strictObject({
      ...link,
      tenant: z.string(),
      at: z.string(),
      actor,
      action: z.string(),
      subject: z.string(),
      details: z.string(),
    }),
  ]),
);

export const alertPartSchema = z.strictObject({
  alert: z.looseObject({ alertId: z.string() }),
  document: z.string().nullable(),
});

export const assessmentPartSchema = z
  .looseObject({ hash: digest, shipmentDigest: digest })
  .nullable();

export const decisionsPartSchema = z.array(z.looseObject({ number: z.int() }));

export const documentsPartSchema = z.array(z.looseObject({ documentId: z.string() }));

/** Of the details of an 'alert-joined' entry. */
export const joinedSchema = z.looseObject({
  alertId: z.string(),
  alertDigest: digest,
  assessmentHash: digest,
});
