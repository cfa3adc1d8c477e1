/**
 * Parses a name in any script into place, brand, trade, body, form and numbers.
 *
 * Longest table word wins, over the space-less join of neighbouring words, so that split and joined
 * spellings meet. What no table holds is brand, unless it is a slip of a table word, a table word
 * cut off at the end of the field, or a place glued to the brand.
 */
import { furtherPinyin, hasHanzi, pinyinOf } from '../text/hanzi.ts';
import { type Word, wordsOf } from '../text/fold.ts';
import { cutSyllables, isPinyin } from '../text/syllables.ts';
import { pinyinOfWadeGiles } from '../tables/wade-giles.ts';
import { lexicon, type LexiconEntry, mistypedWord, wordsBeginning } from './lexicon.ts';
import { cutHanzi } from './parse-hanzi.ts';
import type { NamePart, ParsedName, PartClass } from './parsed.ts';
import { corps, liesIn, unknownPlace } from './places.ts';

const mostJoined = 8;
const longestKey = 44;
/** Short forms such as 'sa' or 'ag' count only behind the brand; these also before it. */
const leadingForms = new Set([
  'pt',
  'cv',
  'ooo',
  'oao',
  'zao',
  'pao',
  'ao',
  'ip',
  'too',
  'tov',
  'sc',
  'ud',
  'ctytnhh',
  'congtytnhh',
  'ooo',
]);
const numberWords: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  eleventh: '11',
  twelfth: '12',
  thirteenth: '13',
  fourteenth: '14',
};
const romanNumbers: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
};
/** Particles of European names that are also syllables of Chinese ones: 'Da Wang', 'Jing Wei De'. */
const particleSyllables = new Set(['a', 'an', 'da', 'de', 'di', 'du', 'e', 'en', 'la', 'le']);
const ordinalEnds = new Set(['st', 'nd', 'rd', 'th']);
const numberMarks = new Set(['no', 'number', 'nr', 'num', 'di']);

const placeHash = (text: string): number => {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return unknownPlace | (hash & 0x7fff);
};

interface Draft {
  parts: NamePart[];
  /** Words that stood in brackets. */
  asides: Set<string>;
  places: number[];
  industries: number[];
  business: number[];
  bodies: number[];
  loose: number[];
  legal: number[];
  numbers: string[];
  brand: string[];
  readings: string[];
  hanzi: string;
  cut: boolean;
}

const once = (list: number[], ids: readonly number[]): void => {
  for (const id of ids) if (!list.includes(id)) list.push(id);
};

const file = (draft: Draft, entry: LexiconEntry): void => {
  switch (entry.wordClass) {
    case 'place':
      once(draft.places, entry.ids);
      break;
    case 'industry':
      once(draft.industries, entry.ids);
      break;
    case 'business':
      once(draft.business, entry.ids);
      break;
    case 'body':
      once(draft.bodies, entry.ids);
      break;
    case 'loose':
      once(draft.loose, entry.ids);
      break;
    case 'legal':
      once(draft.legal, entry.ids);
      break;
    case 'division':
      break;
  }
};

const note = (
  draft: Draft,
  text: string,
  partClass: PartClass,
  label: string,
  how: NamePart['how'] = 'exact',
): void => {
  draft.parts.push({ text, partClass, label, how });
};

/** Longest table word from `at` on; how many words it takes. */
const longestWord = (
  words: readonly Word[],
  at: number,
): { entry: LexiconEntry; size: number; key: string } | undefined => {
  const { latin } = lexicon();
  let key = '';
  let found: { entry: LexiconEntry; size: number; key: string } | undefined;
  for (let size = 1; size <= mostJoined && at + size <= words.length; size++) {
    const word = words[at + size - 1] as Word;
    if (word.hanzi) break;
    key += word.text;
    if (key.length > longestKey) break;
    const entry = latin.get(key);
    if (entry !== undefined) found = { entry, size, key };
  }
  return found;
};

