/** The cases on this service's engines: the receiver that fills them, and what stands behind the API. */
import { exportCase } from '@herkomst/adapter-evidence';
import type { HttpServerOptions } from '@herkomst/adapter-http';
import type { Rulebook } from '@herkomst/core';
import {
  createCaseDesk,
  createCaseReceiver,
  standardPolicy,
  systemClock,
  type CaseDesk,
  type Receiver,
} from '@herkomst/runtime';
import type { Engines } from './engines/engines.ts';

export interface ServiceCases {
  readonly receiver: Receiver;
  /** Ends suppressions that hold no more, in every tenant. */
  lapse(): Promise<void>;
  readonly routes: NonNullable<HttpServerOptions['cases']>;
}

export function openCases(
  { cases, stores }: Pick<Engines, 'cases' | 'stores'>,
  rulebook: () => Rulebook,
): ServiceCases {
  const parts = { cases, clock: systemClock, policy: standardPolicy, rulebook };
  const deskOf = (tenant: string): CaseDesk =>
    createCaseDesk({ ...parts, tenant, screening: stores.of(tenant) });
  return {
    receiver: createCaseReceiver({ ...parts, screening: stores }),
    async lapse() {
      for (const tenant of await cases.tenants()) await deskOf(tenant).lapse();
    },
    routes: {
      cases,
      deskOf,
      exportCase: (tenant, caseId, by) =>
        exportCase({ cases, screening: stores.of(tenant) }, tenant, caseId, {
          at: systemClock.now(),
          by,
        }),
    },
  };
}
