/** One malformed CSV of each kind, and what must be said of it. */

const columns = [
  'shipment_id',
  'declaration_kind',
  'jurisdiction',
  'lodged_at',
  'transport_mode',
  'vessel_name',
  'vessel_imo',
  'port_of_loading',
  'manufacturer_id',
  'manufacturer_name',
  'manufacturer_country',
  'manufacturer_uscc',
  'consignee_name',
  'line_number',
  'commodity_code',
  'description',
  'country_of_origin',
  'gross_mass_kg',
  'value',
  'currency',
] as const;
type Column = (typeof columns)[number];
type Cells = Partial<Record<Column, string>>;

const usual: Record<Column, string> = {
  shipment_id: 'BAD',
  declaration_kind: 'import',
  jurisdiction: 'NL',
  lodged_at: '2026-03-01T08:00:00Z',
  transport_mode: 'sea',
  vessel_name: 'EVER GIVEN',
  vessel_imo: '9811000',
  port_of_loading: 'CNTAO',
  manufacturer_id: '',
  manufacturer_name: 'Luohe Baihua Hair Products',
  manufacturer_country: 'CN',
  manufacturer_uscc: '91411100MA00000000',
  consignee_name: 'Kapsalon Groothandel BV',
  line_number: '1',
  commodity_code: '67042000',
  description: 'Wigs of human hair',
  country_of_origin: 'CN',
  gross_mass_kg: '12.5',
  value: '900.00',
  currency: 'EUR',
};

function row(cells: Cells): string {
  return columns.map((column) => cells[column] ?? usual[column]).join(',');
}

export const header = columns.join(',');
export const before = row({ shipment_id: 'ü-before' });
export const after = row({ shipment_id: 'after' });

export interface MalformedRows {
  readonly kind: string;
  /** The rows of the refused shipment, without the last line end. */
  readonly rows: string | Uint8Array;
  readonly code: string;
  /** Column, or '' for the whole row. */
  readonly path: string;
  readonly says: string | RegExp;
  readonly position?: string;
}

function cell(
  kind: string,
  column: Column,
  value: string,
  code: string,
  says: string,
): MalformedRows {
  return { kind, rows: row({ [column]: value }), code, path: column, says: `row 3: ${says}` };
}

function two(kind: string, first: Cells, second: Cells, code: string, path: string, says: string) {
  return { kind, rows: `${row(first)}\n${row(second)}`, code, path, says, position: 'rows 3-4' };
}

