/** Keys as they are shown: without their secret, but for once. */
import { actions, roles } from '@herkomst/runtime';
import { z } from 'zod';
import { timeSchema } from './common.ts';

export const keySchema = z.strictObject({
  keyId: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'service']),
  roles: z.array(z.enum(roles)),
  tenant: z.string(),
  operator: z.boolean(),
  actions: z.array(z.enum(actions as [string, ...string[]])).nullable(),
  perMinute: z.int().nullable(),
  createdAt: timeSchema,
  expiresAt: timeSchema.nullable(),
  revokedAt: timeSchema.nullable(),
});

export const keysSchema = z.strictObject({ rows: z.array(keySchema) });

export const madeKeySchema = z.strictObject({
  key: keySchema,
  token: z.string().describe('Shown once.'),
});
