/** From where a case may go where. */
import type { CaseRecord, DecisionKind } from './case.ts';

/** Of a case that is being worked on. */
export function workingStatus({ assignee }: Pick<CaseRecord, 'assignee'>): 'open' | 'in-progress' {
  return assignee === null ? 'open' : 'in-progress';
}

/** Its goods are held: decided for now, still on the queue, and to be decided for good. */
export function isHeld({ status, active }: CaseRecord): boolean {
  return status === 'decided' && active;
}

export function isFinal(decision: DecisionKind): boolean {
  return decision !== 'hold' && decision !== 'request-evidence';
}

export function mayBeDecided(one: CaseRecord): boolean {
  return (
    one.status === 'open' ||
    one.status === 'in-progress' ||
    one.status === 'awaiting-evidence' ||
    isHeld(one)
  );
}
