/** The lists of a rulebook as people ask about them: which, of when, how long ago that was. */
import type { Rulebook } from '@herkomst/core';

export interface ListDescription {
  readonly list: string;
  readonly title: string;
  /** Null for knowledge that no authority publishes. */
  readonly authority: string | null;
  readonly version: string;
  /** The day on which the source was read. */
  readonly asOf: string;
  readonly ageDays: number;
  /** Null for what is not made of entries. */
  readonly entries: number | null;
  readonly url: string | null;
}

const dayMs = 86_400_000;

/** @param today 'YYYY-MM-DD'. */
export function describeLists(rulebook: Rulebook, today: string): ListDescription[] {
  const entityLists = new Map(
    [...rulebook.entities.values()].map(({ list }) => [list.list, list] as const),
  );
  const others = new Map(
    [
      rulebook.sectorsHeader,
      rulebook.countryGoodsHeader,
      rulebook.commodities.table,
      rulebook.stateLabour.table,
      { ...rulebook.xinjiang.data, list: 'cn-xinjiang-places' },
    ].map((header) => [header.list, header] as const),
  );
  return rulebook.lists.map(({ list, version, asOf }) => {
    const entity = entityLists.get(list);
    const header = entity ?? others.get(list);
    return {
      list,
      title: header?.title ?? list,
      authority: entity?.authority ?? null,
      version,
      asOf,
      ageDays: Math.max(0, Math.round((Date.parse(today) - Date.parse(asOf)) / dayMs)),
      entries: entity?.entities.length ?? null,
      url: header?.url ?? null,
    };
  });
}
