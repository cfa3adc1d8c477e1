import * as fc from 'fast-check';
import type { ListedEntity } from '@herkomst/core';
import { describe, expect, it } from 'vitest';
import { buildIndex, buildMatcher, loadIndex, matcherOf, saveIndex } from './index.ts';
import { parseName } from './parse/parse.ts';
import { comparableOf } from './score/comparable.ts';
import { compare, lookFirst } from './score/comparison.ts';

const entity = (id: string, name: string, aliases: readonly string[] = []): ListedEntity => ({
  id: `list:${id}`,
  kind: 'organization',
  name,
  aliases: aliases.map((alias) => ({ name: alias, kind: 'also-known-as' })),
  country: 'CN',
  addresses: [],
  identifiers: [],
  listings: [{ clause: 'ii', effectiveDate: '2026-01-01' }],
  status: 'active',
  url: 'https://example.org',
});

const word = fc.constantFrom(
  ...'Hetian Hotan Xinjiang Shandong 和田 Haolin Hao Lin Huafu Xinda Da Xing Textile Cotton Hair Products Technology Trading Group Co Ltd Factory No 4 GmbH 有限公司 纺织 浩林 Ürümqi قەشقەر Hsin Chiang'.split(
    ' ',
  ),
);
const nameLike = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const anyText = fc.oneof(nameLike, fc.string({ unit: 'binary', maxLength: 80 }), fc.string());
const entities = fc
  .array(
    fc.tuple(
      nameLike,
      fc.array(
        anyText.filter((text) => text !== ''),
        { maxLength: 2 },
      ),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => rows.map(([name, aliases], at) => entity(`e-${at}`, name, aliases)));

/** What an answer says, its explanation read out. */
const read = (answers: readonly object[]): unknown => JSON.parse(JSON.stringify(answers));

/** Milliseconds a slow machine may take. */
const patience = 120_000;
const around = { addressPlaces: [], addressWords: [], country: '' };
const setting = {
  size: 0,
  crowdOf: () => 0,
  crowdOfTrade: () => 0,
  crowdOfBusiness: () => 0,
  crowdOfPlace: () => 0,
};

describe('matching, for any text', () => {
  it(
    'never throws, and says the same twice',
    () => {
      fc.assert(
        fc.property(
          entities,
          anyText,
          fc.array(anyText, { maxLength: 3 }),
          (list, name, address) => {
            const matcher = buildMatcher(list, { cacheSize: 0 });
            const query = { names: [name], address };
            expect(read(matcher.match(query))).toEqual(read(matcher.match(query)));
          },
        ),
        { numRuns: 80 },
      );
    },
    patience,
  );

  it(
    'does not depend on the order of the list',
    () => {
      fc.assert(
        fc.property(entities, nameLike, (list, name) => {
          const answers = buildMatcher(list).match({ names: [name] });
          const turned = buildMatcher(list.toReversed()).match({ names: [name] });
          expect(read(turned)).toEqual(read(answers));
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );

  it(
    'compares two names alike from either side, but for which has more',
    () => {
      fc.assert(
        fc.property(nameLike, nameLike, (a, b) => {
          const left = comparableOf(parseName(a));
          const right = comparableOf(parseName(b));
          const forth = compare(left, right, lookFirst(left, right), around, around, setting);
          const back = compare(right, left, lookFirst(right, left), around, around, setting);
          const turned = (relation: string): string =>
            relation === 'queried-only'
              ? 'listed-only'
              : relation === 'listed-only'
                ? 'queried-only'
                : relation;
          expect(back.brand.relation).toBe(forth.brand.relation);
          expect(back.identical).toBe(forth.identical);
          expect(back.likeness).toBeCloseTo(forth.likeness, 10);
          for (const aspect of ['place', 'body', 'number', 'legal'] as const) {
            expect(back[aspect]).toBe(turned(forth[aspect]));
          }
          for (const aspect of ['industry', 'business'] as const) {
            expect(back[aspect].relation).toBe(turned(forth[aspect].relation));
            expect(back[aspect].share).toBeCloseTo(forth[aspect].share, 10);
          }
        }),
        { numRuns: 400 },
      );
    },
    patience,
  );

  it(
    'saves to bytes that load to the same answers and save to the same bytes',
    () => {
      fc.assert(
        fc.property(entities, anyText, (list, name) => {
          const index = buildIndex(list);
          const bytes = saveIndex(index);
          const loaded = loadIndex(bytes);
          expect(saveIndex(loaded)).toEqual(bytes);
          const query = { names: [name] };
          expect(read(matcherOf(loaded).match(query))).toEqual(read(matcherOf(index).match(query)));
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );

  it(
    'answers from memory what it answered before',
    () => {
      fc.assert(
        fc.property(
          entities,
          fc.array(nameLike, { minLength: 1, maxLength: 12 }),
          (list, names) => {
            const small = buildMatcher(list, { cacheSize: 3 });
            const none = buildMatcher(list, { cacheSize: 0 });
            for (const name of [...names, ...names]) {
              const query = { names: [name] };
              expect(read(small.match(query))).toEqual(read(none.match(query)));
            }
          },
        ),
        { numRuns: 15 },
      );
    },
    patience,
  );
});
