/**
 * Something in the declaration lies in Xinjiang: the origin of the goods or of an input, the
 * address, name, postcode, telephone, registration number or MID of a supplier, the place of
 * receipt or a port.
 *
 * Only supplying parties count: a shop called Xinjiang in Rotterdam buys, it does not make.
 */
import type { SpeakingParty } from '../facts/facts.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { ShipmentItem } from '../shipment/schema.ts';
import type { Claim, FindContext, Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { rememberParty } from './remember.ts';
import { writeGoods, writeParty } from './words.ts';

type Kind =
  | 'declaredOrigin'
  | 'inputOrigin'
  | 'address'
  | 'name'
  | 'brand'
  | 'description'
  | 'code'
  | 'midCity'
  | 'route'
  | 'crossing';

interface Sign {
  readonly kind: Kind;
  readonly path: string;
  readonly matched: string;
  readonly summary: string;
  /** Part of the kind's weight that counts here, and why if not all. */
  readonly share: number;
  readonly shareReason?: string;
  /** How it ties the goods to the region; null for a hint that many innocents give too. */
  readonly tie: Extract<Claim, { kind: 'region' }>['tie'] | null;
}

const kindWords: Readonly<Record<Kind, string>> = {
  declaredOrigin: 'declared origin',
  inputOrigin: 'origin of an input',
  address: 'address',
  name: 'name',
  brand: 'name, after that of another province',
  description: 'description',
  code: 'code',
  midCity: 'city in a MID',
  route: 'route',
  crossing: 'border station',
};

export const placeXinjiang: Finder = {
  name: 'place.xinjiang',
  find(context) {
    const toFindings = (signs: readonly Sign[]): RawFinding[] =>
      signs.map((sign) => toFinding(context, sign));
    return {
      findings: [
        ...context.shipment.items.flatMap((item, index) =>
          toFindings(itemSigns(context, item, index)),
        ),
        ...context.facts.speaking.flatMap((speaking) => {
          const trades = speaking.party.role !== 'manufacturer' && areMakersKnown(context);
          const kept = `place.xinjiang${trades ? ', other maker' : ''}`;
          return rememberParty(context, speaking.index, kept, () =>
            toFindings(partySigns(context, speaking, trades)),
          );
        }),
        ...toFindings(routeSigns(context)),
      ],
      gaps: [],
    };
  },
};

function itemSigns(context: FindContext, item: ShipmentItem, index: number): Sign[] {
  const { data } = context.rulebook.xinjiang;
  const facts = context.facts.items[index];
  const path = `data.items[${index}]`;
  const signs: Sign[] = [];
  const region = item.regionOfOrigin;
  if (region !== undefined && [data.subdivision, ...data.otherRegionCodes].includes(region)) {
    signs.push({
      kind: 'declaredOrigin',
      path: `${path}.regionOfOrigin`,
      matched: region,
      summary: `The origin of ${writeGoods(item)} is declared as Xinjiang (${region}).`,
      share: 1,
      tie: 'origin',
    });
  }
  const input = facts?.xinjiangInput ?? null;
  const place = facts?.places[0];
  if (input !== null) {
    signs.push({
      kind: 'inputOrigin',
      path: `${path}.description`,
      matched: input.matched,
      summary: `The description of ${writeGoods(item)} says "${input.matched}": ${input.commodity.title.en.toLowerCase()} of Xinjiang.`,
      share: 1,
      tie: 'origin',
    });
  } else if (place !== undefined) {
    signs.push({
      kind: 'description',
      path: `${path}.description`,
      matched: place.matched,
      summary: `The description of ${writeGoods(item)} says "${place.matched}"${whichLies(place.place)}.`,
      share: 1,
      tie: 'other',
    });
  }
  return signs;
}

/** Whether every item has makers, all of them identified away from any place or list of concern. */
function areMakersKnown({ facts }: FindContext): boolean {
  return facts.makers.every(
    (makers) =>
      makers.length > 0 && makers.every((maker) => facts.parties[maker]?.identified != null),
  );
}

/** `trades`: whether the goods have other makers, who are known. */
function partySigns(
  context: FindContext,
  { party, facts, index }: SpeakingParty,
  trades: boolean,
): Sign[] {
  const factor = context.rulebook.definition.factors['place.xinjiang'];
  const roleShare = factor.roles[party.role] ?? 0;
  if (roleShare === 0) return [];
  const share = roleShare * (trades ? factor.otherMaker : 1);
  const { mentions, codes, byRegionField } = facts.xinjiang;
  if (mentions.length === 0 && codes.length === 0 && !byRegionField) return [];

  const { country } = facts;
  const abroad = country !== null && country.code !== context.rulebook.xinjiang.data.country;
  const tie = party.role === 'manufacturer' && !abroad ? 'maker' : 'other';
  const path = `data.parties[${index}]`;
  const who = writeParty(party);
  const byRole = trades
    ? {
        shareReason: `in this party's role ${roleShare} of that, and ${factor.otherMaker} of it as the maker is named elsewhere`,
      }
    : share < 1
      ? { shareReason: `in this party's role ${share} of that` }
      : {};
  const signs: Sign[] = [];
  for (const { path: at, kind, mention } of mentions) {
    const { place, matched } = mention;
    signs.push({
      kind,
      path: `${path}.${at}`,
      matched,
      share: abroad ? share * factor.otherCountry : share,
      ...(abroad ? { shareReason: 'its country field names another country' } : byRole),
      tie: kind === 'address' ? tie : 'other',
      summary:
        kind === 'name' || kind === 'brand'
          ? `The ${who} bears the name "${matched}"${whichLies(place)}.`
          : `The address of the ${who} says "${matched}"${whichLies(place)}` +
            `${abroad ? `, though its country is given as ${country.code}` : ''}.`,
    });
  }
  const region = party.address?.region ?? '';
  if (byRegionField && !mentions.some((each) => each.path === 'address.region')) {
    signs.push({
      kind: 'address',
      path: `${path}.address.region`,
      matched: region,
      summary: `The address of the ${who} gives the region as "${region}", the code of Xinjiang.`,
      share,
      ...byRole,
      tie,
    });
  }
  for (const code of codes) {
    signs.push({
      kind: code.kind,
      path: `${path}.${code.path}`,
      matched: code.matched,
      summary: `The ${code.what} of the ${who}, ${code.matched}, belongs to Xinjiang.`,
      share,
      ...byRole,
      // A postcode is part of the address; other numbers only point there.
      tie: code.kind === 'midCity' ? null : code.what === 'postcode' ? tie : 'other',
    });
  }
  return signs;
}

function routeSigns({ shipment, rulebook }: FindContext): Sign[] {
  const { placeOfReceipt, portOfLoading, transhipmentPorts } = shipment.transport;
  const signs: Sign[] = [];
  const look = (path: string, code: string | undefined, what: string): void => {
    if (code === undefined) return;
    const crossing = rulebook.china.crossingName(code);
    const name = crossing ?? rulebook.xinjiang.locodeName(code);
    if (name === null) return;
    signs.push({
      kind: crossing === null ? 'route' : 'crossing',
      path: `data.transport.${path}`,
      matched: code,
      summary:
        `The ${what} is ${name} (${code}), in Xinjiang` +
        `${crossing === null ? '' : ', a border station through which goods of other provinces pass too'}.`,
      share: 1,
      tie: crossing === null ? 'other' : null,
    });
  };
  look('placeOfReceipt', placeOfReceipt, 'place of receipt');
  look('portOfLoading', portOfLoading, 'port of loading');
  transhipmentPorts.forEach((code, i) =>
    look(`transhipmentPorts[${i}]`, code, 'transhipment port'),
  );
  return signs;
}

/** ', which is Lop County in Xinjiang'; nothing for the region, which says it itself. */
function whichLies({ level, title }: { readonly level: string; readonly title: string }): string {
  return level === 'region' ? '' : `, which is ${title} in Xinjiang`;
}

function toFinding({ rulebook }: FindContext, sign: Sign): RawFinding {
  const factor = rulebook.definition.factors['place.xinjiang'];
  const full = factor[sign.kind];
  const { data } = rulebook.xinjiang;
  return plainFinding({
    factor: 'place.xinjiang',
    group: factor.group,
    summary: sign.summary,
    path: sign.path,
    matched: sign.matched,
    weight: full * sign.share,
    because: [
      kindWords[sign.kind],
      `a sign of this kind weighs ${full}` +
        (sign.shareReason === undefined ? '' : `; ${sign.shareReason}`),
    ],
    citation: cite(
      {
        list: 'cn-xinjiang-places',
        title: data.title,
        version: data.version,
        asOf: data.asOf,
        url: data.url,
      },
      'Xinjiang Uyghur Autonomous Region',
      null,
    ),
    claim:
      sign.tie === null
        ? { kind: 'oddity' }
        : { kind: 'region', region: 'xinjiang', tie: sign.tie },
  });
}
