/**
 * The links that the network draws by itself between entries that are one company. Those with an
 * identifier in common are joined. Of those with a name and country in common, the ones without
 * identifier are joined, and hear of the others; these hear of them only where there is no second
 * bearer of the name, so that taint does not pass between namesakes.
 */
import type { Companies, NameGroup } from './companies.ts';
import { noDay } from './day.ts';
import { anyGoods } from './goods-families.ts';
import { kindNumbers, type DrawnKind } from './link-cost.ts';
import { compareTexts } from './link-rows.ts';
import { none, type LinkRow } from './link-table.ts';

/** `learn` numbers a text. Joined are all with the least key among them. */
export function drawnRows(
  { key, members }: NameGroup,
  companies: Companies,
  learn: (text: string) => number,
): readonly LinkRow[] {
  // The group's key stands where goods do: two groups may call for one link each.
  const goods = learn(key);
  const sorted = members.toSorted((a, b) => compareTexts(companies.keyAt(a), companies.keyAt(b)));
  const bare = key.startsWith('name:')
    ? sorted.filter((index) => companies.isNameOnly(index))
    : sorted;
  const [centre, ...joined] = bare;
  if (centre === undefined) return [];
  const identified = sorted.filter((index) => !bare.includes(index));
  const star: DrawnKind = key.startsWith('name:') ? 'same-name' : 'same-identifier';
  const way: DrawnKind = identified.length === 1 ? 'same-name' : 'same-name-one-way';
  return [
    ...joined.map((index) => drawnRow(index, centre, star, goods)),
    ...identified.map((index) => drawnRow(index, centre, way, goods)),
  ];
}

function drawnRow(from: number, to: number, kind: DrawnKind, goods: number): LinkRow {
  return {
    from,
    to,
    kind: kindNumbers.indexOf(kind),
    inferred: false,
    family: anyGoods,
    hs: none,
    goods,
    source: none,
    share: none,
    shipments: none,
    validFrom: noDay,
    validTo: noDay,
    seen: noDay,
  };
}
