/**
 * What passes a link, as a whole number of thousandths of a natural logarithm: shares multiply along
 * a path, so costs add, and whole numbers add up the same in whatever order.
 */
import { anyGoods } from './goods-families.ts';
import { noDay } from './day.ts';
import { linkKinds, type LinkKind } from './link.ts';
import type { LinkRow } from './link-table.ts';
import type { NetworkRules } from './rules.ts';

/**
 * Kinds by number: those a source tells, then three that the network draws itself. 'same-name' goes
 * both ways; 'same-name-one-way' only to the entry that a mere name tells, for several firms bear it.
 */
export const kindNumbers: readonly (LinkKind | DrawnKind)[] = [
  ...linkKinds,
  'same-identifier',
  'same-name',
  'same-name-one-way',
];
export type DrawnKind = 'same-identifier' | 'same-name' | 'same-name-one-way';

export const supplyKinds: ReadonlySet<number> = new Set([0, 1]);
export const firstDrawnKind = linkKinds.length;

/** Cost of a way that is closed. */
export const closed = 0x3fffffff;

/** Cost of a share of 0..1: 0 for the whole, `closed` for nothing. */
export function costOf(share: number): number {
  return share <= 0 ? closed : Math.round(-Math.log(share) * 1000) + 0;
}

export function shareOf(cost: number): number {
  return cost === closed ? 0 : Math.exp(-cost / 1000);
}

export interface LinkCost {
  /** From upstream to downstream. */
  readonly down: number;
  readonly up: number;
}

/** What the link passes on the day, age included; at least 1 where it passes at all. */
export function linkCost(row: LinkRow, rules: NetworkRules, day: number): LinkCost {
  const { down, up } = waysOf(row.kind, rules);
  let extra = ageCost(row, rules, day);
  if (supplyKinds.has(row.kind)) {
    extra += costOf(
      row.share < 0 ? rules.unknownShare : rules.leastShare + (1 - rules.leastShare) * row.share,
    );
    if (row.family === anyGoods) extra += costOf(rules.unknownGoods);
  } else if (row.share >= 0) {
    // Of ownership, more than half is control.
    extra += costOf(Math.min(1, rules.leastShare + (1 - rules.leastShare) * row.share * 2));
  }
  if (row.inferred) extra += costOf(1 - rules.inferredDoubt ** Math.max(row.shipments, 1));
  return { down: add(down, extra), up: add(up, extra) };
}

/** What age took away on the day: 0 for a link that held then, or that age does not touch. */
export function ageCost(row: LinkRow, rules: NetworkRules, day: number): number {
  const kind = kindNumbers[row.kind];
  const lasting = kind === 'owns' || kind === 'controls' || kind === 'same-as';
  if (row.kind >= firstDrawnKind || (lasting && row.validTo === noDay)) return 0;
  // What came of a listed firm stays so, whenever that was.
  if (kind === 'same-as') return 0;
  let end = row.validTo;
  if (end === noDay) {
    if (row.seen === noDay) return 0;
    end = row.seen + rules.presumedYears * 365.25;
  }
  const years = (day - end) / 365.25;
  return years <= 0 ? 0 : Math.round((years / rules.halfLifeYears) * Math.LN2 * 1000);
}

/** True when the link began only after the day. */
export function isTooEarly(row: LinkRow, day: number): boolean {
  return row.validFrom !== noDay && row.validFrom > day;
}

function waysOf(kind: number, { passes }: NetworkRules): LinkCost {
  const both = (share: number): LinkCost => ({ down: costOf(share), up: costOf(share) });
  switch (kindNumbers[kind]) {
    case 'supplies':
      return { down: costOf(passes.supplies), up: closed };
    case 'sub-supplier':
      return { down: costOf(passes.subSupplier), up: closed };
    case 'owns':
      return { down: costOf(passes.owned), up: costOf(passes.owner) };
    case 'controls':
      return both(passes.controls);
    case 'same-as':
    case 'same-identifier':
      return both(passes.sameAs);
    case 'same-name':
      return both(passes.sameName);
    case 'same-name-one-way':
      return { down: costOf(passes.sameName), up: closed };
    case 'shared-address':
      return both(passes.sharedAddress);
    case 'shared-phone':
      return both(passes.sharedPhone);
    case 'associated':
      return both(passes.associated);
    case undefined:
      break;
  }
  throw new RangeError(`no kind of link has the number ${kind}`);
}

function add(way: number, extra: number): number {
  return way === closed || extra >= closed ? closed : Math.max(way + extra, 1);
}
