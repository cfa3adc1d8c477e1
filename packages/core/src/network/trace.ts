/**
 * Reads the paths that lead to a party out of a network, and weighs each for the day of the
 * shipment: a link that had ended counts less, one that had not begun not at all.
 */
import type { Company, PartyHit, TracedPath, TracedStep, TraceQuery } from './link.ts';
import { anyGoods, type GoodsFamilies } from './goods-families.ts';
import type { Companies } from './companies.ts';
import { dayOf } from './day.ts';
import type { LinkFacts, Origin } from './link.ts';
import { ageCost, isTooEarly, kindNumbers, linkCost, shareOf, supplyKinds } from './link-cost.ts';
import { none, type LinkTable } from './link-table.ts';
import type { NetworkRules } from './rules.ts';
import type { Label } from './label.ts';
import type { Taint } from './taint.ts';

export interface Traceable {
  readonly rules: NetworkRules;
  readonly goods: GoodsFamilies;
  readonly companies: Companies;
  readonly links: LinkTable;
  readonly taint: Taint;
  originOf(company: number): Origin | undefined;
  factsOf(link: number): LinkFacts;
}

type FoundCompany = ReturnType<Companies['recognise']>[number];

/** Best first; of each origin the best path, and of origins as many as the rules keep. */
export function tracePaths(network: Traceable, query: TraceQuery): readonly TracedPath[] {
  const { companies, taint, rules } = network;
  const families = query.hs.map((hs) => network.goods.familyOf(hs));
  const day = dayOf(query.date);
  const best = new Map<number, TracedPath>();
  for (const found of companies.recognise(query)) {
    for (const label of taint.labelsOf(found.index)) {
      if (!families.some((family) => network.goods.feeds(label.family, family))) continue;
      const path = follow(network, found, label, day);
      if (path === null || path.strength < rules.leastStrength) continue;
      const other = best.get(label.origin);
      if (other === undefined || better(path, other) < 0) best.set(label.origin, path);
    }
  }
  if (best.size === 0) return [];
  return [...best]
    .toSorted(
      ([a, x], [b, y]) => better(x, y) || (companies.keyAt(a) < companies.keyAt(b) ? -1 : 1),
    )
    .slice(0, rules.pathsKept)
    .map(([, path]) => path);
}

function better(a: TracedPath, b: TracedPath): number {
  return (
    b.strength - a.strength ||
    Number(b.sure) - Number(a.sure) ||
    a.steps.length - b.steps.length ||
    (a.hit.company.name < b.hit.company.name ? -1 : Number(a.hit.company.name > b.hit.company.name))
  );
}

/** Null when a link of the path had not begun on the day. */
function follow(
  network: Traceable,
  found: FoundCompany,
  label: Label,
  day: number,
): TracedPath | null {
  const { companies, links, rules, taint } = network;
  const origin = network.originOf(label.origin);
  if (origin === undefined) throw new Error(`taint begins at ${label.origin}, which is no origin`);
  const hit = hitOf(network, found);
  const steps: TracedStep[] = [];
  let strength = hit.certainty * origin.probability;
  let sure = origin.sure && hit.by !== 'name-only' && !hit.namesakes;
  let here = { company: found.index, label };
  while (here.label.link !== none) {
    const { link } = here.label;
    const row = links.row(link);
    if (isTooEarly(row, day)) return null;
    const next = taint.before(here.company, here.label);
    const reversed = row.from === here.company;
    const cost = linkCost(row, rules, day);
    const passes = shareOf(reversed ? cost.up : cost.down);
    const age = shareOf(ageCost(row, rules, day));
    const facts = network.factsOf(link);
    strength *= passes;
    sure &&= isSure(row, age);
    steps.push({
      downstream: companies.at(here.company),
      upstream: companies.at(next.company),
      link: facts,
      goods: goodsOf(network, link, facts),
      kind: shownKind(row.kind),
      reversed,
      passes,
      age,
    });
    here = next;
  }
  const company = companies.at(here.company);
  return { hit, steps, origin: { ...origin, company }, strength, sure };
}

/**
 * Stated, still held, and of a kind over which goods or the firm itself come through: supplies of
 * goods that are named, or one firm under two entries.
 */
function isSure(
  row: { readonly kind: number; readonly inferred: boolean; readonly family: number },
  age: number,
): boolean {
  if (row.inferred || age < 1) return false;
  if (supplyKinds.has(row.kind))
    return kindNumbers[row.kind] === 'supplies' && row.family !== anyGoods;
  return ['same-as', 'same-identifier', 'same-name'].includes(shownKind(row.kind));
}

function shownKind(kind: number): TracedStep['kind'] {
  const name = kindNumbers[kind];
  if (name === undefined) throw new RangeError(`no kind of link has the number ${kind}`);
  return name === 'same-name-one-way' ? 'same-name' : name;
}

function goodsOf({ links, goods }: Traceable, link: number, facts: LinkFacts): string | null {
  if (!supplyKinds.has(links.kind[link] as number)) return null;
  if (facts.goods !== undefined) return facts.goods;
  const family = links.family[link] as number;
  if (family !== anyGoods) return goods.title(family);
  return facts.hs === undefined ? 'goods that nobody names' : `goods of HS ${facts.hs}`;
}

function hitOf({ companies, rules }: Traceable, { index, by, namesakes }: FoundCompany): PartyHit {
  const company: Company = companies.at(index);
  const ways = { identifier: rules.party.identifier, name: rules.party.name };
  const way = by === 'name-only' ? rules.party.nameOnly : ways[by];
  return { company, by, namesakes, certainty: way * (namesakes ? rules.party.namesake : 1) };
}
