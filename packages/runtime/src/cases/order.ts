/**
 * The orders of the queue as text: each case has one key an order, ascending, unique through the
 * case id. A store needs one index an order and no other rule, and a page's cursor is the last key.
 */
import { severities } from '@herkomst/core';
import type { CaseOrder } from '../ports/case-store.ts';
import type { CaseRecord } from './case.ts';

/** Sorts after every time, for what has none. */
const never = '9999-12-31T23:59:59.999Z';

export function orderKey(order: CaseOrder, one: CaseRecord): string {
  const due = one.deadlines[0]?.dueAt ?? never;
  switch (order) {
    case 'deadline':
      return [due, descending(one.score), one.caseId].join(' ');
    case 'risk':
      return [
        severities.length - severities.indexOf(one.severity),
        descending(one.score),
        due,
        one.caseId,
      ].join(' ');
    case 'changed':
      return [String(later - Date.parse(one.changedAt)).padStart(15, '0'), one.caseId].join(' ');
  }
}

const later = Date.parse(never);

/** Scores have four decimals: '0.0000' for 1, '1.0000' for 0. */
function descending(score: number): string {
  return (1 - score).toFixed(4);
}
