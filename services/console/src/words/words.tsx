/** The words of the console in the language chosen, and dates and numbers as that language writes them. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { isKey, translate, type Language, type Values, type WordKey } from './dictionary.ts';

export { languages, type Language, type WordKey } from './dictionary.ts';

export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The text, its {places} filled. */
  readonly t: (key: WordKey, values?: Values) => string;
  /** The text of `group.member`, or the member itself where there is none: for words that the API adds. */
  readonly name: (group: string, member: string) => string;
  /** '1 day', '2 days': of a key's '.one' and '.other'. */
  readonly count: (key: string, n: number) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  readonly date: (at: string) => string;
  readonly dateTime: (at: string) => string;
  /** How far from now, without saying which way: '3 days'. */
  readonly span: (milliseconds: number) => string;
  readonly country: (code: string) => string;
}

export function createWords(
  language: Language,
  setLanguage: (language: Language) => void = () => {},
): Words {
  const locale = language === 'en' ? 'en-GB' : 'nl-NL';
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const plurals = new Intl.PluralRules(locale);
  const t: Words['t'] = (key, values) => translate(language, key, values);
  const number: Words['number'] = (value, digits = 0) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  const count: Words['count'] = (key, n) => {
    const form = `${key}.${plurals.select(n) === 'one' ? 'one' : 'other'}`;
    return isKey(form) ? t(form, { n: number(n) }) : `${number(n)} ${key}`;
  };
  return {
    language,
    setLanguage,
    t,
    count,
    number,
    name(group, member) {
      const key = `${group}.${member}`;
      return isKey(key) ? t(key) : member;
    },
    percent(share, digits = 1) {
      const write = (value: number): string =>
        new Intl.NumberFormat(locale, {
          style: 'percent',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(value);
      // Nothing here is ever certain: a probability is not rounded to all or nothing.
      const step = 10 ** -(digits + 2);
      if (share > 1 - step / 2) return `> ${write(1 - step)}`;
      if (share > 0 && share < step / 2) return `< ${write(step)}`;
      return write(share);
    },
    date: (at) => date.format(new Date(at)),
    dateTime: (at) => dateTime.format(new Date(at)),
    span(milliseconds) {
      const minutes = Math.round(Math.abs(milliseconds) / 60_000);
      if (minutes < 60) return count('time.minutes', minutes);
      const hours = Math.round(minutes / 60);
      if (hours < 48) return count('time.hours', hours);
      return count('time.days', Math.round(hours / 24));
    },
    country(code) {
      try {
        return countries.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}

const WordsContext = createContext<Words | null>(null);
const place = 'herkomst.language';

function firstLanguage(): Language {
  const kept = localStorage.getItem(place);
  if (kept === 'en' || kept === 'nl') return kept;
  return navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    localStorage.setItem(place, language);
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo(() => createWords(language, setLanguage), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('there is no WordsProvider above');
  return words;
}
