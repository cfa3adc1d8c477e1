/**
 * Keeps the findings that a party or an item gave before, for the next shipment in which it stands
 * in the same place, with the same origin and on the same day. What is kept hangs on the facts it
 * was drawn from and goes with them.
 *
 * Findings so kept carry a note of what was made of them: mostly the same is made of them again.
 */
import type { Origin } from '../facts/origin.ts';
import type { ShipmentItem } from '../shipment/schema.ts';
import type { FindContext, RawFinding } from './finder.ts';

export interface KeptFindings {
  /** How often they were asked for: what is asked for once is not worth keeping. */
  asked: number;
  places: Place[];
}

/** Where a party or item stood, and what it gave there, by factor. */
interface Place {
  readonly date: string;
  readonly index: number;
  /** Of an item: what its findings speak of beside its goods. */
  readonly lineNumber: number;
  readonly region: string | undefined;
  readonly origin: Origin | null;
  /** Beside a party: the codes of the shipment's goods, on which its findings may hang. */
  readonly codes: readonly string[];
  readonly findings: FindingsByFactor;
}

export type FindingsByFactor = Map<string, readonly RawFinding[]>;

/** An item or party stands in few places; more than this are days that went by. */
const mostKept = 64;
const leastAsked = 6;
/** A shipment of more lines than this is hardly met again. */
const mostItems = 64;

export function keepFindings(): KeptFindings {
  return { asked: 0, places: [] };
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
  const origin = facts.origins[index] ?? null;
  const here = (facts.kept.items[index] ??= findingsAt(
    known.kept,
    (place) => place.index === index && place.date === date && isItem(place, item, origin),
    () => ({
      date,
      index,
      lineNumber: item.lineNumber,
      region: item.regionOfOrigin,
      origin,
      codes: [],
      findings: new Map(),
    }),
  ));
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
  const here = (facts.kept.parties[index] ??= findingsAt(
    known.kept,
    (place) => place.index === index && place.date === date && areOfCodes(items, place.codes),
    () => ({
      date,
      index,
      lineNumber: 0,
      region: undefined,
      origin: null,
      codes: items.map(({ commodityCode }) => commodityCode),
      findings: new Map(),
    }),
  ));
  return remember(here, factor, make);
}

function isWorthKeeping(kept: KeptFindings): boolean {
  kept.asked += 1;
  return kept.asked > leastAsked;
}

function isItem(place: Place, item: ShipmentItem, origin: Origin | null): boolean {
  return (
    place.lineNumber === item.lineNumber &&
    place.region === item.regionOfOrigin &&
    place.origin?.country === origin?.country &&
    place.origin?.path === origin?.path
  );
}

function areOfCodes(items: readonly ShipmentItem[], codes: readonly string[]): boolean {
  if (items.length !== codes.length) return false;
  for (let i = 0; i < items.length; i += 1) {
    if (items[i]?.commodityCode !== codes[i]) return false;
  }
  return true;
}

function findingsAt(
  kept: KeptFindings,
  isHere: (place: Place) => boolean,
  make: () => Place,
): FindingsByFactor {
  for (const place of kept.places) {
    if (isHere(place)) return place.findings;
  }
  if (kept.places.length >= mostKept) kept.places = [];
  const place = make();
  kept.places.push(place);
  return place.findings;
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
