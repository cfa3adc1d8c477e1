/**
 * A score told as a person would: which words were equal, which a variant of which and why, what
 * was ignored and what counted against. The pieces' weights add up to the log-odds of the score.
 */
import type { MatchPiece } from '@herkomst/core';
import type { ParsedName } from '../parse/parsed.ts';
import { type Comparison, isCorps, type Surroundings } from '../score/comparison.ts';
import { isSameButForm } from '../score/features.ts';
import type { Score } from '../score/score.ts';
import { explainBrand } from './explain-brand.ts';
import {
  explainBody,
  explainLegalForm,
  explainLooseWords,
  explainNumbers,
  explainPlaces,
  explainTrade,
} from './explain-words.ts';
import { explainAddress, explainCountry } from './explain-surroundings.ts';

/** Both sides of a match, as the explainer needs them. */
export interface Explained {
  readonly queried: ParsedName;
  readonly listed: ParsedName;
  readonly queriedName: string;
  readonly listedName: string;
  readonly party: Surroundings;
  readonly entity: Surroundings;
  readonly comparison: Comparison;
  /** The list's own words on subsidiaries; empty where it has none. */
  readonly extendsTo: string;
}

/** A piece but for its weight; undefined where there is nothing to say. */
export type Telling = Omit<MatchPiece, 'weight'>;

/** Feature prefixes that an aspect answers for. */
const aspects: readonly {
  readonly prefixes: readonly string[];
  readonly tell: (matched: Explained) => Telling | undefined;
}[] = [
  { prefixes: ['brand', 'bits', 'prior', 'index', 'concepts'], tell: explainBrand },
  { prefixes: ['place'], tell: explainPlaces },
  { prefixes: ['industry', 'business'], tell: explainTrade },
  { prefixes: ['body'], tell: explainBody },
  { prefixes: ['number'], tell: explainNumbers },
  { prefixes: ['legal'], tell: explainLegalForm },
  { prefixes: ['country'], tell: explainCountry },
  { prefixes: ['address'], tell: explainAddress },
];

const tellWhole = ({ queried, listed, comparison }: Explained): string => {
  if (isCorps(queried) && isCorps(listed)) {
    return 'Both name the Xinjiang Production and Construction Corps; its numbered divisions are under it.';
  }
  if (comparison.identical) {
    return 'The names are the same word for word, but for legal form, case, spaces and points.';
  }
  if (comparison.cutOff) {
    return 'The one name is the beginning of the other, cut off by the length of its field.';
  }
  if (comparison.slips > 0) {
    const slips = ['one slip', 'two slips', 'three slips'][comparison.slips - 1] ?? 'few slips';
    return `Read as wholes, the names are ${slips} of the hand apart.`;
  }
  return isSameButForm(comparison)
    ? 'Brand, place and trade all agree; only form and filler words differ.'
    : 'Letter for letter the names are much alike.';
};

const explainWhole = (matched: Explained): Telling => ({
  aspect: 'name',
  queried: matched.queriedName,
  listed: matched.listedName,
  relation: matched.comparison.identical ? 'equal' : 'variant',
  explanation: tellWhole(matched),
});

/** Aspects told where the names are the same as wholes: what stands beside the words. */
const besideWords = new Set(['legal', 'country', 'address']);

/**
 * Log-odds that a name which the look-up brings up is the party, before any word is weighed: about
 * one in fifty. Split off the weights of each class, so that an equal brand reads as what it is.
 */
const baseOdds = -4;

const basePiece: MatchPiece = {
  aspect: 'base',
  queried: '',
  listed: '',
  relation: 'ignored',
  weight: baseOdds,
  explanation: 'Before any word is weighed: of the names that come up, few are the party.',
};

export const explain = (matched: Explained, score: Score): MatchPiece[] => {
  const pieces: MatchPiece[] = [];
  const weightOf = (prefixes: readonly string[]): number => {
    let sum = 0;
    for (const { name, added } of score.features) {
      if (prefixes.includes(name.slice(0, name.indexOf(':') < 0 ? undefined : name.indexOf(':')))) {
        sum += added;
      }
    }
    return sum;
  };
  const identical = score.evidence === 'identical';
  const whole = identical
    ? weightOf(['name', 'cut', 'prior', 'index']) - baseOdds
    : weightOf(['name']);
  if (whole !== 0 || matched.comparison.identical)
    pieces.push({ ...explainWhole(matched), weight: whole });
  let untold = 0;
  for (const { prefixes, tell } of aspects) {
    if (identical && !besideWords.has(prefixes[0] ?? '')) continue;
    const weight = weightOf(prefixes) - (prefixes.includes('prior') ? baseOdds : 0);
    const telling = tell(matched);
    if (telling === undefined) untold += weight;
    else pieces.push({ ...telling, weight });
  }
  if (matched.extendsTo !== '') {
    pieces.push({
      aspect: 'subsidiaries',
      queried: '',
      listed: matched.extendsTo,
      relation: 'ignored',
      weight: 0,
      explanation: `The list extends this entry to "${matched.extendsTo}"; whether the party is one of them no name can tell.`,
    });
  }
  const loose = explainLooseWords(matched);
  if (loose !== undefined) pieces.push({ ...loose, weight: 0 });
  return [...pieces, { ...basePiece, weight: baseOdds + untold }];
};
