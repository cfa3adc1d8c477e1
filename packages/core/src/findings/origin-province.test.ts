import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import type { ShipmentChanges } from '../testing/shipment.ts';
import { originPhoneProvince } from './origin-phone-province.ts';
import { originPostcodeProvince } from './origin-postcode-province.ts';
import { originUsccChecksum } from './origin-uscc-checksum.ts';
import { originUsccProvince } from './origin-uscc-province.ts';

const foshan = { lines: [], city: 'Foshan', region: 'Guangdong', country: 'CN' };
const uscc = (value: string): ShipmentChanges => ({
  parties: [{ address: foshan, identifiers: [{ scheme: 'USCC', value }] }],
});
/** Of Alibaba in Zhejiang and of Huawei in Shenzhen, as they print them. */
const zhejiang = '91330100799655058B';
const shenzhen = '914403001922038216';

describe('a postcode', () => {
  test('of another province than the address is told with both', () => {
    const { findings } = find(originPostcodeProvince, {
      parties: [{ address: { ...foshan, postcode: '461000' } }],
    });
    expect(findings).toMatchObject([
      { path: 'data.parties[0].address.postcode', matched: '461000' },
    ]);
    expect(findings[0]?.summary).toContain('belongs to Henan, but its address is in Guangdong');
  });

  test.each([
    ['of the province', { parties: [{ address: { ...foshan, postcode: '528000' } }] }],
    [
      'of a province that the address names too',
      { parties: [{ address: { ...foshan, lines: ['c/o Xuchang works'], postcode: '461000' } }] },
    ],
    [
      'where the address names none',
      { parties: [{ address: { lines: ['Lane 4'], postcode: '461000', country: 'CN' } }] },
    ],
    [
      'in another country',
      { parties: [{ address: { ...foshan, postcode: '461000', country: 'IN' } }] },
    ],
    [
      'of a party that buys',
      { parties: [{}, { role: 'buyer' as const, address: { ...foshan, postcode: '461000' } }] },
    ],
  ])('%s is no matter', (_what, changes) => {
    expect(find(originPostcodeProvince, changes).findings).toEqual([]);
  });
});

describe('a telephone number', () => {
  test.each([
    ['+86 374 5136699', 1],
    ['+86 757 82345678', 0],
    ['+86 139 0374 1234', 0],
  ])('%s, of a maker in Foshan', (phone, count) => {
    const { findings } = find(originPhoneProvince, { parties: [{ address: foshan, phone }] });
    expect(findings).toHaveLength(count);
  });
});

describe('a unified social credit code', () => {
  const henan = { scheme: 'USCC' as const, value: shenzhen };

  test('of another province than the address is told with both', () => {
    const { findings } = find(originUsccProvince, {
      parties: [{ address: { lines: [], city: 'Xuchang', country: 'CN' }, identifiers: [henan] }],
    });
    expect(findings[0]?.summary).toContain('belongs to Guangdong, but its address is in Henan');
  });

  test('of the province is no matter', () => {
    expect(find(originUsccProvince, uscc(shenzhen)).findings).toEqual([]);
    expect(find(originUsccChecksum, uscc(shenzhen)).findings).toEqual([]);
  });

  test('that can not be right is a small matter of its own, and says nothing of a province', () => {
    const wrong = uscc(zhejiang.replace(/B$/, 'C'));
    expect(find(originUsccChecksum, wrong).findings).toMatchObject([
      { path: 'data.parties[0].identifiers[0].value', weight: 0.4 },
    ]);
    expect(find(originUsccChecksum, wrong).findings[0]?.summary).toContain('should be B');
    expect(find(originUsccProvince, wrong).findings).toEqual([]);
  });
});
