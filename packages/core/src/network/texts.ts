/** Texts that many links share, told by number: HS codes, goods in words, sources. */

import { none } from './link-table.ts';

export class Texts {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The text's number; `none` for an absent one. */
  number(text: string | undefined): number {
    if (text === undefined) return none;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    this.#texts.push(text);
    return this.#texts.length - 1;
  }

  /** The number of a text that is there already; undefined when it is not. */
  find(text: string | undefined): number | undefined {
    return text === undefined ? none : this.#numbers.get(text);
  }

  at(number: number): string | undefined {
    return this.#texts[number];
  }

  all(): readonly string[] {
    return this.#texts;
  }
}