/** True where only forms, loose words, places and numbers follow. */
const onlyTailFollows = (words: readonly Word[], from: number): boolean => {
  for (let at = from; at < words.length;) {
    const found = longestWord(words, at);
    if (found === undefined) {
      // 'CO., LIMITE': a form cut off by the length of the field.
      const last = words[at]?.text ?? '';
      return (
        at === words.length - 1 && last.length >= 3 && wordsBeginning(last).classes.has('legal')
      );
    }
    if (
      found.entry.wordClass !== 'legal' &&
      found.entry.wordClass !== 'loose' &&
      found.entry.wordClass !== 'place'
    ) {
      return false;
    }
    at += found.size;
  }
  return true;
};

/** Cuts known words off both ends of a glued one: 'hetianhaolinhairproductscoltd'. */
const unglue = (
  text: string,
): { before: [string, LexiconEntry][]; brand: string; after: [string, LexiconEntry][] } => {
  const { latin } = lexicon();
  const before: [string, LexiconEntry][] = [];
  const after: [string, LexiconEntry][] = [];
  let rest = text;
  let moved = true;
  while (moved && rest.length >= 8) {
    moved = false;
    for (let size = Math.min(longestKey, rest.length - 3); size >= 5; size--) {
      const tail = rest.slice(rest.length - size);
      const entry = latin.get(tail);
      if (
        entry === undefined ||
        entry.weak ||
        entry.wordClass === 'place' ||
        entry.wordClass === 'division'
      )
        continue;
      after.unshift([tail, entry]);
      rest = rest.slice(0, rest.length - size);
      moved = true;
      break;
    }
  }
  moved = true;
  while (moved && rest.length >= 8) {
    moved = false;
    for (let size = Math.min(24, rest.length - 3); size >= 5; size--) {
      const head = rest.slice(0, size);
      const entry = latin.get(head);
      if (entry === undefined || entry.wordClass !== 'place') continue;
      before.push([head, entry]);
      rest = rest.slice(size);
      moved = true;
      break;
    }
  }
  return { before, brand: rest, after };
};

const takeBrandWord = (draft: Draft, word: string): void => {
  const known = word.length >= 8 ? unglue(word) : undefined;
  if (known !== undefined && known.before.length + known.after.length > 0) {
    for (const [text, entry] of known.before) {
      file(draft, entry);
      note(draft, text, entry.wordClass, entry.label, 'glued');
    }
    draft.brand.push(known.brand);
    note(draft, known.brand, 'brand', known.brand, 'glued');
    for (const [text, entry] of known.after) {
      file(draft, entry);
      note(draft, text, entry.wordClass, entry.label, 'glued');
    }
    return;
  }
  draft.brand.push(word);
  note(draft, word, 'brand', word);
};

/** The field is about as long as the ones that cut names off: 28 and 35 characters. */
const maybeCut = (length: number): boolean => length >= 20 && length <= 36;
const atLimit = (length: number): boolean =>
  (length >= 26 && length <= 28) || (length >= 33 && length <= 35);

const takeLastWord = (draft: Draft, word: string, length: number): boolean => {
  if (!maybeCut(length) || draft.parts.length < 2 || word.length > 14) return false;
  const { entry, classes } = wordsBeginning(word);
  if (classes.size === 0) return false;
  if (word.length < 3 && !atLimit(length)) return false;
  if (word.length >= 4 && entry !== undefined) {
    file(draft, entry);
    note(draft, word, entry.wordClass, entry.label, 'cut');
  } else if (
    classes.has('industry') ||
    classes.has('legal') ||
    classes.has('business') ||
    classes.has('body')
  ) {
    note(draft, word, 'cut', word, 'cut');
  } else {
    return false;
  }
  draft.cut = true;
  return true;
};

/** A particle that opens a Chinese brand or goes on with one: the word beside it reads as pinyin. */
const isSyllableHere = (
  draft: Draft,
  words: readonly Word[],
  at: number,
  found: { entry: LexiconEntry; size: number },
): boolean => {
  const text = words[at]?.text ?? '';
  if (found.entry.wordClass !== 'loose' || found.size > 1 || !particleSyllables.has(text)) {
    return false;
  }
  const before = draft.parts.at(-1);
  const next = words[at + 1];
  if (before === undefined || before.partClass === 'place') {
    return next !== undefined && !next.hanzi && isPinyin(next.text);
  }
  return before.partClass === 'brand' && cutSyllables(before.text)?.length === 1;
};

