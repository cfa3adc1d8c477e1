/** Filters of a list, kept in the address: a page that is sent to a colleague shows the same. */
import { useCallback, useMemo } from 'react';
import { writeQuery } from '../api/client.ts';
import { useRouter } from '../router.tsx';

export interface Filters<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (name: Name, value: string) => void;
  readonly clear: () => void;
  /** Whether any is other than it is by default. */
  readonly any: boolean;
}

export function useFilters<Name extends string>(
  defaults: Readonly<Record<Name, string>>,
): Filters<Name> {
  const { place, go } = useRouter();
  const { path, query } = place;
  const names = Object.keys(defaults) as Name[];
  const values = useMemo(
    () =>
      Object.fromEntries(
        (Object.keys(defaults) as Name[]).map((name) => [name, query.get(name) ?? defaults[name]]),
      ) as Record<Name, string>,
    [query, defaults],
  );
  const set = useCallback(
    (name: Name, value: string) => {
      const next: Record<string, string | null> = Object.fromEntries(query);
      next[name] = value === defaults[name] ? null : value;
      go(`${path}${writeQuery(next)}`, 'replace');
    },
    [defaults, query, path, go],
  );
  const clear = useCallback(() => go(path, 'replace'), [path, go]);
  return { values, set, clear, any: names.some((name) => values[name] !== defaults[name]) };
}