export const malformedRows: readonly MalformedRows[] = [
  {
    kind: 'a cell too many',
    rows: row({ description: 'Wigs, of human hair' }),
    code: 'csv-cells',
    path: '',
    says: 'row 3: the header names 20 columns, the row has 21 cells',
  },
  {
    kind: 'a cell too few',
    rows: row({}).replace(',sea', ''),
    code: 'csv-cells',
    path: '',
    says: 'row 3: the header names 20 columns, the row has 19 cells',
  },
  {
    kind: 'the id alone',
    rows: 'BAD',
    code: 'csv-cells',
    path: '',
    says: 'row 3: the header names 20 columns, the row has 1 cells',
  },
  {
    kind: 'semicolons instead of commas',
    rows: row({}).replaceAll(',', ';'),
    code: 'csv-cells',
    path: '',
    says: 'the row has 1 cells',
  },
  {
    kind: 'a quote within a cell',
    rows: row({ description: 'Wigs 14" long' }),
    code: 'csv-quotes',
    path: '',
    says: /^row 3: line 3, column \d+: a quote stands within a cell/,
  },
  {
    kind: 'text after a quoted cell',
    rows: row({ description: '"Wigs" of hair' }),
    code: 'csv-quotes',
    path: '',
    says: /^row 3: line 3, column \d+: expected "," or the line's end after a closing quote/,
  },
  {
    kind: 'a quote that is not closed',
    rows: row({ description: '"Wigs of human hair' }),
    code: 'csv-quotes',
    path: '',
    says: 'row 3: a quote opens on line 3 and is not closed',
  },
  {
    kind: 'quotes closed by a backslash',
    rows: row({ description: String.raw`"Wigs 14\" long"` }),
    code: 'csv-quotes',
    path: '',
    says: 'after a closing quote',
  },
  {
    kind: 'bytes of Windows-1252',
    rows: Buffer.from(row({ consignee_name: 'Köln GmbH' }), 'latin1'),
    code: 'invalid-utf8',
    path: '',
    says: /^row 3: byte \d+ is not UTF-8; save the file as CSV UTF-8/,
  },
  {
    kind: 'no shipment',
    rows: row({ shipment_id: ' ' }),
    code: 'missing',
    path: 'shipment_id',
    says: 'row 3: missing; which shipment is the row of?',
  },
  cell('an empty kind', 'declaration_kind', '', 'schema', 'missing'),
  cell('a kind that is not known', 'declaration_kind', 'export', 'schema', 'invalid option'),
  cell('an empty description', 'description', '', 'schema', 'missing'),
  cell(
    'a country in words',
    'jurisdiction',
    'Netherlands',
    'schema',
    'expected an ISO 3166-1 alpha-2 country code such as "NL", found "Netherlands" (data.declaration.jurisdiction)',
  ),
  cell('a country in small letters', 'country_of_origin', 'cn', 'schema', 'expected an ISO 3166-1'),
  cell(
    'a date as a Dutch spreadsheet writes it',
    'lodged_at',
    '01-03-2026 08:00',
    'schema',
    'expected an RFC 3339 date-time',
  ),
  cell(
    'a date without time',
    'lodged_at',
    '2026-03-01',
    'schema',
    'expected an RFC 3339 date-time',
  ),
  cell(
    'a means of transport that is not known',
    'transport_mode',
    'ship',
    'schema',
    'invalid option',
  ),
  cell(
    'a port by its name',
    'port_of_loading',
    'Qingdao',
    'schema',
    'expected a UN/LOCODE such as "NLRTM", found "Qingdao"',
  ),
  cell(
    'a ship’s number with its letters',
    'vessel_imo',
    'IMO9811000',
    'schema',
    'expected a seven-digit IMO ship number',
  ),
  cell('a ship’s number without the ship', 'vessel_name', '', 'schema', 'missing'),
  cell('a manufacturer without a name', 'manufacturer_name', '', 'schema', 'missing'),
  cell(
    'a leading zero eaten',
    'commodity_code',
    '501',
    'csv-value',
    'an HS commodity code has an even number of digits, this one 3; if a spreadsheet dropped a leading zero, write "0501", found "501"',
  ),
  cell(
    'a trailing zero eaten',
    'commodity_code',
    '8541.4',
    'csv-value',
    'an HS commodity code has an even number of digits',
  ),
  cell(
    'a commodity in words',
    'commodity_code',
    'wigs',
    'csv-value',
    'expected an HS commodity code of 2 to 10 digits, found "wigs"',
  ),
  cell('an empty commodity code', 'commodity_code', '', 'schema', 'missing'),
  cell(
    'a commodity code of twelve digits',
    'commodity_code',
    '670420000011',
    'csv-value',
    'expected an HS commodity code',
  ),
  cell(
    'an identifier in scientific notation',
    'manufacturer_uscc',
    '9.16532E+17',
    'csv-value',
    'a spreadsheet has shortened this number; format the column as text and export again, found "9.16532E+17"',
  ),
  cell(
    'a mass that could be two',
    'gross_mass_kg',
    '"1,250"',
    'csv-value',
    'this could be 1250 or 1.2500',
  ),
  cell(
    'a mass with its unit',
    'gross_mass_kg',
    '12.5 kg',
    'csv-value',
    'expected a number such as 1234.5, found "12.5 kg"',
  ),
  cell('a value with its currency', 'value', '€ 900', 'csv-value', 'expected a number'),
  cell('a negative value', 'value', '-900', 'schema', 'too small'),
  cell('a value in scientific notation', 'value', '9E+02', 'csv-value', 'expected a number'),
  cell('a currency by its sign', 'currency', '€', 'schema', 'expected an ISO 4217 currency code'),
  cell('a value without its currency', 'currency', '', 'schema', 'missing'),
  cell('a line number of nought', 'line_number', '0', 'schema', 'too small'),
  cell(
    'a line number with a letter',
    'line_number',
    '1a',
    'csv-value',
    'expected a whole number, found "1a"',
  ),
  cell('a line number that is missing', 'line_number', '', 'schema', 'missing'),
  two(
    'rows that differ on the consignee',
    {},
    { line_number: '2', consignee_name: 'Ander BV' },
    'csv-contradiction',
    'consignee_name',
    'row 4: found "Ander BV" where row 3 of the same shipment has "Kapsalon Groothandel BV"',
  ),
  two(
    'rows that differ on the kind',
    {},
    { line_number: '2', declaration_kind: 'manifest' },
    'csv-contradiction',
    'declaration_kind',
    'row 4: found "manifest" where row 3',
  ),
  two(
    'rows of one line number',
    {},
    {},
    'schema',
    'line_number',
    'row 4: two items have the line number 1, found "1" (data.items[1].lineNumber)',
  ),
  two(
    'one manufacturer of two names',
    { manufacturer_id: 'M1' },
    { line_number: '2', manufacturer_id: 'M1', manufacturer_name: 'Other Ltd' },
    'csv-contradiction',
    'manufacturer_name',
    'row 4: found "Other Ltd"',
  ),
  two(
    'a second row that is wrong',
    {},
    { line_number: '2', country_of_origin: 'China' },
    'schema',
    'country_of_origin',
    'row 4: expected an ISO 3166-1',
  ),
];