/** Takes back what a mistyped word was filed as. */
const unfile = (draft: Draft, part: NamePart): void => {
  const entry = mistypedWord(part.text);
  const others = draft.parts.filter((other) => other !== part && other.label === part.label);
  if (entry === undefined || others.length > 0) return;
  for (const list of [draft.industries, draft.business, draft.bodies, draft.loose, draft.legal]) {
    const lists = { industry: draft.industries, business: draft.business, body: draft.bodies, loose: draft.loose, legal: draft.legal };
    const own = lists[entry.wordClass as keyof typeof lists];
    if (list !== own) continue;
    const at = list.indexOf(entry.ids[0] ?? -1);
    if (at >= 0) list.splice(at, 1);
  }
};

const isAside = (draft: Draft, part: NamePart): boolean =>
  draft.asides.has(part.text.split(' ')[0] ?? '');

/**
 * Finds a brand for a name that the tables took whole: a place no table puts beside the other one
 * ('Nanjing Xinyi', 'Dehui (Dalian)'), or a word taken for a mistyped place, is the firm's own.
 */
const recoverBrand = (draft: Draft): void => {
  const read = draft.parts.filter((part) => part.partClass === 'place');
  const idsOf = (part: NamePart): readonly number[] => {
    const key = part.text.replaceAll(' ', '');
    const { latin, hanzi } = lexicon();
    return (latin.get(key) ?? hanzi.get(key))?.ids ?? [];
  };
  const slipped = draft.parts.find((part) => part.how === 'typo');
  const apart =
    slipped === undefined &&
    read.length === 2 &&
    draft.parts.indexOf(read[1] as NamePart) === draft.parts.indexOf(read[0] as NamePart) + 1 &&
    draft.industries.length + draft.business.length + draft.loose.length > 0
      ? read.find((part, at) => {
          const other = read[1 - at];
          return (
            other !== undefined &&
            isPinyin(part.text.replaceAll(' ', '')) &&
            !idsOf(part).some((id) =>
              idsOf(other).some((near) => liesIn(id, near) || liesIn(near, id)),
            ) &&
            (at === 1 ? !isAside(draft, part) : isAside(draft, other))
          );
        })
      : undefined;
  const part = slipped ?? apart;
  if (part === undefined) return;
  const at = draft.parts.indexOf(part);
  if (part.partClass !== 'place') {
    unfile(draft, part);
    draft.brand.push(part.text);
    draft.parts[at] = { text: part.text, partClass: 'brand', label: part.text, how: 'exact' };
    return;
  }
  const kept = new Set(read.filter((other) => other !== part).flatMap((other) => idsOf(other)));
  draft.places = draft.places.filter((id) => kept.has(id));
  draft.brand.push(part.text.replaceAll(' ', ''));
  draft.parts[at] = { text: part.text, partClass: 'brand', label: part.text, how: 'exact' };
};

