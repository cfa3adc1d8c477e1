import { describe, expect, test } from 'vitest';
import type { Company, SupplyLink } from './link.ts';
import { SupplyNetwork } from './network.ts';
import { companyForTests, originForTests, rulesForTests } from './testing.ts';

const source = { name: 'register', url: 'https://example.org' };
const listed = companyForTests('Listed Cotton');
const supplies = (from: Company, to: Company, more: Partial<SupplyLink> = {}): SupplyLink => ({
  from,
  to,
  kind: 'supplies',
  hs: '5201',
  source,
  ...more,
});

function networkOf(...links: readonly SupplyLink[]): SupplyNetwork {
  const network = new SupplyNetwork({ rules: rulesForTests, asOf: '2026-06-01' });
  network.setOrigin(network.addCompany(listed), originForTests());
  for (const link of links) network.add(link);
  return network;
}

const trace = (
  network: SupplyNetwork,
  { name, country, identifiers }: Partial<Company>,
  hs = ['6109'],
) =>
  network.trace({
    names: [name ?? ''],
    ...(country !== undefined && { country }),
    ...(identifiers !== undefined && { identifiers }),
    hs,
    date: '2026-06-01',
  });

const uscc = (value: string) => ({ identifiers: [{ scheme: 'USCC', value }] });

describe('a chain of supplies', () => {
  const [spinner, sewer] = [companyForTests('Spinner'), companyForTests('Sewer')];
  const chain = [
    supplies(listed, spinner, { share: 1 }),
    supplies(spinner, sewer, { hs: '5205', share: 1 }),
  ];

  test('passes taint tier by tier, less at each', () => {
    const network = networkOf(...chain);
    const [one] = trace(network, spinner);
    const [two] = trace(network, sewer);
    expect(one?.strength).toBeCloseTo(0.95 * 0.85, 2);
    expect(two?.strength).toBeCloseTo(0.95 * 0.85 * 0.85, 2);
    expect(two?.steps.map(({ upstream }) => upstream.name)).toEqual(['Spinner', 'Listed Cotton']);
  });

  test('passes none upstream', () => {
    const supplier = companyForTests('Seed Merchant');
    expect(trace(networkOf(supplies(supplier, listed)), supplier)).toEqual([]);
  });

  test('breaks where a link is taken out, and mends where it comes back', () => {
    const network = networkOf(...chain);
    const [first] = chain as [SupplyLink];
    const whole = trace(network, sewer);
    expect(network.remove(first)).toBe(true);
    expect(network.remove(first)).toBe(false);
    expect(trace(network, sewer)).toEqual([]);
    network.add(first);
    expect(trace(network, sewer)).toEqual(whole);
  });

  test('that runs in a circle ends', () => {
    const network = networkOf(...chain, supplies(sewer, spinner), supplies(sewer, listed));
    expect(trace(network, sewer)).toHaveLength(1);
    expect(trace(network, sewer)[0]?.steps).toHaveLength(2);
  });

  test('may go round a link that is gone by another way', () => {
    const network = networkOf(...chain, supplies(listed, sewer, { kind: 'sub-supplier' }));
    network.remove(chain[1] as SupplyLink);
    expect(trace(network, sewer)[0]?.steps).toHaveLength(1);
  });

  test('over goods nobody names is weaker and not sure', () => {
    const { hs: _, ...unnamed } = supplies(listed, spinner, { share: 1 });
    const [path] = trace(networkOf(unnamed), spinner);
    expect(path?.strength).toBeCloseTo(0.95 * 0.85 * 0.6, 2);
    expect(path?.sure).toBe(false);
    expect(path?.steps[0]?.goods).toBe('goods that nobody names');
  });
});

describe('firms of one name', () => {
  const bare = companyForTests('Twin Textile');
  const [a, b] = [
    companyForTests('Twin Textile', uscc('A')),
    companyForTests('Twin Textile', uscc('B')),
  ];

  test('are one where only one bears a number', () => {
    const network = networkOf(supplies(listed, bare));
    network.addCompany(a);
    expect(trace(network, a)[0]?.steps.map(({ kind }) => kind)).toEqual(['same-name', 'supplies']);
  });

  test('with different numbers do not taint each other, though the bare name hears of both', () => {
    const network = networkOf(supplies(listed, a));
    network.addCompany(bare);
    network.addCompany(b);
    expect(trace(network, b)).toEqual([]);
    expect(trace(network, a)).toHaveLength(1);
    const [path] = trace(network, bare);
    expect(path?.hit.namesakes).toBe(true);
    expect(path?.sure).toBe(false);
  });

  test('in two countries are two', () => {
    const network = networkOf(supplies(listed, bare));
    expect(trace(network, { ...bare, country: 'VN' })).toEqual([]);
    expect(trace(network, { name: bare.name })[0]?.hit.by).toBe('name-only');
  });

  test('that learn their country leave those without', () => {
    const network = networkOf(supplies(listed, { name: 'Far Mill' }));
    network.addCompany({ name: 'Far Mill', ...uscc('C') });
    expect(trace(network, uscc('C'))).toHaveLength(1);
    network.addCompany({ name: 'Far Mill', country: 'IN', ...uscc('C') });
    expect(trace(network, uscc('C'))).toEqual([]);
  });

  test('are one where they share a second number', () => {
    const both = companyForTests('Other Name', {
      identifiers: [
        { scheme: 'LEI', value: 'L' },
        { scheme: 'USCC', value: 'A' },
      ],
    });
    const network = networkOf(supplies(listed, a));
    network.addCompany(both);
    expect(
      trace(network, { name: 'x', identifiers: [{ scheme: 'LEI', value: 'L' }] }),
    ).toHaveLength(1);
  });

  test('are never joined where they are persons', () => {
    const [boss, worker] = ['1', '2'].map((id) => companyForTests('Li Wei', { id, person: true }));
    if (boss === undefined || worker === undefined) throw new Error('two persons are wanted');
    const firm = companyForTests('Firm of Li Wei');
    const network = networkOf(
      { kind: 'owns', from: boss, to: listed, source },
      { kind: 'owns', from: worker, to: firm, source },
    );
    expect(trace(network, firm)).toEqual([]);
    expect(trace(network, companyForTests('Li Wei'))).toEqual([]);
  });
});

describe('telling the same again', () => {
  test('changes nothing, however it is spelt', () => {
    const network = networkOf(supplies(listed, companyForTests('Mill')));
    const { reference } = network;
    expect(network.add(supplies(listed, companyForTests('Mill')))).toBe('known');
    expect(
      network.add(supplies(companyForTests('LISTED COTTON CO LTD'), companyForTests('Mill Ltd'))),
    ).toBe('known');
    expect(network.reference).toEqual(reference);
    expect(network.add(supplies(listed, companyForTests('Listed Cotton Co.')))).toBe(
      'same-company',
    );
  });
});
