import { expect, test } from 'vitest';
import { buildParty } from '../testing/shipment.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import { countryOf } from './country.ts';

const on = (changes: Partial<ShipmentParty>) =>
  countryOf({ ...buildParty(), address: undefined, ...changes });

test('the declared country is taken at its word', () => {
  expect(on({ address: { lines: ['Shenzhen, China'], country: 'VN' } })).toEqual({
    code: 'VN',
    path: 'address.country',
    declared: true,
  });
});

test.each<[string, Partial<ShipmentParty>, string]>([
  [
    'a valid registration code',
    { identifiers: [{ scheme: 'USCC', value: '914403001922038216' }] },
    'identifiers[0].value',
  ],
  [
    'an address that says so',
    { address: { lines: ['Lane 4', 'Shenzhen, P.R. China'] } },
    'address.lines[1]',
  ],
  ['the same in Hanzi', { address: { lines: [], region: '中国广东' } }, 'address.region'],
  ['a telephone with +86', { phone: '+86 755 1234567' }, 'phone'],
])('China is told by %s', (_what, changes, path) => {
  expect(on(changes)).toEqual({ code: 'CN', path, declared: false });
});

test.each<[string, Partial<ShipmentParty>]>([
  ['nothing', {}],
  [
    'a registration code that can not be right',
    { identifiers: [{ scheme: 'USCC', value: '914403001922038217' }] },
  ],
  ['Taiwan', { address: { lines: ['Taipei, Taiwan, Republic of China'] } }],
  ['a Chinatown', { address: { lines: ['12 China Town Lane, London'] } }],
  ['a telephone of elsewhere', { phone: '+1 903 555 1234' }],
])('no country is told by %s', (_what, changes) => {
  expect(on(changes)).toBeNull();
});
