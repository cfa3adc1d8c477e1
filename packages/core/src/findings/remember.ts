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
  readonly byKey: Map<string, readonly RawFinding[]>;
}

/** An item or party stands in few places; more than this are days that went by. */
const mostKept = 64;
const leastAsked = 6;

const lasting = new WeakSet<RawFinding>();

export function keepFindings(): KeptFindings {
  return { asked: 0, byKey: new Map() };
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
  const origin = facts.origins[index];
  const key =
    `${factor} ${date} ${index} ${item.lineNumber} ` +
    `${origin?.country} ${origin?.path} ${item.regionOfOrigin}`;
  return remember(known.kept, key, make);
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
  let key = `${factor} ${date} ${index}`;
  for (const { commodityCode } of shipment.items) key += ` ${commodityCode}`;
  return remember(known.kept, key, make);
}

function isWorthKeeping(kept: KeptFindings): boolean {
  kept.asked += 1;
  return kept.asked > leastAsked;
}

function remember(
  { byKey }: KeptFindings,
  key: string,
  make: () => readonly RawFinding[],
): readonly RawFinding[] {
  const before = byKey.get(key);
  if (before !== undefined) return before;
  const findings = make();
  if (byKey.size >= mostKept) byKey.clear();
  byKey.set(key, findings);
  for (const finding of findings) lasting.add(finding);
  return findings;
}

/** Whether a finding is one that is kept. */
export function isLasting(finding: RawFinding): boolean {
  return lasting.has(finding);
}
