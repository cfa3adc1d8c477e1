import { expect, test } from 'vitest';
import { buildShipment } from '../testing/shipment.ts';
import { assessmentDate } from './date.ts';

test.each([
  ['2026-03-01T23:30:00Z', '2026-03-01'],
  ['2026-03-01T23:30:00-05:00', '2026-03-02'],
  ['2026-03-01T00:30:00+08:00', '2026-02-28'],
])('lodged at %s is the day %s in UTC', (lodgedAt, day) => {
  expect(assessmentDate(buildShipment({ declaration: { lodgedAt } }), '2000-01-01')).toBe(day);
});

test('without lodging the arrival counts, and without that the day given', () => {
  const declaration = { lodgedAt: undefined };
  const arriving = { estimatedArrivalAt: '2026-04-01T00:00:00Z' };
  const on = (transport: object) =>
    assessmentDate(buildShipment({ declaration, transport }), '2026-01-31');
  expect([on(arriving), on({})]).toEqual(['2026-04-01', '2026-01-31']);
});
