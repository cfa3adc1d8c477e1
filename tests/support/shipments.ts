/** Declared events for loads: as many as wanted, each its own, a known share of them tainted. */

export interface LoadEvent {
  readonly id: string;
  readonly tainted: boolean;
  /** The CloudEvent as one line of JSON. */
  readonly line: string;
}

export interface LoadShape {
  /** Every so manieth shipment has a listed maker. */
  readonly taintedEvery: number;
}

const innocents = [
  ['Van den Berg Bloembollen BV', 'NL', '06011010', 'Tulip bulbs, dormant'],
  ['Finca Santa Elena SA', 'CO', '09011100', 'Green coffee, arabica, in jute bags'],
  ['Porto Calcado Lda', 'PT', '64039996', 'Ladies shoes, leather uppers'],
  ['Hanoi Rattan JSC', 'VN', '94038300', 'Rattan chairs'],
  ['Muster Maschinenbau GmbH', 'DE', '84798997', 'Packing machine with spare parts'],
] as const;

const tainted = ['CN', '67042000', 'Wigs of human hair'] as const;

/** The events from `from` on, `count` of them; the same numbers give the same events. */
export function* loadEvents(from: number, count: number, shape: LoadShape): Generator<LoadEvent> {
  for (let number = from; number < from + count; number += 1) {
    yield loadEvent(number, number % shape.taintedEvery === 0);
  }
}

function loadEvent(number: number, isTainted: boolean): LoadEvent {
  const [name, country, code, description] = isTainted
    ? (['Hetian Haolin Hair Accessories Co. Ltd', ...tainted] as const)
    : (innocents[number % innocents.length] ?? innocents[0]);
  const id = `load-${number}`;
  const event = {
    specversion: '1.0',
    id,
    source: 'urn:herkomst:load',
    type: 'org.herkomst.shipment.declared.v1',
    time: new Date(Date.UTC(2026, 9, 1) + number * 1000).toISOString(),
    datacontenttype: 'application/json',
    data: {
      shipmentId: `LOAD-${number}`,
      declaration: { kind: 'import', jurisdiction: 'NL', lodgedAt: '2026-10-01T08:00:00Z' },
      transport: {
        mode: 'sea',
        billOfLading: `HKST${String(number).padStart(8, '0')}`,
        vessel: { name: 'NOORDERLICHT', imo: '9074729' },
        portOfLoading: `${country}${country === 'CN' ? 'TAO' : 'AAA'}`,
        portOfDischarge: 'NLRTM',
      },
      parties: [
        { role: 'exporter', name, address: { lines: ['Havenstraat 1'], country } },
        {
          role: 'consignee',
          name: 'Groothandel De Maas BV',
          address: { lines: ['Waalhaven Zuidzijde 21'], city: 'Rotterdam', country: 'NL' },
        },
      ],
      items: [
        {
          lineNumber: 1,
          commodityCode: code,
          description,
          countryOfOrigin: country,
          grossMassKg: 1200 + (number % 700),
        },
      ],
    },
  };
  return { id, tainted: isTainted, line: JSON.stringify(event) };
}
