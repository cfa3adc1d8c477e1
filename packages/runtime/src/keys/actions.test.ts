import { expect, test } from 'vitest';
import { roles } from '../cases/case.ts';
import { actions, actionsOf, mayCall, mayDo, type Action } from './actions.ts';

// By hand, not from the table under test. Columns: viewer, analyst, lead, admin.
const table: readonly (readonly [Action, boolean, boolean, boolean, boolean])[] = [
  ['read', true, true, true, true],
  ['submit-shipments', false, true, true, true],
  ['screen', false, true, true, true],
  ['replay-dead-letters', false, true, true, true],
  ['redeliver', false, true, true, true],
  ['test-receivers', false, false, true, true],
  ['work-on-cases', false, true, true, true],
  ['export-evidence', false, true, true, true],
  ['approve', false, false, true, false],
  ['manage-keys', false, false, false, true],
  ['backtest', false, true, true, true],
  ['publish-rulebook', false, false, true, true],
  ['manage-tenants', false, false, false, false],
  ['read-metrics', false, false, false, false],
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

const plain = { roles: ['analyst'], operator: false, actions: null } as const;

test('a narrow credential allows what is both in it and in the roles', () => {
  const narrow = { ...plain, actions: ['screen', 'approve'] } as const;
  expect(actionsOf(narrow)).toEqual(['screen']);
  expect(actionsOf({ ...plain, actions: [] })).toEqual([]);
  expect(actionsOf(plain)).toEqual(actions.filter((action) => mayDo(['analyst'], action)));
});

test('what goes beyond a tenant is for operators', () => {
  for (const action of ['manage-tenants', 'read-metrics'] as const) {
    expect(mayCall({ ...plain, roles }, action)).toBe(false);
    expect(mayCall({ ...plain, operator: true }, action)).toBe(true);
    expect(mayCall({ ...plain, operator: true, actions: ['read'] }, action)).toBe(false);
  }
  expect(actionsOf({ ...plain, roles: [], operator: true })).toEqual([
    'manage-tenants',
    'read-metrics',
  ]);
});
