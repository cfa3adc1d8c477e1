import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildShipment } from '../testing/shipment.ts';
import { counterfactual } from './counterfactual.ts';
import { explain } from './explain.ts';
import { writeExplanation } from './write-page.ts';

const rulebook = buildRulebook();
const shipment = buildShipment({
  parties: [
    { name: 'Hetian Haolin Hair Accessories Co., Ltd.', phone: '+86 903 6823456' },
    { role: 'exporter', name: 'TO ORDER' },
  ],
  items: [{ commodityCode: '670420', description: 'Wigs of Indian human hair' }],
});
const assessment = assess(shipment, rulebook);
const event = { source: 'urn:erp', id: 'e-7', time: '2026-03-02T08:00:00Z', shipment };
const explanation = explain(assessment, {
  event,
  counterfactual: counterfactual(shipment, rulebook),
});
const page = writeExplanation(explanation);

describe('an explanation', () => {
  test('tells every finding once: for, against, or not counted', () => {
    const { speaksFor, speaksAgainst, notCounted } = explanation;
    const told = [...speaksFor, ...speaksAgainst, ...notCounted].map(({ summary }) => summary);
    expect(told.toSorted()).toEqual(assessment.findings.map(({ summary }) => summary).toSorted());
    expect(speaksAgainst.map(({ matched }) => matched)).toEqual(['Indian human hair']);
  });

  test('adds up to the score of the assessment', () => {
    expect(explanation.sum.score).toBe(assessment.score);
  });

  test('says how the odds change in words a person can use', () => {
    const [against] = explanation.speaksAgainst;
    expect(against).toMatchObject({ contribution: -0.6, oddsTimes: 0.549 });
  });

  test('keeps the gaps and the rules', () => {
    expect(explanation.notEvaluated).toEqual(assessment.gaps);
    expect(explanation.determinations).toEqual(assessment.determinations);
    expect(explanation.conclusion).toMatch(/^Alert: under us-uflpa and oecd-due-diligence/);
  });
});

describe('the page', () => {
  test.each([
    ['what was found', 'is Hetian Haolin Hair Accessories Co., Ltd., on the UFLPA Entity List'],
    ['where', 'data.parties[0].name'],
    ['on what text', 'rests on "Hetian Haolin Hair Accessories Co., Ltd."'],
    ['what it weighs', '+7.5227'],
    ['why the name matches', 'The names are equal.'],
    [
      'the list and its version',
      'UFLPA Entity List, "Hetian Haolin Hair Accessories Co., Ltd.", effective 2022-06-21, version test.1',
    ],
    ['what speaks against', 'Speaks against:'],
    ['what could not be evaluated', '"TO ORDER" stands in place of the name'],
    ['the clause', 'section 2(d)(2)(B) (i)'],
    ['the clock', '30 days from the notice of detention'],
    ['the documents, in order', '1. Records of each collection of hair'],
    ['the counterfactual', 'It would be clear'],
    ['the hash', assessment.hash],
    ['the event', 'event e-7 of urn:erp'],
  ])('tells %s', (_what, text) => {
    expect(page).toContain(text);
  });

  test('asks for the same documents once, though several rules do', () => {
    expect(page.split('Records of each collection of hair')).toHaveLength(2);
  });

  test('of a clear shipment says so, and has no empty headings', () => {
    const clear = writeExplanation(explain(assess(buildShipment(), rulebook)));
    expect(clear).toContain('Clear: all that is needed was evaluated');
    expect(clear).not.toContain('WHAT TO ASK FOR');
    expect(clear).not.toMatch(/\n[A-Z ]+\n\n/);
  });
});
