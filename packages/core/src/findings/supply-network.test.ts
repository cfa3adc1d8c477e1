import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import type { Company, SupplyLink } from '../network/link.ts';
import { markOrigins } from '../network/mark-origins.ts';
import { SupplyNetwork } from '../network/network.ts';
import { withNetwork, type Rulebook } from '../rulebook/rulebook.ts';
import { find } from '../testing/find.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildShipment, type ShipmentChanges } from '../testing/shipment.ts';
import { supplyNetwork } from './supply-network.ts';

const plain = buildRulebook();
const rules = plain.definition.factors['supply.network'];
const source = { name: 'Port records', url: 'https://example.org/records' };

const lop: Company = {
  name: 'Lop County Meixin Hair Products Co., Ltd.',
  country: 'CN',
  place: 'Lop County',
};
const haolin: Company = { name: 'Hetian Haolin Hair Accessories Co., Ltd.', country: 'CN' };
const exporter: Company = { name: 'Qingdao Meida Wigs Co., Ltd.', country: 'CN', place: 'Qingdao' };

const hair: SupplyLink = {
  from: lop,
  to: exporter,
  kind: 'supplies',
  hs: '670300',
  goods: 'hair',
  share: 1,
  shipments: 3,
  validFrom: '2026-01-10',
  seen: '2026-02-20',
  source,
};

function networked(links: readonly SupplyLink[]): Rulebook {
  const network = new SupplyNetwork({ rules, asOf: '2026-03-01' });
  for (const link of links) network.add(link);
  markOrigins(network, plain);
  return withNetwork(plain, network);
}

const party = (name: string, role: 'exporter' | 'manufacturer' = 'exporter') => ({
  role,
  name,
  address: { lines: [], country: 'CN' },
});

const wigs: ShipmentChanges = {
  parties: [party('QINGDAO MEIDA WIGS CO LTD')],
  items: [{ commodityCode: '67042000', description: 'Wigs of human hair' }],
};

const statusIn = (changes: ShipmentChanges, rulebook: Rulebook, regime: string) =>
  assess(buildShipment(changes), rulebook).determinations.find((each) => each.regime === regime);

