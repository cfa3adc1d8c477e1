/** All words, and the text of one in a language. Without React, so that tests can use them. */
import { admin } from './admin.ts';
import { charts } from './charts.ts';
import { common } from './common.ts';
import { files } from './files.ts';
import { reasons } from './reasons.ts';
import { work } from './work.ts';

export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

const dictionary = { ...common, ...work, ...reasons, ...files, ...charts, ...admin } as const;
export type WordKey = keyof typeof dictionary;
export type Values = Readonly<Record<string, string | number>>;

export function translate(language: Language, key: WordKey, values: Values = {}): string {
  const text: string = dictionary[key][language === 'en' ? 0 : 1];
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

export function isKey(key: string): key is WordKey {
  return Object.hasOwn(dictionary, key);
}
