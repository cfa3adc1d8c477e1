/**
 * A small rulebook for tests: a handful of list entries, places and goods, and a matcher that knows
 * names to the letter and says 'candidate' for names that merely hold the first word.
 */
import { createHash } from 'node:crypto';
import { entityListSchema, type EntityList } from '../lists/list.ts';
import type { MatchCandidate, PartyMatcher } from '../matching/matcher.ts';
import type { RegionData } from '../places/region.ts';
import { stateLabourSchema, type StateLabourTable } from '../places/state-labour.ts';
import { countryGoodSchema, sectorSchema } from '../rulebook/goods.ts';
import { compileRulebook, type Knowledge, type Rulebook } from '../rulebook/rulebook.ts';
import type { RulebookDefinition } from '../rulebook/definition.ts';
import type { Sha256 } from '../text/digest.ts';
import { normalise } from '../text/normalise.ts';
import { chinaForTests } from './china.ts';
import { commoditiesForTests } from './commodities.ts';
import { definitionForTests } from './definition.ts';

export const sha256ForTests: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

export const uflpaForTests: EntityList = entityListSchema.parse({
  list: 'us-uflpa',
  title: 'UFLPA Entity List',
  authority: 'Task Force',
  version: 'test.1',
  asOf: '2026-01-01',
  url: 'https://example.org/uflpa',
  entities: [
    {
      id: 'uflpa:haolin',
      kind: 'organization',
      name: 'Hetian Haolin Hair Accessories Co., Ltd.',
      country: 'CN',
      addresses: [
        { text: 'No. 4 Yulongwan Road, Beijing Industrial Park, Luopu County, Xinjiang' },
      ],
      identifiers: [
        { scheme: 'USCC', value: '91653224MA775XXX12' },
        { scheme: 'PHONE', value: '+86 903 6823456' },
      ],
      listings: [{ clause: 'i', effectiveDate: '2022-06-21' }],
      status: 'active',
      url: 'https://example.org/uflpa/haolin',
    },
    {
      id: 'uflpa:transfer',
      kind: 'organization',
      name: 'Anhui Hongtai Textile Co., Ltd.',
      country: 'CN',
      addresses: [{ text: 'Building 12, 538 Fengting Avenue, Suzhou, Jiangsu Province, China' }],
      listings: [{ clause: 'ii', effectiveDate: '2024-05-17' }],
      status: 'active',
      url: 'https://example.org/uflpa/transfer',
    },
    {
      id: 'uflpa:withdrawn',
      kind: 'organization',
      name: 'Withdrawn Works Co., Ltd.',
      country: 'CN',
      listings: [{ clause: 'ii', effectiveDate: '2023-01-01' }],
      status: 'inactive',
      url: 'https://example.org/uflpa/withdrawn',
    },
  ],
});

export const ordersForTests: EntityList = entityListSchema.parse({
  list: 'us-cbp-wro',
  title: 'Withhold Release Orders and Findings',
  authority: 'CBP',
  version: 'test.1',
  asOf: '2026-02-01',
  url: 'https://example.org/wro',
  entities: [
    {
      id: 'cbp:meixin',
      kind: 'organization',
      name: 'Lop County Meixin Hair Products Co., Ltd.',
      country: 'CN',
      listings: [{ clause: 'WRO', effectiveDate: '2020-06-17' }],
      status: 'active',
      merchandise: { text: 'Hair Products', hsPrefixes: ['0501', '6703', '6704'] },
      url: 'https://example.org/wro/meixin',
    },
    {
      id: 'cbp:long-time',
      kind: 'vessel',
      name: 'Da Wang',
      identifiers: [{ scheme: 'IMO', value: '8765432' }],
      listings: [{ clause: 'WRO', effectiveDate: '2020-07-30' }],
      status: 'active',
      merchandise: { text: 'Seafood', hsPrefixes: ['03', '1604'] },
      url: 'https://example.org/wro/da-wang',
    },
    {
      id: 'cbp:turkmenistan-cotton',
      kind: 'region',
      name: 'All Turkmenistan cotton',
      country: 'TM',
      identifiers: [{ scheme: 'ISO3166-1', value: 'TM' }],
      listings: [{ clause: 'WRO', effectiveDate: '2018-05-18' }],
      status: 'active',
      merchandise: { text: 'Cotton', hsPrefixes: ['52', '6109'] },
      url: 'https://example.org/wro/tm',
    },
    {
      id: 'cbp:marange',
      kind: 'region',
      name: 'Marange Diamond Fields',
      country: 'ZW',
      listings: [{ clause: 'WRO', effectiveDate: '2019-10-01' }],
      status: 'active',
      merchandise: { text: 'Rough diamonds', hsPrefixes: ['710210'] },
      url: 'https://example.org/wro/marange',
    },
  ],
});

