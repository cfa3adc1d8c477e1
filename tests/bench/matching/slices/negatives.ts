/** Firms that are not listed and look as if: each a slice, each made from a listed one. */
import type { Random } from '../random.ts';
import { industries } from '../words/industries.ts';
import { closingSyllables, openingSyllables, tailSyllables } from '../words/syllables.ts';
import { type Firm, writeName } from '../world/firm.ts';
import { drawIndustry, drawPlace, drawSyllables, inventFirm } from '../world/invent.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The firm that is asked for; undefined where the slice does not apply. */
export type Lookalike = (firm: Firm, random: Random) => Firm | undefined;

const named = (firm: Firm): Firm => ({ ...firm, name: writeName(firm) });

const elsewhere: Lookalike = (firm, random) => {
  if (firm.place === undefined || firm.layout === 'none') return undefined;
  let place = drawPlace(random);
  for (let attempt = 0; attempt < 9 && place.province === firm.place.province; attempt++) {
    place = drawPlace(random);
  }
  if (place.province === firm.place.province) return undefined;
  // Two places of one spelling are one place to whoever reads the paper.
  if (place.spellings[0] === firm.place.spellings[0]) return undefined;
  return named({ ...firm, place, spelling: place.spellings[0] ?? '' });
};

const otherTrade: Lookalike = (firm, random) => {
  if (firm.industry === undefined) return undefined;
  let industry = drawIndustry(random);
  for (let attempt = 0; attempt < 9 && industry.sector === firm.industry.sector; attempt++) {
    industry = drawIndustry(random);
  }
  if (industry.sector === firm.industry.sector) return undefined;
  const { second: _, ...rest } = firm;
  return named({ ...rest, industry, wording: industry.english[0] ?? '' });
};

const syllableApart: Lookalike = (firm, random) => {
  if (firm.syllables.length < 2) return undefined;
  const at = random.below(firm.syllables.length);
  const table = random.chance(0.3) ? tailSyllables : at === 0 ? openingSyllables : closingSyllables;
  const other = random.pick(table);
  if (other.pinyin === firm.syllables[at]) return undefined;
  const syllables = firm.syllables.map((syllable, index) =>
    index === at ? other.pinyin : syllable,
  );
  return named({ ...firm, syllables, hanzi: '', brand: capital(syllables.join('')) });
};

const otherBrand: Lookalike = (firm, random) => {
  if (firm.industry === undefined || firm.place === undefined) return undefined;
  const syllables = drawSyllables(random).map(({ pinyin }) => pinyin);
  if (syllables.some((syllable) => firm.syllables.includes(syllable))) return undefined;
  return named({ ...firm, syllables, hanzi: '', brand: capital(syllables.join('')) });
};

const generic: Lookalike = (firm, random) => {
  if (firm.industry === undefined) return undefined;
  const layout =
    firm.layout === 'none' || random.chance(0.5) ? ('none' as const) : ('front' as const);
  const wording = random.pick(firm.industry.english);
  return named({ ...firm, layout, brand: '', syllables: [], hanzi: '', wording });
};

const withinLonger: Lookalike = (firm, random) => {
  if (firm.syllables.length < 2) return undefined;
  const more = random.pick(tailSyllables).pinyin;
  const syllables = random.chance(0.5) ? [more, ...firm.syllables] : [...firm.syllables, more];
  const place = drawPlace(random);
  const industry = random.chance(0.5) ? firm.industry : drawIndustry(random);
  const { second: _, industry: __, ...rest } = firm;
  return named({
    ...rest,
    place,
    spelling: place.spellings[0] ?? '',
    syllables,
    hanzi: '',
    brand: capital(syllables.join('')),
    ...(industry === undefined ? {} : { industry }),
    wording: industry?.english[0] ?? '',
  });
};

const short: Lookalike = (firm, random) => {
  const syllable = firm.syllables[random.below(Math.max(1, firm.syllables.length))];
  if (syllable === undefined || firm.syllables.length < 2) return undefined;
  const industry = random.chance(0.5) ? firm.industry : random.pick(industries);
  const { second: _, industry: __, ...rest } = firm;
  return named({
    ...rest,
    syllables: [syllable],
    hanzi: '',
    brand: capital(syllable),
    ...(industry === undefined ? {} : { industry }),
    wording: industry?.english[0] ?? '',
  });
};

/** A firm of the same world that no list holds. */
const stranger: Lookalike = (_firm, random) => inventFirm('stranger', random.below(2 ** 31));

export const negativeSlices: Readonly<Record<string, Lookalike>> = {
  'swapped place': elsewhere,
  'swapped trade': otherTrade,
  'brand a syllable apart': syllableApart,
  'same town and trade': otherBrand,
  'generic name': generic,
  'inside a longer name': withinLonger,
  'short name': short,
  stranger,
};
