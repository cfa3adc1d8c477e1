import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { vesselListed } from './vessel-listed.ts';

const fish = [{ commodityCode: '030343', description: 'Frozen skipjack' }];
const by = (vessel: { name: string; imo?: string }) => ({ transport: { vessel }, items: fish });

describe('a listed vessel', () => {
  test('is found under its name and IMO number', () => {
    const { findings } = find(vesselListed, by({ name: 'DA WANG', imo: '8765432' }));
    expect(findings).toMatchObject([
      {
        path: 'data.transport.vessel.name',
        citation: { list: 'us-cbp-wro', effectiveDate: '2020-07-30' },
        claim: { role: 'vessel', inForce: true, automatic: true },
      },
    ]);
  });

  test('counts for less by its name alone, which other ships bear too', () => {
    const sure = find(vesselListed, by({ name: 'Da Wang', imo: '8765432' })).findings[0];
    const named = find(vesselListed, by({ name: 'Da Wang' })).findings[0];
    expect(named?.weight).toBeLessThan(sure?.weight ?? 0);
    expect(named?.pieces.at(-1)?.explanation).toContain('counts as 80%');
  });

  test('counts for less before its order was in force', () => {
    const { findings } = find(vesselListed, {
      ...by({ name: 'Da Wang', imo: '8765432' }),
      declaration: { lodgedAt: '2019-01-01T00:00:00Z' },
    });
    expect(findings[0]?.pieces.map(({ label }) => label)).toContain('not in force');
  });

  test('that brings other goods than the order bars is a namesake', () => {
    expect(find(vesselListed, { transport: { vessel: { name: 'Da Wang' } } }).findings).toEqual([]);
  });
});
