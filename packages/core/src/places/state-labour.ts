/**
 * States that impose labour, other than in Xinjiang: the cotton harvest of Turkmenistan, and North
 * Korean labour wherever it is done.
 */
import { z } from 'zod';
import { indexPhrases } from '../text/phrases.ts';

export const stateLabourSchema = z.strictObject({
  list: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  asOf: z.iso.date('expected a date such as "2026-11-24"'),
  url: z.string(),
  note: z.string().optional(),
  regimes: z
    .array(
      z.strictObject({
        /** 'north-korea'. */
        id: z.string().regex(/^[a-z0-9-]+$/),
        title: z.strictObject({ en: z.string().min(1), nl: z.string().min(1) }),
        country: z.string().regex(/^[A-Z]{2}$/),
        /** Goods that the labour goes into; empty: all. */
        hsPrefixes: z.array(z.string().regex(/^\d{2,10}$/)),
        /** Commodities that goods may hold as an input: ids in the commodity table. */
        commodities: z.array(z.string()),
        /** Names of the country and of places in it. */
        names: z.array(z.string().min(1)).min(1),
        /** Longer words that hold one of the names and mean another thing: 朝鲜族. */
        notNames: z.array(z.string().min(1)),
        /** 'US-CAATSA-321': the rule that presumes such labour forced; absent where none does. */
        presumption: z.string().optional(),
        since: z.iso.date(),
        url: z.string(),
        note: z.string().optional(),
      }),
    )
    .min(1),
});

export type StateLabourTable = z.infer<typeof stateLabourSchema>;
export type StateLabourRegime = StateLabourTable['regimes'][number];

export interface StateLabourMention {
  readonly regime: StateLabourRegime;
  readonly matched: string;
}

export interface StateLabour {
  readonly table: StateLabourTable;
  byCountry(code: string): StateLabourRegime | null;
  named(text: string): readonly StateLabourMention[];
}

export function compileStateLabour(table: StateLabourTable): StateLabour {
  const byCountry = new Map(table.regimes.map((regime) => [regime.country, regime]));
  const names = indexPhrases(
    table.regimes.flatMap((regime) => [
      ...regime.names.map((text) => ({ text, value: regime })),
      // The longest phrase wins, and this one means nothing here.
      ...regime.notNames.map((text) => ({ text, value: null })),
    ]),
  );
  return {
    table,
    byCountry: (code) => byCountry.get(code) ?? null,
    named: (text) =>
      names
        .find(text)
        .flatMap(({ value, matched }) => (value === null ? [] : [{ regime: value, matched }])),
  };
}

/** Whether labour of the kind goes into goods under the code; every code where none is named. */
export function reachesCode({ hsPrefixes }: StateLabourRegime, code: string): boolean {
  return hsPrefixes.length === 0 || hsPrefixes.some((prefix) => code.startsWith(prefix));
}
