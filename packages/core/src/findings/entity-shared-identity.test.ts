import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { entitySharedIdentity } from './entity-shared-identity.ts';

const uscc = { scheme: 'USCC' as const, value: '91653224MA775XXX12' };
const suzhou = {
  lines: ['Bldg. 12, No. 538 Fengting Avenue'],
  city: 'Suzhou',
  region: 'Jiangsu',
  country: 'CN',
};

describe('a party far from Xinjiang whose name says nothing', () => {
  test('is found by the registration number of a listed firm', () => {
    const { findings } = find(entitySharedIdentity, {
      parties: [{ name: 'Sunrise Beauty', identifiers: [uscc] }],
    });
    expect(findings).toMatchObject([
      {
        path: 'data.parties[0].identifiers[0].value',
        weight: 7,
        citation: { list: 'us-uflpa' },
        claim: { kind: 'shared-identity', by: 'identifier', entity: { id: 'uflpa:haolin' } },
      },
    ]);
  });

  test('is found by the address of one that takes transferred workers in, clause (ii)', () => {
    const { findings } = find(entitySharedIdentity, {
      parties: [{ name: 'Sunrise Yarn', address: suzhou }],
    });
    expect(findings).toMatchObject([
      {
        path: 'data.parties[0].address',
        claim: { by: 'address', entity: { id: 'uflpa:transfer' } },
      },
    ]);
    expect(findings[0]?.summary).toContain('clause (ii) since 17 May 2024');
  });

  test.each(['0903-6823456', '+86 (903) 682 3456', '6823456'])(
    'is found by its telephone, %s',
    (phone) => {
      const { findings } = find(entitySharedIdentity, { parties: [{ name: 'Sunrise', phone }] });
      expect(findings.map(({ claim }) => claim)).toMatchObject(
        phone.length > 8 ? [{ by: 'phone' }] : [],
      );
    },
  );

  test.each([
    ['another house in the street', { ...suzhou, lines: ['540 Fengting Avenue'] }],
    ['the number in another street', { ...suzhou, lines: ['Building 12, 538 Renmin Road'] }],
    ['the town alone', { ...suzhou, lines: [] }],
  ])('is not found by %s', (_what, address) => {
    const { findings } = find(entitySharedIdentity, { parties: [{ name: 'Sunrise', address }] });
    expect(findings).toEqual([]);
  });
});

test('a party found by its name is not found again by its number', () => {
  const { findings } = find(entitySharedIdentity, {
    parties: [{ name: 'Hetian Haolin Hair Accessories Co., Ltd.', identifiers: [uscc] }],
  });
  expect(findings).toEqual([]);
});
