import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import { definitionForTests } from '../testing/definition.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildShipment } from '../testing/shipment.ts';
import { Backtest, backtest, compareAssessments } from './compare.ts';

const strict = buildRulebook();
const { factors } = definitionForTests;
/** A route through the region weighs hardly anything. */
const lax = buildRulebook({
  definition: {
    factors: { ...factors, 'place.xinjiang': { ...factors['place.xinjiang'], route: 0.5 } },
  },
});

const innocent = buildShipment({ shipmentId: 'innocent' });
const routed = buildShipment({
  shipmentId: 'routed',
  transport: { placeOfReceipt: 'CNURC' },
  items: [{ commodityCode: '670420', description: 'Wigs of human hair' }],
});
const listed = buildShipment({
  shipmentId: 'listed',
  parties: [{ name: 'Hetian Haolin Hair Accessories Co., Ltd.' }],
});
const nameless = buildShipment({
  shipmentId: 'nameless',
  parties: [{ role: 'exporter', name: 'TO ORDER' }],
});

describe('two assessments of one shipment', () => {
  test('differ by an alert lost, and the finding that lost its weight', () => {
    const change = compareAssessments(assess(routed, strict), assess(routed, lax));
    expect(change).toMatchObject({ shipmentId: 'routed', alert: 'lost' });
    expect(change.verdict.before).toBe('alert');
    expect(change.findings[0]).toMatchObject({
      factor: 'place.xinjiang',
      path: 'data.transport.placeOfReceipt',
      before: 4,
      after: 0.5,
    });
  });

  test('do not differ under one rulebook', () => {
    const change = compareAssessments(assess(listed, strict), assess(listed, strict));
    expect(change).toMatchObject({ alert: 'kept', findings: [] });
  });
});

describe('a backtest', () => {
  const shipments = [innocent, routed, listed, nameless];

  test('counts what changes, by finding, with examples', () => {
    const summary = backtest(shipments, strict, lax);
    expect(summary).toMatchObject({ shipments: 4, gained: 0, lost: 1, kept: 1 });
    expect(summary.byFactor).toContainEqual({ factor: 'place.xinjiang', gained: 0, lost: 1 });
    expect(summary.examples.lost.map(({ shipmentId }) => shipmentId)).toEqual(['routed']);
    expect(summary.verdicts.unknown.unknown).toBe(1);
    expect(summary.verdicts.clear.clear).toBe(1);
  });

  test('is turned round when the rulebooks are', () => {
    expect(backtest(shipments, lax, strict)).toMatchObject({ gained: 1, lost: 0, kept: 1 });
  });

  test('keeps no more examples than asked, and counts on', () => {
    const many = Array.from({ length: 4 }, (_each, n) => ({ ...routed, shipmentId: `r${n}` }));
    const summary = backtest(many, strict, lax, 2);
    expect(summary.lost).toBe(4);
    expect(summary.examples.lost.map(({ shipmentId }) => shipmentId)).toEqual(['r0', 'r1']);
  });

  test('gives a summary that later changes do not touch', () => {
    const sum = new Backtest();
    const before = sum.summary();
    sum.add(compareAssessments(assess(listed, strict), assess(listed, lax)));
    expect(before.verdicts.alert.alert).toBe(0);
    expect(sum.summary().verdicts.alert.alert).toBe(1);
  });
});
