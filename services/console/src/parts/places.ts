/** What of a shipment's places goes on the map: each place once, and the route in its order. */
import type { ShipmentPlace } from '@herkomst/adapter-http/contract';

export interface DrawnPoint {
  readonly key: string;
  readonly label: string;
  /** Longitude, latitude. */
  readonly at: readonly [number, number] & [number, number];
  /** A finding rests on it. */
  readonly found: boolean;
}

const routeOrder = ['place of receipt', 'loading', 'transhipment', 'discharge'];

export function placesToDraw(places: readonly ShipmentPlace[]): {
  readonly points: readonly DrawnPoint[];
  readonly route: readonly [number, number][];
} {
  const points = new Map<string, DrawnPoint>();
  for (const { place, findings } of places) {
    if (place === null) continue;
    const before = points.get(place.id);
    points.set(place.id, {
      key: place.id,
      label: place.title,
      at: [place.longitude, place.latitude],
      found: (before?.found ?? false) || findings.length > 0,
    });
  }
  // A city and its port, under one name and on one spot, are one mark.
  for (const [key, point] of points) {
    const same = [...points.values()].find(
      (other) => other.label === point.label && isNear(other.at, point.at),
    );
    if (same === undefined || same.key === key) continue;
    points.set(same.key, { ...same, found: same.found || point.found });
    points.delete(key);
  }
  // The middle of a country says nothing where a place within it is drawn.
  const within = new Set(
    places.flatMap(({ place }) =>
      place !== null && place.level !== 'country' ? [place.country] : [],
    ),
  );
  for (const { place } of places) {
    if (place?.level === 'country' && within.has(place.country)) points.delete(place.id);
  }
  const route = places
    .filter(({ place, role }) => place !== null && routeOrder.includes(role))
    .toSorted((a, b) => routeOrder.indexOf(a.role) - routeOrder.indexOf(b.role))
    .flatMap(({ place }): [number, number][] =>
      place === null ? [] : [[place.longitude, place.latitude]],
    );
  return { points: [...points.values()], route };
}

function isNear([a, b]: readonly number[], [c, d]: readonly number[]): boolean {
  return Math.hypot((a ?? 0) - (c ?? 0), (b ?? 0) - (d ?? 0)) < 1;
}

/**
 * Xinjiang, roughly: its border with the rest of China by hand, from general knowledge; outwards it
 * reaches over the border of China, to which the map cuts it. Clockwise, as d3-geo has it.
 */
export const xinjiang = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [72, 34.6],
      [72, 50],
      [90.5, 50],
      [91.1, 45.2],
      [95.4, 44.3],
      [96.4, 42.7],
      [95.2, 41.8],
      [93.8, 40.7],
      [92.9, 39.2],
      [90.2, 38.4],
      [91.0, 36.6],
      [89.6, 36.2],
      [86.0, 35.9],
      [82.0, 35.4],
      [79.0, 34.6],
      [72, 34.6],
    ],
  ],
};
