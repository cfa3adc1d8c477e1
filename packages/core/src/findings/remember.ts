/**
 * Keeps the findings that a party or an item gave before, for the next shipment in which it stands
 * in the same place, with the same origin and on the same day. What is kept hangs on the facts it
 * was drawn from and goes with them.
 *
 * Findings so kept carry a note of what was made of them: mostly the same is made of them again.
 */
import type { FindContext, RawFinding } from './finder.ts';

export interface KeptFindings {
  /** How often they were asked for: what is asked for once is not worth keeping. */
  asked: number;
  /** By where the party or item stands, then by factor. */
  readonly byPlace: Map<string, FindingsByFactor>;
}

export type FindingsByFactor = Map<string, readonly RawFinding[]>;

/** An item or party stands in few places; more than this are days that went by. */
const mostKept = 64;
const leastAsked = 6;
/** A shipment of more lines than this is hardly met again. */
const mostItems = 64;

export function keepFindings(): KeptFindings {
  return { asked: 0, byPlace: new Map() };
}

/** `make` may depend on the rulebook, the day, the item, its place and its origin; on nothing else. */
export function rememberItem(
  { facts, shipment, date }: FindContext,
  index: number,
  factor: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  const known = facts.items[index];
  const item = shipment.items[index];
  if (known === undefined || item === undefined || !isWorthKeeping(known.kept)) return make();
  let here = facts.kept.items[index];
  if (here === undefined) {
    const { country, path } = facts.origins[index] ?? {};
    const place = [date, index, item.lineNumber, country, path, item.regionOfOrigin].join(' ');
    facts.kept.items[index] = here = findingsAt(known.kept, place);
  }
  return remember(here, factor, make);
}

/** `make` may depend on the rulebook, the day, the party, its place and the codes of the goods. */
export function rememberParty(
  { facts, shipment: { items }, date }: FindContext,
  index: number,
  factor: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  const known = facts.parties[index];
  if (known === undefined || !isWorthKeeping(known.kept)) return make();
  if (items.length > mostItems) return make();
  let here = facts.kept.parties[index];
  if (here === undefined) {
    const place: (string | number)[] = [date, index];
    for (const { commodityCode } of items) place.push(commodityCode);
    facts.kept.parties[index] = here = findingsAt(known.kept, place.join(' '));
  }
  return remember(here, factor, make);
}

function isWorthKeeping(kept: KeptFindings): boolean {
  kept.asked += 1;
  return kept.asked > leastAsked;
}

function findingsAt({ byPlace }: KeptFindings, place: string): FindingsByFactor {
  let byFactor = byPlace.get(place);
  if (byFactor === undefined) {
    if (byPlace.size >= mostKept) byPlace.clear();
    byFactor = new Map();
    byPlace.set(place, byFactor);
  }
  return byFactor;
}

function remember(
  here: FindingsByFactor,
  factor: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  const before = here.get(factor);
  if (before !== undefined) return before;
  const findings = make().map((finding) => ({ ...finding, note: { group: null } }));
  here.set(factor, findings);
  return findings;
}
