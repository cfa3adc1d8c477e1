import { decisionKinds as kinds, needsApproval, standardPolicy } from '@herkomst/runtime';
import { expect, it, test } from 'vitest';
import { matchPath } from '../router.tsx';
import { buildChain, readNetworkPath } from './chain.ts';
import { niceStep } from './charts.tsx';
import { decisionKinds, needsSecondPerson } from './four-eyes.ts';
import { diffLines } from './line-diff.ts';
import { placesToDraw } from './places.ts';

it('tells of a second person exactly where the service asks for one', () => {
  expect(decisionKinds).toEqual(kinds);
  const regime = (name: string) => [{ regime: name, status: 'applies' as const, clock: null }];
  for (const decision of kinds) {
    for (const standing of ['open', 'held'] as const) {
      for (const name of ['us-uflpa', 'us-cbp-wro', 'us-caatsa', 'oecd-due-diligence']) {
        const alerts = [{ standing, regimes: regime(name) }];
        const asked = needsApproval(decision, alerts as never, standardPolicy);
        expect(needsSecondPerson(decision, alerts), `${decision} under ${name}`).toBe(asked);
      }
    }
  }
  expect(needsSecondPerson('release', [{ standing: 'closed', regimes: regime('us-uflpa') }])).toBe(
    false,
  );
});

test.each([
  ['/', '/', {}],
  ['/cases/:id', '/cases/case-1', { id: 'case-1' }],
  ['/cases/:id', '/cases/a%2Fb/', { id: 'a/b' }],
  ['/cases/:id', '/cases', null],
  ['/alerts', '/alerts/x', null],
] as const)('%s matches %s', (pattern, path, parts) => {
  expect(matchPath(pattern, path)).toEqual(parts);
});

const party = (role: string, name: string) => ({ role, name, otherNames: [], identifiers: [] });
const finding = (factor: string, index: number, summary = '') => ({
  factor,
  path: `data.parties[${index}].name`,
  summary,
  contribution: 2,
  match: null,
  citation: {
    list: 'us-uflpa',
    listTitle: 'UFLPA Entity List',
    entry: 'Hetian Haolin',
    listVersion: '1',
    effectiveDate: null,
    url: '',
  },
});

it('draws who supplies whom, with the list entry above the party that it matches', () => {
  const shipment = {
    parties: [
      party('importer', 'De Vries'),
      party('manufacturer', 'Haolin'),
      party('carrier', 'M'),
    ],
  };
  const chain = buildChain(shipment as never, [finding('entity.listed', 1)]);
  expect(chain.nodes.map(({ name, column, sign }) => [name, column, sign])).toEqual([
    ['Haolin', 1, true],
    ['De Vries', 2, false],
    ['Hetian Haolin', 0, true],
  ]);
  expect(chain.edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
    ['party 1', 'party 0', 'goods'],
    ['listed us-uflpa Hetian Haolin', 'party 1', 'sign'],
  ]);
  expect(chain).toMatchObject({ columns: 3, rows: 1 });
});

it('draws the path of the supply network upstream of the party', () => {
  const summary =
    'The exporter "Sun Ltd" stands 2 links below Aksu Huafu, on the UFLPA Entity List (clause (ii)): ' +
    'exporter "Sun Ltd" ← buys cotton yarn from ← "Mid Co" in Henan, 3 shipments in 2026 ← is owned by ← "Aksu Huafu" in Aksu.';
  expect(readNetworkPath(summary)).toEqual([
    { verb: 'buys cotton yarn from', company: 'Mid Co', facts: 'Henan, 3 shipments in 2026' },
    { verb: 'is owned by', company: 'Aksu Huafu', facts: 'Aksu' },
  ]);
  const chain = buildChain({ parties: [party('exporter', 'Sun Ltd')] } as never, [
    finding('supply.network', 0, summary),
  ]);
  expect(chain.nodes.map(({ name, column }) => [name, column])).toEqual([
    ['Sun Ltd', 2],
    ['Mid Co', 1],
    ['Aksu Huafu', 0],
  ]);
});

const place = (id: string, level: string, longitude: number) => ({
  id,
  title: id,
  level,
  country: 'CN',
  latitude: 30,
  longitude,
  precision: 'point' as const,
});

it('draws each place once, the route in its order, and no country where a place in it is drawn', () => {
  const drawn = placesToDraw([
    { path: 'a', role: 'discharge', text: '', place: place('port:B', 'port', 4), findings: [] },
    { path: 'b', role: 'loading', text: '', place: place('port:A', 'port', 120), findings: ['f'] },
    { path: 'c', role: 'exporter', text: '', place: place('port:A', 'port', 120), findings: [] },
    {
      path: 'd',
      role: 'origin',
      text: '',
      place: place('country:CN', 'country', 100),
      findings: [],
    },
    { path: 'e', role: 'origin', text: '', place: null, findings: [] },
  ]);
  expect(drawn.points.map(({ key, found }) => [key, found])).toEqual([
    ['port:B', false],
    ['port:A', true],
  ]);
  expect(drawn.route).toEqual([
    [120, 30],
    [4, 30],
  ]);
});

it('shows which lines changed, with some around', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
  const after = ['a', 'b', 'C', 'd', 'e', 'f', 'g'].join('\n');
  expect(diffLines(before, after, 1).map(({ kind, text, line }) => [kind, text, line])).toEqual([
    ['same', 'b', 2],
    ['removed', 'c', 3],
    ['added', 'C', 3],
    ['same', 'd', 4],
    ['same', 'f', 6],
    ['added', 'g', 7],
  ]);
  expect(diffLines(before, before)).toEqual([]);
});

test.each([
  [1, 1],
  [9, 5],
  [343, 100],
  [12_000, 5000],
])('marks an axis up to %d in steps of %d', (most, step) => {
  expect(niceStep(most)).toBe(step);
});
