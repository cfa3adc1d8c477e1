/**
 * What a supply network of a million links costs: to load, to change by one link, to ask. Beside
 * each figure stands its baseline: plain JSON.parse of the same links, and working all out anew.
 *
 * npx node tests/bench/network/main.ts [links] [companies] [origins]
 */
import {
  decodeNetwork,
  encodeNetwork,
  SupplyNetwork,
  type Company,
  type SupplyLink,
} from '@herkomst/core';
import { loadRulebook } from '@herkomst/reference';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Random } from '../matching/random.ts';
import { makeWorld } from './world.ts';

const [links = 1_000_000, companies = 300_000, origins = 300] = process.argv.slice(2).map(Number);
const random = new Random(7);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes in use, after collecting what is not. */
function memory(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function time<T>(label: string, work: () => T): T {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  print(label, `${seconds(wall)} s (processor ${seconds((user + system) / 1000)} s)`);
  return result;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

function print(label: string, text: string): void {
  console.log(`${label.padEnd(52)} ${text}`);
}

/** Time by the clock, and of the processor alone: on a busy machine they differ by far. */
class Times {
  readonly #wall: number[] = [];
  readonly #cpu: number[] = [];

  measure(work: () => unknown): void {
    const cpu = process.threadCpuUsage();
    const start = performance.now();
    work();
    this.#wall.push(performance.now() - start);
    const { user, system } = process.threadCpuUsage(cpu);
    this.#cpu.push((user + system) / 1000);
  }

  print(label: string): void {
    print(label, `${percentiles(this.#wall)} (processor ${percentiles(this.#cpu)})`);
  }
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(3);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

const world = makeWorld(links, companies, 1);
print('links, companies, origins', `${links}, ${companies}, ${origins}`);

const rows = time('baseline: JSON.parse of the links', () =>
  world.lines.map((line) => JSON.parse(line) as SupplyLink),
);
const rules = (await loadRulebook()).factors['supply.network'];
const options = { rules, asOf: '2026-06-01' };
const before = memory();

const network = new SupplyNetwork(options);
const starts = Array.from({ length: origins }, () => random.pick(world.sources));
time('load from rows, taint worked out', () => {
  network.load(() => {
    network.links.reserve(rows.length);
    for (const row of rows) network.add(row);
    for (const company of starts) markOrigin(network, company);
  });
});
print('memory of the network', `${(memory() - before).toFixed(0)} MB, rows not counted`);

let tainted = 0;
for (let at = 0; at < network.companies.size; at += 1)
  tainted += Number(network.taint.isTainted(at));
print('companies that taint reaches', `${tainted} of ${network.companies.size}`);

time('baseline: work out all taint anew', () => network.taint.recompute(network.companies.size));

function markOrigin(into: SupplyNetwork, company: Company): void {
  into.setOrigin(into.addCompany(company), {
    entityIds: ['bench:listed'],
    hsPrefixes: [],
    region: null,
    namedElsewhere: false,
    probability: 1,
    sure: true,
  });
}

function change(label: string, some: readonly SupplyLink[]): void {
  const removing = new Times();
  const adding = new Times();
  for (const link of some) {
    removing.measure(() => network.remove(link));
    adding.measure(() => network.add(link));
  }
  removing.print(`remove ${label}`);
  adding.print(`add ${label}`);
}

change(
  'any one link',
  Array.from({ length: 5000 }, () => random.pick(rows)),
);
const names = new Set(starts.map(({ name }) => name));
const near = rows.filter(({ from }) => names.has(from.name));
change('one link out of an origin', random.shuffled(near).slice(0, 2000));

function ask(label: string, some: readonly Company[]): void {
  const queries = some.map(({ name, country, identifiers }) => ({
    names: [name.toUpperCase()],
    ...(country !== undefined && { country }),
    ...(identifiers !== undefined && { identifiers }),
    hs: ['610910'],
    date: '2026-06-01',
  }));
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  let found = 0;
  for (const query of queries) found += Number(network.trace(query).length > 0);
  const each = (((performance.now() - start) / queries.length) * 1000).toFixed(1);
  const { user, system } = process.threadCpuUsage(cpu);
  const processor = ((user + system) / queries.length).toFixed(1);
  print(
    label,
    `${each} µs each (processor ${processor} µs); ${found} of ${queries.length} with a path`,
  );
}

const sample = Array.from({ length: 100_000 }, () => random.pick(world.companies));
ask('look up any company', sample);
const reached = sample.filter((company) => {
  const index = network.companies.find(company);
  return index !== undefined && network.taint.isTainted(index);
});
ask('look up a company that taint reaches', reached);
ask(
  'look up one that the network does not have',
  sample.map(({ name }) => ({ name: `${name} X` })),
);

const bytes = time('write a snapshot', () => encodeNetwork(network, ''));
print('size of the snapshot', `${(bytes.length / 1e6).toFixed(0)} MB`);
const back = time('load from the snapshot, taint worked out', () => decodeNetwork(bytes, options));
print('the same network', String(back.network.reference.version === network.reference.version));