const readLatin = (draft: Draft, words: readonly Word[], length: number): void => {
  let singles = '';
  const closeSingles = (): void => {
    if (singles !== '') {
      draft.brand.push(singles);
      note(draft, singles, 'brand', singles);
    }
    singles = '';
  };
  for (let at = 0; at < words.length;) {
    const word = words[at] as Word;
    if (word.hanzi) {
      closeSingles();
      const cut = cutHanzi(word.text);
      for (const { entry } of cut.entries) file(draft, entry);
      draft.parts.push(...cut.parts);
      for (const number of cut.numbers)
        if (!draft.numbers.includes(number)) draft.numbers.push(number);
      if (cut.brand !== '') {
        draft.hanzi += cut.brand;
        const pinyin = pinyinOf(cut.brand);
        if (pinyin !== '') draft.brand.push(pinyin);
      }
      at++;
      continue;
    }
    if (/^\d/.test(word.text)) {
      closeSingles();
      const value = word.text.replace(/^0+(?=\d)/, '');
      if (!draft.numbers.includes(value)) draft.numbers.push(value);
      note(draft, word.text, 'number', value);
      at++;
      if (ordinalEnds.has(words[at]?.text ?? '')) at++;
      continue;
    }
    const ordinal = numberWords[word.text];
    if (numberMarks.has(word.text) && /^\d/.test(words[at + 1]?.text ?? '')) {
      at++;
      continue;
    }
    const found = longestWord(words, at);
    if (ordinal !== undefined && (found === undefined || found.size === 1)) {
      closeSingles();
      if (!draft.numbers.includes(ordinal)) draft.numbers.push(ordinal);
      note(draft, word.text, 'number', ordinal);
      at++;
      continue;
    }
    if (romanNumbers[word.text] !== undefined && at > 0) {
      closeSingles();
      const value = romanNumbers[word.text] ?? '';
      if (!draft.numbers.includes(value)) draft.numbers.push(value);
      note(draft, word.text, 'number', value);
      at++;
      continue;
    }
    if (found !== undefined) {
      const { entry, size, key } = found;
      const shortForm = entry.wordClass === 'legal' && key.length <= 3;
      const tail =
        !shortForm || (at > 0 ? onlyTailFollows(words, at + size) : leadingForms.has(key));
      const weak = entry.weak && draft.brand.length === 0 && singles === '';
      if (tail && !weak && !isSyllableHere(draft, words, at, found)) {
        closeSingles();
        const text = words
          .slice(at, at + size)
          .map((piece) => piece.text)
          .join(' ');
        const next = words[at + size];
        file(draft, entry);
        note(draft, text, entry.wordClass, entry.label);
        at += size;
        // '... of Lop County': a division word behind a place adds nothing.
        if (entry.wordClass === 'place' && next !== undefined && !next.hanzi) {
          const following = lexicon().latin.get(next.text);
          if (following?.wordClass === 'division') at++;
        }
        continue;
      }
    }
    // 'Linxi County': a place of no table.
    const next = words[at + 1];
    const following = next === undefined || next.hanzi ? undefined : lexicon().latin.get(next.text);
    if (
      following?.wordClass === 'division' &&
      draft.brand.length === 0 &&
      word.text.length > 2 &&
      isPinyin(word.text)
    ) {
      closeSingles();
      once(draft.places, [placeHash(word.text)]);
      note(draft, word.text, 'place', word.text);
      at += 2;
      continue;
    }
    const slip = mistypedWord(word.text);
    if (slip !== undefined && slip.wordClass !== 'division') {
      closeSingles();
      file(draft, slip);
      note(draft, word.text, slip.wordClass, slip.label, 'typo');
      at++;
      continue;
    }
    if (at === words.length - 1 && takeLastWord(draft, word.text, length)) {
      at++;
      continue;
    }
    if (word.text.length === 1) {
      singles += word.text;
      at++;
      continue;
    }
    closeSingles();
    takeBrandWord(draft, word.text);
    at++;
  }
  closeSingles();
};

const plainOf = (parts: readonly NamePart[]): string => {
  let plain = '';
  for (const { partClass, text } of parts) {
    if (partClass === 'legal') continue;
    plain += hasHanzi(text) ? pinyinOf(text) : text.replaceAll(' ', '');
  }
  return plain;
};

/** Parses a name. Never throws; a name of no letters gives an empty parse. */
export const parseName = (name: string): ParsedName => {
  const words = wordsOf(name);
  const draft: Draft = {
    parts: [],
    asides: new Set(words.filter((word) => word.bracketed).map((word) => word.text)),
    places: [],
    industries: [],
    business: [],
    bodies: [],
    loose: [],
    legal: [],
    numbers: [],
    brand: [],
    readings: [],
    hanzi: '',
    cut: false,
  };
  const length = name.trim().length;
  readLatin(draft, words, length);
  if (length >= 26 && length <= 35 && draft.legal.length === 0 && atLimit(length)) draft.cut = true;
  if (draft.brand.length === 0) recoverBrand(draft);
  // The Corps is a listed body as well as a place: where nothing else is named, it is the brand.
  if (draft.brand.length === 0 && draft.places.includes(corps)) draft.brand.push('xpcc');
  const brand = draft.brand.slice(0, 12);
  const core = brand.join('');
  if (draft.hanzi !== '') draft.readings.push(...furtherPinyin(draft.hanzi));
  else draft.readings.push(...pinyinOfWadeGiles(brand));
  const { asides: _, ...read } = draft;
  return {
    ...read,
    brand,
    core,
    plain: plainOf(draft.parts),
    folded: words.map((word) => word.text).join(''),
  };
};
