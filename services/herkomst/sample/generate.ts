/**
 * Writes the sample stream, shipments.ndjson: a few hundred declared events as customs of the
 * Netherlands, the United States, Germany and Belgium might hand them on in six weeks of autumn
 * 2026. Most are honest; cases.json holds the others, and what makes each of them one.
 *
 * `npx node services/herkomst/sample/generate.ts` writes it anew, byte for byte the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildEvent, iso, type Deal, type DeclaredJson, type Party } from './build.ts';
import { seeded, type Random } from './random.ts';
import { byRail, bySea, routeOf, type Transport } from './routes.ts';
import { readFirms, readTrades, type Firm, type Good, type Trade } from './tables.ts';

/** A shipment that is not as it should be, or looks as if it were not. */
interface Case {
  readonly about: string;
  /** Name of an importer. */
  readonly buyer: string;
  /** Six digits of the sample's goods, or a good of its own. */
  readonly good: string | Omit<Good, 'dutchDescriptions'>;
  /** Those on the supplying side. */
  readonly parties: readonly Party[];
  readonly kind?: Deal['kind'];
  readonly origin?: string;
  readonly regionOfOrigin?: string;
  readonly description?: string;
  readonly transport?: Partial<Transport>;
  /** Border station of a train. */
  readonly rail?: string;
  readonly consignee?: Party;
  /** Supplying side of a later declaration of the same shipment. */
  readonly correction?: readonly Party[];
  /** The same event delivered twice. */
  readonly repeat?: boolean;
}

const seed = 20_261_124;

export function generateSample(): string {
  const random = seeded(seed);
  const firms = readFirms();
  const trades = readTrades(firms);
  const next = { serial: 1 };
  const events = [
    ...trades.flatMap((trade) => honestShipments(random, firms, trade, next)),
    ...readCases().flatMap((each) => shipmentOfCase(random, firms, trades, each, next)),
  ];
  const inOrder = events
    .map((event, index) => ({ event, index }))
    .toSorted((a, b) => compare(a.event.time, b.event.time) || a.index - b.index);
  return inOrder.map(({ event }) => `${JSON.stringify(event)}\n`).join('');
}

function honestShipments(
  random: Random,
  firms: ReadonlyMap<string, readonly Firm[]>,
  { shipments, makers, buyers, goods }: Trade,
  next: { serial: number },
): DeclaredJson[] {
  const exporters = firms.get('exporters') ?? [];
  const forwarders = firms.get('forwarders') ?? [];
  return Array.from({ length: shipments }, () => {
    const maker = random.pick(makers);
    const buyer = random.pick(buyers);
    const good = random.pick(goods);
    return buildEvent(random, {
      serial: next.serial++,
      maker,
      exporter: maker.country === 'CN' && random.chance(0.3) ? random.pick(exporters) : null,
      buyer,
      forwarder: buyer.country === 'NL' && random.chance(0.5) ? random.pick(forwarders) : null,
      good,
      route: routeOf(random, maker, buyer.country, good),
      kind: kindOf(random, buyer.country),
    });
  });
}

function kindOf(random: Random, country: string): Deal['kind'] {
  const chance = random.next();
  if (chance < 0.1) return 'purchase-order';
  if (chance < 0.4) return country === 'US' ? 'manifest' : 'entry-summary';
  return 'import';
}

function shipmentOfCase(
  random: Random,
  firms: ReadonlyMap<string, readonly Firm[]>,
  trades: readonly Trade[],
  given: Case,
  next: { serial: number },
): DeclaredJson[] {
  const buyer = [...firms.values()].flat().find(({ name }) => name === given.buyer);
  const good =
    typeof given.good === 'string'
      ? trades.flatMap(({ goods }) => goods).find(({ hs6 }) => hs6 === given.good)
      : { ...given.good, dutchDescriptions: [] };
  if (buyer === undefined || good === undefined) {
    throw new RangeError(`no such buyer or good: ${given.about}`);
  }
  const sender = senderOf(given);
  const event = buildEvent(random, {
    serial: next.serial++,
    maker: sender,
    exporter: null,
    buyer,
    forwarder: null,
    good,
    route:
      given.rail === undefined
        ? bySea(random, sender, buyer.country, good.unitMass)
        : byRail(random, 'CNCKG', given.rail),
    kind: given.kind ?? 'import',
  });
  const told = withCase(event, given, given.parties);
  if (given.repeat === true) return [told, told];
  if (given.correction === undefined) return [told];
  return [told, corrected(told, given, given.correction)];
}

/** Where the case's goods set out from: the last of its parties, or somewhere on the coast. */
function senderOf({ parties }: Case): Firm {
  const address = parties.at(-1)?.address ?? {};
  const region = address['region'];
  const country = address['country'];
  return {
    name: '',
    line: '',
    city: '',
    ...(typeof region === 'string' && region !== 'Xinjiang' ? { region } : {}),
    country: typeof country === 'string' ? country : 'CN',
  };
}

function withCase(event: DeclaredJson, given: Case, parties: readonly Party[]): DeclaredJson {
  const { data } = event;
  const buyers = data.parties.filter(({ role }) =>
    ['importer', 'consignee', 'buyer'].includes(role),
  );
  const hasMaker = parties.some(({ partyId }) => partyId === 'maker');
  return {
    ...event,
    data: {
      ...data,
      transport: leaveOut({ ...data.transport, ...given.transport }, given.transport?.mode),
      parties: [...parties, ...(given.consignee === undefined ? buyers : [given.consignee])],
      items: data.items.map(
        ({ countryOfOrigin: _country, manufacturerPartyId: _maker, ...item }) => ({
          ...item,
          ...(given.description === undefined ? {} : { description: given.description }),
          ...(given.origin === undefined ? {} : { countryOfOrigin: given.origin }),
          ...(given.regionOfOrigin === undefined ? {} : { regionOfOrigin: given.regionOfOrigin }),
          ...(hasMaker ? { manufacturerPartyId: 'maker' } : {}),
        }),
      ),
    },
  };
}

/** A train has no vessel. */
function leaveOut(transport: Transport, mode: string | undefined): Transport {
  if (mode !== 'rail') return transport;
  const { vessel: _vessel, voyage: _voyage, ...rest } = transport;
  return rest;
}

function corrected(event: DeclaredJson, given: Case, parties: readonly Party[]): DeclaredJson {
  const later = Date.parse(event.time) + 26 * 3_600_000;
  const again = withCase(event, given, parties);
  return {
    ...again,
    id: event.id.replace(/-1$/, '-2'),
    time: iso(later),
    data: {
      ...again.data,
      declaration: { ...again.data.declaration, lodgedAt: iso(later - 60_000) },
    },
  };
}

function readCases(): readonly Case[] {
  return JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Case[];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (import.meta.main) {
  writeFileSync(new URL('shipments.ndjson', import.meta.url), generateSample());
}
