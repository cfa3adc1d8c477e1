import { describe, expect, test } from 'vitest';
import { createTestDesk, type TestDesk } from './desk.testing.ts';
import { ann, ben, key, lea, raised, rulebook, subject, vic } from './fixtures.testing.ts';
import type { SuppressionCommand } from './commands.ts';

const facts = { match: 'candidate', jurisdiction: 'NL' } as const;
const [match, goods] = subject(facts).assessment.findings;
const day = 86_400_000;

type Suppress = Extract<SuppressionCommand, { kind: 'suppress' }>;

function suppress(some: Partial<Suppress> = {}): Suppress {
  return {
    kind: 'suppress',
    alertId: 'a1',
    findingId: match!.id,
    goods: ['6704'],
    reason: 'another firm, in another province',
    expiresAt: '2027-02-01T00:00:00Z',
    ...some,
  };
}

async function proposed(desk: TestDesk): Promise<string> {
  const outcome = await desk.suppress(suppress(), ann);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.suppression.suppressionId;
}

async function signed(desk: TestDesk): Promise<string> {
  const suppressionId = await proposed(desk);
  const outcome = await desk.suppress({ kind: 'approve-suppression', suppressionId }, lea);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return suppressionId;
}

/** The code of a refusal, or 'done'. */
async function code(desk: TestDesk, ...args: Parameters<TestDesk['suppress']>): Promise<string> {
  const outcome = await desk.suppress(...args);
  return outcome.kind === 'refused' ? outcome.code : 'done';
}

describe('signing', () => {
  test('takes two people where the list is of a US regime, and then covers what is there', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    await desk.raise(raised('a2', facts));
    await desk.raise(raised('a3', { ...facts, city: 'Hotan' }));
    const suppressionId = await proposed(desk);
    expect((await desk.alert('a1')).standing).toBe('open');
    const approve = { kind: 'approve-suppression', suppressionId } as const;
    expect(await code(desk, approve, ann)).toBe('same-person');
    expect(await code(desk, approve, ben)).toBe('not-allowed');
    expect(await code(desk, approve, key)).toBe('person-needed');
    expect(await code(desk, approve, lea)).toBe('done');
    expect(await code(desk, approve, lea)).toBe('wrong-status');
    for (const id of ['a1', 'a2']) {
      expect(await desk.alert(id)).toMatchObject({
        standing: 'suppressed',
        standingBy: suppressionId,
        suppressed: [{ findingId: match!.id, suppressionId }],
      });
    }
    // Of another address: nobody signed for that.
    expect(await desk.alert('a3')).toMatchObject({ standing: 'open', suppressed: [] });
    expect(await desk.only()).toMatchObject({ liveAlerts: 1, alerts: 3, active: true });
  });

  test('asks for a reason, a person, a match, the goods and a time', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    expect(await code(desk, suppress(), vic)).toBe('not-allowed');
    expect(await code(desk, suppress(), key)).toBe('person-needed');
    expect(await code(desk, suppress({ reason: ' ' }), ann)).toBe('reason-missing');
    expect(await code(desk, suppress({ alertId: 'a9' }), ann)).toBe('unknown-alert');
    expect(await code(desk, suppress({ findingId: goods!.id }), ann)).toBe('not-a-match');
    expect(await code(desk, suppress({ goods: ['52'] }), ann)).toBe('not-a-match');
    const past = suppress({ expiresAt: '2026-11-24T08:00:00Z' });
    expect(await code(desk, past, ann)).toBe('wrong-time');
    const far = suppress({ expiresAt: '2027-11-25T08:00:00Z' });
    expect(await code(desk, far, ann)).toBe('wrong-time');
    const none = { kind: 'approve-suppression', suppressionId: 's9' } as const;
    expect(await code(desk, none, lea)).toBe('unknown-suppression');
    expect((await desk.log()).map(({ action }) => action)).toEqual(['case-opened', 'alert-joined']);
  });

  test('can be turned down', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const suppressionId = await proposed(desk);
    const end = { kind: 'end-suppression', suppressionId, reason: 'same phone' } as const;
    expect(await code(desk, end, lea)).toBe('done');
    expect(await desk.store.suppression('acme', suppressionId)).toMatchObject({
      status: 'ended',
      ended: { why: 'rejected', by: { id: 'lea' } },
    });
    expect(await code(desk, end, lea)).toBe('nothing-changed');
    expect(await code(desk, { kind: 'approve-suppression', suppressionId }, lea)).toBe(
      'wrong-status',
    );
  });
});

