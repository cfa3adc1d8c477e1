/**
 * Which words and codes of a party lie in Xinjiang, whatever its role: names in its address and
 * name, postcode, telephone, registration number and MID.
 */
import type { ChinaDivisions } from '../china/divisions.ts';
import type { PlaceMention } from '../places/gazetteer.ts';
import type { Region } from '../places/region.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import type { PartyCountry } from './country.ts';
import { cityLetters } from './mid.ts';

export interface RegionMention {
  /** Path within the party. */
  readonly path: string;
  /** 'brand': in a name that names another province first, as that of its registration. */
  readonly kind: 'address' | 'name' | 'brand';
  readonly mention: PlaceMention;
}

export interface RegionCode {
  readonly path: string;
  readonly kind: 'code' | 'midCity';
  readonly matched: string;
  /** 'postcode', to stand before 'of the manufacturer'. */
  readonly what: string;
}

export interface RegionSigns {
  /** One a text, the first that counts; ambiguous names only beside a sure sign. */
  readonly mentions: readonly RegionMention[];
  readonly codes: readonly RegionCode[];
  /** The region field holds the region's own code. */
  readonly byRegionField: boolean;
}

export const noRegionSigns: RegionSigns = { mentions: [], codes: [], byRegionField: false };

export function regionSignsOf(
  party: ShipmentParty,
  country: PartyCountry | null,
  region: Region,
  china: ChinaDivisions,
): RegionSigns {
  const { data } = region;
  const mentions = mentionsIn(party, region, china);
  if (country !== null && country.code !== data.country) {
    // Aksu is a Turkish surname too: outside China only an address that names the region counts.
    const named = mentions.filter(
      ({ kind, mention }) => kind === 'address' && mention.place.level === 'region',
    );
    return { ...noRegionSigns, mentions: onePerText(named) };
  }
  const codes = codesIn(party, country, region);
  const byRegionField = [data.subdivision, ...data.otherRegionCodes].includes(
    party.address?.region ?? '',
  );
  const sure =
    byRegionField || codes.length > 0 || mentions.some(({ mention }) => !mention.ambiguous);
  return { mentions: sure ? onePerText(mentions) : [], codes, byRegionField };
}

function mentionsIn(
  party: ShipmentParty,
  { data, gazetteer }: Region,
  china: ChinaDivisions,
): RegionMention[] {
  const { address, name, otherNames } = party;
  const found: RegionMention[] = [];
  const look = (path: string, kind: 'address' | 'name', text: string | undefined): void => {
    if (text === undefined) return;
    for (const mention of gazetteer.find(text)) {
      const brand = kind === 'name' && isBrand(text, mention, data.divisionPrefix, china);
      found.push({ path, kind: brand ? 'brand' : kind, mention });
    }
  };
  address?.lines.forEach((line, i) => look(`address.lines[${i}]`, 'address', line));
  look('address.city', 'address', address?.city);
  look('address.region', 'address', address?.region);
  look('name', 'name', name);
  otherNames.forEach((text, i) => look(`otherNames[${i}]`, 'name', text));
  return found;
}

/**
 * A company of China bears first the name of the place that registered it: 'Guangzhou Xinjiang
 * Kitchens' is of Guangzhou.
 */
function isBrand(
  name: string,
  { matched }: PlaceMention,
  divisionPrefix: string,
  china: ChinaDivisions,
): boolean {
  const at = name.indexOf(matched);
  return china.named(name.slice(0, at)).some(({ division }) => division.code !== divisionPrefix);
}

/** A sure name before an ambiguous one, else the first. */
function onePerText(mentions: readonly RegionMention[]): RegionMention[] {
  const byPath = new Map<string, RegionMention>();
  for (const each of mentions) {
    const before = byPath.get(each.path);
    if (before === undefined || (before.mention.ambiguous && !each.mention.ambiguous)) {
      byPath.set(each.path, each);
    }
  }
  return [...byPath.values()];
}

function codesIn(
  { address, identifiers, phone }: ShipmentParty,
  country: PartyCountry | null,
  region: Region,
): RegionCode[] {
  const codes: RegionCode[] = [];
  const add = (path: string, matched: string, what: string, kind: RegionCode['kind'] = 'code') =>
    codes.push({ path, kind, matched, what });
  // Jamshedpur in India has 831001: six digits are a postcode of China only in China.
  const inCountry = country?.code === region.data.country;
  if (inCountry && address !== undefined) {
    const { postcode, lines } = address;
    if (postcode !== undefined && region.hasPostcode(postcode)) {
      add('address.postcode', postcode, 'postcode');
    }
    lines.forEach((line, i) => {
      const found = line.match(/(?<!\d)\d{6}(?!\d)/g)?.find(region.hasPostcode);
      if (found !== undefined) add(`address.lines[${i}]`, found, 'postcode');
    });
  }
  if (phone !== undefined && region.hasPhone(phone, inCountry)) {
    add('phone', phone, 'telephone code');
  }
  identifiers.forEach(({ scheme, value }, i) => {
    const path = `identifiers[${i}].value`;
    if (scheme === 'USCC' && value.trim().slice(2, 4) === region.data.divisionPrefix) {
      add(path, value, 'unified social credit code');
    }
    if (scheme === 'MID' && isMidCity(value, address?.city, region)) {
      const own = region.data.ownMidCities.includes(value.trim().slice(-3).toUpperCase());
      add(path, value, 'city code in the MID', own ? 'code' : 'midCity');
    }
  });
  return codes;
}

/**
 * A MID ends in the first three letters of the maker's city (19 CFR part 102, appendix). SHI may
 * be Shihezi or Shijiazhuang: where the declared city fits, nothing is said.
 */
function isMidCity(mid: string, city: string | undefined, { data, midCities }: Region): boolean {
  const plain = mid.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (!plain.startsWith(data.country) || plain.length < 7) return false;
  const letters = plain.slice(-3);
  if (!midCities.has(letters)) return false;
  return cityLetters(city) !== letters;
}
