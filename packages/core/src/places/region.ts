/**
 * A region where the state imposes labour, with every way a declaration can point to it: names,
 * codes of divisions and subdivisions, postcodes, telephone codes, ports and stations.
 */
import { normalise } from '../text/normalise.ts';
import { buildGazetteer, type Gazetteer, type NamingRules, type Place } from './gazetteer.ts';

export interface RegionData {
  readonly version: string;
  readonly asOf: string;
  readonly title: string;
  readonly url: string;
  /** ISO 3166-1 of the country the region lies in: 'CN'. */
  readonly country: string;
  /** ISO 3166-2: 'CN-XJ'. */
  readonly subdivision: string;
  /** Other codes that mean the region in a field for one: 'CN-65', 'XJ'. */
  readonly otherRegionCodes: readonly string[];
  /** First digits of GB/T 2260 division codes: '65'. */
  readonly divisionPrefix: string;
  /** Last three letters of a MID that no city elsewhere in the country begins with: 'URU'. */
  readonly ownMidCities: readonly string[];
  /** Inclusive ranges of six-digit postcodes. */
  readonly postcodes: readonly { readonly from: number; readonly to: number }[];
  /** Telephone area codes without trunk zero: '903'. */
  readonly phoneCodes: readonly string[];
  /** UN/LOCODEs of ports, airports and rail stations in the region. */
  readonly locodes: readonly { readonly code: string; readonly name: string }[];
  readonly places: readonly Place[];
  readonly naming: NamingRules;
}

export interface Region {
  readonly data: RegionData;
  readonly gazetteer: Gazetteer;
  readonly hasPostcode: (text: string) => boolean;
  /** `inCountry`: whether a number without a country code may be read as one of the country. */
  readonly hasPhone: (text: string, inCountry: boolean) => boolean;
  /** The port's or station's name, or null when the code is not in the region. */
  readonly locodeName: (code: string) => string | null;
  /** First three letters of its cities in Latin script, upper case, as a MID ends in them. */
  readonly midCities: ReadonlySet<string>;
}

/** Levels whose name stands as the city in an address. */
const cityLevels = new Set(['prefecture', 'city', 'county', 'xpcc-city']);

export function compileRegion(data: RegionData): Region {
  const locodes = new Map(data.locodes.map(({ code, name }) => [code, name]));
  const national = new RegExp(`^0?(?:${data.phoneCodes.join('|')})\\d{7,8}$`);
  const abroad = /^(?:\+|00)86/;
  const inRange = (postcode: number): boolean =>
    data.postcodes.some(({ from, to }) => postcode >= from && postcode <= to);
  return {
    data,
    gazetteer: buildGazetteer(data.places, data.naming),
    hasPostcode: (text) => /^\d{6}$/.test(text.trim()) && inRange(Number(text.trim())),
    hasPhone(text, inCountry) {
      // (903) 555-1234 is in Texas: without +86 only a number of China is read as one.
      if (data.phoneCodes.length === 0) return false;
      const plain = text.replaceAll(/[\s().\-/]/g, '');
      if (!abroad.test(plain) && !inCountry) return false;
      return national.test(plain.replace(abroad, ''));
    },
    locodeName: (code) => locodes.get(code) ?? null,
    midCities: midCitiesOf(data.places),
  };
}

function midCitiesOf(places: readonly Place[]): Set<string> {
  const cities = places.filter(({ level }) => cityLevels.has(level));
  const letters = cities.flatMap(({ names }) =>
    names
      .filter((name) => /^[a-z]/i.test(name))
      .map((name) => normalise(name).replaceAll(' ', '').slice(0, 3).toUpperCase()),
  );
  return new Set(letters.filter((each) => /^[A-Z]{3}$/.test(each)));
}
