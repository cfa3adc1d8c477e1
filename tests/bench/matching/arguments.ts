/** Command-line arguments of the benchmark and of the fitting. */
import { parseArgs } from 'node:util';

export interface BenchArguments {
  readonly sizes: readonly number[];
  /** Queries a slice. */
  readonly queries: number;
  /** CSV files with real names to add. */
  readonly names: readonly string[];
  /** Queries that the baselines answer. */
  readonly baselineQueries: number;
  /** Folder to keep built indexes in, and to read them from; empty for none. */
  readonly indexes: string;
}

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
};

export const readBenchArguments = (args: readonly string[]): BenchArguments => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', multiple: true, default: ['10000'] },
      queries: { type: 'string', default: '300' },
      names: { type: 'string', multiple: true, default: [] },
      baselines: { type: 'string', default: '200' },
      indexes: { type: 'string', default: '' },
    },
  });
  return {
    sizes: values.size.map((size) => wholeNumber('size', size)),
    queries: wholeNumber('queries', values.queries),
    names: [...values.names, ...positionals],
    baselineQueries: wholeNumber('baselines', values.baselines),
    indexes: values.indexes,
  };
};
