/**
 * What is known of goods: sectors that enforcement gives priority, and goods by country that are
 * made with forced labour. Both are priors on likelihood, never a ban by themselves.
 */
import { z } from 'zod';

const hsPrefix = z.string().regex(/^\d{2,10}$/, 'expected an HS prefix of 2 to 10 digits');
const isoCountry = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 country code');
const isoDate = z.iso.date('expected a date such as "2022-06-21"');

export const sectorSchema = z.strictObject({
  /** 'apparel', 'polysilicon', 'human-hair'. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  hsPrefixes: z.array(hsPrefix).min(1),
  /** 'named' in the strategy or order itself, or 'derived': made from what it names. */
  basis: z.enum(['named', 'derived']),
  /** Origins for which the sector is itself a warning; '*' where inputs travel anywhere. */
  originScope: z.array(isoCountry.or(z.literal('*'))).min(1),
  /** Sector whose product goes into this one: apparel's is cotton. */
  madeFrom: z.string().optional(),
  /** Words one of which the description must hold, for headings that gather other goods too. */
  descriptionWords: z.array(z.string()).optional(),
  designatedAt: isoDate,
  authority: z.string(),
  url: z.string(),
  note: z.string().optional(),
});

export const countryGoodSchema = z.strictObject({
  good: z.string().min(1),
  sector: z.string().min(1),
  country: isoCountry,
  childLabour: z.boolean(),
  forcedLabour: z.boolean(),
  forcedChildLabour: z.boolean(),
  /** Country whose listed input goes into this good; absent when the good itself is listed. */
  derivedFrom: isoCountry.optional(),
  hsPrefixes: z.array(hsPrefix),
});

export type Sector = z.infer<typeof sectorSchema>;
export type CountryGood = z.infer<typeof countryGoodSchema>;
