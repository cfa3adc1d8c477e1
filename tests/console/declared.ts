/** A file as a declarant's system would export it, with a row that can not be read. */

const heads = [
  'shipment_id',
  'declaration_kind',
  'mrn',
  'jurisdiction',
  'lodged_at',
  'transport_mode',
  'bill_of_lading',
  'port_of_loading',
  'port_of_discharge',
  'estimated_arrival_at',
  'manufacturer_name',
  'manufacturer_address',
  'manufacturer_city',
  'manufacturer_region',
  'manufacturer_country',
  'importer_name',
  'importer_city',
  'importer_country',
  'line_number',
  'commodity_code',
  'description',
  'country_of_origin',
] as const;

const listed = [
  'Hetian Haolin Hair Accessories Co. Ltd',
  'North of Jinghua Road',
  'Hotan',
  'Xinjiang',
  'CN',
  'De Vries Haarmode BV',
  'Rotterdam',
  'NL',
  '1',
  '6704200000',
  'Wigs of human hair',
  'CN',
];
const innocent = [
  'Porto Calcado Lda',
  'Rua das Flores 12',
  'Porto',
  'Norte',
  'PT',
  'Schoenhandel Jansen BV',
  'Utrecht',
  'NL',
  '1',
  '6403990000',
  'Leather shoes',
  'PT',
];

/** Three shipments: one of a listed maker, one of nobody in particular, one with no jurisdiction. */
export function declaredCsv(tag: string): string {
  const row = (number: number, jurisdiction: string, rest: readonly string[]): string =>
    [
      `${tag}-${number}`,
      'import',
      '',
      jurisdiction,
      '2026-11-20T09:00:00Z',
      'sea',
      `MAEU${tag}${number}`,
      'CNTAO',
      'NLRTM',
      '2027-01-15T06:00:00Z',
      ...rest,
    ].join(',');
  return `${[heads.join(','), row(1, 'NL', listed), row(2, 'NL', innocent), row(3, 'Nowhere', innocent)].join('\n')}\n`;
}
