import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import type { ShipmentChanges } from '../testing/shipment.ts';
import { originLoadingPort } from './origin-loading-port.ts';

const paths = (changes: ShipmentChanges) =>
  find(originLoadingPort, changes).findings.map(({ path, weight }) => [path, weight]);

describe('where the goods set out from', () => {
  test('is odd for goods of another origin that are loaded in China', () => {
    expect(paths({ items: [{ countryOfOrigin: 'VN' }] })).toEqual([
      ['data.transport.portOfLoading', 0.9],
    ]);
  });

  test.each(['MN', 'KZ', 'HK', 'CN'])('is not for goods of %s', (countryOfOrigin) => {
    expect(paths({ items: [{ countryOfOrigin }] })).toEqual([]);
  });

  test('is what they were received at, where that is declared', () => {
    expect(
      paths({
        items: [{ countryOfOrigin: 'VN' }],
        transport: { placeOfReceipt: 'VNHAN', portOfLoading: 'CNSHA' },
      }),
    ).toEqual([]);
  });

  test('is odd for a factory by the sea whose goods are received in Urumqi', () => {
    expect(paths({ transport: { placeOfReceipt: 'CNURC' } })).toEqual([
      ['data.transport.placeOfReceipt', 0.8],
    ]);
  });

  test('is not where they only cross the border, nor for a maker in the region', () => {
    expect(paths({ transport: { placeOfReceipt: 'CNAKL' } })).toEqual([]);
    const maker = { address: { lines: [], region: 'Xinjiang', country: 'CN' } };
    expect(paths({ parties: [maker], transport: { placeOfReceipt: 'CNURC' } })).toEqual([]);
  });
});
