/** Invents firms from the word tables: the n-th firm is the same in every run. */
import { Random, Weighted } from '../random.ts';
import { drawEnglishBrand } from '../words/english-brands.ts';
import { chineseForm, hanziLimited, worldForms } from '../words/forms.ts';
import { type Industry, industries } from '../words/industries.ts';
import { type Place, places, provinceWeights } from '../words/places.ts';
import {
  closingSyllables,
  openingSyllables,
  type Syllable,
  tailSyllables,
} from '../words/syllables.ts';
import { countries } from '../words/world.ts';
import { type Firm, writeHanzi, writeName } from './firm.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const opening = new Weighted(openingSyllables, (_, rank) => 1 / (rank + 12));
const closing = new Weighted(closingSyllables, (_, rank) => 1 / (rank + 12));
const trades = new Weighted(industries, (industry) => industry.weight);
const general = industries.filter(({ id }) =>
  ['technology', 'trading', 'intl-trade', 'import-export', 'industrial'].includes(id),
);
const provinces = [...provinceWeights.keys()];
const provinceDraw = new Weighted(provinces, (code) => provinceWeights.get(code) ?? 1);
const byProvince = new Map(
  provinces.map((code) => [code, places.filter((place) => place.province === code)]),
);
const worldDraw = new Weighted(countries, (country) => country.weight);
const roads =
  'Renmin Jiefang Zhongshan Xinhua Jianshe Gongye Heping Youyi Changjiang Huanghe Qianjin Wenhua Tuanjie Guangming Yingbin Fuxing Binhai Kaifa Chuangye Xingfu'.split(
    ' ',
  );

export const drawPlace = (random: Random): Place => {
  const inProvince = byProvince.get(provinceDraw.draw(random)) ?? [];
  const province = inProvince[0];
  if (province !== undefined && random.chance(0.22)) return province;
  return random.pick(inProvince);
};

export const drawIndustry = (random: Random): Industry => trades.draw(random);

const drawSyllable = (random: Random, table: Weighted<Syllable>): Syllable =>
  random.chance(0.25) ? random.pick(tailSyllables) : table.draw(random);

export const drawSyllables = (random: Random): Syllable[] => {
  const out = [drawSyllable(random, opening)];
  if (random.chance(0.16)) out.push(random.pick(tailSyllables));
  if (!random.chance(0.02)) out.push(drawSyllable(random, closing));
  return out;
};

const drawStreet = (random: Random): string =>
  `No. ${1 + random.below(999)} ${random.pick(roads)} Road`;

const inventChinese = (random: Random, id: string): Firm => {
  const place = drawPlace(random);
  const english = random.chance(0.13);
  const syllables = english ? [] : drawSyllables(random);
  const industry = trades.draw(random);
  const second =
    random.chance(0.2) && industry.sector !== 'trade' ? random.pick(general) : undefined;
  const layoutDraw = random.next();
  const spaced = random.chance(0.1);
  const pinyin = syllables.map((syllable) => syllable.pinyin);
  const parts = {
    spelling: place.spellings[0] ?? '',
    layout:
      layoutDraw < 0.88
        ? ('front' as const)
        : layoutDraw < 0.94
          ? ('bracket' as const)
          : ('none' as const),
    brand: english
      ? drawEnglishBrand(random)
      : spaced
        ? pinyin.map(capital).join(' ')
        : capital(pinyin.join('')),
    wording: industry.english[0] ?? '',
    ...(second === undefined ? {} : { second }),
    form: chineseForm.draw(random).text,
  };
  const firm: Firm = {
    id,
    real: false,
    country: 'CN',
    place,
    ...parts,
    syllables: pinyin,
    hanzi: syllables.map((syllable) => syllable.hanzi).join(''),
    industry,
    aliases: [],
    street: drawStreet(random),
    addressListed: random.chance(0.4),
    name: writeName(parts),
  };
  return { ...firm, aliases: drawAliases(random, firm) };
};

const drawAliases = (random: Random, firm: Firm): Firm['aliases'] => {
  const aliases: Firm['aliases'] = [];
  if (firm.hanzi !== '' && random.chance(0.2)) {
    aliases.push({ name: writeHanzi(firm, random.pick(hanziLimited)), kind: 'native-script' });
  }
  if (random.chance(0.12)) {
    const brand = drawEnglishBrand(random);
    const layout = random.chance(0.4) ? ('none' as const) : firm.layout;
    aliases.push({ name: writeName({ ...firm, brand, layout }), kind: 'also-known-as' });
  }
  if (random.chance(0.06)) {
    const brand = capital(
      drawSyllables(random)
        .map((syllable) => syllable.pinyin)
        .join(''),
    );
    aliases.push({ name: writeName({ ...firm, brand }), kind: 'formerly-known-as' });
  }
  return aliases;
};

const inventForeign = (random: Random, id: string): Firm => {
  const country = worldDraw.draw(random);
  const words = 1 + random.below(2);
  const brand = Array.from({ length: words }, () => random.pick(country.words)).join(' ');
  const form = random.pick(worldForms[country.code] ?? ['Ltd.']);
  const wording = random.pick(country.trades);
  const town = random.chance(0.2) ? random.pick(country.towns) : '';
  const leads = country.code === 'ID';
  const parts = {
    spelling: town,
    layout: town === '' ? ('none' as const) : ('bracket' as const),
    brand: leads ? `${form} ${brand}` : brand,
    wording,
    form: leads ? '' : form,
  };
  return {
    id,
    real: false,
    country: country.code,
    ...parts,
    syllables: [],
    hanzi: '',
    aliases: [],
    street: `${1 + random.below(400)} ${random.pick(country.words)} Street, ${random.pick(country.towns)}`,
    addressListed: random.chance(0.4),
    name: writeName(parts),
  };
};

/** The n-th firm of a seed. */
export const inventFirm = (seed: string, number: number): Firm => {
  const random = new Random(`${seed}:${number}`);
  const id = `bench:${seed}-${number}`;
  return random.chance(0.8) ? inventChinese(random, id) : inventForeign(random, id);
};

/** What no two firms of one index share. */
export const keyOfFirm = (firm: Firm): string =>
  `${firm.place?.id ?? firm.spelling}|${firm.brand.toLowerCase().replaceAll(/[^a-z]/g, '')}|${firm.industry?.id ?? firm.wording}|${firm.second?.id ?? ''}|${firm.country}`;
