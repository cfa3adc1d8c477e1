/**
 * The columns a CSV of shipments may have, and where each goes in the event. A column that is not
 * here is refused by name: a misspelt "manufacturer_nmae" must not take a manufacturer out of sight.
 */
import { identifierSchemes, partyRoles, type PartyRole } from '@herkomst/core';

/** How a cell is read; see `read-cell.ts`. */
export type CellKind =
  | 'text'
  | 'lines'
  | 'list'
  | 'number'
  | 'integer'
  | 'commodity'
  | 'locode'
  | 'locodes';

/**
 * 'event' and 'shipment' columns say the same, or nothing, in all rows of a shipment; 'item' and
 * 'manufacturer' columns belong to their row.
 */
export type ColumnScope = 'event' | 'shipment' | 'party' | 'manufacturer' | 'item';

export interface CsvColumn {
  readonly name: string;
  readonly scope: ColumnScope;
  readonly kind: CellKind;
  /** Within `data`, the party or the item, by scope: ['address', 'city']. */
  readonly path: readonly string[];
  /** Set for 'party' and 'manufacturer'. */
  readonly role: PartyRole | null;
  /** Every file must have the column. */
  readonly required: boolean;
  /** A file that has this column must have that one too. */
  readonly needs: string | null;
}

type Row = readonly [name: string, kind: CellKind, path: string, options?: Options];
interface Options {
  readonly required?: boolean;
  readonly needs?: string;
}

const eventRows: readonly Row[] = [
  ['event_source', 'text', 'source'],
  ['event_time', 'text', 'time'],
];

const shipmentRows: readonly Row[] = [
  ['shipment_id', 'text', 'shipmentId', { required: true }],
  ['declaration_kind', 'text', 'declaration.kind', { required: true }],
  ['mrn', 'text', 'declaration.mrn'],
  ['jurisdiction', 'text', 'declaration.jurisdiction', { required: true }],
  ['lodged_at', 'text', 'declaration.lodgedAt'],
  ['transport_mode', 'text', 'transport.mode', { required: true }],
  ['bill_of_lading', 'text', 'transport.billOfLading'],
  ['master_bill_of_lading', 'text', 'transport.masterBillOfLading'],
  ['vessel_name', 'text', 'transport.vessel.name'],
  ['vessel_imo', 'text', 'transport.vessel.imo', { needs: 'vessel_name' }],
  ['voyage', 'text', 'transport.voyage'],
  ['place_of_receipt', 'locode', 'transport.placeOfReceipt'],
  ['port_of_loading', 'locode', 'transport.portOfLoading'],
  ['transhipment_ports', 'locodes', 'transport.transhipmentPorts'],
  ['port_of_discharge', 'locode', 'transport.portOfDischarge'],
  ['departed_at', 'text', 'transport.departedAt'],
  ['estimated_arrival_at', 'text', 'transport.estimatedArrivalAt'],
  ['containers', 'list', 'transport.containers'],
];

const itemRows: readonly Row[] = [
  ['line_number', 'integer', 'lineNumber'],
  ['commodity_code', 'commodity', 'commodityCode', { required: true }],
  ['description', 'text', 'description', { required: true }],
  ['country_of_origin', 'text', 'countryOfOrigin'],
  ['region_of_origin', 'text', 'regionOfOrigin'],
  ['quantity', 'number', 'quantity.value', { needs: 'quantity_unit' }],
  ['quantity_unit', 'text', 'quantity.unit', { needs: 'quantity' }],
  ['gross_mass_kg', 'number', 'grossMassKg'],
  ['value', 'number', 'value.amount', { needs: 'currency' }],
  ['currency', 'text', 'value.currency', { needs: 'value' }],
];

/** After the role and an underscore. */
const partyRows: readonly Row[] = [
  ['name', 'text', 'name'],
  ['id', 'text', 'partyId', { needs: 'name' }],
  ['other_names', 'list', 'otherNames', { needs: 'name' }],
  ['address', 'lines', 'address.lines', { needs: 'name' }],
  ['city', 'text', 'address.city', { needs: 'name' }],
  ['region', 'text', 'address.region', { needs: 'name' }],
  ['postcode', 'text', 'address.postcode', { needs: 'name' }],
  ['country', 'text', 'address.country', { needs: 'name' }],
  ['phone', 'text', 'phone', { needs: 'name' }],
];

function column(scope: ColumnScope, role: PartyRole | null, row: Row): CsvColumn {
  const [name, kind, path, { required = false, needs } = {}] = row;
  const prefix = role === null ? '' : `${role}_`;
  return {
    name: prefix + name,
    scope,
    kind,
    path: path.split('.'),
    role,
    required,
    needs: needs === undefined ? null : prefix + needs,
  };
}

function partyColumns(role: PartyRole): CsvColumn[] {
  const scope = role === 'manufacturer' ? 'manufacturer' : 'party';
  const identifiers = identifierSchemes.map((scheme) =>
    column(scope, role, [scheme.toLowerCase(), 'text', `identifiers.${scheme}`, { needs: 'name' }]),
  );
  return [...partyRows.map((row) => column(scope, role, row)), ...identifiers];
}

export const csvColumns: readonly CsvColumn[] = [
  ...eventRows.map((row) => column('event', null, row)),
  ...shipmentRows.map((row) => column('shipment', null, row)),
  ...partyRoles.flatMap(partyColumns),
  ...itemRows.map((row) => column('item', null, row)),
];

export const columnsByName: ReadonlyMap<string, CsvColumn> = new Map(
  csvColumns.map((each) => [each.name, each]),
);
