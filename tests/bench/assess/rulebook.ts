/** The standard rulebook over the shipped lists, with as many made-up names beside them as wanted. */
import { compileRulebook, type EntityList, type Rulebook } from '@herkomst/core';
import { buildMatcher } from '@herkomst/matching';
import { loadKnowledge, loadRulebook } from '@herkomst/reference';
import { sha256 } from '@herkomst/runtime';

export interface BenchRulebook {
  readonly names: number;
  /** The same rulebook with nothing remembered yet. */
  readonly fresh: () => Rulebook;
}

export async function loadBenchRulebook(extraNames: number): Promise<BenchRulebook> {
  const [shipped, definition] = await Promise.all([loadKnowledge(null), loadRulebook()]);
  const entityLists = [
    ...shipped.entityLists,
    ...(extraNames === 0 ? [] : [madeUpList(extraNames)]),
  ];
  const matcher = buildMatcher(entityLists.flatMap(({ entities }) => entities));
  const knowledge = { ...shipped, entityLists };
  return {
    names: entityLists.reduce(
      (sum, { entities }) =>
        sum + entities.reduce((names, { aliases }) => names + 1 + aliases.length, 0),
      0,
    ),
    fresh: () => compileRulebook({ definition, knowledge, matcher, sha256 }),
  };
}

const places = ['Qingdao', 'Ningbo', 'Foshan', 'Xuchang', 'Yiwu', 'Dalian', 'Wuxi', 'Zibo'];
const trades = ['Textile', 'Hair Products', 'Chemical', 'Trading', 'Foodstuff', 'Electronic'];
const syllables =
  'bao chen da fu guang hong jia kang lin mei ning ping rui sheng tai xin yong'.split(' ');

/** Names that differ from one another as real ones do: by place, brand and trade. */
function madeUpList(count: number): EntityList {
  const pick = <Value>(values: readonly Value[], n: number): Value =>
    values[n % values.length] as Value;
  return {
    list: 'made-up',
    title: 'Made-up names',
    authority: 'none',
    version: '1',
    asOf: '2026-01-01',
    url: 'https://example.org/made-up',
    entities: Array.from({ length: count }, (_each, n) => {
      const brand = [0, 1, 2, 3].map((i) => pick(syllables, Math.floor(n / 17 ** i))).join('');
      return {
        id: `made-up:${n}`,
        kind: 'organization' as const,
        name: `${pick(places, n)} ${brand} ${pick(trades, n >> 3)} Co., Ltd.`,
        aliases: [],
        country: 'CN',
        addresses: [],
        identifiers: [],
        listings: [{ clause: 'none', effectiveDate: '2020-01-01' }],
        status: 'inactive' as const,
        url: 'https://example.org/made-up',
      };
    }),
  };
}
