/**
 * The benchmark of name matching: npx node tests/bench/matching/main.ts [--size N]... [--names CSV]...
 *
 * With --indexes FOLDER the index is read from there if it was kept there before.
 * Builds an index of N entities, real names first, asks it for firms held out whole from the fitting
 * of its weights, and prints recall, precision, calibration, time and memory, with two baselines on
 * the same data. Real names beyond the shipped lists come from the CSV files named.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadIndex, matcherOf, saveIndex } from '@herkomst/matching';
import { readBenchArguments } from './arguments.ts';
import { baselineName, baselines } from './measure/baselines.ts';
import {
  calibrationError,
  overall,
  percentile,
  printSlices,
  reportSlices,
} from './measure/report.ts';
import { indexOf, readKept } from './measure/kept-index.ts';
import { runBaseline, runMatcher } from './measure/run.ts';
import { Random } from './random.ts';
import { drawFurtherQueries, drawQueries } from './slices/queries.ts';
import { World } from './world/world.ts';

const options = readBenchArguments(process.argv.slice(2));
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const cpuSeconds = (before: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6).toFixed(1);
};
const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(2);

for (const size of options.sizes) {
  print(`\n== ${size} entities ==`);
  let start = performance.now();
  const world = new World(size, options.names);
  print(`world: ${world.realCount} real firms, the rest invented (${seconds(start)} s)`);
  const kept = readKept(options.indexes, size);
  start = performance.now();
  const cpu = process.cpuUsage();
  const built = kept ?? indexOf(options.indexes, world);
  print(
    `index: ${kept === undefined ? `built in ${seconds(start)} s, ${cpuSeconds(cpu)} s of processor time with the making of the entities` : 'kept from before'}, ${built.entityOfName.length} names`,
  );
  start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-bench-'));
  const path = join(folder, 'index');
  let index = built;
  try {
    writeFileSync(path, saveIndex(built));
    const saved = seconds(start);
    start = performance.now();
    const bytes = new Uint8Array(readFileSync(path));
    index = loadIndex(bytes);
    print(
      `saved in ${saved} s; loaded from file in ${seconds(start)} s: ${(bytes.length / 2 ** 20).toFixed(1)} MiB in memory`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  const queries = drawQueries(world, 'test', options.queries);
  const matcher = matcherOf(index, { cacheSize: 0 });
  runMatcher(matcher, new Random('warm').shuffled(queries).slice(0, 2000));
  const before = process.cpuUsage();
  const { outcomes, predictions, times: first } = runMatcher(matcher, queries);
  const spent = process.cpuUsage(before);
  // The fastest of three, so that what else the machine does is left out.
  const again = [runMatcher(matcher, queries).times, runMatcher(matcher, queries).times];
  const times = first.map((time, at) => Math.min(time, ...again.map((run) => run[at] ?? time)));
  print(printSlices(reportSlices(outcomes)));
  const all = overall(outcomes);
  print(
    `overall: candidate recall ${all.candidateRecall.toFixed(4)}; automatic precision ${all.precision.toFixed(4)} recall ${all.recall.toFixed(4)} F1 ${all.f1.toFixed(4)}; calibration error ${calibrationError(predictions).toFixed(4)}`,
  );
  print(
    `processor time a query, mean: ${((spent.user + spent.system) / 1000 / queries.length).toFixed(3)} ms, whatever else the machine did`,
  );
  print(
    `time a query, fastest of three: p50 ${percentile(times, 0.5).toFixed(3)} ms, p99 ${percentile(times, 0.99).toFixed(3)} ms; of the first run: p50 ${percentile(first, 0.5).toFixed(3)} ms, p99 ${percentile(first, 0.99).toFixed(3)} ms`,
  );
  const further = runMatcher(matcher, drawFurtherQueries(world, 'test', options.queries));
  print('told apart, and not in the figures over all:');
  print(printSlices(reportSlices(further.outcomes)));
  const remembered = matcherOf(index);
  const few = queries.slice(0, 1000).map(({ query }) => query);
  for (const query of few) remembered.match(query);
  start = performance.now();
  for (let round = 0; round < 20; round++) for (const query of few) remembered.match(query);
  print(
    `a repeated party: ${(((performance.now() - start) / 20 / few.length) * 1000).toFixed(2)} µs`,
  );
  if (options.baselineQueries === 0) continue;
  const names = [...world.entities()].flatMap((entity) =>
    [entity.name, ...entity.aliases.map(({ name }) => name)].map((name) =>
      baselineName(entity.id, name),
    ),
  );
  const some = new Random('baseline').shuffled(queries).slice(0, options.baselineQueries);
  for (const [label, similarity] of Object.entries(baselines)) {
    const run = runBaseline(names, similarity, some);
    const sum = overall(run.outcomes);
    print(
      `baseline ${label} over ${some.length} of the queries, at its best threshold ${run.threshold.toFixed(2)}: precision ${sum.precision.toFixed(4)} recall ${sum.recall.toFixed(4)} F1 ${sum.f1.toFixed(4)}, p50 ${percentile(run.times, 0.5).toFixed(1)} ms`,
    );
  }
  const own = runMatcher(matcher, some);
  const sum = overall(own.outcomes);
  print(
    `this matcher on the same ${some.length}: precision ${sum.precision.toFixed(4)} recall ${sum.recall.toFixed(4)} F1 ${sum.f1.toFixed(4)}`,
  );
}
