import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFamilies } from './goods-families.ts';
import { linkKinds, type Company, type Origin, type SupplyLink } from './link.ts';
import { SupplyNetwork } from './network.ts';
import { companyForTests, oracle, originForTests, rulesForTests } from './testing.ts';

const asOf = '2026-06-01';
const goods = compileFamilies();

/** Few names and some identifiers, so that namesakes, cycles and parallel links abound. */
const companies: readonly Company[] = [
  ...['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'].map((name) =>
    companyForTests(`${name} Co Ltd`),
  ),
  companyForTests('Alpha Co., Ltd.', { identifiers: [{ scheme: 'USCC', value: 'A1' }] }),
  companyForTests('ALPHA', { identifiers: [{ scheme: 'USCC', value: 'A2' }] }),
  companyForTests('Beta Ltd', { identifiers: [{ scheme: 'LEI', value: 'B1' }] }),
  companyForTests('Gamma', { country: 'VN' }),
];

const company = fc.constantFrom(...companies);

const link: fc.Arbitrary<SupplyLink> = fc.record(
  {
    from: company,
    to: company,
    kind: fc.constantFrom(...linkKinds),
    hs: fc.constantFrom('5201', '6109', '6704', '9403', '67'),
    share: fc.constantFrom(0, 0.25, 1),
    shipments: fc.constantFrom(1, 3),
    validTo: fc.constantFrom('2019-01-01', '2025-01-01'),
    seen: fc.constantFrom('2022-01-01', '2026-01-01'),
    source: fc.constantFrom(
      { name: 'register', url: 'https://example.org/a' },
      { name: 'press', url: 'https://example.org/b' },
    ),
    inferred: fc.boolean(),
  },
  { requiredKeys: ['from', 'to', 'kind', 'source'] },
);

const origin: fc.Arbitrary<Origin> = fc
  .record({
    probability: fc.constantFrom(0.6, 1),
    hsPrefixes: fc.constantFrom([], ['5201'], ['6704', '5201']),
  })
  .map((some) => originForTests(some));

type Change =
  | { readonly kind: 'add'; readonly link: SupplyLink }
  | { readonly kind: 'remove'; readonly link: SupplyLink }
  | { readonly kind: 'origin'; readonly company: Company; readonly origin: Origin | null };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('add' as const), link }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('origin' as const),
      company,
      origin: fc.option(origin, { freq: 4 }),
    }),
  },
);

/** Adds, origins, and removals of links added before. */
const changes: fc.Arbitrary<readonly Change[]> = fc
  .tuple(fc.array(change, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(), { maxLength: 15 }))
  .map(([made, picks]) => {
    const adds = made.filter((each) => each.kind === 'add');
    const removals = picks.flatMap((pick): Change[] => {
      const picked = adds[pick % adds.length];
      return picked === undefined ? [] : [{ kind: 'remove', link: picked.link }];
    });
    // Removals spread through the second half, some of them before their link.
    return made.flatMap((each, at) => {
      const removal = removals[made.length - 1 - at];
      return removal === undefined ? [each] : [each, removal];
    });
  });

interface Held {
  readonly companies: Company[];
  readonly links: Map<string, SupplyLink>;
  readonly origins: Map<string, readonly [Company, Origin]>;
}

function apply(network: SupplyNetwork, held: Held, each: Change): void {
  if (each.kind === 'origin') {
    network.setOrigin(network.addCompany(each.company), each.origin);
    held.companies.push(each.company);
    const key = keyIn(network, each.company);
    if (each.origin === null) held.origins.delete(key);
    else held.origins.set(key, [each.company, each.origin]);
    return;
  }
  if (each.kind === 'add') {
    network.add(each.link);
    held.companies.push(each.link.from, each.link.to);
    held.links.set(linkKey(network, each.link), each.link);
  } else {
    const was = held.links.delete(linkKey(network, each.link));
    expect(network.remove(each.link)).toBe(was && !isLoop(network, each.link));
  }
}

