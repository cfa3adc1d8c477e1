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
import { tenant } from './keys.ts';

export interface ServiceCases {
  readonly receiver: Receiver;
  readonly desk: CaseDesk;
  readonly routes: NonNullable<HttpServerOptions['cases']>;
}

export function openCases(
  { cases, store: screening }: Pick<Engines, 'cases' | 'store'>,
  rulebook: () => Rulebook,
): ServiceCases {
  const parts = { tenant, cases, screening, clock: systemClock, policy: standardPolicy, rulebook };
  const desk = createCaseDesk(parts);
  return {
    receiver: createCaseReceiver(parts),
    desk,
    routes: {
      tenant,
      cases,
      desk,
      exportCase: (caseId, by) =>
        exportCase({ cases, screening }, tenant, caseId, { at: systemClock.now(), by }),
    },
  };
}
