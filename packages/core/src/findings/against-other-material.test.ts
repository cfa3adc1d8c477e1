import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { againstOtherMaterial } from './against-other-material.ts';

const on = (...items: readonly (readonly [code: string, description: string])[]) =>
  find(againstOtherMaterial, {
    items: items.map(([commodityCode, description]) => ({ commodityCode, description })),
  }).findings;

test('synthetic wigs under their code speak against, with the word that says so', () => {
  expect(on(['67041100', 'Wigs of kanekalon'])).toMatchObject([
    { weight: -0.8, matched: 'kanekalon', claim: { kind: 'counter' } },
  ]);
  expect(on(['61103000', 'Pullover, 100% polyester'])[0]?.summary).toMatch(/^Speaks against:/);
});

test.each([
  ['a watched fibre beside it', ['61103000', 'Pullover, polyester and cotton']],
  ['a code of a watched good', ['670420', 'Wigs of kanekalon']],
  ['no material named', ['690721', 'Ceramic tiles']],
] as const)('nothing speaks against with %s', (_what, item) => {
  expect(on(item)).toEqual([]);
});

test('one line of polyester does not speak for the cotton on the next', () => {
  expect(on(['61103000', 'Pullover of wool'], ['61091000', 'T-shirts of cotton'])).toEqual([]);
  expect(on(['61103000', 'Pullover of wool'], ['61103000', 'Vest of polyester'])).toHaveLength(1);
});
