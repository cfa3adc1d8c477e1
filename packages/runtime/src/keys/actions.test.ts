import { expect, test } from 'vitest';
import { roles } from '../cases/case.ts';
import { actions, mayDo, type Action } from './actions.ts';

// By hand, not from the table under test. Columns: viewer, analyst, lead, admin.
const table: readonly (readonly [Action, boolean, boolean, boolean, boolean])[] = [
  ['read', true, true, true, true],
  ['submit-shipments', false, true, true, true],
  ['screen', false, true, true, true],
  ['replay-dead-letters', false, true, true, true],
  ['work-on-cases', false, true, true, true],
  ['export-evidence', false, true, true, true],
  ['approve', false, false, true, false],
  ['manage-keys', false, false, false, true],
];

test('the table speaks of every action', () => {
  expect(table.map(([action]) => action)).toEqual(actions);
});

test.each(table)('who may %s', (action, viewer, analyst, lead, admin) => {
  const may = { viewer, analyst, lead, admin };
  for (const role of roles) expect(mayDo([role], action), role).toBe(may[role]);
  expect(mayDo([], action)).toBe(false);
  expect(mayDo(['viewer', 'lead'], action)).toBe(viewer || lead);
});
