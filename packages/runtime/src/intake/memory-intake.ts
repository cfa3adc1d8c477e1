/** For tests of what stands before the intake: an event to send, and an intake that says what came. */
import type { DeadLetter } from '../ports/store.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryEventStream } from '../memory/memory-event-stream.ts';
import type { MemoryStore } from '../memory/memory-store.ts';
import { createMemoryStores, type MemoryStores } from '../memory/memory-stores.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import { defaultTenant } from '../tenant.ts';
import { createIntakes, type Intake, type Intakes } from './intake.ts';

/** A valid event as one line of JSON; its shipment is 'S-' and the id. */
export function sampleEvent(id: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:example:broker',
    type: 'org.herkomst.shipment.declared.v1',
    data: sampleShipment(`S-${id}`),
  });
}

export function sampleShipment(shipmentId: string) {
  return {
    shipmentId,
    declaration: { kind: 'import', jurisdiction: 'NL', lodgedAt: '2026-03-01T08:00:00Z' },
    transport: { mode: 'sea', portOfLoading: 'CNTAO' },
    parties: [
      { partyId: 'm', role: 'manufacturer', name: 'Luohe Baihua Hair Products' },
      { role: 'consignee', name: 'Kapsalon Groothandel BV', address: { country: 'NL' } },
    ],
    items: [
      {
        lineNumber: 1,
        commodityCode: '67042000',
        description: 'Wigs of human hair',
        countryOfOrigin: 'CN',
        manufacturerPartyId: 'm',
        grossMassKg: 12.5,
      },
    ],
  };
}

export interface MemoryIntake {
  readonly intakes: Intakes;
  readonly stores: MemoryStores;
  /** The default tenant's, as are store and letters. */
  readonly intake: Intake;
  readonly store: MemoryStore;
  /** Shipments in the stream, in their order. */
  readonly passed: readonly string[];
  /** All dead letters, oldest first. */
  readonly letters: () => Promise<readonly DeadLetter[]>;
}

export function createMemoryIntake(): MemoryIntake {
  const passed: string[] = [];
  const stores = createMemoryStores();
  const store = stores.of(defaultTenant);
  const stream = createMemoryEventStream();
  const intakes = createIntakes({
    stores,
    clock: createManualClock(),
    logger: createSilentLogger(),
    stream: {
      ...stream,
      async append(topic, events) {
        await stream.append(topic, events);
        for (const { value } of events) {
          passed.push((JSON.parse(value) as { data: { shipmentId: string } }).data.shipmentId);
        }
      },
    },
  });
  return {
    intakes,
    stores,
    intake: intakes.of(defaultTenant),
    store,
    passed,
    async letters() {
      const { rows } = await store.deadLetters({ limit: 10_000 });
      return rows.toReversed();
    },
  };
}
