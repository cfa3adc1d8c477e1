/** Who a name could be, as a person reads it: each candidate with what spoke for and against it. */
import type { ListedEntity, MatchCandidate } from '@herkomst/core';
import { printable, type Style } from './style.ts';

export interface MatchAnswer {
  readonly candidate: MatchCandidate;
  readonly entity: ListedEntity;
  readonly listTitle: string;
}

export function writeMatches(name: string, answers: readonly MatchAnswer[], style: Style): string {
  if (answers.length === 0) return `Nobody on the lists comes near "${printable(name)}".\n`;
  return answers.map((answer) => writeMatch(answer, style)).join('\n');
}

function writeMatch({ candidate, entity, listTitle }: MatchAnswer, style: Style): string {
  const sure = candidate.tier === 'automatic';
  const head =
    `${style(['bold', sure ? 'red' : 'yellow'], sure ? 'match' : 'candidate')}  ` +
    `${candidate.probability.toFixed(3)}  ${style('bold', entity.name)}`;
  const via =
    candidate.listedName === entity.name ? '' : `, through its name "${candidate.listedName}"`;
  const listings = entity.listings.map(
    ({ clause, effectiveDate }) => `${clause} since ${effectiveDate}`,
  );
  const lines = [
    head,
    `  ${listTitle}: ${listings.join('; ')}; ${entity.status}${via}`,
    ...candidate.pieces.map((piece) => {
      const sign = piece.weight > 0 ? '+' : '';
      const weight = `${sign}${piece.weight.toFixed(2)}`.padStart(6);
      return `  ${style(piece.weight < 0 ? 'yellow' : 'cyan', weight)} ${piece.aspect}: ${printable(piece.explanation)}`;
    }),
    `  ${style('gray', entity.url)}`,
  ];
  return `${lines.join('\n')}\n`;
}
