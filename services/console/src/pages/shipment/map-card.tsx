/** The places of a shipment and its route, on a map that is part of the console: nothing is fetched. */
import type { ShipmentPlace } from '@herkomst/adapter-http/contract';
import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { useMemo } from 'react';
import { Card, Scroll } from '../../parts/layout.tsx';
import { useLand } from '../../parts/land.ts';
import { placesToDraw, xinjiang } from '../../parts/places.ts';
import { useWords } from '../../words/words.tsx';

const width = 900;
const height = 420;

export function MapCard({ places }: { readonly places: readonly ShipmentPlace[] }) {
  const { t } = useWords();
  const drawn = useMemo(() => placesToDraw(places), [places]);
  return (
    <Card title={t('map.title')}>
      {drawn.points.length === 0 ? (
        <p className="muted">{t('map.none')}</p>
      ) : (
        <Scroll label={t('map.label')}>
          <WorldMap drawn={drawn} />
        </Scroll>
      )}
      <PlaceTable places={places} />
    </Card>
  );
}

function WorldMap({ drawn }: { readonly drawn: ReturnType<typeof placesToDraw> }) {
  const { t } = useWords();
  const land = useLand();
  const { points, route } = drawn;
  const path = useMemo(() => {
    const around: GeoPermissibleObjects = {
      type: 'MultiPoint',
      coordinates: points.flatMap(({ at: [longitude, latitude] }) => [
        [longitude - 8, Math.max(-70, latitude - 8)],
        [longitude + 8, Math.min(78, latitude + 8)],
      ]),
    };
    const projection = geoEqualEarth().fitExtent(
      [
        [60, 40],
        [width - 60, height - 40],
      ],
      around,
    );
    // A single place would fill the map with nothing around it to know it by.
    projection.scale(Math.min(projection.scale(), 620));
    return { write: geoPath(projection), projection };
  }, [points]);
  if (land === null) return <div className="map" style={{ aspectRatio: '900 / 420' }} />;
  const placed = placeLabels(
    points.map((point) => ({ ...point, xy: path.projection(point.at) ?? [0, 0] })),
  );
  return (
    <svg className="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('map.label')}>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke="var(--for)" strokeWidth="1" />
        </pattern>
        <clipPath id="china">
          <path d={path.write(land.china) ?? ''} />
        </clipPath>
      </defs>
      {land.countries.map(({ id, shape }) => (
        <path key={id} className="land" d={path.write(shape) ?? ''} />
      ))}
      <g clipPath="url(#china)">
        <path className="concern" d={path.write(xinjiang) ?? ''} />
      </g>
      {route.length < 2 ? null : (
        <path
          className="route"
          d={path.write({ type: 'LineString', coordinates: [...route] }) ?? ''}
        />
      )}
      {placed.map(({ key, xy: [x, y], label, found, above }) => (
        <g key={key}>
          {found ? (
            <path className="found" d={`M${x} ${y - 9}l8 14h-16z`} />
          ) : (
            <circle className="stop" cx={x} cy={y} r="5.5" />
          )}
          <text
            x={Math.min(Math.max(x, 40), width - 40)}
            y={y + (above ? -13 : 22)}
            textAnchor="middle"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Labels of places that are near one another go above and below. */
function placeLabels<Point extends { readonly xy: readonly [number, number] | readonly number[] }>(
  points: readonly Point[],
): readonly (Point & { readonly above: boolean; readonly xy: readonly [number, number] })[] {
  return points.map((point, index) => {
    const [x = 0, y = 0] = point.xy;
    const crowd = points
      .slice(0, index)
      .filter(({ xy: [a = 0, b = 0] }) => Math.abs(a - x) < 90 && Math.abs(b - y) < 32).length;
    return { ...point, xy: [x, y] as const, above: crowd % 2 === 0 };
  });
}

function PlaceTable({ places }: { readonly places: readonly ShipmentPlace[] }) {
  const { t, name } = useWords();
  if (places.length === 0) return null;
  return (
    <details className="small">
      <summary>{t('app.asTable')}</summary>
      <Scroll label={t('map.place')}>
        <table>
          <caption className="hidden-visually">{t('map.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('map.role')}</th>
              <th scope="col">{t('map.declared')}</th>
              <th scope="col">{t('map.place')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ path, role, text, place, findings }, index) => (
              <tr key={`${path} ${index}`}>
                <th scope="row">{roleName(role, name)}</th>
                <td className="break">
                  {text}
                  {findings.length === 0 ? null : (
                    <span className="strong"> ▲ {t('map.finding')}</span>
                  )}
                </td>
                <td>
                  {place === null ? (
                    <span className="muted">{t('map.unplaced')}</span>
                  ) : (
                    `${place.title}, ${place.country}${place.precision === 'area' ? ` (${t('map.area')})` : ''}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="muted">{t('map.concern')}</p>
    </details>
  );
}

function roleName(role: string, name: (group: string, member: string) => string): string {
  const place = name('place', role);
  return place === role ? name('role', role) : place;
}
