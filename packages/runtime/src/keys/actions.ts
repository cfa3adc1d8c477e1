/** What each role may do. A role that is not named for an action may not do it. */
import type { Role } from '../cases/case.ts';

const allowed = {
  read: ['viewer', 'analyst', 'lead', 'admin'],
  'submit-shipments': ['analyst', 'lead', 'admin'],
  screen: ['analyst', 'lead', 'admin'],
  'replay-dead-letters': ['analyst', 'lead', 'admin'],
  'work-on-cases': ['analyst', 'lead', 'admin'],
  'export-evidence': ['analyst', 'lead', 'admin'],
  /** The second pair of eyes; an admin makes keys and so must not be one by that alone. */
  approve: ['lead'],
  'manage-keys': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof allowed;

export const actions = Object.keys(allowed) as readonly Action[];

export function mayDo(roles: readonly Role[], action: Action): boolean {
  const those: readonly Role[] = allowed[action];
  return roles.some((role) => those.includes(role));
}
