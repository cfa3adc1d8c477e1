/**
 * The rulebook that the labelled set is judged under: the standard one, with a supply network of the
 * links in network.tsv. Firms that are not on a list are invented.
 */
import {
  markOrigins,
  SupplyNetwork,
  withNetwork,
  type Company,
  type LinkKind,
  type Rulebook,
} from '@herkomst/core';
import { loadRulebook } from '../../services/herkomst/src/screening/load-rulebook.ts';
import { readTable, type Row } from './table.ts';

export async function loadAccuracyRulebook(): Promise<Rulebook> {
  const rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
  const network = new SupplyNetwork({
    rules: rulebook.definition.factors['supply.network'],
    asOf: '2026-11-01',
  });
  network.load(() => {
    for (const row of readTable('network.tsv')) addLink(network, row);
  });
  const { unknownEntityIds } = markOrigins(network, rulebook);
  if (unknownEntityIds.length > 0) {
    throw new Error(`network.tsv names entities of no list: ${unknownEntityIds.join(', ')}`);
  }
  return withNetwork(rulebook, network);
}

function addLink(network: SupplyNetwork, row: Row): void {
  const cell = (column: string): string => row[column] ?? '';
  const text = <Key extends string>(key: Key, column: string = key): Partial<Record<Key, string>> =>
    cell(column) === '' ? {} : ({ [key]: cell(column) } as Partial<Record<Key, string>>);
  const number = <Key extends string>(key: Key): Partial<Record<Key, number>> =>
    cell(key) === '' ? {} : ({ [key]: Number(cell(key)) } as Partial<Record<Key, number>>);
  const from: Company = {
    name: cell('from'),
    ...text('country', 'fromCountry'),
    ...text('place', 'fromPlace'),
    ...(cell('fromEntity') === '' ? {} : { entityIds: [cell('fromEntity')] }),
  };
  network.add({
    from,
    to: { name: cell('to'), ...text('country', 'toCountry') },
    kind: cell('kind') as LinkKind,
    ...text('hs'),
    ...text('goods'),
    ...number('share'),
    ...number('shipments'),
    ...text('validFrom'),
    ...text('validTo'),
    ...text('seen'),
    source: { name: cell('source'), url: 'https://example.org/links' },
  });
}
