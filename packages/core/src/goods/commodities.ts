/**
 * Commodities as trade speaks of them: by commodity code, by name in several languages, and by what
 * they are made from. Goods named only by a finished article (a T-shirt, a solar lamp) are followed
 * upstream to the material that the lists speak of (cotton, polysilicon, quartz).
 */
import { z } from 'zod';
import { indexPrefixes } from '../rulebook/prefix-index.ts';
import { indexPhrases } from '../text/phrases.ts';
import { hasHan, wordsOf, type Word } from '../text/words.ts';

const hsPrefix = z.string().regex(/^\d{2,10}$/, 'expected an HS prefix of 2 to 10 digits');
const id = z.string().regex(/^[a-z0-9-]+$/, 'expected an id such as "human-hair"');
const words = z.array(z.string().min(1));

/** How sure it is that goods hold an input. 'usual': unless the declaration names another material. */
export const certainties = ['always', 'usual', 'possible'] as const;

export const commoditySchema = z.strictObject({
  id,
  title: z.strictObject({ en: z.string().min(1), nl: z.string().min(1) }),
  hsPrefixes: z.array(hsPrefix),
  terms: z.strictObject({ en: words, nl: words, zh: words, trade: words }),
  madeFrom: z.array(z.strictObject({ commodity: id, certainty: z.enum(certainties) })).default([]),
  /** Id of the sector in the sectors table that the commodity belongs to. */
  sector: id.optional(),
  /** A fibre or hair: what a composition ('65% polyester 35% cotton') is made up of. */
  fibre: z.boolean().default(false),
  /** Whether naming it in a description is enough to take the goods for made of it. */
  byNameAlone: z.boolean().default(false),
  /** Codes whose wording says that the goods are of another material. */
  deniedBy: z
    .strictObject({ hsPrefixes: z.array(hsPrefix).min(1), words: z.string().min(1) })
    .optional(),
  /** Value per kilogram outside which goods are hardly what they are called. */
  usdPerKg: z
    .strictObject({ least: z.number().positive(), most: z.number().positive() })
    .optional(),
  /** What to ask for, in order from the raw material to the goods. */
  documents: z.array(z.string().min(1)).default([]),
  note: z.string().optional(),
});

export const commodityTableSchema = z
  .strictObject({
    list: z.string().min(1),
    title: z.string().min(1),
    version: z.string().min(1),
    asOf: z.iso.date('expected a date such as "2026-11-24"'),
    url: z.string(),
    note: z.string().optional(),
    /** US dollars for one unit of a currency: for orders of magnitude only. */
    usdPer: z.strictObject({
      asOf: z.iso.date(),
      note: z.string(),
      rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()),
    }),
    /** A word of these before a term denies it: 'imitation human hair'. */
    denials: words,
    /** After it: 'human hair look'. */
    denialsAfter: words,
    denialsHan: words,
    /** Asked for where no commodity has a list of its own. */
    generalDocuments: words.min(1),
    commodities: z.array(commoditySchema).min(1),
  })
  .superRefine((table, context) => {
    const ids = new Set(table.commodities.map((commodity) => commodity.id));
    table.commodities.forEach((commodity, index) => {
      commodity.madeFrom.forEach((input, at) => {
        if (ids.has(input.commodity)) return;
        context.addIssue({
          code: 'custom',
          path: ['commodities', index, 'madeFrom', at, 'commodity'],
          message: `no commodity is called "${input.commodity}"`,
        });
      });
    });
    if (ids.size < table.commodities.length) {
      context.addIssue({ code: 'custom', path: ['commodities'], message: 'two share an id' });
    }
  });

export type Certainty = (typeof certainties)[number];
export type Commodity = z.infer<typeof commoditySchema>;
export type CommodityTable = z.infer<typeof commodityTableSchema>;

export interface CommodityMention {
  readonly commodity: Commodity;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
}

/** A way from goods to a material in them: [module, cell, wafer, polysilicon]. */
export interface UpstreamPath {
  readonly steps: readonly Commodity[];
  /** That of the least sure step; 'always' for the goods themselves. */
  readonly certainty: Certainty;
}

export interface Commodities {
  readonly table: CommodityTable;
  readonly byId: ReadonlyMap<string, Commodity>;
  /** Commodities the code stands for; those of its longest prefix first. */
  byCode(code: string): readonly Commodity[];
  /** Commodities the text names and does not deny, in order of appearance. */
  named(text: string): readonly CommodityMention[];
  /** The commodity and all that goes into it, nearest first, each once. */
  upstream(commodity: Commodity): readonly UpstreamPath[];
  /** Null for a currency without a rate. */
  toUsd(amount: number, currency: string): number | null;
}

export function compileCommodities(table: CommodityTable): Commodities {
  const byId = new Map(table.commodities.map((commodity) => [commodity.id, commodity]));
  const codes = indexPrefixes(table.commodities, ({ hsPrefixes }) => hsPrefixes);
  const names = indexPhrases(
    table.commodities.flatMap((commodity) =>
      Object.values(commodity.terms)
        .flat()
        .map((text) => ({ text, value: commodity })),
    ),
    rulesOfDenial(table),
  );
  const upstream = new Map(
    table.commodities.map((commodity) => [commodity.id, followUpstream(commodity, byId)]),
  );
  const longest = (commodity: Commodity, code: string): number =>
    commodity.hsPrefixes.reduce(
      (length, prefix) => (code.startsWith(prefix) ? Math.max(length, prefix.length) : length),
      0,
    );
  return {
    table,
    byId,
    byCode: (code) => codes.covering(code).toSorted((a, b) => longest(b, code) - longest(a, code)),
    named: (text) => {
      const hits = names.find(text);
      const kept = hasHan(text)
        ? hits.filter(
            ({ start }) => !table.denialsHan.some((no) => text.slice(0, start).endsWith(no)),
          )
        : hits;
      return kept.map(({ value, ...hit }) => ({ commodity: value, ...hit }));
    },
    upstream: (commodity) => upstream.get(commodity.id) ?? [],
    toUsd(amount, currency) {
      const rate = table.usdPer.rates[currency];
      return rate === undefined ? null : amount * rate;
    },
  };
}

function rulesOfDenial({ denials, denialsAfter }: CommodityTable) {
  const before = new Set(denials.flatMap((word) => wordsOf(word).map(({ text }) => text)));
  const after = new Set(denialsAfter.flatMap((word) => wordsOf(word).map(({ text }) => text)));
  return {
    rejectWords(phrase: readonly string[], words: readonly Word[], next: number): boolean {
      return (
        before.has(words[next - phrase.length - 1]?.text ?? '') ||
        after.has(words[next]?.text ?? '')
      );
    },
  };
}

function followUpstream(
  commodity: Commodity,
  byId: ReadonlyMap<string, Commodity>,
): readonly UpstreamPath[] {
  const paths: UpstreamPath[] = [{ steps: [commodity], certainty: 'always' }];
  const seen = new Set([commodity.id]);
  for (const path of paths) {
    const last = path.steps.at(-1);
    for (const { commodity: inputId, certainty } of last?.madeFrom ?? []) {
      const input = byId.get(inputId);
      if (input === undefined || seen.has(inputId)) continue;
      seen.add(inputId);
      paths.push({
        steps: [...path.steps, input],
        certainty: lessSure(path.certainty, certainty),
      });
    }
  }
  return paths;
}

function lessSure(a: Certainty, b: Certainty): Certainty {
  return certainties.indexOf(a) > certainties.indexOf(b) ? a : b;
}
