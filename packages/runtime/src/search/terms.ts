/** The terms that documents are filed under: a letter for what it is, a colon, and the value. */
import { createHash } from 'node:crypto';

export const termKinds = {
  party: 'p',
  goods: 'g',
  place: 'l',
  finding: 'f',
  entry: 'e',
  regime: 'r',
  source: 'q',
  verdict: 'v',
  severity: 's',
  score: 'n',
  day: 'd',
  origin: 'o',
  commodity: 'c',
} as const;

export type TermKind = keyof typeof termKinds;

/** Of everything that raised an alert. */
export const alertTerm = 'a';
/** Of alerts that something took the place of, or withdrew. */
export const supersededTerm = 'z';

/** Longer values stand as their digest, for no index takes text of any length. */
const longest = 120;

export function termOf(kind: TermKind, value: string): string {
  const { length } = value;
  const shown = length <= longest ? value : `#${createHash('sha256').update(value).digest('hex')}`;
  return `${termKinds[kind]}:${shown}`;
}

/** Scores are filed by the hundredth: '07' for 0.07. */
export function scoreStep(score: number): number {
  return Math.floor(Math.min(1, Math.max(0, score)) * 100);
}

export function scoreTerm(step: number): string {
  return termOf('score', String(step).padStart(3, '0'));
}
