/**
 * Links between firms of a file that share an address or a telephone number: how a factory is found
 * that shows no other tie to a listed one. Where very many share one it is a registration agent's,
 * and ties nobody to anybody.
 */
import type { LinkKind } from '@herkomst/core';
import type { FtmEntity } from './ftm-entity.ts';
import { factsOf, type FtmLink, type FtmSource } from './ftm-link.ts';

const most = 15;

interface Seen {
  readonly entity: FtmEntity;
  readonly line: number;
}

export class SharedContacts {
  readonly #source: FtmSource;
  readonly #byKey = new Map<string, Seen[]>();

  constructor(source: FtmSource) {
    this.#source = source;
  }

  see(entity: FtmEntity, line: number): void {
    if (entity.schema === 'Person') return;
    const keys = [
      ...entity.references('addressEntity').map((id) => `shared-address ${id}`),
      ...entity.texts('address').map((text) => `shared-address ${fold(text)}`),
      ...entity.texts('phone').map((text) => `shared-phone ${text.replace(/[^\d]/g, '')}`),
    ];
    for (const key of new Set(keys)) {
      // A town alone, or half a number, is shared by thousands.
      if (key.length < 'shared-address '.length + 6) continue;
      const seen = this.#byKey.get(key);
      if (seen === undefined) this.#byKey.set(key, [{ entity, line }]);
      else if (seen.length <= most) seen.push({ entity, line });
    }
  }

  /** From the one with the least id to each other that shares with it. */
  links(): readonly { readonly line: number; readonly link: FtmLink }[] {
    return [...this.#byKey].flatMap(([key, seen]) => {
      if (seen.length < 2 || seen.length > most) return [];
      const kind = key.slice(0, key.indexOf(' ')) as LinkKind;
      const [centre, ...others] = seen.toSorted((a, b) => (a.entity.id < b.entity.id ? -1 : 1));
      if (centre === undefined) return [];
      return others
        .filter(({ entity }) => entity.id !== centre.entity.id)
        .map(({ entity, line }) => {
          const { seen: lastSeen, source } = factsOf(entity, kind, this.#source);
          const facts = { kind, source, ...(lastSeen !== undefined && { seen: lastSeen }) };
          return { line, link: { from: centre.entity.id, to: entity.id, facts } };
        });
    });
  }
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
