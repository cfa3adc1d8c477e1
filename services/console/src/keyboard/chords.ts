/** Which command a key means, given the key before it: pure, to be tested. */
import { menu } from './goto.ts';

export type Command =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'next' | 'previous' | 'search' | 'help' };

export interface Pressed {
  readonly key: string;
  readonly modified: boolean;
  /** Whether the key is text for a field. */
  readonly typing: boolean;
}

/** A reader of keys. `g` opens a chord that the next key ends, within a while. */
export function createChordReader(
  now: () => number,
  withinMs = 1500,
): (pressed: Pressed) => Command | null {
  let chordSince: number | null = null;
  return ({ key, modified, typing }) => {
    const inChord = chordSince !== null && now() - chordSince <= withinMs;
    chordSince = null;
    if (modified || typing) return null;
    if (inChord) {
      const page = menu.flatMap(({ pages }) => pages).find(({ letter }) => letter === key);
      return page === undefined ? null : { kind: 'go', to: page.to };
    }
    switch (key) {
      case 'g':
        chordSince = now();
        return null;
      case 'j':
        return { kind: 'next' };
      case 'k':
        return { kind: 'previous' };
      case '/':
        return { kind: 'search' };
      case '?':
        return { kind: 'help' };
      default:
        return null;
    }
  };
}
