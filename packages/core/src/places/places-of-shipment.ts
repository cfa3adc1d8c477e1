/** The places that a declared shipment has to do with: its parties, origins and route. For maps. */
import type { Assessment } from '../assessment/assessment.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import type { Coordinates, LocatedPlace } from './coordinates.ts';

export interface PlaceOfShipment {
  /** 'data.parties[0].address'. */
  readonly path: string;
  /** A party's role, 'origin', 'place of receipt', 'loading', 'transhipment' or 'discharge'. */
  readonly role: string;
  readonly text: string;
  /** Null where nobody knows where it lies. */
  readonly place: LocatedPlace | null;
  /** Ids of the findings that rest on it. */
  readonly findings: readonly string[];
}

/** In the order of the declaration; an origin that several items share stands once. */
export function placesOfShipment(
  shipment: Shipment,
  { findings }: Assessment,
  { xinjiang }: Pick<Rulebook, 'xinjiang'>,
  coordinates: Coordinates,
): readonly PlaceOfShipment[] {
  const restingOn = (path: string): string[] =>
    findings.filter((finding) => finding.path.startsWith(path)).map(({ id }) => id);
  const found: PlaceOfShipment[] = [];
  const add = (path: string, role: string, text: string, place: LocatedPlace | null): void => {
    found.push({ path, role, text, place, findings: restingOn(path) });
  };

  shipment.parties.forEach(({ role, address }, index) => {
    if (address === undefined) return;
    const text = writeAddress(address);
    const mention = xinjiang.gazetteer.find(text).find(({ ambiguous }) => !ambiguous);
    const place =
      mention === undefined
        ? placeOfAddress(address, coordinates)
        : coordinates.xinjiang(mention.place.code);
    add(`data.parties[${index}].address`, role, text, place);
  });

  const origins = new Set<string>();
  shipment.items.forEach((item, index) => {
    const [field, code] = originOf(item);
    if (code === undefined || origins.has(code)) return;
    origins.add(code);
    const place =
      field === 'regionOfOrigin' ? coordinates.division(code) : coordinates.country(code);
    add(`data.items[${index}].${field}`, 'origin', code, place);
  });

  const { placeOfReceipt, portOfLoading, transhipmentPorts, portOfDischarge } = shipment.transport;
  const stop = (path: string, role: string, code: string | undefined): void => {
    if (code !== undefined) add(`data.transport.${path}`, role, code, coordinates.port(code));
  };
  stop('placeOfReceipt', 'place of receipt', placeOfReceipt);
  stop('portOfLoading', 'loading', portOfLoading);
  transhipmentPorts.forEach((code, index) =>
    stop(`transhipmentPorts[${index}]`, 'transhipment', code),
  );
  stop('portOfDischarge', 'discharge', portOfDischarge);
  return found;
}

type Address = NonNullable<ShipmentParty['address']>;

function writeAddress({ lines, city, region, postcode, country }: Address): string {
  return [...lines, city, region, postcode, country]
    .filter((part) => part !== undefined)
    .join(', ');
}

function placeOfAddress(
  { lines, city, region, country }: Address,
  coordinates: Coordinates,
): LocatedPlace | null {
  if (country === undefined || country === 'CN') {
    for (const text of [region, city, ...lines.toReversed()]) {
      const place =
        text === undefined ? null : (coordinates.division(text) ?? coordinates.provinceNamed(text));
      if (place !== null) return place;
    }
  }
  return country === undefined ? null : coordinates.country(country);
}

function originOf({
  regionOfOrigin,
  countryOfOrigin,
}: ShipmentItem): ['regionOfOrigin' | 'countryOfOrigin', string | undefined] {
  return regionOfOrigin === undefined
    ? ['countryOfOrigin', countryOfOrigin]
    : ['regionOfOrigin', regionOfOrigin];
}
