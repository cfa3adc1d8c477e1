import { expect, it } from 'vitest';
import { loadCoordinates } from './coordinates.ts';
import { readShipped } from './shipped.ts';

it('places each within the bounds of the earth, and of its country where we know them', async () => {
  const table = (await readShipped('places/coordinates.json')) as {
    readonly countries: readonly (readonly [string, string, number, number])[];
    readonly provinces: readonly (readonly [string, string, string, number, number])[];
    readonly xinjiang: readonly (readonly [string, number, number])[];
    readonly ports: readonly (readonly [string, string, number, number])[];
  };
  const codes = new Set(table.countries.map(([code]) => code));
  expect(codes.size).toBe(table.countries.length);
  for (const [code, , latitude, longitude] of [...table.countries, ...table.ports]) {
    expect(Math.abs(latitude), code).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude), code).toBeLessThanOrEqual(180);
  }
  for (const [code] of table.ports) {
    expect(code).toMatch(/^[A-Z]{2}[A-Z2-9]{3}$/);
    expect(codes).toContain(code.slice(0, 2));
  }
  for (const [code, latitude, longitude] of table.xinjiang) {
    expect(latitude, code).toBeGreaterThan(34);
    expect(latitude, code).toBeLessThan(49.5);
    expect(longitude, code).toBeGreaterThan(73);
    expect(longitude, code).toBeLessThan(97);
  }
  expect(table.provinces).toHaveLength(31);
});

it('finds places by code and name, and the next larger one where it knows no better', async () => {
  const coordinates = await loadCoordinates();
  expect(coordinates.port('CNTAO')).toMatchObject({ title: 'Qingdao', precision: 'point' });
  expect(coordinates.port('CNZZZ')).toMatchObject({ id: 'country:CN', precision: 'area' });
  expect(coordinates.division('CN-65')).toEqual(coordinates.division('CN-XJ'));
  expect(coordinates.provinceNamed('Shandong Province')?.id).toBe('division:CN-SD');
  expect(coordinates.xinjiang('653224')).toMatchObject({ title: 'Lop County' });
  expect(coordinates.xinjiang('653299')?.id).toBe('xinjiang:653200');
  expect(coordinates.byId('country:XX')).toBeNull();
});
