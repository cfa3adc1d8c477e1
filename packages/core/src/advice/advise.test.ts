import { describe, expect, test } from 'vitest';
import { buildRulebook } from '../testing/rulebook.ts';
import { advise, type Advice } from './advise.ts';
import { adviceTexts, writeAdvice } from './write-advice.ts';

const rulebook = buildRulebook();

function adviceOn(country: string, hs: string): Advice {
  const outcome = advise({ country, hs }, rulebook);
  if (outcome.kind === 'invalid') throw new Error(JSON.stringify(outcome.faults));
  return outcome;
}

describe('advice on goods from a country', () => {
  test('tells listed goods, sectors, the region and listed makers, each with its source', () => {
    const { risks, commodities } = adviceOn('CN', '6704.20');
    expect(risks.map(({ text, source }) => [text, source.list])).toEqual([
      ['countryGood', 'us-dol-tvpra'],
      ['sectorInScope', 'us-sectors'],
      ['region', 'us-uflpa'],
      ['listedMakers', 'us-uflpa'],
      ['listedMakers', 'us-cbp-wro'],
    ]);
    expect(commodities[0]?.en).toBe('Wigs of human hair');
  });

  test('counts the makers in force whose goods these may be', () => {
    const counts = (hs: string) =>
      adviceOn('CN', hs).risks.flatMap(({ text, values }) =>
        text === 'listedMakers' ? [[values['list'], values['count']]] : [],
      );
    expect(counts('670420')).toContainEqual(['Withhold Release Orders and Findings', '1']);
    expect(counts('610910')).toEqual([['UFLPA Entity List', '2']]);
  });

  test('of a code too short says which part of it is meant', () => {
    const { risks } = adviceOn('CN', '6704');
    expect(risks[0]).toMatchObject({ text: 'countryGood', prefixes: ['670420'] });
  });

  test('tells orders on a country and labour that its state imposes', () => {
    expect(
      adviceOn('TM', '5201')
        .risks.map(({ text }) => text)
        .slice(0, 2),
    ).toEqual(['order', 'stateLabour']);
    expect(adviceOn('KP', '690721').risks.map(({ text }) => text)).toEqual(['stateLabour']);
  });

  test('tells goods made with an input listed elsewhere', () => {
    expect(adviceOn('VN', '854143').risks[0]).toMatchObject({
      text: 'countryGoodDerived',
      values: { inputCountry: 'CN' },
    });
  });

  test('asks to end the relationship only where a state imposes the labour', () => {
    expect(adviceOn('CN', '670420').steps).toContain('step3State');
    expect(adviceOn('VN', '854143').steps).not.toContain('step3State');
    expect(adviceOn('NL', '690721').steps).toEqual([
      'step1',
      'step2NoRisk',
      'step4',
      'step5',
      'step6',
    ]);
  });

  test('leaves out goods that are listed for child labour alone', () => {
    expect(adviceOn('IN', '5701').risks).toEqual([]);
  });

  test('asks for the documents of the input', () => {
    expect(adviceOn('CN', '854143').documents.documents[0]).toContain('Quartz');
    expect(adviceOn('NL', '690721').documents.commodity).toBeNull();
  });

  test.each([
    ['China', '6704', 'country'],
    ['CN', '6', 'hs'],
    ['CN', 'wigs', 'hs'],
  ])('is refused for %s, %s, naming the field', (country, hs, path) => {
    expect(advise({ country, hs }, rulebook)).toMatchObject({
      kind: 'invalid',
      faults: [{ path }],
    });
  });
});

describe('the texts', () => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

  test('have the same keys and the same places in both languages', () => {
    const { en, nl } = adviceTexts;
    expect(Object.keys(nl).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect([key, places(nl[key])]).toEqual([key, places(en[key])]);
      expect(nl[key]).not.toBe(en[key]);
    }
  });

  test.each([
    ['CN', '6704'],
    ['TM', '5201'],
    ['VN', '854143'],
    ['NL', '690721'],
  ])('leave no place unfilled for %s %s', (country, hs) => {
    for (const language of ['en', 'nl'] as const) {
      expect(writeAdvice(adviceOn(country, hs), language, rulebook)).not.toMatch(/[{}]|undefined/);
    }
  });

  test('are written in the language asked for, with its names of countries and goods', () => {
    const dutch = writeAdvice(adviceOn('TM', '5201'), 'nl', rulebook);
    expect(dutch).toContain('Risico op dwangarbeid: katoen (HS 5201) uit Turkmenistan');
    expect(dutch).toContain('Turkmeense katoen');
    expect(dutch).toContain('18 mei 2018');
    const english = writeAdvice(adviceOn('TM', '5201'), 'en', rulebook);
    expect(english).toContain('Risk of forced labour: cotton (HS 5201) from Turkmenistan');
    expect(english).toContain('18 May 2018');
  });
});