describe('a party one link below a listed firm', () => {
  const rulebook = networked([hair]);
  const { findings } = find(supplyNetwork, wigs, rulebook);

  test('is found, with the path that a person can follow and its source', () => {
    expect(findings.map(({ summary }) => summary)).toEqual([
      'The exporter "QINGDAO MEIDA WIGS CO LTD" stands one link below Lop County Meixin Hair ' +
        'Products Co., Ltd., on the Withhold Release Orders and Findings (WRO since 17 June 2020): ' +
        'exporter "QINGDAO MEIDA WIGS CO LTD" in Qingdao ← buys hair from ← ' +
        '"Lop County Meixin Hair Products Co., Ltd." in Lop County, 3 shipments in 2026.',
    ]);
    expect(findings[0]).toMatchObject({
      path: 'data.parties[0].name',
      citation: { listTitle: 'Supply network: Port records', url: source.url },
      claim: { kind: 'supply-link', list: 'us-cbp-wro', tiers: 1, sure: true, region: 'xinjiang' },
    });
    const [link] = findings[0]?.pieces.filter(({ label }) => label === 'link 1') ?? [];
    expect(link?.explanation).toContain('said by Port records (https://example.org/records)');
  });

  test('weighs what its pieces add up to', () => {
    const [finding] = findings;
    const sum = finding?.pieces.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(finding?.weight ?? NaN, 4);
    expect(finding?.weight).toBeGreaterThan(2);
  });

  test('points to the law without settling it', () => {
    expect(statusIn(wigs, rulebook, 'us-uflpa')).toMatchObject({ status: 'indicated' });
    expect(statusIn(wigs, rulebook, 'us-uflpa')?.explanation).toContain('no least share');
    expect(statusIn(wigs, rulebook, 'us-cbp-wro')).toMatchObject({ status: 'indicated' });
    expect(statusIn(wigs, rulebook, 'oecd-due-diligence')).toMatchObject({ status: 'applies' });
    expect(assess(buildShipment(wigs), rulebook).verdict).toBe('alert');
    expect(assess(buildShipment(wigs), plain).verdict).not.toBe('alert');
  });

  test('counts once, however many lists the start of its path is on', () => {
    const both = networked([
      { ...hair, from: { ...lop, entityIds: ['cbp:meixin', 'uflpa:haolin'] } },
    ]);
    const found = find(supplyNetwork, wigs, both).findings;
    expect(found.map(({ claim }) => claim.kind === 'supply-link' && claim.list)).toEqual([
      'us-cbp-wro',
      'us-uflpa',
    ]);
    expect(found[0]?.weight).toBeGreaterThan(2);
    expect(found[1]?.weight).toBe(0);
  });

  test('is left alone with goods that hair does not go into', () => {
    const shirts = { ...wigs, items: [{ commodityCode: '610910', description: 'T-shirts' }] };
    expect(find(supplyNetwork, shirts, rulebook).findings).toEqual([]);
  });

  test('is not named by a firm of the name elsewhere, nor by one that bears another number', () => {
    const vietnam = {
      role: 'exporter' as const,
      name: exporter.name,
      address: { lines: [], country: 'VN' },
    };
    expect(find(supplyNetwork, { ...wigs, parties: [vietnam] }, rulebook).findings).toEqual([]);
    const numbered = networked([
      { ...hair, to: { ...exporter, identifiers: [{ scheme: 'DUNS', value: '12-345-6789' }] } },
    ]);
    const other = {
      ...party(exporter.name),
      identifiers: [{ scheme: 'DUNS' as const, value: '999999999' }],
    };
    expect(find(supplyNetwork, { ...wigs, parties: [other] }, numbered).findings).toEqual([]);
    const same = {
      ...party('Another Name'),
      identifiers: [{ scheme: 'DUNS' as const, value: '123456789' }],
    };
    expect(find(supplyNetwork, { ...wigs, parties: [same] }, numbered).findings).toHaveLength(1);
  });

  test('counts less where the goods have another maker, and not at all as consignee', () => {
    const made = {
      ...wigs,
      parties: [party(exporter.name), party('Xuchang Wigs', 'manufacturer')],
    };
    const [reduced] = find(supplyNetwork, made, rulebook).findings;
    expect(reduced?.weight).toBeLessThan(findings[0]?.weight ?? 0);
    expect(reduced?.pieces.map(({ label }) => label)).toContain('other maker');
    const consignee = {
      ...wigs,
      parties: [{ ...party(exporter.name), role: 'consignee' as const }],
    };
    expect(find(supplyNetwork, consignee, rulebook).findings).toEqual([]);
  });

  test('"TO ORDER" is nobody, whatever the network says of such a name', () => {
    const toOrder = networked([{ ...hair, to: { name: 'To Order' } }]);
    const shipped = { ...wigs, parties: [party('TO ORDER')] };
    expect(find(supplyNetwork, shipped, toOrder).findings).toEqual([]);
  });
});

describe('a longer path', () => {
  const middle: Company = { name: 'Shandong Hair Trading', country: 'CN' };
  const links: SupplyLink[] = [
    { from: haolin, to: middle, kind: 'supplies', hs: '0501', source },
    { from: middle, to: exporter, kind: 'supplies', hs: '6703', source },
  ];

  test('weighs less, and says each of its links', () => {
    const [far] = find(supplyNetwork, wigs, networked(links)).findings;
    const [near] = find(supplyNetwork, wigs, networked([{ ...hair, from: haolin }])).findings;
    expect(far?.weight).toBeLessThan(near?.weight ?? 0);
    expect(far?.weight).toBeGreaterThan(0);
    expect(far?.summary).toContain('stands 2 links below Hetian Haolin');
    expect(far?.pieces.map(({ label }) => label)).toEqual([
      'tainted input',
      'recognised',
      'link 1',
      'link 2',
      'origin',
    ]);
  });

  test('with an inferred link is not sure: one should look, the relation need not end', () => {
    const inferred = links.map((link) => ({ ...link, inferred: true, shipments: 4 }));
    const rulebook = networked(inferred);
    expect(find(supplyNetwork, wigs, rulebook).findings[0]?.claim).toMatchObject({ sure: false });
    expect(statusIn(wigs, rulebook, 'oecd-due-diligence')).toMatchObject({ status: 'indicated' });
  });
});

