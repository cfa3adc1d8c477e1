/**
 * Something in the declaration lies in Xinjiang: the origin of the goods, the address, name,
 * postcode, telephone or registration number of a supplier, the place of receipt or a port.
 *
 * Only supplying parties count: a shop called Xinjiang in Rotterdam buys, it does not make.
 */
import { round4 } from '../assessment/log-odds.ts';
import type { Claim, FindContext, Finder, RawFinding } from './finder.ts';
import type { PlaceMention } from '../places/gazetteer.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import { writeItem, writeRole } from './words.ts';

type Kind = 'declaredOrigin' | 'address' | 'name' | 'description' | 'code' | 'route';

interface Sign {
  readonly kind: Kind;
  readonly path: string;
  readonly matched: string;
  readonly summary: string;
  readonly share: number;
  readonly tie: Extract<Claim, { kind: 'region' }>['tie'];
}

export const placeXinjiang: Finder = {
  name: 'place.xinjiang',
  find(context) {
    const signs = [
      ...context.shipment.items.flatMap((item, index) => itemSigns(context, item, index)),
      ...context.shipment.parties.flatMap((party, index) => partySigns(context, party, index)),
      ...routeSigns(context),
    ];
    return { findings: signs.map((sign) => toFinding(context, sign)), gaps: [] };
  },
};

function itemSigns(context: FindContext, item: ShipmentItem, index: number): Sign[] {
  const { data, gazetteer } = context.rulebook.xinjiang;
  const path = `data.items[${index}]`;
  const signs: Sign[] = [];
  if (item.regionOfOrigin === data.subdivision) {
    signs.push({
      kind: 'declaredOrigin',
      path: `${path}.regionOfOrigin`,
      matched: item.regionOfOrigin,
      summary: `The origin of ${writeItem(item)} is declared as Xinjiang.`,
      share: 1,
      tie: 'origin',
    });
  }
  const mention = sureMentions(gazetteer.find(item.description))[0];
  if (mention !== undefined) {
    signs.push({
      kind: 'description',
      path: `${path}.description`,
      matched: mention.matched,
      summary: `The description of item ${item.lineNumber} names ${mention.place.title}, in Xinjiang.`,
      share: 1,
      tie: 'other',
    });
  }
  return signs;
}

function partySigns(context: FindContext, party: ShipmentParty, index: number): Sign[] {
  const share = context.rulebook.definition.factors['place.xinjiang'].roles[party.role] ?? 0;
  const { data, gazetteer, hasPostcode, hasPhone } = context.rulebook.xinjiang;
  const country = party.address?.country;
  // Aksu is a Turkish surname too: a party that says it is elsewhere is taken at its word here.
  if (share === 0 || (country !== undefined && country !== data.country)) return [];

  const tie = party.role === 'manufacturer' ? 'maker' : 'other';
  const path = `data.parties[${index}]`;
  const who = `${writeRole(party.role)} "${party.name}"`;
  const signs: Sign[] = [];
  const texts: { path: string; text: string; kind: Kind }[] = [
    ...(party.address?.lines ?? []).map((text, i) => ({
      path: `${path}.address.lines[${i}]`,
      text,
      kind: 'address' as const,
    })),
    { path: `${path}.address.city`, text: party.address?.city ?? '', kind: 'address' },
    { path: `${path}.address.region`, text: party.address?.region ?? '', kind: 'address' },
    { path: `${path}.name`, text: party.name, kind: 'name' },
    ...party.otherNames.map((text, i) => ({
      path: `${path}.otherNames[${i}]`,
      text,
      kind: 'name' as const,
    })),
  ];
  const mentions = texts.flatMap((each) =>
    gazetteer.find(each.text).map((mention) => ({ ...each, mention })),
  );
  const codes = partyCodes(party, path, data.divisionPrefix, hasPostcode, hasPhone);
  const sure = codes.length > 0 || mentions.some(({ mention }) => !mention.ambiguous);
  const told = new Set<string>();
  for (const { path: at, kind, mention } of mentions) {
    if ((mention.ambiguous && !sure) || told.has(at)) continue;
    told.add(at);
    signs.push({
      kind,
      path: at,
      matched: mention.matched,
      summary:
        kind === 'name'
          ? `The ${who} is named after ${mention.place.title}, in Xinjiang.`
          : `The address of the ${who} is in ${mention.place.title}, Xinjiang.`,
      share,
      tie: kind === 'address' ? tie : 'other',
    });
  }
  if ([data.subdivision, ...data.otherRegionCodes].includes(party.address?.region ?? '')) {
    signs.push({
      kind: 'address',
      path: `${path}.address.region`,
      matched: party.address?.region ?? '',
      summary: `The address of the ${who} is in Xinjiang.`,
      share,
      tie,
    });
  }
  for (const code of codes) {
    signs.push({
      kind: 'code',
      path: code.path,
      matched: code.matched,
      summary: `The ${code.what} of the ${who} belongs to Xinjiang.`,
      share,
      tie,
    });
  }
  return signs;
}

