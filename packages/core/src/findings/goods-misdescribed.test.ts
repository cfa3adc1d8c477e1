import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsMisdescribed } from './goods-misdescribed.ts';

const on = (commodityCode: string, description: string) =>
  find(goodsMisdescribed, { items: [{ commodityCode, description }] }).findings;

test.each([
  ['67041100', 'Wigs of human hair', 'human hair'],
  ['67041100', '100% human hair lace wigs', '100% human hair'],
  ['67041900', '真人发假发', '人发'],
  ['61103000', 'Pullover, 100% cotton', '100% cotton'],
  ['540710', 'Woven fabric of cotton', 'cotton'],
])('HS %s does not go with "%s"', (code, description, matched) => {
  const [finding] = on(code, description);
  expect(finding).toMatchObject({ path: 'data.items[0].description', weight: 1.4 });
  expect(finding?.matched).toContain(matched);
  expect(finding?.summary).toContain('but its code is for goods of');
});

test.each([
  ['67042000', 'Wigs of human hair'],
  ['67041100', 'Wigs, human hair look'],
  ['67041100', 'Wigs of synthetic hair'],
  ['61103000', 'Pullover, 65% polyester 35% cotton'],
  ['61103000', 'Pullover, cotton and polyester'],
  ['61103000', 'Pullover T/C'],
  ['61091000', 'T-shirt of cotton'],
])('HS %s goes with "%s"', (code, description) => {
  expect(on(code, description)).toEqual([]);
});
