/** What an admin asks about keys, as it comes through a door. */
import { z } from 'zod';
import { roles } from '../cases/case.ts';
import { tenantSchema } from '../tenant.ts';
import { actions, type Action } from './actions.ts';

export const newKeySchema = z.strictObject({
  name: z
    .string()
    .max(200)
    .refine((name) => name.trim() !== '', 'expected a name, found none'),
  kind: z.enum(['person', 'service']),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  /** RFC 3339; null for ever. */
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at).toISOString())
    .nullable()
    .default(null),
  /** The caller's own unless an operator names another. */
  tenant: tenantSchema.optional(),
  operator: z.boolean().default(false),
  actions: z
    .array(z.enum(actions as [Action, ...Action[]]))
    .min(1)
    .nullable()
    .default(null),
  perMinute: z.int().min(1).max(1_000_000).nullable().default(null),
});

export type KeyRequest = z.infer<typeof newKeySchema>;
