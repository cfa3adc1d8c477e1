/**
 * A firm as the benchmark knows it: its parts, so that a slice can change one and keep the rest.
 *
 * Real firms are taken apart by the benchmark's own tables, made-up ones are put together from them;
 * neither leans on the matcher's parser.
 */
import type { ListedEntity } from '@herkomst/core';
import type { Industry } from '../words/industries.ts';
import type { Place } from '../words/places.ts';

export interface Firm {
  readonly id: string;
  readonly real: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly place?: Place;
  /** The spelling of the place that the list prints. */
  readonly spelling: string;
  readonly layout: 'front' | 'bracket' | 'none';
  /** 'Haolin', 'Sun Bridge'. */
  readonly brand: string;
  /** Pinyin syllables of the brand; empty for a brand in another language. */
  readonly syllables: readonly string[];
  /** Hanzi of the brand; empty where it has none. */
  readonly hanzi: string;
  readonly industry?: Industry;
  readonly wording: string;
  /** A general word after the trade: 'Technology'. */
  readonly second?: Industry;
  readonly form: string;
  readonly aliases: ListedEntity['aliases'];
  readonly street: string;
  /** The list gives the address. */
  readonly addressListed: boolean;
  /** As listed. */
  readonly name: string;
}

export type FirmParts = Pick<Firm, 'spelling' | 'layout' | 'brand' | 'wording' | 'second' | 'form'>;

export const writeName = (parts: FirmParts): string => {
  const bracket = parts.layout === 'bracket' ? `(${parts.spelling})` : '';
  const front = parts.layout === 'front' ? parts.spelling : '';
  return [front, parts.brand, parts.wording, parts.second?.english[0] ?? '', bracket, parts.form]
    .filter((word) => word !== '')
    .join(' ');
};

const hanziIndustry = (industry: Industry | undefined): string => industry?.hanzi[0] ?? '';

/** The Hanzi name; empty for firms that have none. */
export const writeHanzi = (firm: Firm, form = '有限公司'): string =>
  firm.hanzi === ''
    ? ''
    : `${firm.layout === 'none' ? '' : (firm.place?.hanzi ?? '')}${firm.hanzi}${hanziIndustry(firm.industry)}${hanziIndustry(firm.second)}${form}`;

export const addressOf = (firm: Pick<Firm, 'street' | 'place' | 'spelling'>): string[] =>
  firm.place === undefined ? [firm.street] : [firm.street, firm.place.spellings[0] ?? ''];

export const entityOf = (firm: Firm): ListedEntity => ({
  id: firm.id,
  kind: 'organization',
  name: firm.name,
  aliases: firm.aliases,
  country: firm.country,
  addresses: firm.addressListed ? [{ text: addressOf(firm).join(', ') }] : [],
  identifiers: [],
  listings: [{ clause: 'ii', effectiveDate: '2026-01-01' }],
  status: 'active',
  url: 'https://example.org',
});
