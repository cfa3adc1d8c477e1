/** Ways in which papers write a listed name otherwise: each a slice, each keeping the firm. */
import * as OpenCC from 'opencc-js/cn2t';
import type { Random } from '../random.ts';
import { chineseForm, hanziLimited, oddChineseForms, sameForm } from '../words/forms.ts';
import { places, uyghurArabic } from '../words/places.ts';
import { toWadeGiles } from '../words/wade-giles.ts';
import { type Firm, writeHanzi, writeName } from '../world/firm.ts';

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Undefined where the slice does not apply to the firm. */
export type Variation = (firm: Firm, random: Random) => string | undefined;

const withoutForm = (firm: Firm): string =>
  firm.form === '' ? firm.name : firm.name.slice(0, firm.name.lastIndexOf(firm.form)).trim();

/** Upper case, points and commas as data-entry clerks leave them. */
export const asPrinted = (name: string, random: Random): string => {
  let text = random.chance(0.7) ? name.toUpperCase() : name;
  if (random.chance(0.5)) text = text.replaceAll(/[.,]/g, random.chance(0.5) ? ' ' : '');
  return text.replaceAll(/\s+/g, ' ').trim();
};

const otherForm: Variation = (firm, random) => {
  if (firm.form === '') return undefined;
  const bare = withoutForm(firm);
  if (random.chance(0.3)) return bare;
  if (firm.country === 'CN') {
    return `${bare} ${random.pick(firm.form === 'Factory' ? ['FACTORY', 'Fty', 'Plant'] : oddChineseForms)}`;
  }
  const same = sameForm.find((forms) => forms.includes(firm.form));
  return same === undefined ? bare : `${bare} ${random.pick(same)}`;
};

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One slip in a letter of the name, not of its form. */
export const slip = (name: string, from: number, to: number, random: Random): string => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const at = from + random.below(Math.max(1, to - from));
    const char = name[at] ?? '';
    if (!/[a-z]/i.test(char)) continue;
    const kind = random.next();
    const other = random.pick([...letters]);
    if (kind < 0.4) return name.slice(0, at) + other + name.slice(at + 1);
    if (kind < 0.6) return name.slice(0, at) + name.slice(at + 1);
    if (kind < 0.8) return name.slice(0, at) + other + name.slice(at);
    const next = name[at + 1] ?? '';
    if (/[a-z]/i.test(next) && next.toLowerCase() !== char.toLowerCase()) {
      return name.slice(0, at) + next + char + name.slice(at + 2);
    }
  }
  return name;
};

const slips =
  (count: number): Variation =>
  (firm, random) => {
    const bare = withoutForm(firm);
    let name = bare;
    for (let done = 0; done < count; done++) name = slip(name, 0, name.length, random);
    return name.toLowerCase() === bare.toLowerCase() ? undefined : `${name} ${firm.form}`.trim();
  };

const cutAt =
  (length: number): Variation =>
  (firm) =>
    firm.name.length <= length ? undefined : firm.name.slice(0, length).trim();

const respaced: Variation = (firm, random) => {
  if (firm.syllables.length > 1 && random.chance(0.6)) {
    const brand = /\s/.test(firm.brand)
      ? capital(firm.syllables.join(''))
      : firm.syllables.map(capital).join(' ');
    return writeName({ ...firm, brand });
  }
  const words = withoutForm(firm).split(' ');
  if (words.length < 2) return undefined;
  const at = random.below(words.length - 1);
  words.splice(at, 2, `${words[at] ?? ''}${words[at + 1] ?? ''}`);
  return `${words.join(' ')} ${firm.form}`.trim();
};

const reordered: Variation = (firm, random) => {
  if (firm.place === undefined || firm.layout === 'none') {
    const words = withoutForm(firm).split(' ');
    if (words.length < 2) return undefined;
    return `${words.slice(1).join(' ')} ${words[0] ?? ''} ${firm.form}`.trim();
  }
  return random.chance(0.5)
    ? writeName({ ...firm, layout: firm.layout === 'bracket' ? 'front' : 'bracket' })
    : `${firm.brand} ${firm.spelling} ${firm.wording} ${firm.form}`;
};

