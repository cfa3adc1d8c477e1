/**
 * What is known of goods from a country before any shipment is there: the risks with their sources,
 * and the due diligence that the OECD guidelines would ask. No score: it is advice on where to look.
 */
import type { Commodity } from '../goods/commodities.ts';
import { listingsInForce } from '../findings/words.ts';
import { isWithin } from '../rulebook/goods.ts';
import type { Rulebook, SourceHeader } from '../rulebook/rulebook.ts';
import type { InputFault } from '../shipment/event.ts';
import type { adviceTextsEn } from './texts-en.ts';

export type AdviceTextKey = keyof typeof adviceTextsEn;

export interface AdviceQuestion {
  /** ISO 3166-1 alpha-2: 'CN'. */
  readonly country: string;
  /** HS code of 2 to 10 digits; dots and spaces are left out. */
  readonly hs: string;
}

export interface AdvisedRisk {
  readonly text: AdviceTextKey;
  /** What fills the places of the text. Countries are codes, written out when the text is. */
  readonly values: Readonly<Record<string, string>>;
  /** HS prefixes it is about, where these are finer than the code asked about. */
  readonly prefixes: readonly string[];
  readonly source: SourceHeader;
}

export interface Advice {
  readonly kind: 'advice';
  readonly country: string;
  readonly hs: string;
  /** Finest first; empty where the table knows no such goods. */
  readonly commodities: readonly Commodity['title'][];
  readonly risks: readonly AdvisedRisk[];
  /** The steps of the OECD guidance, in order. */
  readonly steps: readonly AdviceTextKey[];
  readonly documents: {
    readonly commodity: Commodity['title'] | null;
    readonly documents: readonly string[];
  };
}

export type AdviceOutcome =
  | Advice
  | { readonly kind: 'invalid'; readonly faults: readonly InputFault[] };

export function advise(question: AdviceQuestion, rulebook: Rulebook): AdviceOutcome {
  const country = question.country.trim().toUpperCase();
  const hs = question.hs.replaceAll(/[.\s]/g, '');
  const faults: InputFault[] = [];
  if (!/^[A-Z]{2}$/.test(country)) {
    faults.push({
      code: 'wrong-value',
      path: 'country',
      message: `expected an ISO 3166-1 alpha-2 country code such as "CN", found "${question.country}"`,
    });
  }
  if (!/^\d{2,10}$/.test(hs)) {
    faults.push({
      code: 'wrong-value',
      path: 'hs',
      message: `expected an HS commodity code of 2 to 10 digits, found "${question.hs}"`,
    });
  }
  if (faults.length > 0) return { kind: 'invalid', faults };

  const risks = [
    ...orderRisks(country, hs, rulebook),
    ...stateLabourRisks(country, hs, rulebook),
    ...countryGoodRisks(country, hs, rulebook),
    ...sectorRisks(country, hs, rulebook),
  ];
  const named = risks.length > 0;
  if (named) risks.push(...regionRisks(country, rulebook), ...makerRisks(country, hs, rulebook));
  const byState = risks.some(({ text }) => text === 'region' || text === 'stateLabour');
  return {
    kind: 'advice',
    country,
    hs,
    commodities: rulebook.commodities.byCode(hs).map(({ title }) => title),
    risks,
    steps: [
      'step1',
      named ? 'step2' : 'step2NoRisk',
      ...(named ? (['step3'] as const) : []),
      ...(byState ? (['step3State'] as const) : []),
      'step4',
      'step5',
      'step6',
    ],
    documents: documentsOf(hs, rulebook),
  };
}

/** Of a prefix finer than the code asked about, which part of it is meant. */
function finer(hs: string, prefixes: readonly string[]): string[] {
  const overlapping = prefixes.filter((prefix) => prefix.startsWith(hs) || hs.startsWith(prefix));
  return overlapping.some((prefix) => hs.startsWith(prefix)) ? [] : overlapping;
}

function touches(hs: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => prefix.startsWith(hs) || hs.startsWith(prefix));
}

function orderRisks(country: string, hs: string, { regionOrders, asOf }: Rulebook): AdvisedRisk[] {
  return regionOrders.flatMap(({ entity, list }) => {
    const prefixes = entity.merchandise?.hsPrefixes ?? [];
    const since = listingsInForce(entity, asOf)[0]?.effectiveDate;
    if (entity.country !== country || since === undefined || !touches(hs, prefixes)) return [];
    return [
      {
        text: 'order' as const,
        values: { authority: list.authority, country, order: entity.name, date: since },
        prefixes: finer(hs, prefixes),
        source: headerOf(list),
      },
    ];
  });
}