export const xinjiangForTests: RegionData = {
  version: 'test.1',
  asOf: '2026-01-01',
  title: 'Places of Xinjiang',
  url: 'https://example.org/xinjiang',
  country: 'CN',
  subdivision: 'CN-XJ',
  otherRegionCodes: ['CN-65', 'XJ'],
  ownMidCities: ['URU', 'HOT', 'AKS'],
  divisionPrefix: '65',
  postcodes: [{ from: 830000, to: 848999 }],
  phoneCodes: ['903', '991'],
  locodes: [
    { code: 'CNURC', name: 'Urumqi' },
    { code: 'CNAKL', name: 'Alashankou' },
  ],
  places: [
    place('650000', 'region', 'Xinjiang', ['Xinjiang', '新疆']),
    place('650100', 'prefecture', 'Urumqi', ['Urumqi', 'Wulumuqi', '乌鲁木齐']),
    place('653224', 'county', 'Lop County', ['Lop County', 'Luopu', '洛浦'], ['Lop']),
    place('652900', 'prefecture', 'Aksu', ['Aksu', '阿克苏']),
  ],
  naming: {
    streetWords: ['road', '路'],
    directionWords: ['south', '南'],
    productWords: {},
    patterns: [],
  },
};

function place(
  code: string,
  level: string,
  title: string,
  names: string[],
  ambiguousNames: string[] = [],
): RegionData['places'][number] {
  return { code, level, title, names, ambiguousNames };
}

export const stateLabourForTests: StateLabourTable = stateLabourSchema.parse({
  list: 'state-labour',
  title: 'States that impose labour',
  version: 'test.1',
  asOf: '2026-01-01',
  url: 'https://example.org/state-labour',
  regimes: [
    {
      id: 'north-korea',
      title: { en: 'North Korean labour', nl: 'Noord-Koreaanse arbeid' },
      country: 'KP',
      hsPrefixes: [],
      commodities: [],
      names: ['North Korea', 'DPRK', 'Pyongyang', '朝鲜'],
      notNames: ['朝鲜族'],
      presumption: 'US-CAATSA-321',
      since: '2017-08-02',
      url: 'https://example.org/kp',
    },
    {
      id: 'turkmen-cotton',
      title: { en: 'Turkmen cotton', nl: 'Turkmeense katoen' },
      country: 'TM',
      hsPrefixes: ['52'],
      commodities: ['cotton'],
      names: ['Turkmenistan', 'Turkmen cotton', 'Ashgabat'],
      notNames: [],
      since: '2018-05-18',
      url: 'https://example.org/tm',
    },
  ],
});

const header = (list: string, title: string) => ({
  list,
  title,
  version: 'test.1',
  asOf: '2026-01-01',
  url: `https://example.org/${list}`,
});

const sector = (
  id: string,
  title: string,
  lines: readonly (readonly [hsPrefix: string, commodity: string])[],
  designatedAt: string,
  originScope: readonly string[],
) =>
  sectorSchema.parse({
    id,
    title,
    lines: lines.map(([hsPrefix, commodity]) => ({ hsPrefix, basis: 'named', commodity })),
    originScope,
    designatedAt,
    authority: 'FLETF',
    url: 'https://example.org/sectors',
  });

