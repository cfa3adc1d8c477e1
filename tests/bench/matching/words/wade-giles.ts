/** Pinyin syllables as Wade-Giles prints them on papers, without apostrophes and accents. */
const initials: readonly (readonly [string, string])[] = [
  ['zh', 'ch'],
  ['ch', 'ch'],
  ['sh', 'sh'],
  ['j', 'ch'],
  ['q', 'ch'],
  ['x', 'hs'],
  ['z', 'ts'],
  ['c', 'ts'],
  ['b', 'p'],
  ['p', 'p'],
  ['d', 't'],
  ['t', 't'],
  ['g', 'k'],
  ['k', 'k'],
  ['r', 'j'],
];

const finals: Readonly<Record<string, string>> = {
  ong: 'ung',
  ian: 'ien',
  ie: 'ieh',
  e: 'e',
  ue: 'ueh',
  iong: 'iung',
  uo: 'o',
};

const whole: Readonly<Record<string, string>> = {
  zi: 'tzu',
  ci: 'tzu',
  si: 'szu',
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  er: 'erh',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
  yong: 'yung',
  gui: 'kuei',
  kui: 'kuei',
  guo: 'kuo',
  duo: 'to',
  ju: 'chu',
  qu: 'chu',
  xu: 'hsu',
  yu: 'yu',
  yi: 'i',
};

export const toWadeGiles = (syllable: string): string => {
  const known = whole[syllable];
  if (known !== undefined) return known;
  const initial = initials.find(([pinyin]) => syllable.startsWith(pinyin));
  const rest = initial === undefined ? syllable : syllable.slice(initial[0].length);
  return `${initial?.[1] ?? ''}${finals[rest] ?? rest}`;
};
