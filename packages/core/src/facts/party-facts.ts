/**
 * All that can be known of a party from its own words and the rulebook, whatever shipment it stands
 * in. Worked out once and remembered by content: the same firms ship every week.
 */
import { keepFindings, type KeptFindings } from '../findings/remember.ts';
import type { SharedIdentity } from '../lists/identity-index.ts';
import type { MatchCandidate, PartyQuery } from '../matching/matcher.ts';
import type { StateLabourMention } from '../places/state-labour.ts';
import type { EntityOnList, Rulebook } from '../rulebook/rulebook.ts';
import { canonicalParty } from '../shipment/canonical.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import { countryOf, type PartyCountry } from './country.ts';
import { namesWithinParty } from './names-within.ts';
import { midMismatchOf, type MidMismatch } from './mid.ts';
import { isPlaceholder } from './placeholder.ts';
import { noProvinceFacts, provinceFactsOf, type ProvinceFacts } from './province-signs.ts';
import { regionSignsOf, type RegionSigns } from './region-signs.ts';

export interface ListedCandidate {
  readonly candidate: MatchCandidate;
  readonly listed: EntityOnList;
}

/** A list entry that a party shares a number or an address with. */
export interface PartyIdentity extends SharedIdentity {
  /** Path within the party. */
  readonly path: string;
  readonly matched: string;
}

export interface PartyStateLabour extends StateLabourMention {
  readonly path: string;
  readonly kind: 'address' | 'text';
}

export interface PartyFacts {
  /** The party as canonical JSON. */
  readonly text: string;
  readonly country: PartyCountry | null;
  /** True for 'TO ORDER' and the like, which name nobody. */
  readonly nameless: boolean;
  /** True when an address says more than a country. */
  readonly located: boolean;
  readonly candidates: readonly ListedCandidate[];
  /** Why the lists could not be searched; null when they were. */
  readonly matchFailure: string | null;
  readonly xinjiang: RegionSigns;
  readonly provinces: ProvinceFacts;
  readonly identities: readonly PartyIdentity[];
  readonly stateLabour: readonly PartyStateLabour[];
  readonly midMismatch: MidMismatch | null;
  /** How well it is identified away from any place or list of concern; null for not at all. */
  readonly identified: 'registered' | 'addressed' | null;
  /** Whether any of this may speak for a link to imposed labour, or for doubt. */
  readonly speaks: boolean;
  /** Findings drawn from these facts before. */
  readonly kept: KeptFindings;
}

type OwnFacts = Omit<PartyFacts, 'text' | 'identified' | 'speaks' | 'kept'>;

export function workOutParty(party: ShipmentParty, rulebook: Rulebook): PartyFacts {
  const country = countryOf(party);
  const own: OwnFacts = {
    country,
    nameless: isPlaceholder(party.name),
    located: isLocated(party),
    ...searchLists(party, rulebook),
    xinjiang: regionSignsOf(party, country, rulebook.xinjiang, rulebook.china),
    provinces: country?.code === 'CN' ? provinceFactsOf(party, rulebook.china) : noProvinceFacts,
    identities: identitiesOf(party, rulebook),
    stateLabour: stateLabourOf(party, country, rulebook),
    midMismatch: midMismatchOf(party, country),
  };
  const suspect = isSuspect(own);
  const { contradictions, uscc } = own.provinces;
  return {
    ...own,
    text: canonicalParty(party),
    identified: suspect ? null : identificationOf(party, own),
    speaks:
      suspect ||
      own.matchFailure !== null ||
      own.midMismatch !== null ||
      contradictions.length > 0 ||
      uscc?.reading.kind === 'faulty',
    kept: keepFindings(),
  };
}

function isLocated({ address }: ShipmentParty): boolean {
  return (
    address !== undefined &&
    (address.lines.length > 0 ||
      address.city !== undefined ||
      address.region !== undefined ||
      address.postcode !== undefined)
  );
}

function isSuspect({ xinjiang, identities, stateLabour, candidates }: OwnFacts): boolean {
  return (
    xinjiang.mentions.length > 0 ||
    xinjiang.codes.length > 0 ||
    xinjiang.byRegionField ||
    identities.length > 0 ||
    stateLabour.length > 0 ||
    candidates.length > 0
  );
}

