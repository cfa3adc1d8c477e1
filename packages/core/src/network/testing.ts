/**
 * Rules for tests, and an oracle: the same answer as a network's, worked out from nothing in the
 * plainest way there is. It shares the prices of links with the network and nothing else.
 */
import type { GoodsFamilies } from './goods-families.ts';
import { dayOf, noDay } from './day.ts';
import { linkKinds, type Company, type Origin, type SupplyLink } from './link.ts';
import { closed, costOf, kindNumbers, linkCost, type DrawnKind } from './link-cost.ts';
import { none, type LinkRow } from './link-table.ts';
import { nameKey } from './name-key.ts';
import type { NetworkRules } from './rules.ts';

export const rulesForTests: NetworkRules = {
  group: 'network',
  weight: 6.5,
  roles: { manufacturer: 1, exporter: 1, seller: 1, supplier: 1 },
  otherMaker: 0.5,
  notInForce: 0.4,
  namedElsewhere: 0.6,
  leastProbability: 0.5,
  leastStrength: 0.1,
  pathsKept: 2,
  passes: {
    supplies: 0.85,
    subSupplier: 0.7,
    owned: 0.75,
    owner: 0.5,
    controls: 0.4,
    sameAs: 0.97,
    sameName: 0.9,
    sharedAddress: 0.45,
    sharedPhone: 0.45,
    associated: 0.35,
  },
  unknownShare: 0.9,
  leastShare: 0.4,
  unknownGoods: 0.6,
  inferredDoubt: 0.5,
  presumedYears: 2,
  halfLifeYears: 2,
  party: { identifier: 1, name: 0.95, nameOnly: 0.6, namesake: 0.5 },
};

export const companyForTests = (name: string, more: Partial<Company> = {}): Company => ({
  name,
  country: 'CN',
  ...more,
});

export const originForTests = (more: Partial<Origin> = {}): Origin => ({
  entityIds: ['test:listed'],
  hsPrefixes: [],
  region: null,
  namedElsewhere: false,
  probability: 1,
  sure: true,
  ...more,
});

export interface Facts {
  readonly companies: readonly Company[];
  readonly links: readonly SupplyLink[];
  readonly origins: readonly (readonly [Company, Origin])[];
}

/** 'company key / family / origin key' to least cost, the best few origins of each only. */
export function oracle(
  facts: Facts,
  rules: NetworkRules,
  asOf: string,
  goods: GoodsFamilies,
): ReadonlyMap<string, number> {
  const companies = new Map<string, Company>();
  const learn = (company: Company): void => {
    const known = companies.get(keyOf(company));
    companies.set(keyOf(company), known === undefined ? company : { ...company, ...known });
  };
  for (const company of facts.companies) learn(company);
  for (const { from, to } of facts.links) [from, to].forEach(learn);

  interface Arc {
    readonly from: string;
    readonly to: string;
    readonly cost: number;
    readonly goods: number | null;
  }
  const arcs: Arc[] = [];
  const addArcs = (from: string, to: string, row: LinkRow, goods: number | null): void => {
    if (from === to) return;
    const { down, up } = linkCost(row, rules, dayOf(asOf));
    if (down !== closed) arcs.push({ from, to, cost: down, goods });
    if (up !== closed) arcs.push({ from: to, to: from, cost: up, goods });
  };
  for (const link of facts.links) {
    const supplies = link.kind === 'supplies' || link.kind === 'sub-supplier';
    const family = link.hs === undefined ? 0 : goods.familyOf(link.hs);
    const row = rowFor(linkKinds.indexOf(link.kind), family, link);
    addArcs(keyOf(link.from), keyOf(link.to), row, supplies && family !== 0 ? family : null);
  }
  for (const [a, b, kind] of drawn([...companies.values()])) {
    addArcs(a, b, rowFor(kindNumbers.indexOf(kind), 0), null);
  }

  const maxCost = costOf(rules.leastStrength);
  const all = new Map<string, { origin: string; cost: number }[]>();
  for (const [company, origin] of facts.origins) {
    const best = new Map<string, number>();
    const families = origin.hsPrefixes.map((hs) => goods.familyOf(hs));
    const starts = families.length === 0 || families.includes(0) ? [0] : families;
    for (const family of starts) {
      best.set(`${keyOf(company)} / ${family}`, costOf(origin.probability));
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const arc of arcs) {
        for (let family = 0; family < goods.count; family += 1) {
          const here = best.get(`${arc.from} / ${family}`);
          if (here === undefined || here + arc.cost > maxCost) continue;
          if (arc.goods !== null && !goods.feeds(family, arc.goods)) continue;
          const there = `${arc.to} / ${arc.goods ?? family}`;
          if (here + arc.cost >= (best.get(there) ?? Infinity)) continue;
          best.set(there, here + arc.cost);
          changed = true;
        }
      }
    }
    for (const [at, cost] of best) {
      all.set(at, [...(all.get(at) ?? []), { origin: keyOf(company), cost }]);
    }
  }
  return new Map(
    [...all].flatMap(([at, reached]) =>
      reached
        .toSorted((a, b) => a.cost - b.cost || (a.origin < b.origin ? -1 : 1))
        .slice(0, rules.pathsKept)
        .map(({ origin, cost }) => [`${at} / ${origin}`, cost] as const),
    ),
  );
}

/** Test companies bear at most one identifier. */
function keyOf({ name, country, identifiers }: Company): string {
  const [identifier] = identifiers ?? [];
  return identifier === undefined
    ? `name:${country ?? ''}:${nameKey(name)}`
    : `${identifier.scheme}:${identifier.value}`;
}

function drawn(companies: readonly Company[]): (readonly [string, string, DrawnKind])[] {
  const groups = new Map<string, Set<string>>();
  for (const company of companies) {
    const group = `${company.country ?? ''}:${nameKey(company.name)}`;
    groups.set(group, new Set([...(groups.get(group) ?? []), keyOf(company)]));
  }
  return [...groups.values()].flatMap((keys) => {
    const bare = [...keys].find((key) => key.startsWith('name:'));
    const identified = [...keys].filter((key) => !key.startsWith('name:'));
    if (bare === undefined) return [];
    const kind = identified.length === 1 ? 'same-name' : 'same-name-one-way';
    return identified.map((key) => [key, bare, kind] as const);
  });
}

function rowFor(kind: number, family: number, link?: SupplyLink): LinkRow {
  return {
    from: 0,
    to: 0,
    kind,
    family,
    inferred: link?.inferred === true,
    hs: none,
    goods: none,
    source: none,
    share: Math.fround(link?.share ?? none),
    shipments: link?.shipments ?? none,
    validFrom: link?.validFrom === undefined ? noDay : dayOf(link.validFrom),
    validTo: link?.validTo === undefined ? noDay : dayOf(link.validTo),
    seen: link?.seen === undefined ? noDay : dayOf(link.seen),
  };
}
