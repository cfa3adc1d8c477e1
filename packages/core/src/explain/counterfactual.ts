/**
 * The smallest change of facts that would clear a shipment, found by trying: sets of changes are
 * applied and assessed anew, the smallest first, until one is clear. What is told has been seen.
 */
import { assess } from '../assessment/assess.ts';
import type { Assessment, Verdict } from '../assessment/assessment.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';
import { changesFor, type Change, type FactChange } from './change.ts';

export type Counterfactual =
  | {
      /** It is clear as it stands. */
      readonly kind: 'clear-already';
    }
  | {
      readonly kind: 'found';
      /** What would have to be otherwise, all at once: each the end of "if …". */
      readonly conditions: readonly string[];
      readonly facts: readonly FactChange[];
      /** The shipment so changed, and what screening says of it. */
      readonly shipment: Shipment;
      readonly verdict: Verdict;
      readonly score: number;
      /** False where more changes stood to choose from than could all be tried. */
      readonly smallest: boolean;
    }
  | {
      /** Nothing tried clears it. */
      readonly kind: 'none-found';
      readonly tried: number;
    };

/** With more than this many things to change, sets of them are no longer all tried. */
const mostToCombine = 10;
const largestSet = 4;

export function counterfactual(shipment: Shipment, rulebook: Rulebook): Counterfactual {
  const before = assess(shipment, rulebook);
  if (before.verdict === 'clear') return { kind: 'clear-already' };
  const changes = changesFor(shipment, before);
  let tried = 0;
  for (const set of setsOf(changes.slice(0, mostToCombine), largestSet)) {
    tried += 1;
    const found = tryOut(shipment, set, rulebook);
    if (found !== null) return { ...found, smallest: changes.length <= mostToCombine };
  }
  return narrowDown(shipment, changes, rulebook, tried);
}

type Found = Extract<Counterfactual, { kind: 'found' }>;

function tryOut(
  shipment: Shipment,
  set: readonly Change[],
  rulebook: Rulebook,
): Omit<Found, 'smallest'> | null {
  const changed = set.reduce((each, change) => change.apply(each), shipment);
  const after: Assessment = assess(changed, rulebook);
  if (after.verdict !== 'clear') return null;
  return {
    kind: 'found',
    conditions: set.map(({ condition }) => condition),
    facts: set.flatMap(({ facts }) => facts),
    shipment: changed,
    verdict: after.verdict,
    score: after.score,
  };
}

/** For large shipments: all changes at once, then each left out that is not needed. */
function narrowDown(
  shipment: Shipment,
  changes: readonly Change[],
  rulebook: Rulebook,
  triedBefore: number,
): Counterfactual {
  let tried = triedBefore + 1;
  let found = changes.length > largestSet ? tryOut(shipment, changes, rulebook) : null;
  if (found === null) return { kind: 'none-found', tried };
  let needed = [...changes];
  for (const change of changes.toReversed()) {
    const fewer = needed.filter((each) => each !== change);
    tried += 1;
    const without = tryOut(shipment, fewer, rulebook);
    if (without !== null) [found, needed] = [without, fewer];
  }
  return { ...found, smallest: false };
}

/** Every set of one change, then of two, and so on: the first that clears is the smallest. */
function* setsOf(changes: readonly Change[], most: number): Generator<readonly Change[]> {
  for (let size = 1; size <= Math.min(most, changes.length); size += 1) {
    yield* combine(changes, size, 0);
  }
}

function* combine(
  changes: readonly Change[],
  size: number,
  from: number,
): Generator<readonly Change[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= changes.length - size; at += 1) {
    const change = changes[at] as Change;
    for (const rest of combine(changes, size - 1, at + 1)) yield [change, ...rest];
  }
}
