/**
 * Holds dashboards, alert rules and the operators' manual against the metrics there are. A query of
 * a metric that was renamed does not fail: it shows nothing, and an alert on it never fires.
 */
import { alertWithdrawnType } from '@herkomst/core';
import { createManualClock, noWrites, outboxEntry } from '@herkomst/runtime/testing';
import { parser } from '@prometheus-io/lezer-promql';
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from './metrics.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFile(new URL(path, root), 'utf8');

/** Labels that each sample has, by the sample's name; `le` and the like included. */
let known: ReadonlyMap<string, ReadonlySet<string>>;
/** Those that Prometheus itself puts to each. */
const byPrometheus = ['job', 'instance'];

beforeAll(async () => {
  known = readSamples(await scrapeOfEverything());
});

/** Each of our metrics with at least one sample. */
async function scrapeOfEverything(): Promise<string> {
  const counts = { waiting: 0, active: 0, delayed: 0, failed: 0 };
  const metrics = createMetrics({
    clock: createManualClock(),
    receivers: ['r'],
    knowledge: () => ({
      rulebook: { id: 'r', version: '1', digest: 'd' },
      lists: [{ list: 'l', version: '1', asOf: '2026-01-01' }],
    }),
    lags: async () => [{ topic: 't', group: 'g', records: 0 }],
    queues: async () => ({ q: counts }),
    backlog: async () => ({
      unrelayed: 0,
      dueDeliveries: 0,
      oldestDueSince: null,
      deadLetters: { schema: 1 },
    }),
  });
  const fault = { position: null, code: 'schema', faults: [], deadLetterId: 'd' };
  metrics.onSubmitted({ accepted: 1, rejected: [fault] });
  const withdrawal = { ...outboxEntry('a'), type: alertWithdrawnType };
  const letter = { code: 'schema' } as never;
  const writes = { ...noWrites, outbox: [withdrawal], deadLetters: [letter] };
  metrics.onScreened(writes, { records: 1, durationMs: 1, alertDelaysMs: [1] });
  metrics.onFailed();
  metrics.onAttempt({ receiver: 'r', outcome: 'done', durationMs: 1, ageMs: 1 });
  metrics.onGivenUp({ receiver: 'r' });
  metrics.onUpkeep({ dropped: null, streamRecordsDropped: 1 });
  metrics.onUpkeepFailed();
  return (await metrics.scrape()).body;
}

function readSamples(body: string): Map<string, Set<string>> {
  const samples = new Map<string, Set<string>>([['up', new Set()]]);
  for (const line of body.split('\n')) {
    const [, name, labels = ''] = /^([a-z_0-9]+)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name === undefined) continue;
    const held = samples.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) held.add(label);
    samples.set(name, held);
  }
  return samples;
}

interface Query {
  readonly where: string;
  readonly expression: string;
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

async function readRules(): Promise<Rule[]> {
  const file = parse(await read('infra/prometheus/alerts.yaml')) as {
    readonly groups: readonly { readonly rules: readonly Rule[] }[];
  };
  return file.groups.flatMap(({ rules }) => rules);
}

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat?: string }[];
}

async function readPanels(): Promise<{ readonly file: string; readonly panel: Panel }[]> {
  const files = await readdir(new URL('infra/grafana/', root));
  const boards = await Promise.all(
    files.map(async (file) => {
      const { panels } = JSON.parse(await read(`infra/grafana/${file}`)) as { panels: Panel[] };
      return panels.map((panel) => ({ file, panel }));
    }),
  );
  return boards.flat();
}

async function allQueries(): Promise<Query[]> {
  const rules = (await readRules()).map(({ alert, expr }) => ({ where: alert, expression: expr }));
  const panels = (await readPanels()).flatMap(({ file, panel }) =>
    (panel.targets ?? []).map(({ expr }) => ({
      where: `${file}, ${panel.title}`,
      // Grafana fills this in before Prometheus sees it.
      expression: expr.replaceAll('$__rate_interval', '1m'),
    })),
  );
  return [...rules, ...panels];
}

/** What is wrong with a query: its syntax, a metric or a label that there is not. */
function faultsOf({ where, expression }: Query): string[] {
  const faults: string[] = [];
  const textOf = (node: { from: number; to: number }) => expression.slice(node.from, node.to);
  const selected: string[] = [];
  const labels: string[] = [];
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) faults.push(`${where}: a fault of syntax at ${node.from}`);
      if (node.name === 'Identifier' && node.node.parent?.name === 'VectorSelector') {
        selected.push(textOf(node));
      }
      if (node.name === 'LabelName') labels.push(textOf(node));
    },
  });
  if (selected.length === 0) faults.push(`${where}: asks for no metric`);
  for (const name of selected) {
    if (!known.has(name)) faults.push(`${where}: there is no metric ${name}`);
  }
  const there = new Set(selected.flatMap((name) => [...(known.get(name) ?? [])]));
  for (const label of labels) {
    if (!there.has(label) && !byPrometheus.includes(label)) {
      faults.push(`${where}: there is no label ${label}`);
    }
  }
  return faults;
}

test('dashboards and rules ask for metrics and labels that there are', async () => {
  const queries = await allQueries();
  expect(queries.length).toBeGreaterThan(40);
  expect(queries.flatMap(faultsOf)).toEqual([]);
});

test.each([
  ['sum(rate(herkomst_events_accepted[5m]))', 'there is no metric herkomst_events_accepted'],
  ['sum by (kind) (herkomst_dead_letters)', 'there is no label kind'],
  ['herkomst_assessments_total{outcome="clear"}', 'there is no label outcome'],
  ['sum(rate(herkomst_dead_letters[5m])', 'a fault of syntax'],
  ['vector(0)', 'asks for no metric'],
])('a query that is wrong would be found: %s', (expression, fault) => {
  expect(faultsOf({ where: 'here', expression })[0]).toContain(fault);
});

test('each metric of ours is on a dashboard', async () => {
  const shown = (await readPanels())
    .flatMap(({ panel }) => panel.targets ?? [])
    .map(({ expr }) => expr)
    .join('\n');
  const ours = [...known.keys()].filter((name) => name.startsWith('herkomst_'));
  expect(ours.length).toBeGreaterThan(30);
  const hidden = ours
    .map((name) => name.replace(/_(bucket|sum|count)$/, ''))
    .filter((name) => !new RegExp(`\\b${name}(_bucket)?\\b`).test(shown));
  expect(hidden).toEqual([]);
});

describe("the operators' manual", () => {
  test('says what to do on each alert, in their order, and on none besides', async () => {
    const manual = await read('docs/operations.md');
    const headings = [...manual.matchAll(/^### (Herkomst\w+)$/gm)].map(([, name]) => name);
    const rules = await readRules();
    expect(headings).toEqual(rules.map(({ alert }) => alert));
    for (const { labels, annotations } of rules) {
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary).not.toBe('');
    }
  });

  test('names each metric of ours, and none besides', async () => {
    const manual = await read('docs/operations.md');
    // Of the database, and no metrics.
    const roles: readonly (string | undefined)[] = ['herkomst_tenant', 'herkomst_system'];
    const named = [...manual.matchAll(/`(herkomst_[a-z_]+)/g)]
      .map(([, name]) => name)
      .filter((name) => !roles.includes(name));
    const ours = [...known.keys()]
      .filter((name) => name.startsWith('herkomst_'))
      .map((name) => name.replace(/_(bucket|sum|count)$/, ''));
    expect(new Set(named)).toEqual(new Set(ours));
  });
});
