/** Who calls, and what they may do. */
import { actions, roles } from '@herkomst/runtime';
import { z } from 'zod';

export const meSchema = z.strictObject({
  actor: z.strictObject({
    kind: z.enum(['person', 'service']),
    id: z.string(),
    name: z.string(),
  }),
  tenant: z.string(),
  roles: z.array(z.enum(roles)),
  actions: z.array(z.enum(actions as [string, ...string[]])),
});

export type Me = z.infer<typeof meSchema>;