function stateLabourRisks(country: string, hs: string, rulebook: Rulebook): AdvisedRisk[] {
  const { stateLabour, commodities } = rulebook;
  const regime = stateLabour.byCountry(country);
  if (regime === null) return [];
  const inputs = commodities.byCode(hs).flatMap((each) => commodities.upstream(each));
  const reached =
    regime.hsPrefixes.length === 0 ||
    touches(hs, regime.hsPrefixes) ||
    inputs.some(({ steps }) => regime.commodities.includes(steps.at(-1)?.id ?? ''));
  if (!reached) return [];
  return [
    {
      text: 'stateLabour',
      values: { country, regime: regime.id },
      prefixes: finer(hs, regime.hsPrefixes),
      source: { ...headerOf(stateLabour.table), url: regime.url },
    },
  ];
}

function countryGoodRisks(country: string, hs: string, rulebook: Rulebook): AdvisedRisk[] {
  const goods = new Set([
    ...rulebook.countryGoods.covering(hs),
    ...rulebook.countryGoods.finerThan(hs),
  ]);
  return [...goods].flatMap((good) => {
    const direct = good.forcedLabour || good.forcedChildLabour;
    if (good.country !== country || (!direct && good.derivedFrom === undefined)) return [];
    const values = { good: good.good, country };
    return [
      {
        text: direct ? ('countryGood' as const) : ('countryGoodDerived' as const),
        values: direct ? values : { ...values, inputCountry: good.derivedFrom ?? '' },
        prefixes: finer(hs, good.hsPrefixes),
        source: headerOf(rulebook.countryGoodsHeader),
      },
    ];
  });
}

function sectorRisks(country: string, hs: string, rulebook: Rulebook): AdvisedRisk[] {
  const lines = [
    ...rulebook.sectors.covering(hs).filter(({ line }) => isWithin(line, hs)),
    ...rulebook.sectors.finerThan(hs),
  ];
  return [...Map.groupBy(lines, ({ sector }) => sector)].flatMap(([sector, goods]) => {
    const inScope = sector.originScope.includes(country);
    if (!inScope && !sector.originScope.includes('*')) return [];
    const prefixes = goods.map(({ line }) => line.hsPrefix);
    return [
      {
        text: inScope ? ('sectorInScope' as const) : ('sectorAsInput' as const),
        values: {
          sector: sector.title,
          authority: sector.authority,
          date: sector.designatedAt,
          country,
        },
        prefixes: finer(hs, prefixes),
        source: { ...headerOf(rulebook.sectorsHeader), url: sector.url },
      },
    ];
  });
}

function regionRisks(country: string, { xinjiang }: Rulebook): AdvisedRisk[] {
  const { data } = xinjiang;
  if (country !== data.country) return [];
  const source = {
    list: 'us-uflpa',
    title: 'Uyghur Forced Labor Prevention Act, Public Law 117-78',
    version: '2022-06-21',
    asOf: data.asOf,
    url: 'https://www.cbp.gov/trade/forced-labor/UFLPA',
  };
  return [{ text: 'region', values: { country }, prefixes: [], source }];
}

function makerRisks(country: string, hs: string, { entities, asOf }: Rulebook): AdvisedRisk[] {
  const makers = [...entities.values()].filter(({ entity }) => {
    const prefixes = entity.merchandise?.hsPrefixes ?? [];
    return (
      entity.country === country &&
      entity.kind !== 'region' &&
      listingsInForce(entity, asOf).length > 0 &&
      (prefixes.length === 0 || touches(hs, prefixes))
    );
  });
  return [...Map.groupBy(makers, ({ list }) => list)].map(([list, named]) => ({
    text: 'listedMakers',
    values: { country, list: list.title, count: String(named.length) },
    prefixes: [],
    source: headerOf(list),
  }));
}

function documentsOf(hs: string, { commodities }: Rulebook): Advice['documents'] {
  const inputs = commodities.byCode(hs).flatMap((each) => commodities.upstream(each));
  const documented = inputs
    .map(({ steps }) => steps.at(-1))
    .find((commodity) => (commodity?.documents.length ?? 0) > 0);
  return documented === undefined
    ? { commodity: null, documents: commodities.table.generalDocuments }
    : { commodity: documented.title, documents: documented.documents };
}

function headerOf({ list, title, version, asOf, url }: SourceHeader): SourceHeader {
  return { list, title, version, asOf, url };
}
