import { expect, it } from 'vitest';
import { createChordReader } from './chords.ts';
import { menu } from './goto.ts';

function reader() {
  let now = 0;
  const read = createChordReader(() => now, 1000);
  return {
    press: (key: string, how = {}) => read({ key, modified: false, typing: false, ...how }),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

it('walks, searches and helps with single keys', () => {
  const { press } = reader();
  expect(press('j')).toEqual({ kind: 'next' });
  expect(press('k')).toEqual({ kind: 'previous' });
  expect(press('/')).toEqual({ kind: 'search' });
  expect(press('?')).toEqual({ kind: 'help' });
  expect(press('x')).toBeNull();
});

it('goes to a page with g and its letter, within a while', () => {
  const { press, pass } = reader();
  expect(press('g')).toBeNull();
  expect(press('k')).toEqual({ kind: 'go', to: '/keys' });
  press('g');
  pass(1001);
  expect(press('k')).toEqual({ kind: 'previous' });
});

it('leaves what is typed, and what the browser means, alone', () => {
  const { press } = reader();
  expect(press('j', { typing: true })).toBeNull();
  expect(press('k', { modified: true })).toBeNull();
  press('g');
  press('a', { typing: true });
  expect(press('a')).toBeNull();
});

it('has a letter of its own for each page', () => {
  const letters = menu.flatMap(({ pages }) => pages.map(({ letter }) => letter));
  expect(new Set(letters).size).toBe(letters.length);
});