describe('a suppression in force', () => {
  test('lets new alerts into the case and the log, and asks nobody to look', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const suppressionId = await signed(desk);
    await desk.raise(raised('a2', facts));
    expect(await desk.alert('a2')).toMatchObject({
      standing: 'suppressed',
      standingBy: suppressionId,
    });
    expect(await desk.only()).toMatchObject({ alerts: 2, liveAlerts: 0 });
    const log = await desk.log();
    expect(log.slice(-2).map(({ action }) => action)).toEqual(['alert-joined', 'alert-suppressed']);
    expect(JSON.parse(log.at(-2)!.details)).toMatchObject({
      suppressed: [{ findingId: match!.id, suppressionId }],
      scoreUnsuppressed: 0.0526,
    });
  });

  test('does not open a decided case, nor one of its own', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const command = suppress({ goods: [] });
    const outcome = await desk.suppress(command, ann);
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    const { suppressionId } = outcome.suppression;
    await desk.suppress({ kind: 'approve-suppression', suppressionId }, lea);
    const { caseId, version } = await desk.only();
    await desk.act(
      caseId,
      { kind: 'decide', decision: 'release', reason: 'not them', seenVersion: version },
      ann,
    );
    await desk.raise(raised('a2', { ...facts, code: '520100' }));
    expect(await desk.only()).toMatchObject({ status: 'decided', alerts: 2, liveAlerts: 0 });
    expect((await desk.alert('a2')).caseId).toBe(caseId);
  });

  test('covers what it speaks of and leaves an alert that stands without it', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const suppressionId = await signed(desk);
    const { determinations } = subject({ jurisdiction: 'US' }).assessment;
    const [uflpa] = determinations;
    const barred = { ...uflpa!, findings: ['place.xinjiang|data.parties[1].address'] };
    await desk.raise(raised('a2', { ...facts, determinations: [barred] }));
    expect(await desk.alert('a2')).toMatchObject({
      standing: 'open',
      suppressed: [{ suppressionId }],
    });
    expect(await desk.only()).toMatchObject({ liveAlerts: 1 });
  });

  test('revoked opens again all that rested on it', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const suppressionId = await signed(desk);
    await desk.raise(raised('a2', facts));
    const end = { kind: 'end-suppression', suppressionId, reason: 'it is them' } as const;
    expect(await code(desk, end, ben)).toBe('done');
    for (const id of ['a1', 'a2']) {
      expect(await desk.alert(id)).toMatchObject({ standing: 'open', suppressed: [] });
    }
    expect(await desk.only()).toMatchObject({ liveAlerts: 2, status: 'open' });
    await desk.raise(raised('a3', facts));
    expect((await desk.alert('a3')).standing).toBe('open');
  });
});

describe('a suppression that no longer holds', () => {
  test.each([
    ['rulebook-changed', rulebook({ version: '2' })],
    ['entry-changed', rulebook({ note: 'an alias was added' })],
    ['entry-changed', rulebook({ listed: false })],
  ])('for %s ends, and its alerts are open again', async (why, published) => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    await desk.raise(raised('b1', { ...facts, supplier: 'Other' }));
    const suppressionId = await signed(desk);
    const { caseId, version } = (await desk.cases()).find(({ liveAlerts }) => liveAlerts === 0)!;
    const release = { kind: 'decide', decision: 'release', reason: 'not them' } as const;
    await desk.act(caseId, { ...release, seenVersion: version }, ann);
    expect(await desk.lapse()).toEqual([]);
    desk.publish(published);
    expect(await desk.lapse()).toMatchObject([{ suppressionId, ended: { why, by: null } }]);
    expect(await desk.lapse()).toEqual([]);
    expect(await desk.alert('a1')).toMatchObject({ standing: 'open', suppressed: [] });
    expect(await desk.store.case('acme', caseId)).toMatchObject({
      status: 'open',
      active: true,
      liveAlerts: 1,
      timesReopened: 1,
    });
    expect((await desk.log()).slice(-2)).toMatchObject([
      { action: 'suppression-lapsed', actor: { kind: 'service' } },
      { action: 'alerts-reopened' },
    ]);
  });

  test('for its time ends, leaving the alerts of that time, and new ones are open', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    await signed(desk);
    await desk.clock.advance(80 * day);
    await desk.raise(raised('a2', facts));
    expect((await desk.alert('a2')).standing).toBe('open');
    expect(await desk.lapse()).toMatchObject([{ ended: { why: 'expired' } }]);
    expect((await desk.alert('a1')).standing).toBe('suppressed');
  });

  test('on new facts leaves the alert open, and says why in the log', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', facts));
    const suppressionId = await signed(desk);
    await desk.raise(raised('a2', { ...facts, city: 'Hotan' }));
    expect((await desk.alert('a2')).standing).toBe('open');
    expect(JSON.parse((await desk.log()).at(-1)!.details)).toMatchObject({
      suppressionsLapsed: [{ suppressionId, why: 'facts-changed' }],
    });
  });
});
