import { describe, expect, test } from 'vitest';
import { chinaForTests } from '../testing/china.ts';
import { chinaDivisionsSchema, compileChina } from './divisions.ts';

const china = compileChina(chinaDivisionsSchema.parse(chinaForTests));
const named = (text: string): string[] => china.named(text).map(({ division }) => division.name);

describe('a division of China', () => {
  test('is named by itself or by a city, in either script', () => {
    expect(named('No. 5, Xuchang City, HENAN')).toEqual(['Henan', 'Henan']);
    expect(named('广东省佛山市, Foshan')).toEqual(['Guangdong', 'Guangdong']);
  });

  test('is not named by a street', () => {
    expect(named('88 Henan East Road, Foshan')).toEqual(['Guangdong']);
    expect(named('河南东路88号')).toEqual([]);
  });

  test.each([
    ['461100', 'Henan'],
    [' 461 100 ', 'Henan'],
    ['750306', 'Inner Mongolia'],
    ['750001', 'Ningxia'],
  ])('is told by the postcode %s', (postcode, name) => {
    expect(china.byPostcode(postcode)?.name).toBe(name);
  });

  test.each(['46110', '4611000', '999999', 'ABCDEF'])('is not told by %s', (postcode) => {
    expect(china.byPostcode(postcode)).toBeNull();
  });

  test.each([
    ['+86 374 5136699', 'Henan'],
    ['0086-374-5136699', 'Henan'],
    ['(0374) 513 6699', 'Henan'],
    ['+86 (0)757 8888 6666', 'Guangdong'],
    ['020-38888888', 'Guangdong'],
    ['+86 903 1234567', 'Xinjiang'],
  ])('is told by the telephone number %s', (phone, name) => {
    expect(china.byPhone(phone)?.name).toBe(name);
  });

  test.each([
    '+86 139 0374 1234',
    '13903741234',
    '+1 903 555 1234',
    '9035551234',
    '+31 10 1234567',
  ])('is not told by %s', (phone) => {
    expect(china.byPhone(phone)).toBeNull();
  });

  test.each(['CN-HA', 'ha', '41'])('is told by the region code %s', (code) => {
    expect(china.byRegionCode(code)?.name).toBe('Henan');
  });

  test('is told by a division code, but not by the national registry', () => {
    expect(china.byDivisionCode('411000')?.name).toBe('Henan');
    expect(china.byDivisionCode('100000')).toBeNull();
  });
});

test('border stations have names, others none', () => {
  expect(china.crossingName('CNAKL')).toBe('Alashankou');
  expect(china.crossingName('CNTAO')).toBeNull();
});