/** Absent and false are one; so are the companies' spellings. */
function linkKey(network: SupplyNetwork, link: SupplyLink): string {
  const facts = { ...link, from: 0, to: 0, inferred: link.inferred === true };
  return [keyIn(network, link.from), keyIn(network, link.to), JSON.stringify(facts)].join('|');
}

function keyIn(network: SupplyNetwork, each: Company): string {
  const index = network.companies.find(each);
  return index === undefined ? `unknown ${each.name}` : network.companies.keyAt(index);
}

function isLoop(network: SupplyNetwork, { from, to }: SupplyLink): boolean {
  return keyIn(network, from) === keyIn(network, to);
}

function labelsOf(network: SupplyNetwork): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  for (let index = 0; index < network.companies.size; index += 1) {
    for (const { family, origin: at, cost } of network.taint.labelsOf(index)) {
      labels.set(
        `${network.companies.keyAt(index)} / ${family} / ${network.companies.keyAt(at)}`,
        cost,
      );
    }
  }
  return labels;
}

const sorted = (labels: ReadonlyMap<string, number>) =>
  [...labels].toSorted(([a], [b]) => (a < b ? -1 : 1));

const empty = (): Held => ({ companies: [], links: new Map(), origins: new Map() });

function expected(held: Held) {
  const facts = {
    companies: held.companies,
    links: [...held.links.values()],
    origins: [...held.origins.values()],
  };
  return sorted(oracle(facts, rulesForTests, asOf, goods));
}

function tracesOf(network: SupplyNetwork) {
  return companies.map(({ name, country, identifiers }) =>
    network.trace({
      names: [name],
      ...(country !== undefined && { country }),
      ...(identifiers !== undefined && { identifiers }),
      hs: ['6109', '6704', '9403'],
      date: '2026-07-01',
    }),
  );
}

const options = { rules: rulesForTests, asOf, goods };

describe('a supply network', () => {
  test('after every change says what working it all out anew would say', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const network = new SupplyNetwork(options);
        const held = empty();
        for (const each of made) {
          apply(network, held, each);
          expect(sorted(labelsOf(network))).toEqual(expected(held));
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('says the same, by the same paths, whatever the order links came in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(link, { minLength: 2, maxLength: 25, selector: (x) => JSON.stringify(x) }),
        fc.array(fc.tuple(company, origin), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        (links, origins, order) => {
          const build = (some: readonly SupplyLink[]): SupplyNetwork => {
            const network = new SupplyNetwork(options);
            for (const each of companies) network.addCompany(each);
            for (const each of some) network.add(each);
            for (const [at, each] of origins) network.setOrigin(network.addCompany(at), each);
            return network;
          };
          const shuffled = links
            .map((each, at) => ({ each, rank: order[at] ?? 0 }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ each }) => each);
          const [one, other] = [build(links), build(shuffled)];
          expect(tracesOf(other)).toEqual(tracesOf(one));
          expect(other.reference).toEqual(one.reference);
        },
      ),
      { numRuns: 150, seed: 2 },
    );
  });

  test('loaded at once equals the same built up link by link', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const stepwise = new SupplyNetwork(options);
        const atOnce = new SupplyNetwork(options);
        const held = empty();
        for (const each of made) apply(stepwise, held, each);
        const again = empty();
        atOnce.load(() => {
          for (const each of made) apply(atOnce, again, each);
        });
        expect(sorted(labelsOf(atOnce))).toEqual(sorted(labelsOf(stepwise)));
        expect(tracesOf(atOnce)).toEqual(tracesOf(stepwise));
        expect(atOnce.reference).toEqual(stepwise.reference);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test('with its last link gone is clean but for what stands on a list itself', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 25 }), origin, (links, start) => {
        const network = new SupplyNetwork(options);
        network.setOrigin(network.addCompany(companyForTests('Origin')), start);
        const before = network.reference;
        const linked = links.map((each, at) =>
          at % 4 === 0 ? { ...each, from: companyForTests('Origin') } : each,
        );
        for (const each of linked) network.add(each);
        for (const each of linked) network.remove(each);
        expect([...labelsOf(network).keys()].every((key) => key.startsWith('name:CN:origin'))).toBe(
          true,
        );
        expect(network.reference).toEqual(before);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});