const withoutTown: Variation = (firm) =>
  firm.place === undefined || firm.layout === 'none' || firm.brand.length < 3
    ? undefined
    : writeName({ ...firm, layout: 'none' });

const withoutTrade: Variation = (firm) =>
  firm.industry === undefined || firm.brand.length < 4
    ? undefined
    : writeName({ ...firm, wording: '' });

const withMore: Variation = (firm, random) => {
  if (random.chance(0.4)) {
    const group = random.pick(['Group', '(Group)', 'Holding', 'International']);
    return `${withoutForm(firm)} ${group} ${firm.form}`.trim();
  }
  if (firm.place === undefined || firm.place.isProvince || firm.layout !== 'front')
    return undefined;
  const province = places.find(
    (place) => place.isProvince && place.province === firm.place?.province,
  );
  if (province === undefined) return undefined;
  return `${province.spellings[0] ?? ''} ${firm.name}`;
};

const otherSpelling: Variation = (firm, random) => {
  if (firm.place === undefined || firm.layout === 'none') return undefined;
  const arabic = uyghurArabic[firm.place.hanzi];
  const others = firm.place.spellings.filter(
    (text) => text.toLowerCase() !== firm.spelling.toLowerCase(),
  );
  const all = arabic === undefined ? others : [...others, arabic];
  if (all.length === 0) return undefined;
  return writeName({ ...firm, spelling: random.pick(all) });
};

const otherWording: Variation = (firm, random) => {
  if (firm.industry === undefined) return undefined;
  const others = [...firm.industry.english, firm.industry.pinyin].filter(
    (text) => text.toLowerCase() !== firm.wording.toLowerCase(),
  );
  return others.length === 0 ? undefined : writeName({ ...firm, wording: random.pick(others) });
};

const inHanzi: Variation = (firm, random) =>
  writeHanzi(firm, random.pick(hanziLimited)) || undefined;

const inTraditional: Variation = (firm, random) => {
  const hanzi = writeHanzi(firm, random.pick(hanziLimited));
  const traditional = toTraditional(hanzi);
  return hanzi === '' || traditional === hanzi ? undefined : traditional;
};

const inWadeGiles: Variation = (firm) => {
  if (firm.syllables.length < 2) return undefined;
  const wade = firm.syllables.map(toWadeGiles);
  if (wade.join('') === firm.syllables.join('')) return undefined;
  return writeName({ ...firm, brand: wade.map(capital).join(' ') });
};

const byAlias: Variation = (firm, random) => {
  const alias = firm.aliases.length === 0 ? undefined : random.pick(firm.aliases);
  return alias === undefined || alias.name.length < 4 ? undefined : alias.name;
};

const mixed: Variation = (firm, random) => {
  const place = otherSpelling(firm, random);
  const base = place ?? firm.name;
  const cutForm = base.endsWith(firm.form)
    ? base.slice(0, base.length - firm.form.length).trim()
    : base;
  const form = random.chance(0.5) ? '' : chineseForm.draw(random).text;
  return `${slip(cutForm, 0, cutForm.length, random)} ${firm.country === 'CN' ? form : firm.form}`.trim();
};

export const positiveSlices: Readonly<Record<string, Variation>> = {
  'as listed': (firm) => firm.name,
  'legal form': otherForm,
  alias: byAlias,
  Hanzi: inHanzi,
  'Hanzi, traditional': inTraditional,
  spacing: respaced,
  'cut at 28': cutAt(28),
  'cut at 35': cutAt(35),
  'one typo': slips(1),
  'two typos': slips(2),
  'word order': reordered,
  'town missing': withoutTown,
  'town or group added': withMore,
  'place spelling': otherSpelling,
  'trade wording': otherWording,
  'Wade-Giles': inWadeGiles,
  mixed,
};

/** Told apart from the others: which firm is meant, only an address or a rare brand can say. */
export const furtherPositives: Readonly<Record<string, Variation>> = {
  'trade missing': withoutTrade,
};

/** What papers do to any name, listed or not: lookalikes get it too, so that it gives nothing away. */
export const commonWear: readonly Variation[] = [
  otherForm,
  otherForm,
  respaced,
  slips(1),
  cutAt(35),
  otherSpelling,
  otherWording,
  reordered,
];
