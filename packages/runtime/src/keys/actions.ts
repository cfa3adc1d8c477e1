/** What each role may do. A role that is not named for an action may not do it. */
import type { Role } from '../cases/case.ts';
import type { Caller } from './caller.ts';

const allowed = {
  read: ['viewer', 'analyst', 'lead', 'admin'],
  'submit-shipments': ['analyst', 'lead', 'admin'],
  screen: ['analyst', 'lead', 'admin'],
  'replay-dead-letters': ['analyst', 'lead', 'admin'],
  /** Tell a receiver again, under the same id. */
  redeliver: ['analyst', 'lead', 'admin'],
  /** Tell a receiver that this is a test. */
  'test-receivers': ['lead', 'admin'],
  'work-on-cases': ['analyst', 'lead', 'admin'],
  'export-evidence': ['analyst', 'lead', 'admin'],
  /** The second pair of eyes; an admin makes keys and so must not be one by that alone. */
  approve: ['lead'],
  'manage-keys': ['admin'],
  /** Try another rulebook on what is stored. */
  backtest: ['analyst', 'lead', 'admin'],
  /** All tenants are judged by it, so the desk takes it of one tenant alone. */
  'publish-rulebook': ['lead', 'admin'],
  /** These go beyond a tenant, so no role in one is enough; see `Caller.operator`. */
  'manage-tenants': [],
  'read-metrics': [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof allowed;

export const actions = Object.keys(allowed) as readonly Action[];

/** For operators whatever their roles. */
const ofOperators: readonly Action[] = ['manage-tenants', 'read-metrics'];

/** Whether roles allow it; a caller's credential may still be narrower, see `mayCall`. */
export function mayDo(roles: readonly Role[], action: Action): boolean {
  const those: readonly Role[] = allowed[action];
  return roles.some((role) => those.includes(role));
}

export function mayCall(
  { roles, operator, actions: own }: Pick<Caller, 'roles' | 'operator' | 'actions'>,
  action: Action,
): boolean {
  if (own !== null && !own.includes(action)) return false;
  return ofOperators.includes(action) ? operator : mayDo(roles, action);
}

/** All that a caller may do. */
export function actionsOf(caller: Pick<Caller, 'roles' | 'operator' | 'actions'>): Action[] {
  return actions.filter((action) => mayCall(caller, action));
}
