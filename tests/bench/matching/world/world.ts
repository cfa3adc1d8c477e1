/** The entities of a run: real firms and as many invented ones as the size asks for, people and vessels. */
import type { ListedEntity } from '@herkomst/core';
import { hashText, type Random } from '../random.ts';
import { trailingForm } from '../words/forms.ts';
import { entityOf, type Firm } from './firm.ts';
import { inventFirm, keyOfFirm } from './invent.ts';
import { entityOfOther, inventOther, keyOfOther, type Other, type OtherKind } from './others.ts';
import { readRealFirms } from './read-real.ts';

/** People, and as many vessels, for each so many firms. */
const firmsAnOther = 100;

/** Names that differ in form, case and spaces alone are one. */
const plain = (name: string): string =>
  name
    .replace(trailingForm, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

export class World {
  readonly size: number;
  readonly #real: readonly Firm[];
  /** Numbers of the invented firms that are in; two of one key are not both. */
  readonly #invented: Uint32Array;
  /** Hashes of the keys of all firms. */
  readonly keys: ReadonlySet<number>;
  readonly #names: ReadonlySet<number>;
  readonly #others: Readonly<Record<OtherKind, readonly Other[]>>;
  /** Hashes of the keys of all people and vessels. */
  readonly otherKeys: ReadonlySet<number>;

  constructor(size: number, csvPaths: readonly string[]) {
    this.size = size;
    this.#real = readRealFirms(csvPaths).slice(0, size);
    const keys = new Set<number>();
    const names = new Set<number>();
    for (const firm of this.#real) {
      keys.add(hashText(keyOfFirm(firm)));
      for (const { name } of [firm, ...firm.aliases]) names.add(hashText(plain(name)));
    }
    const invented = new Uint32Array(Math.max(0, size - this.#real.length));
    let filled = 0;
    for (let number = 0; filled < invented.length; number++) {
      const firm = inventFirm('a', number);
      const key = hashText(keyOfFirm(firm));
      if (keys.has(key)) continue;
      keys.add(key);
      for (const { name } of [firm, ...firm.aliases]) names.add(hashText(plain(name)));
      invented[filled++] = number;
    }
    this.#invented = invented;
    this.keys = keys;
    this.#names = names;
    const otherKeys = new Set<number>();
    const inventOthers = (kind: OtherKind): Other[] => {
      const made: Other[] = [];
      for (let number = 0; made.length < size / firmsAnOther; number++) {
        const other = inventOther(kind, 'a', number);
        const key = hashText(keyOfOther(other));
        if (otherKeys.has(key)) continue;
        otherKeys.add(key);
        made.push(other);
      }
      return made;
    };
    this.#others = { person: inventOthers('person'), vessel: inventOthers('vessel') };
    this.otherKeys = otherKeys;
  }

  get realCount(): number {
    return this.#real.length;
  }

  hasName(name: string): boolean {
    return this.#names.has(hashText(plain(name)));
  }

  drawFirm(random: Random, real: boolean): Firm {
    if ((real || this.#invented.length === 0) && this.#real.length > 0) {
      return random.pick(this.#real);
    }
    return inventFirm('a', this.#invented[random.below(this.#invented.length)] ?? 0);
  }

  drawOther(kind: OtherKind, random: Random): Other | undefined {
    const others = this.#others[kind];
    return others.length === 0 ? undefined : random.pick(others);
  }

  *entities(): Generator<ListedEntity> {
    for (const firm of this.#real) yield entityOf(firm);
    for (const number of this.#invented) yield entityOf(inventFirm('a', number));
    for (const other of [...this.#others.person, ...this.#others.vessel])
      yield entityOfOther(other);
  }
}
