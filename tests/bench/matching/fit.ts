/**
 * Fits the weights of the matcher: npx node tests/bench/matching/fit.ts [--size N]... [--names CSV]... [--indexes FOLDER]
 *
 * Uses the train half of the firms alone; the benchmark asks for the other half. Writes
 * packages/matching/src/score/weights.ts.
 */
import { writeFileSync } from 'node:fs';
import {
  evidenceClasses,
  featureNames,
  visitFeatures,
  evidenceClassOf,
} from '../../../packages/matching/src/score/features.ts';
import { weights as shipped } from '../../../packages/matching/src/score/weights.ts';
import { Search } from '../../../packages/matching/src/search.ts';
import { readBenchArguments } from './arguments.ts';
import { indexOf } from './measure/kept-index.ts';
import { type Alternative, type Example, fitWeights } from './measure/fit.ts';
import { drawFurtherQueries, drawQueries } from './slices/queries.ts';
import { World } from './world/world.ts';

const options = readBenchArguments(process.argv.slice(2));
const groups = evidenceClasses.length;

/** Strangers are most of an importer's parties: they count for more than their share of slices. */
const weightOfSlice: Readonly<Record<string, number>> = {
  stranger: 3,
  'as listed': 2,
  'trade missing': 0.5,
};

/** What a reader would not believe is not fitted: agreement never counts against, nor conflict for. */
const signOf = (name: string): number => {
  if (/^name:|^brand:neighbour-bits$/.test(name)) return 1;
  if (/:(equal|hanzi|street|shared|fills)$/.test(name)) return 1;
  if (
    /:(conflict|contradicts|differs|neighbours|both-pinyin|is-place|at-limit|hanzi-differs|two-slips|sibling|size|crowd|crowd-alike|extra)$/.test(
      name,
    )
  ) {
    return -1;
  }
  if (/(queried|listed)-only$/.test(name)) return -1;
  return 0;
};

const examples: Example[] = [];
for (const size of options.sizes) {
  const world = new World(size, options.names);
  const search = new Search(indexOf(options.indexes, world));
  const queries = [
    ...drawQueries(world, 'train', options.queries),
    ...drawFurtherQueries(world, 'train', options.queries).filter(
      ({ slice }) => slice === 'trade missing',
    ),
  ];
  for (const { slice, positive, query, firm } of queries) {
    const alternatives = search.rank(query).map((hit): Alternative => {
      const features: number[] = [];
      const values: number[] = [];
      visitFeatures(hit.comparison, (feature, value) => {
        features.push(feature);
        values.push(value);
      });
      return {
        group: evidenceClasses.indexOf(evidenceClassOf(hit.comparison)),
        features: Uint16Array.from(features),
        values: Float64Array.from(values),
        right: positive && hit.id === firm.id,
      };
    });
    examples.push({ weight: weightOfSlice[slice] ?? 1, alternatives });
  }
  process.stdout.write(`size ${size}: ${examples.length} queries so far\n`);
}

const start = new Float64Array(groups * featureNames.length);
for (const [group, name] of evidenceClasses.entries()) {
  for (const [at, feature] of featureNames.entries()) {
    start[group * featureNames.length + at] = shipped[name]?.[feature] ?? 0;
  }
}
const { weights, loss } = fitWeights(examples, start, {
  groups,
  features: featureNames.length,
  rounds: 40,
  penalty: 2e-4,
  bounds: (feature) => {
    const sign = signOf(featureNames[feature] ?? '');
    return sign > 0 ? [0, 12] : sign < 0 ? [-12, 0] : [-12, 12];
  },
});
process.stdout.write(`loss ${loss.toFixed(4)} over ${examples.length} queries\n`);

const rows = evidenceClasses.map((name, group) => {
  const cells = featureNames.flatMap((feature, at) => {
    const value = weights[group * featureNames.length + at] ?? 0;
    return Math.abs(value) < 0.005 ? [] : [`    '${feature}': ${value.toFixed(2)},`];
  });
  return `  ${name}: {\n${cells.join('\n')}\n  },`;
});
writeFileSync(
  new URL('../../../packages/matching/src/score/weights.ts', import.meta.url),
  `/**
 * Log-odds a feature adds, by class of evidence.
 *
 * Written by tests/bench/matching/fit.ts from queries made of firms that the benchmark does not ask
 * for: ${examples.length} of them, at ${options.sizes.join(' and ')} entities.
 */
import type { EvidenceClass, FeatureName } from './features.ts';

export type Weights = Partial<Record<FeatureName, number>>;

export const weights: Readonly<Record<EvidenceClass, Weights>> = {
${rows.join('\n')}
};
`,
);
