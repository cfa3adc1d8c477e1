import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it('quotes what would end a cell or a line', () => {
  expect(csvLine(['a', 'b,c', 'say "no"', 'two\nlines', null, 0.5, true])).toBe(
    'a,"b,c","say ""no""","two\nlines",,0.5,true\r\n',
  );
});

it('lets no cell be taken for a formula', () => {
  const names = ['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\r=1', '=HYPERLINK("http://x","y")'];
  for (const name of names) {
    const [line] = csvLine([name, -1]).split(',-1');
    expect(line).toMatch(/^"?'/);
  }
  expect(csvLine(['a=b', '1-2'])).toBe('a=b,1-2\r\n');
});
