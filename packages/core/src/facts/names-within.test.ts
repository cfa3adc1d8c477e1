import { describe, expect, test } from 'vitest';
import { partySchema } from '../shipment/schema.ts';
import { namesWithin, namesWithinParty, pathOfName } from './names-within.ts';

describe('names within a name', () => {
  test.each([
    ['HAIFENG TRADING O/B LOP HAIR CO LTD', ['HAIFENG TRADING', 'LOP HAIR CO LTD']],
    [
      'Laoshan Co., Ltd. on behalf of Lop Hair Co., Ltd.',
      ['Laoshan Co., Ltd.', 'Lop Hair Co., Ltd.'],
    ],
    ['Lop Hair Co. c/o Pier Agents', ['Lop Hair Co.', 'Pier Agents']],
    ['Ningbo Agency (for Lop Hair (Shanshan) Co.)', ['Ningbo Agency', 'Lop Hair (Shanshan) Co.)']],
    ['Pier Agents as agent for Lop Hair', ['Pier Agents', 'Lop Hair']],
    ['Factory: Lop Hair Co., Ltd.', ['Lop Hair Co., Ltd.']],
    ['Works of Lop Hair', ['Lop Hair']],
    ['青岛海丰公司代表和田发饰有限公司', ['青岛海丰公司', '和田发饰有限公司']],
  ])('%s', (text, names) => {
    expect(namesWithin(text)).toEqual(names);
  });

  test.each([
    'Lop Hair Co., Ltd.',
    'Foco Trading',
    'Boats & Coats',
    'Millworks Ltd',
    '和田发饰有限公司',
  ])('none in %s', (text) => {
    expect(namesWithin(text)).toEqual([]);
  });
});

test('a party is searched through its names and address lines, and each is found again', () => {
  const party = partySchema.parse({
    role: 'exporter',
    name: 'Haifeng o/b Lop Hair',
    otherNames: ['Haifeng Trading'],
    address: { lines: ['Pier 1', 'Works of Hotan Yarn'] },
  });
  expect(namesWithinParty(party)).toEqual(['Haifeng', 'Lop Hair', 'Hotan Yarn']);
  expect(
    ['Lop Hair', 'Haifeng Trading', 'Hotan Yarn'].map((part) => pathOfName(party, part)),
  ).toEqual(['name', 'otherNames[0]', 'address.lines[1]']);
});
