/**
 * A region where the state imposes labour, with every way a declaration can point to it: names,
 * codes of divisions and subdivisions, postcodes, telephone codes, ports and stations.
 */
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
  readonly hasPhone: (text: string) => boolean;
  /** The port's or station's name, or null when the code is not in the region. */
  readonly locodeName: (code: string) => string | null;
}

export function compileRegion(data: RegionData): Region {
  const locodes = new Map(data.locodes.map(({ code, name }) => [code, name]));
  const phone = new RegExp(`^(?:\\+?86|0086)?0?(?:${data.phoneCodes.join('|')})\\d{7,8}$`);
  const inRange = (postcode: number): boolean =>
    data.postcodes.some(({ from, to }) => postcode >= from && postcode <= to);
  return {
    data,
    gazetteer: buildGazetteer(data.places, data.naming),
    hasPostcode: (text) => /^\d{6}$/.test(text.trim()) && inRange(Number(text.trim())),
    hasPhone: (text) => data.phoneCodes.length > 0 && phone.test(text.replace(/[\s().-]/g, '')),
    locodeName: (code) => locodes.get(code) ?? null,
  };
}
