/** A number that changes with the tables, by which a saved index knows its own. */
import { hashText } from '../text/hash.ts';
import { lexicon } from './lexicon.ts';
import { places } from './places.ts';

let mark: number | undefined;

export const tablesMark = (): number => {
  if (mark === undefined) {
    const { latin, hanzi } = lexicon();
    let hash = hashText(String(places.length), 1);
    for (const table of [latin, hanzi]) {
      for (const [key, { wordClass, ids }] of table) {
        hash = hashText(`${key} ${wordClass} ${ids.join(' ')}`, hash);
      }
    }
    mark = hash;
  }
  return mark;
};
