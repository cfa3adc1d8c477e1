/**
 * A made-up supply network with the shape of real ones: industries of several stages, goods passing
 * from each stage to the next, a few hubs with thousands of links and very many firms with few.
 */
import type { Company, SupplyLink } from '@herkomst/core';
import { Random } from '../matching/random.ts';

/** HS codes of what each stage makes. */
const industries: readonly (readonly string[])[] = [
  ['520100', '520512', '520812', '610910', '630260'],
  ['520100', '520524', '600622', '620342'],
  ['050100', '670300', '670420'],
  ['250610', '280469', '280461', '381800', '854142', '854143'],
  ['070200', '200290', '210320'],
  ['281820', '760110', '760421', '870899', '870323'],
  ['281512', '390410', '391810'],
  ['030354', '160414'],
  ['283691', '850760', '870380'],
  ['720712', '720851', '730890', '843149'],
  ['853400', '854231', '851713'],
  ['390110', '392690', '950300'],
  ['410411', '410712', '640391'],
  ['440710', '441114', '940360'],
  ['090111', '210111'],
  ['100630', '190590'],
];

const places = [
  'Qingdao',
  'Ningbo',
  'Shaoxing',
  'Foshan',
  'Kashgar',
  'Binh Duong',
  'Dhaka',
  'Tiruppur',
  'Bursa',
];
const countries = ['CN', 'CN', 'CN', 'CN', 'CN', 'VN', 'BD', 'IN', 'TR'];
const syllables = [
  'hua',
  'xin',
  'tai',
  'long',
  'mei',
  'jia',
  'feng',
  'rui',
  'sheng',
  'yuan',
  'bo',
  'kang',
];
const trades = [
  'Trading',
  'Textile',
  'Industrial',
  'New Materials',
  'Import and Export',
  'Technology',
];

export interface World {
  /** Each link as a line of JSON. */
  readonly lines: readonly string[];
  readonly companies: readonly Company[];
  /** Companies of first stages, at which taint may begin. */
  readonly sources: readonly Company[];
}

interface Firm {
  readonly company: Company;
  readonly industry: number;
  readonly stage: number;
}

export function makeWorld(links: number, companies: number, seed: number): World {
  const random = new Random(seed);
  const firms = Array.from({ length: companies }, (_, at) => makeFirm(at, random));
  const byStage = new Map<string, Firm[]>();
  for (const firm of firms) {
    const key = `${firm.industry} ${firm.stage}`;
    const present = byStage.get(key);
    if (present === undefined) byStage.set(key, [firm]);
    else present.push(firm);
  }
  const lines = Array.from({ length: links }, () =>
    JSON.stringify(makeLink(firms, byStage, random)),
  );
  return {
    lines,
    companies: firms.map(({ company }) => company),
    sources: firms.filter(({ stage }) => stage === 0).map(({ company }) => company),
  };
}

function makeFirm(at: number, random: Random): Firm {
  const industry = random.below(industries.length);
  const stages = industries[industry]?.length ?? 1;
  const place = random.below(places.length);
  const word = [0, 1, 2].map(() => random.pick(syllables)).join('');
  const name = `${places[place]} ${word} ${at.toString(36)} ${random.pick(trades)} Co., Ltd.`;
  return {
    industry,
    stage: random.below(stages),
    company: {
      name,
      country: countries[place] ?? 'CN',
      ...(random.chance(0.2) && {
        identifiers: [{ scheme: 'USCC', value: `91${String(at).padStart(16, '0')}` }],
      }),
    },
  };
}

function makeLink(
  firms: readonly Firm[],
  byStage: ReadonlyMap<string, readonly Firm[]>,
  random: Random,
): SupplyLink {
  const from = skewed(firms, random);
  const source = { name: 'Records', url: `https://example.org/${random.below(5000)}` };
  const seen = `202${2 + random.below(5)}-0${1 + random.below(6)}-1${random.below(10)}`;
  if (random.chance(0.1)) {
    const kind = random.pick(['owns', 'owns', 'controls', 'shared-address', 'same-as'] as const);
    return { from: from.company, to: skewed(firms, random).company, kind, seen, source };
  }
  const stages = industries[from.industry] ?? [];
  const next = Math.min(from.stage + Number(random.chance(0.7)), stages.length - 1);
  const buyers = byStage.get(`${from.industry} ${next}`) ?? firms;
  const to = random.chance(0.95) ? skewed(buyers, random) : skewed(firms, random);
  const hs = stages[from.stage];
  return {
    from: from.company,
    to: to.company,
    kind: 'supplies',
    ...(hs !== undefined && random.chance(0.9) && { hs }),
    ...(random.chance(0.4) && { share: Math.round(random.next() * 100) / 100 }),
    ...(random.chance(0.6) && { shipments: 1 + random.below(20) }),
    validFrom: '2021-01-01',
    seen,
    source,
    ...(random.chance(0.3) && { inferred: true }),
  };
}

/** The first ones far oftener than the last. */
function skewed(firms: readonly Firm[], random: Random): Firm {
  const firm = firms[Math.floor(firms.length * random.next() ** 2)];
  if (firm === undefined) throw new RangeError('the world has no such firms');
  return firm;
}
