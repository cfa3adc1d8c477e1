/**
 * Where places lie, to be drawn on a map. Nothing is decided by it: a place that nobody knows is
 * simply not drawn.
 */
import { normalise } from '../text/normalise.ts';
import type { Place } from './gazetteer.ts';

export interface LocatedPlace {
  /** 'country:CN', 'division:CN-65', 'xinjiang:653224', 'port:CNTAO'. */
  readonly id: string;
  readonly title: string;
  readonly level: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
  /** 'area': the middle of a country or division, not where the thing itself is. */
  readonly precision: 'point' | 'area';
}

/** Data as it ships: code, title, latitude, longitude. */
export interface CoordinateTable {
  readonly countries: readonly (readonly [string, string, number, number])[];
  /** GB/T 2260 prefix and ISO 3166-2 code before the rest. */
  readonly provinces: readonly (readonly [string, string, string, number, number])[];
  /** Without a title, which the gazetteer has. */
  readonly xinjiang: readonly (readonly [string, number, number])[];
  readonly ports: readonly (readonly [string, string, number, number])[];
}

export interface Coordinates {
  /** Null where nobody knows. */
  byId(id: string): LocatedPlace | null;
  country(code: string): LocatedPlace | null;
  /** By ISO 3166-2 ('CN-XJ', 'CN-65'). */
  division(code: string): LocatedPlace | null;
  /** The province of China that a text is the name of. */
  provinceNamed(text: string): LocatedPlace | null;
  /** By division code of the gazetteer; its prefecture where nobody knows the county. */
  xinjiang(code: string): LocatedPlace | null;
  /** By UN/LOCODE; its country where nobody knows the port. */
  port(code: string): LocatedPlace | null;
}

export function compileCoordinates(
  table: CoordinateTable,
  gazetteer: readonly Place[],
): Coordinates {
  const places = new Map<string, LocatedPlace>();
  const names = new Map<string, LocatedPlace>();
  const add = (place: LocatedPlace): LocatedPlace => {
    places.set(place.id, place);
    return place;
  };
  for (const [code, title, latitude, longitude] of table.countries) {
    add({
      id: `country:${code}`,
      title,
      level: 'country',
      country: code,
      latitude,
      longitude,
      precision: 'area',
    });
  }
  for (const [number, code, title, latitude, longitude] of table.provinces) {
    const place = add({
      id: `division:${code}`,
      title,
      level: 'province',
      country: 'CN',
      latitude,
      longitude,
      precision: 'area',
    });
    places.set(`division:CN-${number}`, place);
    names.set(normalise(title), place);
  }
  const known = new Map(gazetteer.map((place) => [place.code, place]));
  for (const [code, latitude, longitude] of table.xinjiang) {
    const { title = code, level = 'place' } = known.get(code) ?? {};
    const precision = level === 'region' ? 'area' : 'point';
    add({ id: `xinjiang:${code}`, title, level, country: 'CN', latitude, longitude, precision });
  }
  for (const [code, title, latitude, longitude] of table.ports) {
    const country = code.slice(0, 2);
    add({
      id: `port:${code}`,
      title,
      level: 'port',
      country,
      latitude,
      longitude,
      precision: 'point',
    });
  }
  const byId = (id: string): LocatedPlace | null => places.get(id) ?? null;
  const country = (code: string): LocatedPlace | null => byId(`country:${code.toUpperCase()}`);
  return {
    byId,
    country,
    division: (code) => byId(`division:${code.toUpperCase()}`),
    provinceNamed: (text) =>
      names.get(normalise(text).replace(/ (province|sheng|autonomous region|municipality)$/, '')) ??
      null,
    xinjiang: (code) =>
      byId(`xinjiang:${code}`) ?? byId(`xinjiang:${code.slice(0, 4)}00`) ?? byId('xinjiang:650000'),
    port: (code) => byId(`port:${code.toUpperCase()}`) ?? country(code.slice(0, 2)),
  };
}
