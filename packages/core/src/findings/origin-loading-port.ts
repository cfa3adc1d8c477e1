/**
 * The goods set out from where such a factory would not send them: goods of another origin loaded
 * in China, or goods of a factory by the sea received far inland.
 */
import type { FindContext, Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods, writeParty } from './words.ts';

export const originLoadingPort: Finder = {
  name: 'origin.loading-port',
  find: (context) => ({ findings: [...otherOrigin(context), ...detour(context)], gaps: [] }),
};

/** Countries and ports whose goods leave by way of China every day. */
const throughChina = new Set(['HK', 'MO', 'MN', 'KZ', 'KG', 'LA']);

interface Start {
  readonly code: string;
  readonly path: string;
  readonly what: string;
}

/** Where the goods were taken over, as far as declared. */
function startOf({ shipment }: FindContext): Start | null {
  const { placeOfReceipt, portOfLoading } = shipment.transport;
  if (placeOfReceipt !== undefined) {
    return { code: placeOfReceipt, path: 'data.transport.placeOfReceipt', what: 'received at' };
  }
  return portOfLoading === undefined
    ? null
    : { code: portOfLoading, path: 'data.transport.portOfLoading', what: 'loaded at' };
}

function otherOrigin(context: FindContext): RawFinding[] {
  const { shipment, facts, rulebook } = context;
  const factor = rulebook.definition.factors['origin.loading-port'];
  const start = startOf(context);
  const country = rulebook.xinjiang.data.country;
  if (start === null || !start.code.startsWith(country)) return [];
  const index = facts.origins.findIndex(
    (origin) => origin !== null && origin.country !== country && !throughChina.has(origin.country),
  );
  const item = shipment.items[index];
  const origin = facts.origins[index];
  if (item === undefined || origin === undefined || origin === null) return [];
  return [
    plainFinding({
      factor: 'origin.loading-port',
      group: factor.group,
      summary: `${writeGoods(item)} is of origin ${origin.country}, but was ${start.what} ${start.code}, in China.`,
      path: start.path,
      matched: start.code,
      weight: factor.otherOrigin,
      because: ['other origin loaded in China', `the origin stands at ${origin.path}`],
      claim: { kind: 'oddity' },
    }),
  ];
}

function detour(context: FindContext): RawFinding[] {
  const { shipment, facts, rulebook } = context;
  const factor = rulebook.definition.factors['origin.loading-port'];
  const { placeOfReceipt } = shipment.transport;
  if (placeOfReceipt === undefined) return [];
  const station = rulebook.xinjiang.locodeName(placeOfReceipt);
  if (station === null || rulebook.china.crossingName(placeOfReceipt) !== null) return [];
  for (const [maker, other] of facts.makers) {
    const party = maker === undefined ? undefined : shipment.parties[maker];
    if (maker === undefined || party === undefined || other !== undefined) continue;
    const named = facts.parties[maker]?.provinces.named ?? [];
    const elsewhere = named.filter(({ code }) => code !== rulebook.xinjiang.data.divisionPrefix);
    const [province] = elsewhere;
    if (province === undefined || elsewhere.length < named.length) continue;
    return [
      plainFinding({
        factor: 'origin.loading-port',
        group: factor.group,
        summary: `The goods were received at ${station} (${placeOfReceipt}) in Xinjiang, where the ${writeParty(party)} in ${province.name} would not send them.`,
        path: 'data.transport.placeOfReceipt',
        matched: placeOfReceipt,
        weight: factor.detour,
        because: ['detour', `the maker's address names ${province.name}`],
        claim: { kind: 'oddity' },
      }),
    ];
  }
  return [];
}
