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

/**
 * Names of goods and lists stand as their sources have them, in English; documents too, as they are
 * asked of suppliers abroad.
 */
export function writeAdvice(
  advice: Advice,
  language: AdviceLanguage,
  { stateLabour }: Pick<Rulebook, 'stateLabour'>,
): string {
  const { country, hs, risks, steps, documents } = advice;
  const texts = adviceTexts[language];
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const say = (key: AdviceTextKey, values: Readonly<Record<string, string>> = {}): string =>
    fill(texts[key], values);
  const name = countries.of(country) ?? country;
  const goods = advice.commodities[0]?.[language].toLowerCase();
  const code = say('goodsOfCode', { hs });

  const writeRisk = ({ text, values, prefixes, source }: AdvisedRisk): string[] => {
    const regime = stateLabour.table.regimes.find(({ id }) => id === values['regime']);
    const written: Record<string, string> = { ...values, country: name };
    if (regime !== undefined) written['regime'] = regime.title[language];
    const { inputCountry, date } = values;
    if (inputCountry !== undefined) {
      written['inputCountry'] = countries.of(inputCountry) ?? inputCountry;
    }
    if (date !== undefined) written['date'] = writeDay(date, language);
    return [
      `- ${say(text, written)}`,
      ...(prefixes.length === 0
        ? []
        : [`  ${say('partOfCode', { hs, prefixes: prefixes.join(', ') })}`]),
      `  ${say('source', { ...source, asOf: writeDay(source.asOf, language) })}`,
    ];
  };

  const lines = [
    say('title', { goods: goods === undefined ? code : `${goods} (HS ${hs})`, country: name }),
    '',
    say('risks'),
    ...(risks.length === 0 ? [`- ${say('noRisk', { country: name })}`] : risks.flatMap(writeRisk)),
    '',
    say('diligence'),
    ...steps.map((step) => `- ${say(step)}`),
    '',
    say('documents', { commodity: documents.commodity?.[language] ?? code }),
    ...documents.documents.map((document, index) => `${index + 1}. ${document}`),
  ];
  return `${lines.join('\n')}\n`;
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
