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

/** One listed maker for each language, so that each walk has a case of its own. */
const listed = {
  en: {
    entry: 'Hetian Haolin',
    row: [
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
    ],
  },
  nl: {
    entry: 'Xinjiang Zhongtai Chemical',
    row: [
      'Xinjiang Zhongtai Chemical Co. Ltd.',
      'Yangchenghu Road 39',
      'Urumqi',
      'Xinjiang',
      'CN',
      'Vloerenhuis Twente BV',
      'Almelo',
      'NL',
      '1',
      '3918101000',
      'PVC vinyl flooring',
      'CN',
    ],
  },
} as const;
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
export function declaredFile(language: 'en' | 'nl') {
  const tag = `DAY${language.toUpperCase()}`;
  const { entry, row: listedRow } = listed[language];
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
  const lines = [
    heads.join(','),
    row(1, 'NL', listedRow),
    row(2, 'NL', innocent),
    row(3, 'Nowhere', innocent),
  ];
  return { tag, entry, name: `${tag}.csv`, content: `${lines.join('\n')}\n` };
}
