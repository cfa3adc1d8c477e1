/**
 * Which of many events had their effect, asked of the store in portions. A portion that had all of it
 * is counted and let go, so that a file of any size is followed in the memory of what still waits.
 */
import type { DeclaredEvent } from '@herkomst/core';
import type { IntakeEntry } from '../intake/entry.ts';
import { shipmentKeyOf } from '../intake/stream-event.ts';
import type { SearchStore } from '../ports/search-store.ts';
import type { EventKey, ShipmentKey } from '../ports/store.ts';

interface Portion {
  readonly events: readonly EventKey[];
  readonly shipments: readonly ShipmentKey[];
}

const portionSize = 1000;

export class Effects {
  readonly #search: Pick<SearchStore, 'effects'>;
  readonly #waiting: Portion[] = [];
  #counted = { events: 0, alerts: 0 };
  #partly = { events: 0, alerts: 0 };

  constructor(search: Pick<SearchStore, 'effects'>) {
    this.#search = search;
  }

  get screened(): number {
    return this.#counted.events + this.#partly.events;
  }

  /** That stand on the shipments of events asked about so far. */
  get alerts(): number {
    return this.#counted.alerts + this.#partly.alerts;
  }

  get complete(): boolean {
    return this.#waiting.length === 0;
  }

  expect(entries: readonly IntakeEntry[]): void {
    const declared = entries.flatMap(({ reading }) =>
      reading.kind === 'declared' ? [reading.event] : [],
    );
    for (let at = 0; at < declared.length; at += portionSize) {
      this.#waiting.push(portionOf(declared.slice(at, at + portionSize)));
    }
  }

  /** Asks about the portions that come next, oldest first, as far as they are through. */
  async look(): Promise<void> {
    for (;;) {
      const [portion] = this.#waiting;
      if (portion === undefined) return;
      const { events, alerts } = await this.#search.effects(portion.events, portion.shipments);
      if (events < portion.events.length) {
        this.#partly = { events, alerts };
        return;
      }
      this.#waiting.shift();
      this.#partly = { events: 0, alerts: 0 };
      this.#counted = {
        events: this.#counted.events + events,
        alerts: this.#counted.alerts + alerts,
      };
    }
  }
}

/** One that stands twice in it counts once, as it has one effect. */
function portionOf(declared: readonly DeclaredEvent[]): Portion {
  const events = new Map(
    declared.map((event) => [JSON.stringify([event.source, event.id]), event]),
  );
  const shipments = new Map(
    declared.map((event) => {
      const key = shipmentKeyOf(event);
      return [JSON.stringify([key.source, key.shipmentId, key.declarationKind]), key];
    }),
  );
  return {
    events: [...events.values()].map(({ source, id }) => ({ source, id })),
    shipments: [...shipments.values()],
  };
}
