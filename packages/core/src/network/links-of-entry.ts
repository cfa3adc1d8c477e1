/** The links of the companies that are taken for a list entry: who supplies them, who buys from them. */
import type { Company, LinkFacts } from './link.ts';
import type { SupplyNetwork } from './network.ts';

export interface EntryLink {
  /** Where the other company stands, seen from the entry. */
  readonly direction: 'upstream' | 'downstream';
  readonly company: Company;
  /** List entries that the other is taken for. */
  readonly entryIds: readonly string[];
  readonly facts: LinkFacts;
}

/** At most `limit`, and how many there are. Goes through all links: for people, not for screening. */
export function linksOfEntry(
  network: SupplyNetwork,
  entryId: string,
  limit: number,
): { readonly links: readonly EntryLink[]; readonly count: number } {
  const own = new Set<number>();
  for (const [company, { entityIds }] of network.origins()) {
    if (entityIds.includes(entryId)) own.add(company);
  }
  const links: EntryLink[] = [];
  let count = 0;
  if (own.size === 0) return { links, count };
  for (const link of network.statedLinks()) {
    const from = network.links.from[link] as number;
    const to = network.links.to[link] as number;
    const downstream = own.has(from);
    if (!downstream && !own.has(to)) continue;
    count += 1;
    if (links.length >= limit) continue;
    const other = downstream ? to : from;
    links.push({
      direction: downstream ? 'downstream' : 'upstream',
      company: network.companies.at(other),
      entryIds: network.originOf(other)?.entityIds ?? [],
      facts: network.factsOf(link),
    });
  }
  return { links, count };
}
