/**
 * Whether a decision will need a second person, told before it is made. The service decides; this
 * repeats its standard policy for the eye, and the answer shows what it did.
 */
import type { CaseAlert, DecisionKind } from '@herkomst/runtime';

export type { DecisionKind } from '@herkomst/runtime';

export const decisionKinds = [
  'release',
  'hold',
  'request-evidence',
  'end-relationship',
  'report',
] as const satisfies readonly DecisionKind[];

const usRegimes = ['us-uflpa', 'us-cbp-wro'];

export function needsSecondPerson(
  decision: DecisionKind,
  alerts: readonly Pick<CaseAlert, 'standing' | 'regimes'>[],
): boolean {
  if (decision === 'end-relationship' || decision === 'report') return true;
  if (decision !== 'release') return false;
  return alerts.some(
    ({ standing, regimes }) =>
      (standing === 'open' || standing === 'held') &&
      regimes.some(({ regime }) => usRegimes.includes(regime)),
  );
}
