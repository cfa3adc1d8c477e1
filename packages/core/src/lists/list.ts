/**
 * A list of named entities as an authority published it, and the snapshot of it that we hold.
 *
 * Every fact keeps the name of its list, the date it took effect and the page it was read from:
 * an alert that cites "the list" without the version in force can not be defended.
 */
import { z } from 'zod';

const isoDate = z.iso.date('expected a date such as "2022-06-21"');

/** How a further name relates to the first: the list says which. */
export const aliasKinds = [
  'also-known-as',
  'formerly-known-as',
  'native-script',
  'translation',
  'spelling',
] as const;

/**
 * Whether an entry bites today. 'partially-modified' orders still bind what was not taken out;
 * 'inactive' entries are kept so that a backtest over earlier dates stays true.
 */
export const listingStatuses = ['active', 'partially-modified', 'inactive'] as const;

export const listedNameSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(aliasKinds),
  /** Where the alias comes from when it is not the list itself: a page address. */
  source: z.string().optional(),
});

export const listingSchema = z.strictObject({
  /** UFLPA section 2(d)(2)(B): 'i', 'ii', 'iv' or 'v'. For CBP: 'WRO' or 'Finding'. */
  clause: z.string().min(1),
  effectiveDate: isoDate,
});

export const listedEntitySchema = z.strictObject({
  /** Stable across versions of the list: 'uflpa:hetian-haolin-hair-accessories'. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9-]+$/),
  kind: z.enum(['organization', 'place', 'vessel', 'person', 'region']),
  name: z.string().min(1),
  aliases: z.array(listedNameSchema).default([]),
  /** ISO 3166-1 alpha-2; absent where the list names none, as for vessels at sea. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Free text as published or from a named source: helps tell namesakes apart. */
  addresses: z
    .array(z.strictObject({ text: z.string(), source: z.string().optional() }))
    .default([]),
  /**
   * USCC, LEI and the like. For a region, 'ISO3166-1' or 'ISO3166-2' says that it is covered whole;
   * one without either is a part that no code names.
   */
  identifiers: z.array(z.strictObject({ scheme: z.string(), value: z.string() })).default([]),
  /** Each clause or order under which the entity stands on the list. */
  listings: z.array(listingSchema).min(1),
  status: z.enum(listingStatuses),
  /** The list's own words, when it extends to "subsidiaries" or "subordinate entities". */
  extendsTo: z.string().optional(),
  /** What an order bars. Absent: everything the entity makes. */
  merchandise: z
    .strictObject({
      text: z.string(),
      /** HS prefixes that we assign to the text; empty when no heading fits. */
      hsPrefixes: z.array(z.string().regex(/^\d{2,10}$/)),
    })
    .optional(),
  /** True where CBP enforces the UFLPA presumption in place of this order. */
  supersededByUflpa: z.boolean().optional(),
  url: z.string(),
  note: z.string().optional(),
});

export const entityListSchema = z.strictObject({
  /** 'us-uflpa' or 'us-cbp-wro'; also the prefix under which findings cite it. */
  list: z.string().min(1),
  title: z.string().min(1),
  authority: z.string().min(1),
  /** The version we cite: the date the source was read, then a counter: '2026-07-09.1'. */
  version: z.string().min(1),
  /** The date on which the source was read. */
  asOf: isoDate,
  url: z.string(),
  note: z.string().optional(),
  entities: z.array(listedEntitySchema),
});

export type ListedName = z.infer<typeof listedNameSchema>;
export type ListedEntity = z.infer<typeof listedEntitySchema>;
export type EntityList = z.infer<typeof entityListSchema>;
export type ListingStatus = (typeof listingStatuses)[number];