describe('time', () => {
  const ended: SupplyLink = {
    ...hair,
    validFrom: '2019-01-01',
    validTo: '2022-03-02',
    seen: '2022-03-02',
  };

  const weightOn = (lodgedAt: string): number =>
    find(supplyNetwork, { ...wigs, declaration: { lodgedAt } }, networked([ended])).findings[0]
      ?.weight ?? 0;

  test('wears down a link that ended, the more the longer ago', () => {
    const [then, later, now] = ['2022-01-01', '2023-06-01', '2024-06-01'].map((day) =>
      weightOn(`${day}T00:00:00Z`),
    );
    expect(then).toBeGreaterThan(later ?? NaN);
    expect(later).toBeGreaterThan(now ?? NaN);
    expect(now).toBeGreaterThan(0);
    expect(weightOn('2018-06-01T00:00:00Z')).toBe(0);
  });
});

describe('a firm that lies in Xinjiang by the network alone', () => {
  test('is found itself, and those it supplies', () => {
    const grower: Company = { name: 'Golden Field Ginning', country: 'CN', region: 'CN-XJ' };
    const mill: Company = { name: 'Binh Duong Spinning', country: 'VN' };
    const rulebook = networked([{ from: grower, to: mill, kind: 'supplies', hs: '5201', source }]);
    const yarn = { commodityCode: '520512', description: 'Cotton yarn' };
    const direct = find(supplyNetwork, { parties: [party(grower.name)], items: [yarn] }, rulebook);
    expect(direct.findings[0]?.summary).toContain(
      'stands in the supply network as "Golden Field Ginning", which lies in Xinjiang.',
    );
    const below = {
      role: 'manufacturer' as const,
      name: mill.name,
      address: { lines: [], country: 'VN' },
    };
    expect(
      find(supplyNetwork, { parties: [below], items: [yarn] }, rulebook).findings[0]?.claim,
    ).toMatchObject({ entity: null, region: 'xinjiang', tiers: 1, sure: true });
  });
});

describe('a rulebook with a network', () => {
  test('names its version in every assessment', () => {
    const rulebook = networked([hair]);
    const { lists } = assess(buildShipment(wigs), rulebook);
    expect(lists.find(({ list }) => list === 'supply-network')?.version).toMatch(/^1 links, /);
  });

  test('refuses one worked out under other rules', () => {
    const network = new SupplyNetwork({ rules: { ...rules, pathsKept: 1 }, asOf: '2026-03-01' });
    expect(() => withNetwork(plain, network)).toThrow(/other rules/);
  });

  test('without a network finds nothing and leaves no gap', () => {
    expect(find(supplyNetwork, wigs, plain)).toEqual({ findings: [], gaps: [] });
  });

  test('whose network names an entry no list holds leaves a gap, never a clear', () => {
    const network = new SupplyNetwork({ rules, asOf: '2026-03-01' });
    network.add(hair);
    network.setOrigin(network.addCompany(lop), {
      entityIds: ['gone:entry'],
      hsPrefixes: [],
      region: null,
      namedElsewhere: false,
      probability: 1,
      sure: true,
    });
    const { gaps, verdict } = assess(buildShipment(wigs), withNetwork(plain, network));
    expect(gaps.map(({ reason }) => reason).join()).toContain('gone:entry');
    expect(verdict).not.toBe('clear');
  });
});
