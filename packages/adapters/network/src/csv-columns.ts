/** The columns of a network's CSV, and which file is one. docs/network.md describes them. */
import { NetworkFileError } from './entry.ts';

const companyColumns = [
  'name',
  'other_names',
  'country',
  'ids',
  'place',
  'region',
  'entity',
] as const;
export type CompanyColumn = (typeof companyColumns)[number];

const linkColumns = [
  'kind',
  'hs',
  'goods',
  'share',
  'shipments',
  'valid_from',
  'valid_to',
  'seen',
  'source',
  'source_url',
] as const;

export type NetworkColumn =
  | `from_${CompanyColumn}`
  | `to_${CompanyColumn}`
  | (typeof linkColumns)[number];

export const networkColumns: readonly NetworkColumn[] = [
  ...companyColumns.map((column) => `from_${column}` as const),
  ...companyColumns.map((column) => `to_${column}` as const),
  ...linkColumns,
];

const needed: readonly NetworkColumn[] = ['from_name', 'to_name', 'kind', 'source', 'source_url'];

export interface NetworkHeader {
  readonly delimiter: string;
  /** Place of each column in a line. */
  readonly at: ReadonlyMap<NetworkColumn, number>;
  readonly width: number;
}

/** Throws a NetworkFileError: a misspelt column silently left out would lose what it says. */
export function readHeader(line: string): NetworkHeader {
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => line.split(b).length - line.split(a).length,
  )[0] as string;
  const names = line.split(delimiter).map((name) => name.trim().toLowerCase().replaceAll('"', ''));
  const at = new Map<NetworkColumn, number>();
  const faults: string[] = [];
  names.forEach((name, index) => {
    const column = networkColumns.find((each) => each === name);
    if (column === undefined) faults.push(`no column is called "${name}"`);
    else if (at.has(column)) faults.push(`the column "${name}" stands there twice`);
    else at.set(column, index);
  });
  for (const column of needed)
    if (!at.has(column)) faults.push(`the column "${column}" is missing`);
  if (faults.length > 0) {
    throw new NetworkFileError(
      `this is no CSV of a supply network: ${faults.join('; ')}. Columns are ${networkColumns.join(', ')}.`,
    );
  }
  return { delimiter, at, width: names.length };
}
