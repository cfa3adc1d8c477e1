/** Which lines of a text were taken out and put in: by the longest common run of lines. */

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** In the new text; in the old one for a line removed. 1 is the first. */
  readonly line: number;
}

/** Only lines near a change are given. */
export function diffLines(before: string, after: string, around = 2): readonly DiffLine[] {
  const whole = wholeDiff(before.split('\n'), after.split('\n'));
  return whole.filter((_, index) =>
    whole
      .slice(Math.max(0, index - around), index + around + 1)
      .some(({ kind }) => kind !== 'same'),
  );
}

function wholeDiff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (text: string, line: number): DiffLine => ({ kind: 'same', text, line });
  return [
    ...after.slice(0, start).map((text, at) => same(text, at + 1)),
    ...middleDiff(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
      start,
    ),
    ...after.slice(after.length - end).map((text, at) => same(text, after.length - end + at + 1)),
  ];
}

/** By the table of longest common subsequences: small, once the ends that are the same are off. */
function middleDiff(
  before: readonly string[],
  after: readonly string[],
  offset: number,
): readonly DiffLine[] {
  const wide = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * wide);
  const at = (i: number, j: number): number => lengths[i * wide + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * wide + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const removed = before[i];
    const added = after[j];
    if (removed !== undefined && removed === added) {
      lines.push({ kind: 'same', text: added, line: offset + j + 1 });
      i += 1;
      j += 1;
    } else if (added === undefined || (removed !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: removed ?? '', line: offset + i + 1 });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: added, line: offset + j + 1 });
      j += 1;
    }
  }
  return lines;
}
