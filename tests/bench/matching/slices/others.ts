/** People and vessels as papers write them, and others that only look alike. */
import type { PartyQuery } from '@herkomst/core';
import { hashText, Random } from '../random.ts';
import {
  inventOther,
  keyOfOther,
  type Other,
  type OtherKind,
  writeOther,
} from '../world/others.ts';
import type { World } from '../world/world.ts';
import { asPrinted, slip } from './positives.ts';
import { type BenchQuery, type Half, halfOf } from './bench-query.ts';

type Writing = (other: Other, random: Random) => string | undefined;

const surnameFirst: Writing = ({ words }) =>
  `${words.at(-1)?.toUpperCase() ?? ''}, ${words.slice(0, -1).join(' ')}`;

const withTitle: Writing = ({ name }, random) =>
  `${random.pick(['Mr.', 'Mr', 'Ms.', 'MR', 'Mrs.'])} ${name}`;

const withoutMiddle: Writing = ({ words }) =>
  words.length < 3 ? undefined : `${words[0] ?? ''} ${words.at(-1) ?? ''}`;

const joined: Writing = ({ kind, words, number }) =>
  writeOther({ kind, country: '', number, words: [words.join('')] });

const withPrefix: Writing = ({ name }, random) =>
  `${random.pick(['F/V', 'M/V', 'MV', 'FV', 'M.V.'])} ${name}`;

const otherNumbering: Writing = ({ words, number }, random) =>
  number === ''
    ? undefined
    : `${words.join(' ')}${random.pick([' ', ' NO.', ' No ', '-', ' NO. '])}${number}`;

const mistyped: Writing = ({ name }, random) => {
  const letters = name.search(/\s(?:No\.\s)?\d/);
  const written = slip(name, 0, letters < 0 ? name.length : letters, random);
  return written === name ? undefined : written;
};

const writings: Readonly<Record<OtherKind, readonly Writing[]>> = {
  person: [surnameFirst, withTitle, withoutMiddle, joined, mistyped, ({ name }) => name],
  vessel: [withPrefix, otherNumbering, joined, mistyped, ({ name }) => name],
};

/** Another person of one surname, or another vessel of one fleet. */
const lookalike = (other: Other, random: Random): Other | undefined => {
  const stranger = inventOther(other.kind, 'stranger', random.below(2 ** 31));
  if (other.kind === 'person') {
    if (other.words.length !== 2 || stranger.words.length !== 2) return undefined;
    const words = [other.words[0] ?? '', stranger.words[1] ?? ''];
    return { ...other, words, name: writeOther({ ...other, words }) };
  }
  if (other.number === '') return undefined;
  const number = String(1 + random.below(999));
  return { ...other, number, name: writeOther({ ...other, number }) };
};

const stranger = (other: Other, random: Random): Other =>
  inventOther(other.kind, 'stranger', random.below(2 ** 31));

/** Slices of people and vessels: told apart from those of firms, for they are other names. */
export const drawOtherQueries = (world: World, half: Half, count: number): BenchQuery[] => {
  const out: BenchQuery[] = [];
  const draw = (
    slice: string,
    kind: OtherKind,
    positive: boolean,
    make: (other: Other, random: Random) => string | undefined,
  ): void => {
    const random = new Random(`${half}:${slice}`);
    let made = 0;
    for (let attempt = 0; attempt < count * 40 && made < count; attempt++) {
      const other = world.drawOther(kind, random);
      if (other === undefined) return;
      if (halfOf(other) !== half) continue;
      const name = make(other, random);
      if (name === undefined) continue;
      const query: PartyQuery = {
        names: [asPrinted(name, random)],
        kinds: [kind],
        ...(other.country !== '' && random.chance(0.5) ? { country: other.country } : {}),
      };
      out.push({ slice, positive, query, firm: { id: other.id, real: false } });
      made++;
    }
  };
  for (const kind of ['person', 'vessel'] as const) {
    draw(kind, kind, true, (other, random) => random.pick(writings[kind])(other, random));
    for (const [label, another] of [
      [kind === 'person' ? 'one surname, two people' : 'one fleet, two vessels', lookalike],
      [`a ${kind} of no list`, stranger],
    ] as const) {
      draw(label, kind, false, (other, random) => {
        const made = another(other, random);
        if (made === undefined || world.otherKeys.has(hashText(keyOfOther(made)))) return undefined;
        return random.pick(writings[kind])(made, random);
      });
    }
  }
  return out;
};
