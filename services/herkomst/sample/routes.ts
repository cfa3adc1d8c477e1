/** How goods get from a town to a country: ports by UN/LOCODE, carriers, vessels, days under way. */
import { containerNumber, imoNumber } from './identifiers.ts';
import type { Random } from './random.ts';
import type { Firm, Good } from './tables.ts';

export interface Transport {
  readonly mode: 'sea' | 'air' | 'rail' | 'road';
  readonly billOfLading?: string;
  readonly masterBillOfLading?: string;
  readonly vessel?: { readonly name: string; readonly imo?: string };
  readonly voyage?: string;
  readonly placeOfReceipt?: string;
  readonly portOfLoading?: string;
  readonly transhipmentPorts?: readonly string[];
  readonly portOfDischarge?: string;
  readonly containers?: readonly string[];
}

export interface Route {
  readonly transport: Transport;
  readonly days: number;
}

const chinesePorts: Readonly<Record<string, readonly string[]>> = {
  Shandong: ['CNTAO'],
  Henan: ['CNTAO', 'CNSHA'],
  Hebei: ['CNTXG'],
  Shanxi: ['CNTXG'],
  Tianjin: ['CNTXG'],
  'Inner Mongolia': ['CNTXG'],
  Liaoning: ['CNDLC'],
  Jiangsu: ['CNSHA'],
  Shanghai: ['CNSHA'],
  Anhui: ['CNSHA'],
  Zhejiang: ['CNNBO', 'CNSHA'],
  Fujian: ['CNXMN'],
  Guangdong: ['CNYTN', 'CNNSA'],
  Hunan: ['CNYTN'],
  Chongqing: ['CNSHA'],
};

const seaPorts: Readonly<Record<string, readonly string[]>> = {
  AE: ['AEJEA'],
  BD: ['BDCGP'],
  BE: ['BEANR'],
  BR: ['BRSSZ'],
  CH: ['NLRTM'],
  CO: ['COCTG'],
  DE: ['DEHAM'],
  DO: ['DOCAU'],
  EC: ['ECGYE'],
  EG: ['EGALY'],
  ES: ['ESVLC'],
  ET: ['DJJIB'],
  GH: ['GHTEM'],
  HK: ['HKHKG'],
  ID: ['IDJKT'],
  IN: ['INMAA', 'INNSA'],
  IS: ['ISREY'],
  IT: ['ITNAP', 'ITGOA'],
  JP: ['JPNGO'],
  KE: ['KEMBA'],
  KH: ['KHKOS'],
  KR: ['KRPUS'],
  MY: ['MYPEN'],
  NL: ['NLRTM'],
  PK: ['PKKHI'],
  PT: ['PTLEI'],
  RS: ['MEBAR'],
  TH: ['THLCH'],
  TR: ['TRIST', 'TRMER'],
  TW: ['TWKHH'],
  VN: ['VNSGN', 'VNHPH'],
};

const arrivals: Readonly<Record<string, readonly string[]>> = {
  NL: ['NLRTM', 'NLRTM', 'NLAMS'],
  US: ['USLGB', 'USNYC', 'USSAV', 'USOAK'],
  DE: ['DEHAM'],
  BE: ['BEANR'],
};

const airports: Readonly<Record<string, string>> = {
  CN: 'CNPVG',
  KE: 'KENBO',
  NL: 'NLAMS',
  US: 'USORD',
  DE: 'DEFRA',
  IN: 'INMAA',
};

/** Lines by prefix of their bills of lading, with the owner code of their containers. */
const lines = [
  { bill: 'MAEU', owner: 'MSKU', digits: 9 },
  { bill: 'MEDU', owner: 'MEDU', digits: 8 },
  { bill: 'COSU', owner: 'CSNU', digits: 10 },
  { bill: 'HLCU', owner: 'HLXU', digits: 12 },
  { bill: 'EGLV', owner: 'EGHU', digits: 12 },
  { bill: 'ONEY', owner: 'TCLU', digits: 10 },
];

const vessels = [
  'NORTHERN LINDEN',
  'PACIFIC HERON',
  'WADDEN SPIRIT',
  'CORAL MERIDIAN',
  'LOTUS EXPRESS',
  'BALTIC ALDER',
  'STAR OF HAINAN',
  'OCEAN TILIA',
  'GRAND ZUIDERZEE',
  'CAPE MARIGOLD',
  'SILVER MONSOON',
  'ATLANTIC ROWAN',
];

/** From the nearest port by sea, or by air for what is light and dear. */
export function routeOf(random: Random, maker: Firm, to: string, good: Good): Route {
  const airborne = good.price[0] / good.unitMass > 60 || good.hs6.startsWith('0603');
  if (airborne && airports[maker.country] !== undefined && random.chance(0.6)) {
    return byAir(random, maker.country, to);
  }
  return bySea(random, maker, to, good.unitMass);
}

function byAir(random: Random, from: string, to: string): Route {
  return {
    days: 2,
    transport: {
      mode: 'air',
      billOfLading: `H${random.digits(9)}`,
      masterBillOfLading: `${random.pick(['074', '176', '784', '020'])}-${random.digits(8)}`,
      portOfLoading: airports[from] ?? 'CNPVG',
      portOfDischarge: airports[to] ?? 'NLAMS',
    },
  };
}

export function bySea(random: Random, maker: Firm, to: string, unitMass: number): Route {
  const line = random.pick(lines);
  const ports = maker.country === 'CN' ? chinesePorts[maker.region ?? ''] : seaPorts[maker.country];
  const loading = random.pick(ports ?? ['CNSHA']);
  const name = random.pick(vessels);
  const far = !['NL', 'DE', 'BE', 'IT', 'ES', 'PT', 'IS', 'TR', 'CH'].includes(maker.country);
  const via = far && random.chance(0.3) ? [random.pick(['SGSIN', 'MYPKG', 'LKCMB', 'KRPUS'])] : [];
  return {
    days: far ? random.between(22, 38) : random.between(6, 15),
    transport: {
      mode: 'sea',
      billOfLading: line.bill + random.digits(line.digits),
      vessel: { name, imo: imoNumber(vessels.indexOf(name) * 7 + 11) },
      voyage: `${random.digits(3)}${random.pick(['W', 'E'])}`,
      portOfLoading: loading,
      ...(via.length === 0 ? {} : { transhipmentPorts: via }),
      portOfDischarge: random.pick(arrivals[to] ?? ['NLRTM']),
      containers: Array.from({ length: unitMass > 5 ? random.between(1, 3) : 1 }, () =>
        containerNumber(random, line.owner),
      ),
    },
  };
}

/** Overland to the Rhine, by one of the two border stations every such train passes. */
export function byRail(random: Random, from: string, border: string): Route {
  return {
    days: random.between(15, 21),
    transport: {
      mode: 'rail',
      billOfLading: `CRE${random.digits(9)}`,
      placeOfReceipt: from,
      portOfLoading: from,
      transhipmentPorts: [border, 'PLMLA'],
      portOfDischarge: 'DEDUI',
      containers: [containerNumber(random, 'TBJU')],
    },
  };
}
