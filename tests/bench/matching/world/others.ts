/** People and vessels of a run, for lists name them too: the n-th is the same in every run. */
import type { ListedEntity } from '@herkomst/core';
import { Random } from '../random.ts';
import { closingSyllables, openingSyllables } from '../words/syllables.ts';

export type OtherKind = 'person' | 'vessel';

/** A person by surname and given names, or a vessel by its words and its number. */
export interface Other {
  readonly id: string;
  readonly kind: OtherKind;
  /** ISO 3166-1 alpha-2; empty for vessels, whose flag papers leave out. */
  readonly country: string;
  readonly words: readonly string[];
  /** A vessel's number; empty where it has none. */
  readonly number: string;
  readonly name: string;
}

const surnames =
  'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Lyu Yao Shen'.split(
    ' ',
  );
const uyghurNames =
  'Abdulla Abdurahman Ablet Ablikim Adil Ahmat Alim Anwar Arkin Askar Dilshat Ekber Erkin Ghalip Gheni Ibrahim Ilham Imin Ismail Kahar Kamil Kurban Mahmut Mamtimin Memet Memetjan Mirzat Muhtar Nurmemet Obulkasim Osman Perhat Qasim Rahman Rishat Sabir Semet Tahir Tursun Turghun Yasin Yusup Zakir Zunun Aygul Dilnur Gulnar Patigul Rahile Reyhan'.split(
    ' ',
  );
const worldNames =
  'Ahmed Ali Anna Carlos Daniel David Elena Fatima Hassan Ivan James Jean John Jose Karim Laura Linh Maria Michael Minh Mohammed Nguyen Olga Omar Patel Peter Petrov Rahman Ramirez Robert Rodriguez Rossi Sharma Silva Singh Smith Sokolov Thanh Thomas Tran Victor Yilmaz'.split(
    ' ',
  );
const seaWords =
  'Ocean Star Pacific Pearl Golden Dragon Sea Eagle Blue Wave Lucky Horizon Silver Dolphin Fortune Island'.split(
    ' ',
  );

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const givenName = (random: Random): string => {
  const first = random.pick(openingSyllables).pinyin;
  return capital(random.chance(0.75) ? first + random.pick(closingSyllables).pinyin : first);
};

const inventPerson = (random: Random): Pick<Other, 'country' | 'words' | 'number'> => {
  const kind = random.next();
  if (kind < 0.5) {
    return { country: 'CN', words: [random.pick(surnames), givenName(random)], number: '' };
  }
  const names = kind < 0.75 ? uyghurNames : worldNames;
  const count = random.chance(0.3) ? 3 : 2;
  const words = random.shuffled(names).slice(0, count);
  return { country: kind < 0.75 ? 'CN' : '', words, number: '' };
};

const inventVessel = (random: Random): Pick<Other, 'country' | 'words' | 'number'> => {
  const number = random.chance(0.7) ? String(1 + random.below(random.chance(0.5) ? 30 : 999)) : '';
  const words = random.chance(0.75)
    ? Array.from({ length: 2 + random.below(2) }, () =>
        capital(random.pick(random.chance(0.5) ? openingSyllables : closingSyllables).pinyin),
      )
    : random.shuffled(seaWords).slice(0, 2);
  return { country: '', words, number };
};

export const writeOther = ({ kind, words, number }: Omit<Other, 'id' | 'name'>): string => {
  const name = words.join(' ');
  if (number === '') return name;
  return kind === 'vessel' && Number(number) % 2 === 0
    ? `${name} No. ${number}`
    : `${name} ${number}`;
};

/** The n-th person or vessel of a seed. */
export const inventOther = (kind: OtherKind, seed: string, number: number): Other => {
  const random = new Random(`${kind}:${seed}:${number}`);
  const parts = { kind, ...(kind === 'person' ? inventPerson(random) : inventVessel(random)) };
  return { ...parts, id: `bench:${kind}-${seed}-${number}`, name: writeOther(parts) };
};

/** What no two of one index share: the words in any order, and the number. */
export const keyOfOther = ({ kind, words, number }: Omit<Other, 'id' | 'name'>): string =>
  `${kind}|${words
    .map((word) => word.toLowerCase())
    .toSorted()
    .join(' ')}|${number}`;

export const entityOfOther = (other: Other): ListedEntity => ({
  id: other.id,
  kind: other.kind,
  name: other.name,
  aliases: [],
  ...(other.country === '' ? {} : { country: other.country }),
  addresses: [],
  identifiers: [],
  listings: [{ clause: 'ii', effectiveDate: '2026-01-01' }],
  status: 'active',
  url: 'https://example.org',
});
