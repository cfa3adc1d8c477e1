/**
 * Two plain matchers that read every name: Jaro-Winkler and token-set similarity.
 *
 * Both compare normalised names: lower case, letters and digits only, common legal forms dropped.
 */
const forms =
  /\b(?:company limited|co limited|co ltd|coltd|limited liability company|limited|ltd|company|co|corporation|corp|inc|llc|gmbh|sdn bhd|pvt|private)\b/g;

export const normalise = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[.,'()&]/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(forms, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1;
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (usedB[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let swaps = 0;
  let at = 0;
  for (let i = 0; i < a.length; i++) {
    if (usedA[i] === 0) continue;
    while (usedB[at] === 0) at++;
    if (a.charCodeAt(i) !== b.charCodeAt(at)) swaps++;
    at++;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - swaps / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
};

/** Shared words as a share of the words of both. */
export const tokenSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common === 0 ? 0 : common / (a.size + b.size - common);
};

export interface BaselineName {
  readonly entity: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

export const baselineName = (entity: string, name: string): BaselineName => {
  const text = normalise(name);
  return { entity, text, words: new Set(text.split(' ')) };
};

export type Similarity = (a: BaselineName, b: BaselineName) => number;

export const baselines: Readonly<Record<string, Similarity>> = {
  'Jaro-Winkler': (a, b) => jaroWinkler(a.text, b.text),
  'token set': (a, b) => tokenSet(a.words, b.words),
};

/** The best entity by similarity, reading every name. */
export const bestBySimilarity = (
  names: readonly BaselineName[],
  queried: string,
  similarity: Similarity,
): { entity: string; score: number } => {
  const query = baselineName('', queried);
  let entity = '';
  let score = 0;
  for (const name of names) {
    const now = similarity(query, name);
    if (now > score) {
      score = now;
      entity = name.entity;
    }
  }
  return { entity, score };
};
