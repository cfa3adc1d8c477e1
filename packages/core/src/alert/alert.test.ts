import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import type { DeclaredEvent } from '../shipment/event.ts';
import { buildRulebook, sha256ForTests } from '../testing/rulebook.ts';
import { buildShipment, type ShipmentChanges } from '../testing/shipment.ts';
import { alertFor } from './alert.ts';

const rulebook = buildRulebook();
const haolin = { name: 'Hetian Haolin Hair Accessories Co., Ltd.' };

function raise(changes: ShipmentChanges, some: Partial<DeclaredEvent> = {}, book = rulebook) {
  const shipment = buildShipment(changes);
  const event = { source: 'urn:erp', id: 'e-1', time: null, ...some, shipment };
  return alertFor(event, assess(shipment, book), null, sha256ForTests);
}

describe('an alert', () => {
  test('is raised on an alert only', () => {
    expect(raise({})).toBeNull();
    expect(raise({ parties: [{ role: 'exporter', name: 'TO ORDER' }] })).toBeNull();
    expect(raise({ parties: [haolin] })).toMatchObject({ verdict: 'alert', shipmentId: 'S-1' });
  });

  test('has an id that is the same for the same event and cause, whoever works it out', () => {
    const first = raise({ parties: [haolin] });
    expect(first?.alertId).toMatch(/^alert-[0-9a-f]{32}$/);
    expect(raise({ parties: [haolin] }, {}, buildRulebook())?.alertId).toBe(first?.alertId);
  });

  test('has another id for another event, another source, or another cause', () => {
    const ids = [
      raise({ parties: [haolin] }),
      raise({ parties: [haolin] }, { id: 'e-2' }),
      raise({ parties: [haolin] }, { source: 'urn:other' }),
      raise({ parties: [haolin], transport: { placeOfReceipt: 'CNURC' } }),
    ].map((alert) => alert?.alertId);
    expect(new Set(ids).size).toBe(4);
  });

  test('carries reasons that add up with the baseline, and what it rests on', () => {
    const alert = raise({ parties: [haolin] });
    const sum = alert?.reasons.reduce(
      (total, { contribution }) => total + contribution,
      alert.baseline,
    );
    const { calibration } = rulebook.definition;
    const logOdds = calibration.intercept + calibration.slope * (sum ?? 0);
    expect(alert?.score).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 4);
    expect(alert?.reasons[0]?.citation?.list).toBe('us-uflpa');
    expect(alert?.shipment.parties).toEqual([{ role: 'manufacturer', name: haolin.name }]);
  });

  test.each<[string, ShipmentChanges, string]>([
    ['hold the goods where a United States rule applies', { parties: [haolin] }, 'hold'],
    [
      'end the relationship where the link is settled elsewhere',
      { parties: [haolin], declaration: { jurisdiction: 'NL' } },
      'end-relationship',
    ],
    [
      'ask for evidence where a person must settle it',
      {
        parties: [
          { role: 'exporter', address: { lines: ['Xinjiang'], city: 'Urumqi', country: 'CN' } },
        ],
        declaration: { jurisdiction: 'NL' },
      },
      'request-evidence',
    ],
  ])('recommends to %s', (_what, changes, action) => {
    expect(raise(changes)?.recommendedAction).toBe(action);
  });
});
