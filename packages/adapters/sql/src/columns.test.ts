import { expect, it } from 'vitest';
import { columns } from './columns.ts';

const given = columns<{ readonly text: string | null; readonly number: number }>({
  text: (row) => row.text,
  number: (row) => row.number,
});

it('hands over one parameter a column, whatever the number of rows', () => {
  expect(given.parameters([])).toEqual(['', '']);
  expect(given.parameters([{ text: 'a', number: 1 }])).toEqual(['a', '1']);
  const rows = [
    { text: 'a', number: 1 },
    { text: null, number: -0.5 },
    { text: '', number: 1e21 },
  ];
  expect(given.parameters(rows)).toEqual(['a\u001e\u001f\u001e\u001b', '1\u001e-0.5\u001e1e+21']);
});

it('tells an empty text, a null and a separator in a text from each other', () => {
  const alone = ['', null, '\u001e', '\u001f', '\u001b'].map(
    (text) => given.parameters([{ text, number: 0 }])[0],
  );
  expect(new Set(alone).size).toBe(alone.length);
});

it('counts its parameters from those that stand before', () => {
  const after = columns<string>({ text: (text) => text }, 2);
  expect(after.source).toContain('$3');
  expect(after.source).not.toContain('$1');
});
