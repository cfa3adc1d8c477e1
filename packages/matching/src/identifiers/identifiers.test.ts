import type { ListedEntity } from '@herkomst/core';
import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../index.ts';
import { isValidLei, isValidUscc, normalIdentifier } from './checksums.ts';
import { manufacturerNamePart, readManufacturerId } from './manufacturer-id.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character worked out on its own: weights 3^i mod 31. */
const withCheck = (body: string): string => {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += alphabet.indexOf(body[at] ?? '') * (3 ** at % 31);
  return body + alphabet[(31 - (sum % 31)) % 31];
};

describe('USCC', () => {
  it('holds for the code of a known body and for any with a right check character', () => {
    // Tsinghua University, as it prints it.
    expect(isValidUscc('12100000400000624D')).toBe(true);
    expect(isValidUscc(withCheck('9165322400000001X'))).toBe(true);
  });

  it.each(['12100000400000624E', '1210000040000062', '9165322400000001IO', ''])(
    'does not hold for "%s"',
    (value) => {
      expect(isValidUscc(value)).toBe(false);
    },
  );
});

describe('LEI', () => {
  it('holds by modulo 97', () => {
    // GLEIF's own, as it prints it.
    expect(isValidLei('506700GE1G29325QX363')).toBe(true);
    expect(isValidLei('506700GE1G29325QX364')).toBe(false);
  });
});

describe('manufacturer ID', () => {
  it('takes the first letters of two words and comes apart again', () => {
    expect(manufacturerNamePart('The Hetian Haolin Hair Accessories Co.')).toBe('HETHAO');
    expect(readManufacturerId('CNHETHAO123HOT')).toEqual({
      country: 'CN',
      name: 'HETHAO',
      number: '123',
      city: 'HOT',
    });
    expect(readManufacturerId('nonsense')).toBeUndefined();
  });
});

const uscc = withCheck('91653224000000012');
const other = withCheck('91370000000000015');

const listed = (identifiers: ListedEntity['identifiers']): ListedEntity => ({
  id: 'list:haolin',
  kind: 'organization',
  name: 'Hetian Haolin Hair Accessories Co., Ltd.',
  aliases: [],
  country: 'CN',
  addresses: [{ text: 'Beijing Industrial Park, Lop County, Hotan, Xinjiang' }],
  identifiers,
  listings: [{ clause: 'ii', effectiveDate: '2026-01-01' }],
  status: 'active',
  url: 'https://example.org',
});

describe('identifiers in a query', () => {
  it('reads schemes and values however they are written', () => {
    expect(normalIdentifier({ scheme: 'd-u-n-s', value: '12-345-6789' })).toEqual({
      scheme: 'DUNS',
      value: '123456789',
    });
  });

  it('decides for a party of quite another name', () => {
    const [best] = buildMatcher([listed([{ scheme: 'USCC', value: uscc }])]).match({
      names: ['Golden Star Trading'],
      identifiers: [{ scheme: 'uscc', value: uscc.toLowerCase() }],
    });
    expect(best?.tier).toBe('automatic');
    expect(best?.pieces[0]).toMatchObject({ aspect: 'identifier', relation: 'equal' });
  });

  it('keeps a namesake with another valid code out of the automatic tier', () => {
    const matcher = buildMatcher([listed([{ scheme: 'USCC', value: uscc }])]);
    const names = ['Hetian Haolin Hair Accessories Co., Ltd.'];
    expect(matcher.match({ names })[0]?.tier).toBe('automatic');
    const [best] = matcher.match({ names, identifiers: [{ scheme: 'USCC', value: other }] });
    expect(best?.tier).toBe('candidate');
  });

  it('ignores a code whose check character is wrong, and says so', () => {
    const wrong = uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0');
    const [best] = buildMatcher([listed([{ scheme: 'USCC', value: uscc }])]).match({
      names: ['Hetian Haolin Hair Accessories Co., Ltd.'],
      identifiers: [{ scheme: 'USCC', value: wrong }],
    });
    expect(best?.tier).toBe('automatic');
    expect(best?.pieces).toContainEqual(
      expect.objectContaining({ aspect: 'identifier', relation: 'ignored', queried: wrong }),
    );
  });

  it('lets a manufacturer ID support a name, and no more', () => {
    const matcher = buildMatcher([listed([])]);
    const names = ['Haolin'];
    const [plain] = matcher.match({ names });
    const [supported] = matcher.match({
      names,
      identifiers: [{ scheme: 'MID', value: 'CNHETHAO123HOT' }],
    });
    expect(supported?.probability).toBeGreaterThan(plain?.probability ?? 0);
    const [alone] = matcher.match({
      names: ['Golden Star Trading'],
      identifiers: [{ scheme: 'MID', value: 'CNHETHAO123HOT' }],
    });
    expect(alone?.tier ?? 'candidate').toBe('candidate');
  });
});
