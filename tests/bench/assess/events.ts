/** Declared events of a real one's size. */

/** 'mixed': one in twenty alerts. */
export type Kind = 'honest' | 'alerting' | 'mixed';

interface Maker {
  readonly name: string;
  readonly lines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly phone: string;
}

const honestMakers: readonly Maker[] = [
  {
    name: 'Xuchang Ruifa Hair Products Co., Ltd.',
    lines: ['No. 666 Ruixiang Road', 'Jianan District'],
    city: 'Xuchang',
    region: 'Henan',
    postcode: '461000',
    phone: '+86 374 5136699',
  },
  {
    name: 'Foshan Baolin Ceramics Co., Ltd.',
    lines: ['No. 8 Jihua 5th Road, Chancheng District'],
    city: 'Foshan',
    region: 'Guangdong',
    postcode: '528000',
    phone: '+86 757 82345678',
  },
  {
    name: 'Ningbo Haitian Garment Manufacturing Co., Ltd.',
    lines: ['Building 4, 128 Xiaogang Road', 'Beilun District'],
    city: 'Ningbo',
    region: 'Zhejiang',
    postcode: '315800',
    phone: '+86 574 86123456',
  },
];

const alertingMakers: readonly Maker[] = [
  {
    name: 'Hetian Haolin Hair Accessories Co., Ltd.',
    lines: ['No. 4 Yulongwan Road, Beijing Industrial Park'],
    city: 'Luopu',
    region: 'Xinjiang',
    postcode: '848200',
    phone: '+86 903 6823456',
  },
  {
    name: 'Urumqi Tianshan Wool Trading Co., Ltd.',
    lines: ['No. 12 Changchun South Road'],
    city: 'Urumqi',
    region: 'Xinjiang',
    postcode: '830011',
    phone: '+86 991 3661234',
  },
];

const goods = [
  ['670420', 'Wigs of human hair, lace front, natural black'],
  ['690721', 'Ceramic floor tiles, glazed, 60 x 60 cm'],
  ['610910', "Men's T-shirts, knitted, 100% cotton"],
  ['940161', 'Upholstered seats with wooden frames'],
] as const;

/** Events of different series have no parties, or no descriptions of goods, in common. */
export interface Series {
  readonly parties: number;
  readonly goods: number;
}

/** As JSON lines; the same arguments give the same events, and no two of them are alike. */
export function writeEvents(kind: Kind, count: number, series: Series): string[] {
  return Array.from({ length: count }, (_each, n) => JSON.stringify(event(kind, n, series)));
}

function alerts(kind: Kind, n: number): boolean {
  return kind === 'alerting' || (kind === 'mixed' && n % 20 === 7);
}

function event(kind: Kind, n: number, series: Series): unknown {
  const makers = alerts(kind, n) ? alertingMakers : honestMakers;
  const maker = makers[n % makers.length] as Maker;
  // Some hundred firms of each role in a series, told apart by number and street. They deal with
  // one another in so many ways that a pair meets again, but no four do within a pass.
  const firm = (count: number): number => series.parties * 1000 + (n % count);
  const [ofMaker, ofExporter, ofConsignee, ofNotify] = [firm(211), firm(199), firm(307), firm(97)];
  return {
    specversion: '1.0',
    id: `bench-${series.goods}-${n}`,
    source: 'urn:herkomst:bench',
    type: 'org.herkomst.shipment.declared.v1',
    time: '2026-03-02T08:00:00Z',
    datacontenttype: 'application/json',
    data: {
      shipmentId: `B-${series.goods}-${n}`,
      declaration: {
        kind: 'import',
        mrn: `26NL${String(n).padStart(14, '0')}`,
        jurisdiction: n % 2 === 0 ? 'NL' : 'US',
        lodgedAt: '2026-03-02T08:00:00Z',
      },
      transport: {
        mode: 'sea',
        billOfLading: `MAEU${String(n).padStart(9, '0')}`,
        vessel: { name: 'EVER GLORY', imo: '9811000' },
        voyage: '0123W',
        portOfLoading: 'CNTAO',
        transhipmentPorts: ['SGSIN'],
        portOfDischarge: 'NLRTM',
        departedAt: '2026-02-01T08:00:00Z',
        estimatedArrivalAt: '2026-03-03T08:00:00Z',
        containers: [`MSKU${String(n % 9_999_999).padStart(7, '0')}`],
      },
      parties: [
        {
          partyId: 'm1',
          role: 'manufacturer',
          name: maker.name,
          otherNames: [],
          address: {
            lines: [...maker.lines, `Unit ${ofMaker}`],
            city: maker.city,
            region: maker.region,
            postcode: maker.postcode,
            country: 'CN',
          },
          identifiers: [],
          phone: maker.phone,
        },
        {
          role: 'exporter',
          name: `Qingdao Harbour Trading ${ofExporter} Co., Ltd.`,
          address: {
            lines: [`Room ${ofExporter}, 18 Hong Kong Middle Road`],
            city: 'Qingdao',
            region: 'Shandong',
            postcode: '266071',
            country: 'CN',
          },
          phone: '+86 532 85001234',
        },
        {
          role: 'consignee',
          name: `Haarwerken ${ofConsignee} B.V.`,
          address: {
            lines: [`Wijnhaven ${ofConsignee}`],
            city: 'Rotterdam',
            postcode: '3011 WN',
            country: 'NL',
          },
          identifiers: [{ scheme: 'EORI', value: `NL${String(ofConsignee).padStart(9, '0')}` }],
        },
        {
          role: 'notify',
          name: `Waalhaven Forwarding ${ofNotify} N.V.`,
          address: { lines: [`Waalhaven Z.z. ${ofNotify}`], city: 'Rotterdam', country: 'NL' },
        },
      ],
      items: [item(n, 1, series), item(n + 1, 2, series)],
    },
  };
}

function item(n: number, lineNumber: number, series: Series): unknown {
  const [commodityCode, description] = goods[n % goods.length] as (typeof goods)[number];
  return {
    lineNumber,
    commodityCode: `${commodityCode}00`,
    description: `${description}, lot ${series.goods * 100 + (n % 100)}`,
    countryOfOrigin: 'CN',
    manufacturerPartyId: 'm1',
    quantity: { value: 100 + (n % 900), unit: 'PCE' },
    grossMassKg: 300 + (n % 200),
    value: { amount: 9000 + (n % 1000), currency: 'EUR' },
  };
}
