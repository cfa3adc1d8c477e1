/**
 * Keeps the findings that a party or an item gave before, for the next shipment in which it stands
 * in the same place, with the same origin and on the same day. What is kept hangs on the facts it
 * was drawn from and goes with them.
 *
 * Findings so kept last, so that their weighing and their text can be kept beside them too.
 */
import type { FindContext, RawFinding } from './finder.ts';

export interface KeptFindings {
  /** How often they were asked for: what is asked for once is not worth keeping. */
  asked: number;
  /** By where the party or item stands, then by factor. */
  readonly byPlace: Map<string, Map<string, readonly RawFinding[]>>;
}

/** An item or party stands in few places; more than this are days that went by. */
const mostKept = 64;
const leastAsked = 6;

const lasting = new WeakSet<RawFinding>();

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
  let place = facts.places.items[index];
  if (place === undefined) {
    const origin = facts.origins[index];
    place =
      `${date} ${index} ${item.lineNumber} ` +
      `${origin?.country} ${origin?.path} ${item.regionOfOrigin}`;
    facts.places.items[index] = place;
  }
  return remember(known.kept, place, factor, make);
}

/** `make` may depend on the rulebook, the day, the party, its place and the codes of the goods. */
export function rememberParty(
  { facts, shipment, date }: FindContext,
  index: number,
  factor: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  const known = facts.parties[index];
  if (known === undefined || !isWorthKeeping(known.kept)) return make();
  if (shipment.items.length > mostKept) return make();
  let place = facts.places.parties[index];
  if (place === undefined) {
    place = `${date} ${index}`;
    for (const { commodityCode } of shipment.items) place += ` ${commodityCode}`;
    facts.places.parties[index] = place;
  }
  return remember(known.kept, place, factor, make);
}

function isWorthKeeping(kept: KeptFindings): boolean {
  kept.asked += 1;
  return kept.asked > leastAsked;
}

function remember(
  { byPlace }: KeptFindings,
  place: string,
  factor: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  let byFactor = byPlace.get(place);
  if (byFactor === undefined) {
    if (byPlace.size >= mostKept) byPlace.clear();
    byFactor = new Map();
    byPlace.set(place, byFactor);
  }
  const before = byFactor.get(factor);
  if (before !== undefined) return before;
  const findings = make();
  byFactor.set(factor, findings);
  for (const finding of findings) lasting.add(finding);
  return findings;
}

/** Whether a finding is one that is kept. */
export function isLasting(finding: RawFinding): boolean {
  return lasting.has(finding);
}
