/** Sentences about identifiers: which decided, which differ, which are no valid number. */
import type { MatchPiece } from '@herkomst/core';
import type { IdentifierComparison } from '../identifiers/compare-identifiers.ts';

export const explainIdentifiers = (comparison: IdentifierComparison): MatchPiece[] => {
  const { relation, scheme, queried, listed, weight } = comparison;
  const pieces: MatchPiece[] = [];
  const put = (how: string, explanation: string): void => {
    pieces.push({ aspect: 'identifier', queried, listed, relation: how, weight, explanation });
  };
  if (relation === 'equal') put('equal', `Both have the ${scheme} ${listed}, which decides.`);
  if (relation === 'differs') {
    put('differs', `The party has the ${scheme} ${queried}, the list ${listed}: two bodies.`);
  }
  if (relation === 'manufacturer-id') {
    put('variant', `The manufacturer ID ${queried} is one that the listed name would give.`);
  }
  for (const wrong of comparison.invalid) {
    pieces.push({
      aspect: 'identifier',
      queried: wrong.value,
      listed: '',
      relation: 'ignored',
      weight: 0,
      explanation: `${wrong.value} is no valid ${wrong.scheme}, so it was ignored.`,
    });
  }
  return pieces;
};
