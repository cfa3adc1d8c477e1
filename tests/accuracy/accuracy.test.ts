/**
 * What screening must reach on the labelled set, and that silence never clears. The floors stand at
 * what was reached; they are raised, never lowered.
 */
import type { Rulebook } from '@herkomst/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess, withoutMemory } from '@herkomst/core';
import { loadAccuracyRulebook } from './knowledge.ts';
import { labels, readLabelledShipments, type LabelledShipment } from './labelled.ts';
import { judge, measure, type Judged } from './measure.ts';
import { withholdings, withoutOrigin } from './withhold.ts';

const floors = { recall: 0.98, precision: 0.97, precisionAtTop: 1, cleared: 0.98 };

let labelled: readonly LabelledShipment[];
let rulebook: Rulebook;
let judged: readonly Judged[];
beforeAll(async () => {
  labelled = readLabelledShipments();
  rulebook = await loadAccuracyRulebook();
  judged = judge(labelled, rulebook);
}, 120_000);

const name = ({ labelled: { id, pattern, shipment } }: Judged): string =>
  `${id} ${pattern} ${shipment.parties[0]?.name}`;

describe('the labelled set', () => {
  test('has at least 400 shipments with every label, each with a reason', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(400);
    for (const label of labels) {
      expect(labelled.filter((each) => each.label === label).length).toBeGreaterThan(30);
    }
    expect(labelled.filter(({ reason }) => reason.length < 8)).toEqual([]);
    expect(new Set(labelled.map(({ id }) => id)).size).toBe(labelled.length);
  });

  test('is split by whole entities into halves of like size', () => {
    const halves = Map.groupBy(labelled, ({ half }) => half);
    const of = (half: 'tuning' | 'held-out'): readonly LabelledShipment[] => halves.get(half) ?? [];
    const tuned = new Set(of('tuning').map(({ entity }) => entity));
    expect(of('held-out').filter(({ entity }) => tuned.has(entity))).toEqual([]);
    expect(of('held-out').length / labelled.length).toBeGreaterThan(0.4);
    expect(of('tuning').length / labelled.length).toBeGreaterThan(0.4);
  });
});

describe.each(['tuning', 'held-out'] as const)('on the %s half', (half) => {
  const measured = () => measure(judged.filter((each) => each.labelled.half === half));

  test('what calls for an alert is alerted', () => {
    expect(measured().recall).toBeGreaterThanOrEqual(floors.recall - 0.02);
  });

  test('alerts are called for', () => {
    expect(measured().precision).toBeGreaterThanOrEqual(floors.precision);
  });
});

describe('on the whole', () => {
  test('recall, precision, and precision at the top reach their floors', () => {
    const { recall, precision, precisionAtTop } = measure(judged);
    expect(recall).toBeGreaterThanOrEqual(floors.recall);
    expect(precision).toBeGreaterThanOrEqual(floors.precision);
    expect(precisionAtTop).toBeGreaterThanOrEqual(floors.precisionAtTop);
  });

  test('honest shipments, fully declared, are cleared', () => {
    expect(measure(judged).clearedShare).toBeGreaterThanOrEqual(floors.cleared);
  });

  test('no alert is raised on an honest wig of Xuchang', () => {
    const wigs = judged.filter(({ labelled: { pattern } }) => pattern.startsWith('wigs-'));
    expect(wigs.length).toBeGreaterThan(20);
    expect(wigs.filter(({ assessment }) => assessment.verdict === 'alert').map(name)).toEqual([]);
  });
});

test('what is remembered of other shipments changes no byte', { timeout: 120_000 }, () => {
  const cold = labelled.map(({ shipment }) =>
    JSON.stringify(assess(shipment, withoutMemory(rulebook))),
  );
  expect(judged.map(({ assessment }) => JSON.stringify(assessment))).toEqual(cold);
  const turned = labelled.toReversed();
  for (let round = 0; round < 3; round += 1) {
    const warm = turned.map(({ shipment }) => JSON.stringify(assess(shipment, rulebook)));
    expect(warm.toReversed()).toEqual(cold);
  }
});

describe('silence never clears', { timeout: 120_000 }, () => {
  test('nothing that declares too little is cleared', () => {
    expect(measure(judged).wronglyCleared.map(name)).toEqual([]);
  });

  test.each(Object.entries(withholdings))('without the %s', (_what, withhold) => {
    const cleared = labelled.filter(
      ({ shipment }) => assess(withhold(shipment), rulebook).verdict === 'clear',
    );
    expect(cleared.map(({ id }) => id)).toEqual([]);
  });

  test('without the origin of goods of a priority sector', () => {
    const ofSector = judged.filter(({ assessment }) =>
      assessment.findings.some(({ factor }) => factor === 'goods.priority-sector'),
    );
    expect(ofSector.length).toBeGreaterThan(100);
    const cleared = ofSector.filter(
      ({ labelled: { shipment } }) => assess(withoutOrigin(shipment), rulebook).verdict === 'clear',
    );
    expect(cleared.map(name)).toEqual([]);
  });
});
