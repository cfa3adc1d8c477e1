import { describe, expect, test } from 'vitest';
import { SupplyNetwork } from './network.ts';
import { decodeNetwork, encodeNetwork, SnapshotError } from './snapshot.ts';
import { companyForTests, originForTests, rulesForTests } from './testing.ts';

const options = { rules: rulesForTests, asOf: '2026-06-01' };
const source = { name: 'register', url: 'https://example.org/register' };

function sample(): SupplyNetwork {
  const network = new SupplyNetwork(options);
  const maker = companyForTests('Lop Hair 洛浦', {
    place: 'Lop County',
    otherNames: ['洛浦县发制品'],
  });
  const buyer = companyForTests('Qingdao Wigs', { identifiers: [{ scheme: 'USCC', value: 'X1' }] });
  network.setOrigin(network.addCompany(maker), originForTests());
  network.add({
    from: maker,
    to: buyer,
    kind: 'supplies',
    hs: '6703',
    shipments: 3,
    share: 0.35,
    validFrom: '2026-01-02',
    seen: '2026-04-01',
    source,
  });
  network.add({
    from: buyer,
    to: companyForTests('Shop'),
    kind: 'supplies',
    goods: 'wigs',
    inferred: true,
    source,
  });
  const gone = { from: buyer, to: maker, kind: 'owns' as const, source };
  network.add(gone);
  network.remove(gone);
  return network;
}

const query = { names: ['Shop'], country: 'CN', hs: ['6704'], date: '2026-06-01' };

describe('a snapshot', () => {
  test('brings back the same network and the note', () => {
    const network = sample();
    const { network: back, note } = decodeNetwork(encodeNetwork(network, 'lists of May'), options);
    expect(note).toBe('lists of May');
    expect(back.reference).toEqual(network.reference);
    expect([...back.allLinks()]).toEqual([...network.allLinks()]);
    expect(back.trace(query)).toEqual(network.trace(query));
    expect(back.trace(query)).toHaveLength(1);
  });

  test('wherever its bytes lie in a larger buffer', () => {
    const bytes = encodeNetwork(sample(), '');
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeNetwork(shifted.subarray(3), options).network.linkCount).toBe(2);
  });

  test('is refused when any byte of it is another, or when it is cut short', () => {
    const bytes = encodeNetwork(sample(), '');
    for (let at = 0; at < bytes.length; at += 1) {
      const harmed = bytes.slice();
      harmed[at] = (harmed[at] ?? 0) ^ 1;
      expect(() => decodeNetwork(harmed, options), `byte ${at}`).toThrow(SnapshotError);
    }
    for (const length of [0, 3, 16, bytes.length - 4, bytes.length - 1]) {
      expect(() => decodeNetwork(bytes.subarray(0, length), options)).toThrow(SnapshotError);
    }
  });
});
