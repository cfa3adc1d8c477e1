/** Coordinates of countries, provinces, towns of Xinjiang and ports, for maps. */
import { compileCoordinates, type Coordinates, type CoordinateTable } from '@herkomst/core';
import { toRegion, type XinjiangFile } from './places.ts';
import { readShipped } from './shipped.ts';

export async function loadCoordinates(): Promise<Coordinates> {
  const [table, xinjiang] = await Promise.all([
    readShipped('places/coordinates.json'),
    readShipped('places/xinjiang.json'),
  ]);
  return compileCoordinates(table as CoordinateTable, toRegion(xinjiang as XinjiangFile).places);
}
