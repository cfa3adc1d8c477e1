/** Cases, suppressions and the audit log, as they are answered with. */
import { severities } from '@herkomst/core';
import {
  alertStandings,
  caseStatuses,
  decisionKinds,
  documents,
  suppressionStatuses,
} from '@herkomst/runtime';
import { z } from 'zod';
import { pageOf, pageQuery, shipmentKey, text, timeSchema } from './common.ts';

const person = z.strictObject({ id: z.string(), name: z.string() });
const entryName = z.strictObject({ list: z.string(), entry: z.string() });
const at = timeSchema;

export const caseSchema = z.strictObject({
  tenant: z.string(),
  caseId: z.string(),
  version: z.int(),
  party: z.strictObject({
    key: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    entity: entryName.nullable(),
  }),
  commodity: z.strictObject({ key: z.string(), title: z.string() }),
  status: z.enum(caseStatuses),
  active: z.boolean().describe('Whether it is on the queue.'),
  severity: z.enum(severities),
  score: z.number(),
  assignee: z.string().nullable(),
  openedAt: at,
  changedAt: at,
  liveAlerts: z.int(),
  alerts: z.int(),
  deadlines: z.array(
    z.strictObject({ clock: z.string(), dueAt: at, alertId: z.string(), basis: z.string() }),
  ),
  asked: z.array(
    z.strictObject({
      id: z.string(),
      regime: z.string(),
      commodity: z.string(),
      title: z.string(),
    }),
  ),
  proposal: z
    .strictObject({ decision: z.enum(decisionKinds), reason: z.string(), by: person, at })
    .nullable(),
  decision: z
    .strictObject({
      number: z.int(),
      decision: z.enum(decisionKinds),
      by: person,
      at,
      approvedBy: person.nullable(),
    })
    .nullable(),
  timesReopened: z.int(),
});

export const caseDecisionSchema = z.strictObject({
  tenant: z.string(),
  caseId: z.string(),
  number: z.int(),
  decision: z.enum(decisionKinds),
  reason: z.string(),
  by: person,
  at,
  approvedBy: person.nullable(),
  approvedAt: at.nullable(),
  alertIds: z.array(z.string()),
});

export const caseDocumentSchema = z.strictObject({
  tenant: z.string(),
  caseId: z.string(),
  documentId: z.string(),
  asked: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  note: z.string().nullable(),
  attachedBy: person,
  attachedAt: at,
});

export const wholeCaseSchema = z.strictObject({
  case: caseSchema,
  decisions: z.array(caseDecisionSchema),
  documents: z.array(caseDocumentSchema),
});

const { regime, status, clock } = documents.determinationSchema.shape;

export const caseAlertSchema = z.strictObject({
  tenant: z.string(),
  alertId: z.string(),
  caseId: z.string(),
  ...shipmentKey,
  version: z.int(),
  severity: z.enum(severities),
  score: z.number(),
  raisedAt: at,
  joinedAt: at,
  regimes: z.array(z.strictObject({ regime, status, clock })),
  estimatedArrivalAt: z.string().nullable(),
  detainedAt: z.string().nullable(),
  standing: z.enum(alertStandings),
  standingBy: z.string().nullable(),
  suppressed: z.array(z.strictObject({ findingId: z.string(), suppressionId: z.string() })),
});

export const suppressionSchema = z.strictObject({
  tenant: z.string(),
  suppressionId: z.string(),
  version: z.int(),
  caseId: z.string(),
  alertId: z.string(),
  scope: z.strictObject({
    party: z.strictObject({ key: z.string(), name: z.string(), country: z.string().nullable() }),
    entry: entryName,
    goods: z.array(z.string()),
  }),
  basis: z.strictObject({
    factsDigest: z.string(),
    entryDigest: z.string(),
    rulebook: documents.rulebookSchema,
  }),
  reason: z.string(),
  status: z.enum(suppressionStatuses),
  proposedBy: person,
  proposedAt: at,
  approvedBy: person.nullable(),
  expiresAt: at,
  ended: z.strictObject({ why: z.string(), at, by: person.nullable() }).nullable(),
});

export const auditEntrySchema = z.strictObject({
  at,
  actor: z.strictObject({
    kind: z.enum(['person', 'service']),
    id: z.string(),
    name: z.string(),
  }),
  action: z.string(),
  subject: z.string(),
  details: z.string().describe('JSON text.'),
  tenant: z.string(),
  sequence: z.int(),
  previous: z.string(),
  body: z.string(),
  hash: z.string(),
});

export const auditVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('intact'),
    entries: z.int(),
    head: z.strictObject({ sequence: z.int(), hash: z.string() }),
  }),
  z.strictObject({
    kind: z.literal('broken'),
    entries: z.int(),
    fault: z.strictObject({ code: z.string(), sequence: z.int(), message: z.string() }),
  }),
]);

const yesNo = z.enum(['yes', 'no']);

export const caseQuerySchema = z.strictObject({
  order: z.enum(['deadline', 'risk', 'changed']).default('deadline'),
  active: yesNo.optional().describe('"yes": those on the queue; "no": those off it.'),
  status: z.enum(caseStatuses).optional(),
  severity: z.enum(severities).optional(),
  assignee: text.optional(),
  unassigned: z.enum(['yes']).optional(),
  partyKey: text.optional(),
  commodityKey: text.optional(),
  ...pageQuery,
});

export const suppressionQuerySchema = z.strictObject({
  status: z.enum(suppressionStatuses).optional(),
  caseId: text.optional(),
  ...pageQuery,
});

export const auditQuerySchema = z.strictObject({ subject: text.optional(), ...pageQuery });

export const casesSchema = pageOf(caseSchema);
export const caseAlertsSchema = pageOf(caseAlertSchema);
export const suppressionsSchema = pageOf(suppressionSchema);
export const auditPageSchema = pageOf(auditEntrySchema);
