/**
 * What is known of goods: sectors that enforcement gives priority, and goods by country that are
 * made with forced labour. Both are priors on likelihood, never a ban by themselves.
 */
import { z } from 'zod';

const hsPrefix = z.string().regex(/^\d{2,10}$/, 'expected an HS prefix of 2 to 10 digits');
const isoCountry = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 country code');
const isoDate = z.iso.date('expected a date such as "2022-06-21"');

/** One line of the nomenclature, and why goods under it belong to a sector. */
export const sectorLineSchema = z.strictObject({
  hsPrefix,
  /** 'named' in the strategy or order itself, or 'derived': made from what it names, or feeding it. */
  basis: z.enum(['named', 'derived']),
  /** What such goods are made of: 'cotton', 'polysilicon'. */
  commodity: z.string().min(1),
  /** Lines under the prefix that hold other goods. */
  except: z.array(hsPrefix).default([]),
  /** Words one of which the description must hold, for lines that gather other goods too. */
  needsText: z.array(z.string().min(1)).default([]),
  note: z.string().optional(),
});

export const sectorSchema = z.strictObject({
  /** 'apparel', 'polysilicon', 'human-hair'. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  lines: z.array(sectorLineSchema).min(1),
  /** Origins for which the sector is itself a warning; '*' where inputs travel anywhere. */
  originScope: z.array(isoCountry.or(z.literal('*'))).min(1),
  designatedAt: isoDate,
  authority: z.string(),
  url: z.string(),
  note: z.string().optional(),
});

export const countryGoodSchema = z.strictObject({
  /** Stable across editions: 'tvpra:hair-products'. */
  id: z.string().min(1),
  good: z.string().min(1),
  sector: z.string().min(1),
  country: isoCountry,
  childLabour: z.boolean(),
  forcedLabour: z.boolean(),
  forcedChildLabour: z.boolean(),
  /** Country whose listed input goes into this good; absent when the good itself is listed. */
  derivedFrom: isoCountry.optional(),
  hsPrefixes: z.array(hsPrefix),
  note: z.string().optional(),
});

export type SectorLine = z.infer<typeof sectorLineSchema>;
export type Sector = z.infer<typeof sectorSchema>;
export type CountryGood = z.infer<typeof countryGoodSchema>;

/** A line with the sector it belongs to, as screening looks it up. */
export interface SectorGood {
  readonly sector: Sector;
  readonly line: SectorLine;
}

/** Whether a code under the line's prefix is none of those the line leaves out. */
export function isWithin(line: SectorLine, code: string): boolean {
  return !line.except.some((prefix) => code.startsWith(prefix));
}
