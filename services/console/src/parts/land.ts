/** The countries of the world, from a file of the console's own, fetched once when a map is first shown. */
import type { GeoPermissibleObjects } from 'd3-geo';
import { useEffect, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/countries-110m.json?url';

export interface Land {
  readonly countries: readonly { readonly id: string; readonly shape: GeoPermissibleObjects }[];
  readonly china: GeoPermissibleObjects;
}

/** ISO 3166-1 numeric. */
const china = '156';

let kept: Promise<Land> | null = null;

async function fetchLand(): Promise<Land> {
  const answer = await fetch(atlasUrl);
  if (!answer.ok) throw new Error(`the map answered ${answer.status}`);
  const atlas = (await answer.json()) as Topology<{ countries: GeometryCollection }>;
  const countries = feature(atlas, atlas.objects.countries).features.map((shape, index) => ({
    id: `${shape.id ?? ''}/${index}`,
    shape,
  }));
  const whole = countries.find(({ id }) => id.startsWith(`${china}/`));
  return { countries, china: whole?.shape ?? { type: 'MultiPoint', coordinates: [] } };
}

/** Null until it is here. */
export function useLand(): Land | null {
  const [land, setLand] = useState<Land | null>(null);
  useEffect(() => {
    kept ??= fetchLand();
    kept.then(setLand, () => {
      kept = null;
    });
  }, []);
  return land;
}