interface PartyCode {
  readonly path: string;
  readonly matched: string;
  readonly what: string;
}

function partyCodes(
  party: ShipmentParty,
  path: string,
  divisionPrefix: string,
  hasPostcode: (text: string) => boolean,
  hasPhone: (text: string) => boolean,
): PartyCode[] {
  const codes: PartyCode[] = [];
  const { address, identifiers, phone } = party;
  if (address?.postcode !== undefined && hasPostcode(address.postcode)) {
    codes.push({ path: `${path}.address.postcode`, matched: address.postcode, what: 'postcode' });
  }
  // Six digits in a free line are a postcode only where the country says how to read them.
  if (address?.country !== undefined) {
    address.lines.forEach((line, index) => {
      const found = line.match(/(?<!\d)\d{6}(?!\d)/g)?.find(hasPostcode);
      if (found !== undefined) {
        codes.push({ path: `${path}.address.lines[${index}]`, matched: found, what: 'postcode' });
      }
    });
  }
  if (phone !== undefined && hasPhone(phone)) {
    codes.push({ path: `${path}.phone`, matched: phone, what: 'telephone code' });
  }
  identifiers.forEach((identifier, index) => {
    if (identifier.scheme === 'USCC' && identifier.value.trim().slice(2, 4) === divisionPrefix) {
      codes.push({
        path: `${path}.identifiers[${index}].value`,
        matched: identifier.value,
        what: 'unified social credit code',
      });
    }
  });
  return codes;
}

function routeSigns({ shipment, rulebook }: FindContext): Sign[] {
  const { placeOfReceipt, portOfLoading, transhipmentPorts } = shipment.transport;
  const stops = [
    { path: 'data.transport.placeOfReceipt', code: placeOfReceipt, what: 'place of receipt' },
    { path: 'data.transport.portOfLoading', code: portOfLoading, what: 'port of loading' },
    ...transhipmentPorts.map((code, i) => ({
      path: `data.transport.transhipmentPorts[${i}]`,
      code,
      what: 'transhipment port',
    })),
  ];
  return stops.flatMap(({ path, code, what }): Sign[] => {
    const name = code === undefined ? null : rulebook.xinjiang.locodeName(code);
    if (code === undefined || name === null) return [];
    const summary = `The ${what} is ${name} (${code}), in Xinjiang.`;
    return [{ kind: 'route', path, matched: code, summary, share: 1, tie: 'other' }];
  });
}

function sureMentions(mentions: readonly PlaceMention[]): PlaceMention[] {
  return mentions.filter((mention) => !mention.ambiguous);
}

function toFinding({ rulebook }: FindContext, sign: Sign): RawFinding {
  const factor = rulebook.definition.factors['place.xinjiang'];
  const full = factor[sign.kind];
  const weight = round4(full * sign.share);
  const { data } = rulebook.xinjiang;
  return {
    factor: 'place.xinjiang',
    group: factor.group,
    summary: sign.summary,
    path: sign.path,
    matched: sign.matched,
    weight,
    pieces: [
      {
        label: sign.kind,
        weight,
        explanation:
          sign.share === 1
            ? `a sign of this kind weighs ${full}`
            : `a sign of this kind weighs ${full}; in this party's role ${sign.share} of that`,
      },
    ],
    citation: cite(
      { list: 'cn-xinjiang-places', ...data },
      'Xinjiang Uyghur Autonomous Region',
      null,
    ),
    match: null,
    claim: { kind: 'region', region: 'xinjiang', tie: sign.tie },
  };
}
