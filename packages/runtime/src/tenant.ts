/** Tenants go by short names: whose data it is, and nobody else's to see. */
import { z } from 'zod';

/** Whose everything is where nobody says otherwise, and was before there were tenants. */
export const defaultTenant = 'default';

export const tenantSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,62}$/,
    'expected a tenant: up to 63 lower-case letters, digits, dots, hyphens and underscores',
  );

export function isTenant(value: unknown): value is string {
  return tenantSchema.safeParse(value).success;
}

/** The name itself. Throws with the code 'invalid-tenant' for what is no tenant's name. */
export function checkTenant(value: string): string {
  if (isTenant(value)) return value;
  throw Object.assign(new Error(`not the name of a tenant: ${JSON.stringify(value)}`), {
    code: 'invalid-tenant',
  });
}
