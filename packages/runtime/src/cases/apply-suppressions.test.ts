import type { Determination } from '@herkomst/core';
import { describe, expect, test } from 'vitest';
import { applySuppressions, lapseOf, suppressionGround } from './apply-suppressions.ts';
import { declaredPartyKey } from './facts.ts';
import { determination, entry, rulebook, subject, uflpa, type Facts } from './fixtures.testing.ts';
import type { Suppression } from './suppression.ts';

const now = '2026-11-24T08:00:00.000Z';
const context = { now, rulebook: rulebook() };

/** As somebody would have signed it over the one match of these facts. */
function signed(facts: Facts, some: Partial<Suppression> = {}): Suppression {
  const about = subject(facts);
  const ground = suppressionGround(about, about.assessment.findings[0]!.id, rulebook())!;
  const { party } = ground;
  return {
    tenant: 'acme',
    suppressionId: 's1',
    version: 1,
    caseId: 'c1',
    alertId: 'a1',
    scope: {
      party: { key: declaredPartyKey(party), name: party.name, country: 'CN' },
      entry,
      goods: ['6704'],
    },
    basis: ground.basis,
    reason: 'another firm',
    status: 'active',
    proposedBy: { id: 'ann', name: 'Ann' },
    proposedAt: now,
    approvedBy: null,
    expiresAt: '2027-01-01T00:00:00.000Z',
    ended: null,
    ...some,
  };
}

const facts: Facts = { match: 'candidate', jurisdiction: 'NL' };

function whys(suppression: Suppression, about: Facts = facts, under = context): string[] {
  const { suppressed, lapsed } = applySuppressions(subject(about), [suppression], under);
  return [...suppressed.map(() => 'suppressed'), ...lapsed.map(({ why }) => why)];
}

describe('a suppression', () => {
  test('covers the match it was signed over, and an alert that rests on it alone falls', () => {
    const about = subject(facts);
    const effect = applySuppressions(about, [signed(facts)], context);
    const [match] = about.assessment.findings;
    expect(effect.suppressed).toEqual([{ findingId: match!.id, suppressionId: 's1' }]);
    expect(effect.whole).toBe(true);
    // logistic(-3.8918 + 1)
    expect(effect.score).toBe(0.0526);
  });

  test('does not see to an alert that stands without the match', () => {
    const effect = applySuppressions(subject({ ...facts, goods: 4.8 }), [signed(facts)], context);
    // The cap of the goods counts as before: logistic(-3.8918 + 4).
    expect(effect).toMatchObject({ whole: true, score: 0.527 });
    const determinations = [determination({ regime: 'us-cbp-wro', findings: ['another'] })];
    const barred = { ...facts, determinations };
    expect(applySuppressions(subject(barred), [signed(facts)], context).whole).toBe(false);
  });

  test('lets an alert stand where a rule of law rests on anything else, or on it does not say what', () => {
    const about = { ...facts, jurisdiction: 'US' };
    const ids = subject(about).assessment.findings.map(({ id }) => id);
    const whole = (determinations: readonly Determination[]) =>
      applySuppressions(subject({ ...about, determinations }), [signed(about)], context).whole;
    expect(whole([uflpa('applies', ids.slice(0, 1))])).toBe(true);
    expect(whole([uflpa('applies', ids)])).toBe(false);
    expect(whole([uflpa('applies', [])])).toBe(false);
    expect(whole([uflpa('indicated', [])])).toBe(true);
  });

  test('is of no party, entry or goods but its own', () => {
    expect(whys(signed(facts))).toEqual(['suppressed']);
    expect(whys(signed(facts), { ...facts, supplier: 'Haolin Hair Ltd' })).toEqual([]);
    expect(whys(signed(facts), { ...facts, country: 'VN' })).toEqual([]);
    const { scope } = signed(facts);
    const other = { ...scope, entry: { ...entry, entry: 'Another Co., Ltd.' } };
    expect(whys(signed(facts, { scope: other }))).toEqual([]);
    expect(whys(signed(facts), { ...facts, code: '520100' })).toEqual(['other-goods']);
    const any = signed(facts, { scope: { ...scope, goods: [] } });
    expect(whys(any, { ...facts, code: '520100' })).toEqual(['suppressed']);
  });

  test('reads a name as any hand may write it', () => {
    expect(whys(signed(facts), { ...facts, supplier: 'HAOLIN-HAIR' })).toEqual(['suppressed']);
    expect(whys(signed(facts), { ...facts, city: 'QINGDAO' })).toEqual(['suppressed']);
  });

  test('does not hold on other facts, another rulebook, another entry, or after its time', () => {
    expect(whys(signed(facts), { ...facts, city: 'Hotan' })).toEqual(['facts-changed']);
    const later = { now: '2027-01-01T00:00:00.000Z', rulebook: rulebook() };
    expect(whys(signed(facts), facts, later)).toEqual(['expired']);
    const other = { now, rulebook: rulebook({ version: '2' }) };
    expect(whys(signed(facts), facts, other)).toEqual(['rulebook-changed']);
    const note = { now, rulebook: rulebook({ note: 'an alias was added' }) };
    expect(whys(signed(facts), facts, note)).toEqual(['entry-changed']);
    const gone = { now, rulebook: rulebook({ listed: false }) };
    expect(whys(signed(facts), facts, gone)).toEqual(['entry-changed']);
    const { basis } = signed(facts);
    const past = { ...basis, rulebook: { ...basis.rulebook, version: '0' } };
    expect(whys(signed(facts, { basis: past }))).toEqual(['rulebook-changed']);
  });

  test('that is not in force covers nothing', () => {
    for (const status of ['proposed', 'ended'] as const) {
      const effect = applySuppressions(subject(facts), [signed(facts, { status })], context);
      expect(effect).toEqual({
        suppressed: [],
        lapsed: [],
        whole: false,
        score: subject(facts).assessment.score,
      });
    }
  });

  test('holds as long as nothing changes', () => {
    expect(lapseOf(signed(facts), context)).toBeNull();
    const last = { now: '2026-12-31T23:59:59.999Z', rulebook: rulebook() };
    expect(lapseOf(signed(facts), last)).toBeNull();
  });
});

test('only a match of a party with an entry on a list can be signed off', () => {
  const about = subject(facts);
  const [match, goods] = about.assessment.findings;
  expect(suppressionGround(about, match!.id, rulebook())?.entry).toEqual(entry);
  expect(suppressionGround(about, goods!.id, rulebook())).toBeNull();
  expect(suppressionGround(about, 'no such finding', rulebook())).toBeNull();
  expect(suppressionGround(about, match!.id, rulebook({ listed: false }))).toBeNull();
});
