/** Takes a file into a network: all that can be used at once, all that can not aside. */
import type { Company, SupplyLink, SupplyNetwork } from '@herkomst/core';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NetworkEntry, NetworkFault } from './entry.ts';
import { readCsvNetwork } from './read-csv.ts';
import { readFtmNetwork } from './read-ftm.ts';

export type NetworkFormat = 'csv' | 'ftm';

export interface ImportOptions {
  /** By the name's ending when left out: see `formatOf`. */
  readonly format?: NetworkFormat;
  /** For entities of FollowTheMoney that do not say where they come from; the file itself when left out. */
  readonly source?: { readonly name: string; readonly url: string };
  /** Takes out links of the sources named in the file before taking in its own: a newer edition. */
  readonly replace?: boolean;
  /** Called for each line that could not be used, in order, while the file is read. */
  readonly onFault?: (fault: NetworkFault) => void;
}

export interface ImportReport {
  readonly format: NetworkFormat;
  /** Links that were new to the network. */
  readonly added: number;
  /** Links that it had. */
  readonly known: number;
  /** Links from a company to itself, which say nothing. */
  readonly sameCompany: number;
  /** Links taken out for `replace`. */
  readonly removed: number;
  readonly faults: number;
  /** Numbers of the companies that the file tells of: those to pass to `markOrigins`. */
  readonly companies: readonly number[];
}

/** Undefined for an ending that is neither. */
export function formatOf(file: string): NetworkFormat | undefined {
  if (/\.(?:csv|tsv)$/i.test(file)) return 'csv';
  return /\.(?:ftm|json|jsonl|ndjson|ijson)$/i.test(file) ? 'ftm' : undefined;
}

/**
 * Reads the whole file, then changes the network in one go. Rejects with a NetworkFileError, or the
 * file system's error, before the network was touched. Where taint begins is not looked up here.
 */
export async function importNetwork(
  file: string,
  network: SupplyNetwork,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const format = options.format ?? formatOf(file) ?? 'csv';
  const source = options.source ?? { name: basename(file), url: pathToFileURL(file).href };
  const chunks: AsyncIterable<Uint8Array> = createReadStream(file, { highWaterMark: 1 << 20 });
  const batches = format === 'csv' ? readCsvNetwork(chunks) : readFtmNetwork(chunks, source);
  const links: SupplyLink[] = [];
  const companies: Company[] = [];
  let faults = 0;
  for await (const batch of batches) {
    for (const entry of batch) faults += sort(entry, links, companies, options);
  }
  return { format, faults, ...apply(network, links, companies, options.replace === true) };
}

/** 1 for a fault. */
function sort(
  entry: NetworkEntry,
  links: SupplyLink[],
  companies: Company[],
  { onFault }: ImportOptions,
): 0 | 1 {
  if (entry.kind === 'link') links.push(entry.link);
  else if (entry.kind === 'company') companies.push(entry.company);
  else {
    onFault?.(entry.fault);
    return 1;
  }
  return 0;
}

function apply(
  network: SupplyNetwork,
  links: readonly SupplyLink[],
  companies: readonly Company[],
  replace: boolean,
): Omit<ImportReport, 'format' | 'faults'> {
  const counts = { added: 0, known: 0, 'same-company': 0 };
  const numbers = new Set<number>();
  let removed = 0;
  network.load(() => {
    if (replace) {
      for (const name of new Set(links.map(({ source }) => source.name))) {
        removed += network.removeSource(name);
      }
    }
    network.links.reserve(network.linkCount + links.length);
    for (const company of companies) numbers.add(network.addCompany(company));
    for (const link of links) {
      const from = network.addCompany(link.from);
      const to = network.addCompany(link.to);
      numbers.add(from);
      numbers.add(to);
      counts[from === to ? 'same-company' : network.addBetween(from, to, link)] += 1;
    }
  });
  return {
    added: counts.added,
    known: counts.known,
    sameCompany: counts['same-company'],
    removed,
    companies: [...numbers],
  };
}
