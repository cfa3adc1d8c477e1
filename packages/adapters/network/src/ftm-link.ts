/** Links of FollowTheMoney, as the network knows links. */
import type { LinkFacts, LinkKind } from '@herkomst/core';
import type { FtmEntity } from './ftm-entity.ts';
import { isDate } from './read-csv.ts';

interface Shape {
  readonly kind: LinkKind;
  /** Property that names the upstream end, and the downstream one. */
  readonly from: string;
  readonly to: string;
}

const shapes: Readonly<Record<string, Shape>> = {
  Ownership: { kind: 'owns', from: 'owner', to: 'asset' },
  Directorship: { kind: 'controls', from: 'director', to: 'organization' },
  Succession: { kind: 'same-as', from: 'predecessor', to: 'successor' },
  UnknownLink: { kind: 'associated', from: 'subject', to: 'object' },
  Representation: { kind: 'associated', from: 'agent', to: 'client' },
  Membership: { kind: 'associated', from: 'member', to: 'organization' },
};

export interface FtmLink {
  readonly from: string;
  readonly to: string;
  readonly facts: LinkFacts;
}

export type FtmLinkReading =
  | { readonly kind: 'links'; readonly links: readonly FtmLink[] }
  | { readonly kind: 'fault'; readonly path: string; readonly message: string }
  | { readonly kind: 'other' };

/** Where it comes from, when the entity itself does not say. */
export interface FtmSource {
  readonly name: string;
  /** Address of the file, or of the page that describes it. */
  readonly url: string;
}

/** 'other' where the entity is no link; every pair of its ends where it is. */
export function readFtmLink(entity: FtmEntity, source: FtmSource): FtmLinkReading {
  const shape = Object.hasOwn(shapes, entity.schema) ? shapes[entity.schema] : undefined;
  if (shape === undefined) return { kind: 'other' };
  const froms = entity.references(shape.from);
  const tos = entity.references(shape.to);
  for (const [property, ends] of [
    [shape.from, froms],
    [shape.to, tos],
  ] as const) {
    if (ends.length === 0) {
      return { kind: 'fault', path: `properties.${property}`, message: 'missing; expected an id' };
    }
  }
  const facts = factsOf(entity, shape.kind, source);
  return {
    kind: 'links',
    links: froms.flatMap((from) => tos.map((to) => ({ from, to, facts }))),
  };
}

/** From a firm to those that it names as parents. */
export function parentLinks(entity: FtmEntity, source: FtmSource): readonly FtmLink[] {
  const facts = factsOf(entity, 'owns', source);
  return entity.references('parent').map((from) => ({ from, to: entity.id, facts }));
}

export function factsOf(entity: FtmEntity, kind: LinkKind, source: FtmSource): LinkFacts {
  const share = kind === 'owns' ? shareOf(entity.texts('percentage')[0]) : undefined;
  const validFrom = day(entity.texts('startDate')[0] ?? entity.texts('date')[0], '-01-01');
  const validTo = day(entity.texts('endDate')[0], '-12-31');
  const seen = day(entity.texts('retrievedAt')[0], '-01-01') ?? entity.lastSeen ?? undefined;
  return {
    kind,
    ...(share !== undefined && { share }),
    // A succession is dated, but the firm is the same before it too.
    ...(validFrom !== undefined && kind !== 'same-as' && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    ...(seen !== undefined && isDate(seen) && { seen }),
    source: {
      name: entity.texts('publisher')[0] ?? entity.dataset ?? source.name,
      url: entity.texts('sourceUrl')[0] ?? entity.texts('publisherUrl')[0] ?? source.url,
    },
  };
}

/** '51', '51%', '51.00 %'; nothing for words. */
function shareOf(text: string | undefined): number | undefined {
  const digits = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text?.trim() ?? '')?.[1];
  const share = Number(digits?.replace(',', '.')) / 100;
  return share >= 0 && share <= 1 ? share : undefined;
}

/** FollowTheMoney's dates may stop at the year or the month; the rest is then read widely. */
function day(text: string | undefined, yearEnd: '-01-01' | '-12-31'): string | undefined {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year + yearEnd;
  const last = yearEnd === '-01-01' ? '01' : lastDay(Number(year), Number(month));
  const whole = `${year}-${month}-${date ?? last}`;
  return isDate(whole) ? whole : undefined;
}

function lastDay(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0');
}
