/** How to come in, and which tenants there are. */
import { z } from 'zod';

export const authSchema = z.strictObject({
  /** 'key' always; 'oidc' where people may sign in with an OpenID Connect issuer. */
  methods: z.array(z.enum(['key', 'oidc'])),
  /** What a browser needs for the authorisation code flow with PKCE; the issuer tells the rest. */
  oidc: z
    .strictObject({ issuer: z.url(), clientId: z.string(), scopes: z.array(z.string()) })
    .optional(),
});

export type Auth = z.infer<typeof authSchema>;

export const tenantsSchema = z.strictObject({
  rows: z.array(z.strictObject({ tenant: z.string() })),
  next: z.null(),
});
