/**
 * All places as one numbered tree: country, province, prefecture, county.
 *
 * The tree is what makes Hotan lie in Xinjiang and Shandong speak against both. A spelling may
 * belong to two places (Taizhou); it then stands for either until Hanzi say which.
 */
import { chineseProvinces, furtherSpellings } from '../tables/places-china.ts';
import { countryNames, worldTowns } from '../tables/places-world.ts';
import { xinjiangPlaces, xpccNames } from '../tables/places-xinjiang.ts';
import { isHanzi, pinyinOf } from '../text/hanzi.ts';

export type PlaceLevel = 'country' | 'province' | 'city' | 'county' | 'corps';

export interface Place {
  readonly id: number;
  readonly level: PlaceLevel;
  /** The place it lies in; -1 for a country. */
  readonly parent: number;
  readonly label: string;
  readonly hanzi: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

const all: Place[] = [];
/** Raw spelling and the place it names, in table order. */
export const placeSpellings: { spelling: string; place: number }[] = [];

const add = (
  level: PlaceLevel,
  parent: number,
  country: string,
  hanzi: string,
  spellings: readonly string[],
): number => {
  const id = all.length;
  all.push({ id, level, parent, country, hanzi, label: spellings[0] ?? hanzi });
  for (const spelling of spellings) placeSpellings.push({ spelling, place: id });
  if (hanzi !== '') placeSpellings.push({ spelling: hanzi, place: id });
  return id;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const countries = new Map<string, number>();
for (const row of countryNames) {
  const [code = '', ...names] = row.split('|');
  const hanzi = names.find((name) => isHanzi(name)) ?? '';
  countries.set(
    code,
    add(
      'country',
      -1,
      code,
      hanzi,
      names.filter((name) => !isHanzi(name)),
    ),
  );
}
const china = add('country', -1, 'CN', '', []);
countries.set('CN', china);

for (const row of worldTowns) {
  const [code = '', ...names] = row.split('|');
  add('city', countries.get(code) ?? -1, code, '', names);
}

const ownCountry = new Set(['HK', 'MO', 'TW']);
for (const province of chineseProvinces) {
  const country = ownCountry.has(province.code) ? province.code : 'CN';
  const parent = country === 'CN' ? china : -1;
  const top = add('province', parent, country, province.hanzi, province.spelt.split('|'));
  if (parent === -1) countries.set(country, top);
  const addChild = (hanzi: string, level: PlaceLevel): void => {
    const bare = hanzi.length > 2 ? hanzi.replace(/[区市县]$/u, '') : hanzi;
    const further = (furtherSpellings[hanzi] ?? '').split('|').filter(Boolean);
    const id = add(level, top, country, hanzi, [
      ...(further.length > 0 ? further : [capital(pinyinOf(bare))]),
    ]);
    if (bare !== hanzi) placeSpellings.push({ spelling: bare, place: id });
    if (further.length > 0) placeSpellings.push({ spelling: pinyinOf(bare), place: id });
  };
  for (const hanzi of province.cities.split(' ').filter(Boolean)) addChild(hanzi, 'city');
  for (const hanzi of province.counties.split(' ').filter(Boolean)) addChild(hanzi, 'county');
}

let region = china;
let prefecture = china;
for (const row of xinjiangPlaces) {
  const [level = '', hanzi = '', ...names] = row.split('|');
  const latin = [...names, capital(pinyinOf(hanzi))];
  if (level === 'R') region = add('province', china, 'CN', hanzi, latin);
  else if (level === 'P') prefecture = add('city', region, 'CN', hanzi, latin);
  else add('county', prefecture, 'CN', hanzi, latin);
}
export const xinjiang = region;
export const corps = add('corps', region, 'CN', '', xpccNames.split('|'));

export const places: readonly Place[] = all;

/** Ids from here up are places of no table: 'Linxi County'. Equal only to themselves. */
export const unknownPlace = 0x8000;

export const placeLabel = (id: number): string => places[id]?.label ?? 'a place';

/** True where `inner` lies in `outer`, or is it. */
export const liesIn = (inner: number, outer: number): boolean => {
  for (let at = inner; at >= 0; at = places[at]?.parent ?? -1) if (at === outer) return true;
  return false;
};

/** The province of a place, or the country where it has none; -1 for places of no table. */
export const provinceOf = (id: number): number => {
  let at = id;
  let last = -1;
  while (at >= 0 && at < unknownPlace) {
    const place = places[at];
    if (place === undefined) return -1;
    if (place.level === 'province') return at;
    last = at;
    at = place.parent;
  }
  return last;
};

/** ISO 3166-2 codes of provinces by the first two digits of a GB/T 2260 division. */
const divisionCodes =
  '11BJ 12TJ 13HE 14SX 15NM 21LN 22JL 23HL 31SH 32JS 33ZJ 34AH 35FJ 36JX 37SD 41HA 42HB 43HN 44GD 45GX 46HI 50CQ 51SC 52GZ 53YN 54XZ 61SN 62GS 63QH 64NX 65XJ';

/** The province of a GB/T 2260 division; -1 where none is. */
export const provinceOfDivision = (digits: string): number => {
  if (digits === '65') return xinjiang;
  const at = divisionCodes.split(' ').find((pair) => pair.startsWith(digits));
  const hanzi = chineseProvinces.find(({ code }) => code === at?.slice(2))?.hanzi;
  if (hanzi === undefined) return -1;
  return all.find((place) => place.level === 'province' && place.hanzi === hanzi)?.id ?? -1;
};
