/** Who calls, by whatever credential: an actor within a tenant, and how far the credential goes. */
import type { Actor } from '../cases/case.ts';
import type { Action } from './actions.ts';

export interface Caller extends Actor {
  /** All that the caller sees and changes is this tenant's. */
  readonly tenant: string;
  /**
   * Whether the caller runs the service for all tenants: makes the first key of another, reads the
   * metrics. It shows nothing of any tenant.
   */
  readonly operator: boolean;
  /** Of what the roles allow, what this credential is for; null for all of it. */
  readonly actions: readonly Action[] | null;
  /** Most requests a minute; null for the service's own limit. */
  readonly perMinute: number | null;
  /** By which requests are counted: 'key/3f0c9a1b2c3d4e5f'. */
  readonly credential: string;
}
