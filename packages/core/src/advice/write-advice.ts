/** Advice as plain text, in English or Dutch. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Advice, AdvisedRisk, AdviceTextKey } from './advise.ts';
import { adviceTextsEn } from './texts-en.ts';
import { adviceTextsNl } from './texts-nl.ts';

export const adviceLanguages = ['en', 'nl'] as const;
export type AdviceLanguage = (typeof adviceLanguages)[number];

export const adviceTexts: Readonly<
  Record<AdviceLanguage, Readonly<Record<AdviceTextKey, string>>>
> = { en: adviceTextsEn, nl: adviceTextsNl };

/** Advice in the words of a language, piece by piece. */
export interface ToldAdvice {
  readonly title: string;
  readonly risks: readonly {
    readonly text: string;
    /** Which part of the code it is about; null for all of it. */
    readonly part: string | null;
    readonly source: string;
  }[];
  /** Said where there are none. */
  readonly noRisk: string;
  readonly steps: readonly string[];
  readonly documents: string;
}

/**
 * Names of goods and lists stand as their sources have them, in English; documents too, as they are
 * asked of suppliers abroad.
 */
export function tellAdvice(
  advice: Advice,
  language: AdviceLanguage,
  { stateLabour }: Pick<Rulebook, 'stateLabour'>,
): ToldAdvice {
  const { country, hs, risks, steps, documents } = advice;
  const say = sayer(language);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const name = countries.of(country) ?? country;
  const goods = advice.commodities[0]?.[language].toLowerCase();
  const code = say('goodsOfCode', { hs });

  const tellRisk = ({ text, values, prefixes, source }: AdvisedRisk) => {
    const regime = stateLabour.table.regimes.find(({ id }) => id === values['regime']);
    const written: Record<string, string> = { ...values, country: name };
    if (regime !== undefined) written['regime'] = regime.title[language];
    const { inputCountry, date } = values;
    if (inputCountry !== undefined) {
      written['inputCountry'] = countries.of(inputCountry) ?? inputCountry;
    }
    if (date !== undefined) written['date'] = writeDay(date, language);
    return {
      text: say(text, written),
      part: prefixes.length === 0 ? null : say('partOfCode', { hs, prefixes: prefixes.join(', ') }),
      source: say('source', { ...source, asOf: writeDay(source.asOf, language) }),
    };
  };

  return {
    title: say('title', {
      goods: goods === undefined ? code : `${goods} (HS ${hs})`,
      country: name,
    }),
    risks: risks.map(tellRisk),
    noRisk: say('noRisk', { country: name }),
    steps: steps.map((step) => say(step)),
    documents: say('documents', { commodity: documents.commodity?.[language] ?? code }),
  };
}

export function writeAdvice(
  advice: Advice,
  language: AdviceLanguage,
  rulebook: Pick<Rulebook, 'stateLabour'>,
): string {
  const say = sayer(language);
  const told = tellAdvice(advice, language, rulebook);
  const lines = [
    told.title,
    '',
    say('risks'),
    ...(told.risks.length === 0 ? [`- ${told.noRisk}`] : []),
    ...told.risks.flatMap(({ text, part, source }) => [
      `- ${text}`,
      ...(part === null ? [] : [`  ${part}`]),
      `  ${source}`,
    ]),
    '',
    say('diligence'),
    ...told.steps.map((step) => `- ${step}`),
    '',
    told.documents,
    ...advice.documents.documents.map((document, index) => `${index + 1}. ${document}`),
  ];
  return `${lines.join('\n')}\n`;
}

type Say = (key: AdviceTextKey, values?: Readonly<Record<string, string>>) => string;

function sayer(language: AdviceLanguage): Say {
  const texts = adviceTexts[language];
  return (key, values = {}) => fill(texts[key], values);
}

/** A place without a value would be told as if it were a fact, so it is an error. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, key: string) => {
    const value = values[key];
    if (value === undefined) throw new RangeError(`nothing to put for "${key}" in "${text}"`);
    return value;
  });
}

/** '17 juni 2022'. */
function writeDay(date: string, language: AdviceLanguage): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
