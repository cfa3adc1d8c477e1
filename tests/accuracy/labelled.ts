/**
 * The labelled shipments: one a row of cases/*.tsv, with what screening ought to say of it and why.
 * Kept as tables so that people who know trade, not code, can read, doubt and add to them.
 */
import { readDeclaredEvent, type Shipment } from '@herkomst/core';
import { readdirSync } from 'node:fs';
import { readTable, type Row } from './table.ts';

/**
 * What the truth calls for. 'alert': act. 'review-ok': a person may look, nobody should hold it.
 * 'clear': honest, and all that is needed is declared. 'unknown': not enough is declared to clear it.
 */
export const labels = ['alert', 'review-ok', 'clear', 'unknown'] as const;
export type Label = (typeof labels)[number];

export interface LabelledShipment {
  readonly id: string;
  readonly pattern: string;
  readonly label: Label;
  readonly reason: string;
  /** The firm or place the case is about: a half of the set has all of its cases or none. */
  readonly entity: string;
  readonly half: 'tuning' | 'held-out';
  readonly shipment: Shipment;
}

type Json = Readonly<Record<string, unknown>>;

/** What a row's `extra` column may hold, as JSON. */
interface Extra {
  readonly kind?: string;
  readonly line2?: string;
  readonly regionOfOrigin?: string;
  /** In place of the usual value of such goods. */
  readonly usdPerKg?: number;
  readonly transport?: Json;
  readonly parties?: readonly Json[];
  readonly consignee?: Json;
}

const here = new URL('./', import.meta.url);

export function readLabelledShipments(): readonly LabelledShipment[] {
  const goods = new Map(readTable('goods.tsv').map((row) => [row['hs'] ?? '', row]));
  const files = readdirSync(new URL('cases/', here)).filter((name) => name.endsWith('.tsv'));
  return files.toSorted().flatMap((file) =>
    readTable(`cases/${file}`).map((row, index): LabelledShipment => {
      const id = `${file.replace('.tsv', '')}-${String(index + 1).padStart(3, '0')}`;
      const label = labels.find((each) => each === row['label']);
      if (label === undefined) throw new Error(`${id}: no such label: ${row['label']}`);
      const entity = row['entity'] ?? '';
      return {
        id,
        label,
        entity,
        pattern: row['pattern'] ?? '',
        reason: row['reason'] ?? '',
        half: hash(entity) % 2 === 0 ? 'tuning' : 'held-out',
        shipment: toShipment(id, row, goods.get(row['hs'] ?? '')),
      };
    }),
  );
}

const buyers: Readonly<Record<string, Json>> = {
  NL: buyer('Van Dam Handelmaatschappij B.V.', 'Boompjes 40', 'Rotterdam', '3011 XB', 'NL'),
  US: buyer('Maple Street Importers Inc.', '100 Harbor Boulevard', 'Los Angeles', '90731', 'US'),
  DE: buyer('Nordlicht Warenhandel GmbH', 'Speicherstadt 3', 'Hamburg', '20457', 'DE'),
  BE: buyer('Scheldekaai Invoer NV', 'Kaai 210', 'Antwerpen', '2030', 'BE'),
};

function buyer(name: string, line: string, city: string, postcode: string, country: string): Json {
  return { role: 'importer', name, address: { lines: [line], city, postcode, country } };
}

const discharge: Readonly<Record<string, string>> = {
  NL: 'NLRTM',
  US: 'USLGB',
  DE: 'DEHAM',
  BE: 'BEANR',
};

function toShipment(id: string, row: Row, good: Row | undefined): Shipment {
  const extra: Extra = row['extra'] === '' ? {} : (JSON.parse(row['extra'] ?? '{}') as Extra);
  const to = row['to'] ?? 'NL';
  const kind = extra.kind ?? 'import';
  const supplier = supplierOf(row, extra);
  const kilograms = 4000 + (hash(id) % 160) * 100;
  const price = extra.usdPerKg ?? Number(good?.['usdPerKg'] ?? 4);
  const day = String(1 + (hash(id) % 28)).padStart(2, '0');
  const reading = readDeclaredEvent({
    specversion: '1.0',
    id,
    source: 'urn:example:accuracy',
    type: 'org.herkomst.shipment.declared.v1',
    data: {
      shipmentId: id,
      declaration: { kind, jurisdiction: to, lodgedAt: `2026-10-${day}T09:00:00Z` },
      transport: transportOf(kind, to, extra),
      parties: [
        ...(supplier === null ? [] : [supplier]),
        ...(extra.parties ?? []),
        extra.consignee ?? buyers[to],
      ],
      items: [
        {
          lineNumber: 1,
          commodityCode: row['hs'],
          description: row['description'] === '' ? good?.['description'] : row['description'],
          ...(row['origin'] === '-' ? {} : { countryOfOrigin: row['origin'] }),
          ...(extra.regionOfOrigin === undefined ? {} : { regionOfOrigin: extra.regionOfOrigin }),
          quantity: { value: kilograms, unit: 'KGM' },
          grossMassKg: Math.round(kilograms * 1.03),
          value: { amount: Math.round(kilograms * price), currency: 'USD' },
        },
      ],
    },
  });
  if (reading.kind === 'invalid') throw new Error(`${id}: ${JSON.stringify(reading.faults)}`);
  return reading.event.shipment;
}

function supplierOf(row: Row, extra: Extra): Json | null {
  if (row['role'] === 'none') return null;
  const lines = [row['address'], extra.line2].filter((line) => line !== '' && line !== undefined);
  const address = {
    ...(lines.length === 0 ? {} : { lines }),
    ...given(row, ['city', 'region', 'postcode', 'country']),
  };
  const identifiers = (row['ids'] ?? '')
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({ scheme: each.split(':')[0], value: each.split(':')[1] }));
  return {
    role: row['role'],
    name: row['name'],
    ...(row['other'] === '' ? {} : { otherNames: [row['other']] }),
    ...(Object.keys(address).length === 0 ? {} : { address }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...given(row, ['phone']),
  };
}

function given(row: Row, columns: readonly string[]): Json {
  return Object.fromEntries(
    columns.filter((column) => row[column] !== '').map((column) => [column, row[column]]),
  );
}

function transportOf(kind: string, to: string, extra: Extra): Json {
  if (kind === 'purchase-order') return { mode: 'sea' };
  return { mode: 'sea', portOfDischarge: discharge[to], ...extra.transport };
}

/** FNV-1a with a last mix, so that its lowest bit is as good as any. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