function identificationOf(
  { address }: ShipmentParty,
  { country, nameless, provinces, matchFailure }: OwnFacts,
): PartyFacts['identified'] {
  const whole =
    address?.country !== undefined &&
    address.lines.length > 0 &&
    (address.city !== undefined || address.region !== undefined);
  if (!whole || nameless || country === null || matchFailure !== null) return null;
  if (country.code !== 'CN') return 'addressed';
  if (provinces.named.length === 0 || provinces.contradictions.length > 0) return null;
  if (provinces.uscc === null) return 'addressed';
  return provinces.uscc.reading.kind === 'valid' ? 'registered' : null;
}

/** What the matcher is asked about a party. */
export function queryOf(party: ShipmentParty): PartyQuery {
  const { address } = party;
  const lines = [...(address?.lines ?? []), address?.city, address?.region, address?.postcode];
  return {
    names: [party.name, ...party.otherNames, ...namesWithinParty(party)],
    address: lines.filter((line) => line !== undefined),
    ...(address?.country === undefined ? {} : { country: address.country }),
    identifiers: party.identifiers,
  };
}

/** One party that can not be searched must not keep the others from being found. */
function searchLists(
  party: ShipmentParty,
  { matcher, entities }: Rulebook,
): Pick<PartyFacts, 'candidates' | 'matchFailure'> {
  try {
    const candidates = matcher.match(queryOf(party)).flatMap((candidate) => {
      const listed = entities.get(candidate.entityId);
      if (listed === undefined) {
        throw new RangeError(
          `the matcher named the entity "${candidate.entityId}", which no list holds`,
        );
      }
      // A region on a list is a rule about goods from there, not somebody to be named.
      return listed.entity.kind === 'region' ? [] : [{ candidate: inOrder(candidate), listed }];
    });
    return { candidates, matchFailure: null };
  } catch (error) {
    return { candidates: [], matchFailure: error instanceof Error ? error.message : String(error) };
  }
}

/** Pieces with their members in order of name, as in all of an assessment. */
export function inOrder(candidate: MatchCandidate): MatchCandidate {
  return {
    ...candidate,
    pieces: candidate.pieces.map(({ aspect, explanation, listed, queried, relation, weight }) => ({
      aspect,
      explanation,
      listed,
      queried,
      relation,
      weight,
    })),
  };
}

function identitiesOf(party: ShipmentParty, { identities }: Rulebook): PartyIdentity[] {
  const { address, identifiers, phone } = party;
  const found: PartyIdentity[] = identifiers.flatMap(({ scheme, value }, i) =>
    identities
      .byIdentifier(scheme, value)
      .map((shared) => ({ ...shared, path: `identifiers[${i}].value`, matched: value })),
  );
  if (phone !== undefined) {
    found.push(
      ...identities.byPhone(phone).map((shared) => ({ ...shared, path: 'phone', matched: phone })),
    );
  }
  if (address !== undefined && address.lines.length > 0) {
    const matched = [...address.lines, address.city, address.region]
      .filter((text) => text !== undefined)
      .join(', ');
    found.push(
      ...identities.byAddress(matched).map((shared) => ({ ...shared, path: 'address', matched })),
    );
  }
  return found;
}

function stateLabourOf(
  party: ShipmentParty,
  country: PartyCountry | null,
  { stateLabour }: Rulebook,
): PartyStateLabour[] {
  const found: PartyStateLabour[] = [];
  const regime = country === null ? null : stateLabour.byCountry(country.code);
  if (regime !== null && country !== null) {
    found.push({ regime, matched: country.code, path: country.path, kind: 'address' });
  }
  const look = (path: string, kind: PartyStateLabour['kind'], text: string | undefined): void => {
    for (const mention of text === undefined ? [] : stateLabour.named(text)) {
      found.push({ ...mention, path, kind });
    }
  };
  look('name', 'text', party.name);
  party.otherNames.forEach((text, i) => look(`otherNames[${i}]`, 'text', text));
  party.address?.lines.forEach((line, i) => look(`address.lines[${i}]`, 'address', line));
  look('address.city', 'address', party.address?.city);
  look('address.region', 'address', party.address?.region);
  return found;
}
