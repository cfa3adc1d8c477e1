/** How to come in, and which tenants there are. */
import { authSchema, tenantsSchema } from '../contract/index.ts';
import { operation } from '../operation.ts';

export const getAuth = operation({
  method: 'GET',
  path: '/v1/auth',
  action: null,
  tag: 'Keys',
  summary: 'By what means callers may come in.',
  answers: { 200: { description: 'The means.', schema: authSchema } },
});

export const listTenants = operation({
  method: 'GET',
  path: '/v1/tenants',
  action: 'manage-tenants',
  tag: 'Keys',
  summary: 'Tenants that a key was ever made for, or that have cases. For operators.',
  answers: { 200: { description: 'All of them, by name.', schema: tenantsSchema } },
});
