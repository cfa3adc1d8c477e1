/**
 * Fits weights as they are used: at most one of the entities found is the party, or none is.
 *
 * The chance of entity i is e^z(i) / (1 + sum of e^z), z being the sum of its weighted features; the
 * likelihood of what was true is raised by Adam over small batches, with a penalty on large weights.
 */
import { Random } from '../random.ts';

export interface Alternative {
  /** Which weights apply: an index into the classes. */
  readonly group: number;
  readonly features: Uint16Array;
  readonly values: Float64Array;
  readonly right: boolean;
}

export interface Example {
  readonly weight: number;
  readonly alternatives: readonly Alternative[];
}

export interface FitOptions {
  readonly groups: number;
  readonly features: number;
  readonly rounds: number;
  readonly penalty: number;
  /** Lowest and highest value of each feature's weight. */
  readonly bounds: (feature: number, group: number) => readonly [low: number, high: number];
}

const batchSize = 64;
const rate = 0.03;

export const fitWeights = (
  examples: readonly Example[],
  start: Float64Array,
  options: FitOptions,
): { weights: Float64Array; loss: number } => {
  const { groups, features, rounds, penalty, bounds } = options;
  const size = groups * features;
  const weights = start.slice();
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const gradient = new Float64Array(size);
  const random = new Random('fit');
  let step = 0;
  let loss = 0;
  for (let round = 0; round < rounds; round++) {
    loss = 0;
    let total = 0;
    const order = random.shuffled(examples);
    const pace = rate * (1 - (0.95 * round) / rounds);
    for (let from = 0; from < order.length; from += batchSize) {
      gradient.fill(0);
      const batch = order.slice(from, from + batchSize);
      for (const example of batch) {
        const odds = example.alternatives.map(({ group, features: names, values }) => {
          let z = 0;
          for (let at = 0; at < names.length; at++) {
            z += (weights[group * features + (names[at] ?? 0)] ?? 0) * (values[at] ?? 0);
          }
          return Math.exp(Math.min(30, z));
        });
        const sum = odds.reduce((all, one) => all + one, 1);
        let chance = 0;
        let anyRight = false;
        for (const [
          at,
          { group, features: names, values, right },
        ] of example.alternatives.entries()) {
          const p = (odds[at] ?? 0) / sum;
          if (right) {
            chance += p;
            anyRight = true;
          }
          const error = example.weight * (p - (right ? 1 : 0));
          for (let index = 0; index < names.length; index++) {
            const to = group * features + (names[index] ?? 0);
            gradient[to] = (gradient[to] ?? 0) + error * (values[index] ?? 0);
          }
        }
        if (!anyRight) chance = 1 / sum;
        loss -= example.weight * Math.log(Math.max(1e-12, chance));
        total += example.weight;
      }
      step++;
      for (let at = 0; at < size; at++) {
        const slope = (gradient[at] ?? 0) / batch.length + penalty * (weights[at] ?? 0);
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
        const m = (mean[at] ?? 0) / (1 - 0.9 ** step);
        const s = (square[at] ?? 0) / (1 - 0.999 ** step);
        const next = (weights[at] ?? 0) - (pace * m) / (Math.sqrt(s) + 1e-8);
        const [low, high] = bounds(at % features, Math.floor(at / features));
        weights[at] = Math.max(low, Math.min(high, next));
      }
    }
    loss /= total;
  }
  return { weights, loss };
};