export const knowledgeForTests: Knowledge = {
  entityLists: [uflpaForTests, ordersForTests],
  sectors: {
    ...header('us-sectors', 'Priority sectors'),
    sectors: [
      sector(
        'human-hair',
        'Human hair',
        [
          ['0501', 'hair'],
          ['670420', 'hair'],
        ],
        '2020-05-01',
        ['CN'],
      ),
      sector(
        'cotton',
        'Cotton',
        [
          ['52', 'cotton'],
          ['610910', 'cotton'],
        ],
        '2022-06-17',
        ['CN', '*'],
      ),
      sector(
        'polysilicon',
        'Polysilicon',
        [
          ['280461', 'polysilicon'],
          ['854143', 'polysilicon'],
        ],
        '2022-06-17',
        ['CN', '*'],
      ),
      sector('copper', 'Copper', [['74', 'copper']], '2025-08-19', ['CN']),
    ],
  },
  countryGoods: {
    ...header('us-dol-tvpra', 'List of Goods'),
    goods: [
      countryGoodSchema.parse({
        id: 'tvpra:hair',
        good: 'Hair Products',
        sector: 'manufacturing',
        country: 'CN',
        childLabour: false,
        forcedLabour: true,
        forcedChildLabour: false,
        hsPrefixes: ['670420'],
      }),
      countryGoodSchema.parse({
        id: 'tvpra:carpets',
        good: 'Carpets',
        sector: 'manufacturing',
        country: 'IN',
        childLabour: true,
        forcedLabour: false,
        forcedChildLabour: false,
        hsPrefixes: ['5701'],
      }),
      countryGoodSchema.parse({
        id: 'tvpra:solar',
        good: 'Solar Modules',
        sector: 'manufacturing',
        country: 'VN',
        childLabour: false,
        forcedLabour: false,
        forcedChildLabour: false,
        derivedFrom: 'CN',
        hsPrefixes: ['854143'],
      }),
    ],
  },
  xinjiang: xinjiangForTests,
  china: chinaForTests,
  commodities: commoditiesForTests,
  stateLabour: stateLabourForTests,
};

/** Equal names are sure; a name that begins with a listed name's first two words may be it. */
export function plainMatcher(lists: readonly EntityList[]): PartyMatcher {
  const entities = lists.flatMap((list) => list.entities);
  return {
    match({ names, kinds }) {
      return entities
        .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
        .flatMap((entity) => {
          const listed = normalise(entity.name);
          const stem = `${listed.split(' ').slice(0, 2).join(' ')} `;
          const name = names.find((each) => `${normalise(each)} `.startsWith(stem));
          if (name === undefined) return [];
          const sure = normalise(name) === listed;
          return [candidate(entity.id, name, entity.name, sure)];
        });
    },
  };
}

function candidate(
  entityId: string,
  queriedName: string,
  listedName: string,
  sure: boolean,
): MatchCandidate {
  return {
    entityId,
    queriedName,
    listedName,
    probability: sure ? 0.99 : 0.5,
    tier: sure ? 'automatic' : 'candidate',
    pieces: [
      {
        aspect: 'name',
        queried: queriedName,
        listed: listedName,
        relation: sure ? 'equal' : 'truncated',
        weight: sure ? 9 : 4,
        explanation: sure ? 'The names are equal.' : 'The names begin alike.',
      },
    ],
  };
}

export interface TestRulebookChanges {
  readonly definition?: Partial<RulebookDefinition>;
  readonly knowledge?: Partial<Knowledge>;
  readonly matcher?: PartyMatcher;
}

export function buildRulebook(changes: TestRulebookChanges = {}): Rulebook {
  const knowledge = { ...knowledgeForTests, ...changes.knowledge };
  return compileRulebook({
    definition: { ...definitionForTests, ...changes.definition },
    knowledge,
    matcher: changes.matcher ?? plainMatcher(knowledge.entityLists),
    sha256: sha256ForTests,
    memorySize: 100,
  });
}
