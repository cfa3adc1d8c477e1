/** Puts a declared event together from a maker, a buyer, a good and a way between them. */
import { shipmentDeclaredType } from '@herkomst/core';
import { eori, manufacturerId, movementReference, socialCreditCode } from './identifiers.ts';
import { seeded, seedOf, type Random } from './random.ts';
import type { Route, Transport } from './routes.ts';
import type { Firm, Good } from './tables.ts';

export interface Party {
  partyId?: string;
  role: string;
  name: string;
  otherNames?: string[];
  address?: Record<string, unknown>;
  identifiers?: { scheme: string; value: string }[];
  phone?: string;
}

export interface DeclaredJson {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  data: {
    shipmentId: string;
    declaration: Record<string, unknown>;
    transport: Transport & { departedAt?: string; estimatedArrivalAt?: string };
    parties: Party[];
    items: Record<string, unknown>[];
  };
}

export interface Deal {
  readonly serial: number;
  readonly maker: Firm;
  /** Who sends, when the maker does not. */
  readonly exporter: Firm | null;
  readonly buyer: Firm;
  readonly forwarder: Firm | null;
  readonly good: Good;
  readonly route: Route;
  readonly kind: 'import' | 'entry-summary' | 'manifest' | 'purchase-order';
}

const sources: Readonly<Record<string, string>> = {
  NL: 'urn:example:customs:nl',
  US: 'urn:example:customs:us',
  DE: 'urn:example:customs:de',
  BE: 'urn:example:customs:be',
};

export function buildEvent(random: Random, deal: Deal): DeclaredJson {
  const { buyer, good, kind, maker, route, serial } = deal;
  const to = buyer.country;
  // Lodging falls between 12 October and 23 November 2026; arrival is near it for imports.
  const lodged = Date.UTC(
    2026,
    9,
    12 + random.between(0, 42),
    random.between(5, 18),
    random.between(0, 59),
  );
  const day = 86_400_000;
  const early = kind === 'import' ? route.days : 1 - random.between(1, 3);
  const departed = lodged - early * day;
  const shipmentId = `${to}-26-${String(serial).padStart(5, '0')}`;
  const lodgedAt = iso(lodged);
  const parties = partiesOf(random, deal);
  const onTheWay = kind !== 'purchase-order';
  return {
    specversion: '1.0',
    id: `${shipmentId}-1`,
    source: sources[to] ?? 'urn:example:customs',
    type: shipmentDeclaredType,
    time: iso(lodged + random.between(20, 600) * 1000),
    data: {
      shipmentId,
      declaration: {
        kind,
        ...(to !== 'US' && onTheWay
          ? { mrn: movementReference(random, to, kind === 'import' ? 'R' : 'F') }
          : {}),
        jurisdiction: to,
        lodgedAt,
      },
      transport: onTheWay
        ? {
            ...route.transport,
            departedAt: iso(departed),
            estimatedArrivalAt: iso(departed + route.days * day),
          }
        : { mode: route.transport.mode },
      parties,
      items: [
        {
          ...itemOf(random, good, maker, to, kind),
          ...(parties.some(({ partyId }) => partyId === 'maker')
            ? { manufacturerPartyId: 'maker' }
            : {}),
        },
      ],
    },
  };
}

function partiesOf(random: Random, { maker, exporter, buyer, forwarder, kind }: Deal): Party[] {
  const parties: Party[] = [];
  const manifest = kind === 'manifest' || kind === 'entry-summary';
  if (!manifest || random.chance(0.6)) {
    parties.push(supplierOf(random, 'manufacturer', maker, buyer.country));
  }
  parties.push(
    supplierOf(random, kind === 'purchase-order' ? 'seller' : 'exporter', exporter ?? maker, ''),
  );
  parties.push({
    role: kind === 'purchase-order' ? 'buyer' : manifest ? 'consignee' : 'importer',
    name: buyer.name,
    address: addressOf(buyer),
    ...(buyer.country === 'US'
      ? {}
      : {
          identifiers: [{ scheme: 'EORI', value: eori(seeded(seedOf(buyer.name)), buyer.country) }],
        }),
  });
  if (forwarder !== null) {
    parties.push({
      role: manifest ? 'notify' : 'declarant',
      name: forwarder.name,
      address: addressOf(forwarder),
    });
  }
  return parties;
}

/** With the numbers a firm of that country would state, and, to the US, the code of its maker. */
export function supplierOf(random: Random, role: string, firm: Firm, to: string): Party {
  const own = seeded(seedOf(firm.name));
  const identifiers = [
    ...(firm.division !== undefined && random.chance(0.45)
      ? [{ scheme: 'USCC', value: socialCreditCode(own, firm.division) }]
      : []),
    ...(to === 'US' ? [{ scheme: 'MID', value: manufacturerId(firm) }] : []),
  ];
  return {
    ...(role === 'manufacturer' ? { partyId: 'maker' } : {}),
    role,
    // Manifests are typed in capitals, and cut where the field ends.
    name: random.chance(0.3) ? firm.name.toUpperCase().slice(0, 70) : firm.name,
    ...(firm.nativeName !== undefined && random.chance(0.5)
      ? { otherNames: [firm.nativeName] }
      : {}),
    address: addressOf(firm),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(firm.dialling !== undefined && random.chance(0.4)
      ? { phone: `${firm.dialling} ${seeded(seedOf(`${firm.name} telephone`)).digits(8)}` }
      : {}),
  };
}

export function addressOf({
  line,
  city,
  region,
  postcode,
  country,
}: Firm): Record<string, unknown> {
  return {
    lines: [line],
    city,
    ...(region === undefined ? {} : { region }),
    ...(postcode === undefined ? {} : { postcode }),
    country,
  };
}

function itemOf(
  random: Random,
  good: Good,
  maker: Firm,
  to: string,
  kind: Deal['kind'],
): Record<string, unknown> {
  const [least, most] = good.quantity;
  const step = most > 2000 ? 100 : most > 200 ? 10 : 1;
  const quantity = Math.max(1, Math.round(random.between(least, most) / step) * step);
  const price = good.price[0] + random.next() * (good.price[1] - good.price[0]);
  const digits =
    kind === 'manifest' || kind === 'entry-summary' ? '' : to === 'US' ? good.us : good.eu;
  return {
    lineNumber: 1,
    commodityCode: good.hs6 + digits,
    description: random.pick([
      ...good.descriptions,
      ...(to === 'NL' || to === 'BE' ? good.dutchDescriptions : []),
    ]),
    countryOfOrigin: maker.country,
    quantity: { value: quantity, unit: good.unit },
    grossMassKg: Math.round(quantity * good.unitMass * 1.04),
    value: { amount: Math.round(quantity * price), currency: to === 'US' ? 'USD' : 'EUR' },
  };
}

export function iso(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}
