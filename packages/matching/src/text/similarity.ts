/**
 * Slips between two whole names, fast: Myers' bit-parallel edit distance over their first letters.
 *
 * Names are read up to 31 letters, so that a column of the table is one machine word; that is about
 * where papers cut names off anyway. Source: G. Myers, J. ACM 46(3), 1999.
 */
export const longestWhole = 31;

const peq = new Int32Array(128);

/** Insertions, losses and exchanges between the first 31 letters of two ASCII texts. */
export const wholeSlips = (a: string, b: string): number => {
  const length = Math.min(a.length, longestWhole);
  const other = Math.min(b.length, longestWhole);
  if (length === 0 || other === 0) return Math.max(length, other);
  for (let at = 0; at < length; at++) {
    const code = a.charCodeAt(at) & 127;
    peq[code] = (peq[code] as number) | (1 << at);
  }
  const last = 1 << (length - 1);
  let positive = -1;
  let negative = 0;
  let slips = length;
  for (let at = 0; at < other; at++) {
    const equal = peq[b.charCodeAt(at) & 127] as number;
    const vertical = equal | negative;
    const diagonal = (((equal & positive) + positive) ^ positive) | equal;
    let horizontalPlus = negative | ~(diagonal | positive);
    let horizontalMinus = positive & diagonal;
    if ((horizontalPlus & last) !== 0) slips++;
    else if ((horizontalMinus & last) !== 0) slips--;
    horizontalPlus = (horizontalPlus << 1) | 1;
    horizontalMinus <<= 1;
    positive = horizontalMinus | ~(vertical | horizontalPlus);
    negative = horizontalPlus & vertical;
  }
  for (let at = 0; at < length; at++) peq[a.charCodeAt(at) & 127] = 0;
  return slips;
};

/** Of so many slips between two texts: 1 for equal, 0 for nothing alike. */
export const similarityOf = (slips: number, a: string, b: string): number => {
  const longer = Math.min(longestWhole, Math.max(a.length, b.length));
  return longer === 0 ? 0 : 1 - slips / longer;
};
