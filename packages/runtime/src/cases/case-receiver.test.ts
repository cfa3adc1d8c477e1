import { describe, expect, test } from 'vitest';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryCaseStore } from '../memory/memory-case-store.ts';
import { createMemoryStores } from '../memory/memory-stores.ts';
import { sha256 } from '../sha256.ts';
import { createCaseReceiver } from './case-receiver.ts';
import { createTestDesk } from './desk.testing.ts';
import { ann, determination, entry, lea, raised, rulebook } from './fixtures.testing.ts';
import { standardPolicy } from './policy.ts';

const actions = async (desk: ReturnType<typeof createTestDesk>) =>
  (await desk.log()).map(({ action }) => action);

describe('a raised alert', () => {
  test('opens a case that says whom and what it is about, and by when', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', { arrival: '2026-12-01T06:00:00+08:00' }));
    const one = await desk.only();
    expect(one).toMatchObject({
      version: 1,
      party: { name: 'Haolin Hair', country: 'CN', entity: entry },
      commodity: { key: 'hs:6704', title: 'HS 6704' },
      status: 'open',
      active: true,
      severity: 'critical',
      score: 0.98,
      liveAlerts: 1,
      alerts: 1,
      deadlines: [
        { clock: 'arrival', dueAt: '2026-11-30T22:00:00.000Z' },
        { clock: 'us-uflpa', dueAt: '2026-12-02T08:00:00.000Z' },
      ],
      asked: [
        { regime: 'us-uflpa', commodity: 'Hair', title: 'Collection' },
        { regime: 'us-uflpa', commodity: 'Hair', title: 'Processing' },
      ],
    });
    expect(await desk.alert('a1')).toMatchObject({
      caseId: one.caseId,
      standing: 'open',
      estimatedArrivalAt: '2026-11-30T22:00:00.000Z',
      regimes: [{ regime: 'us-uflpa', status: 'applies' }],
    });
    expect(await actions(desk)).toEqual(['case-opened', 'alert-joined']);
    const [, joined] = await desk.log();
    const { alert, subject } = raised('a1', { arrival: '2026-12-01T06:00:00+08:00' });
    expect(JSON.parse(joined!.details)).toMatchObject({
      alertId: 'a1',
      alertDigest: sha256(alert.document),
      assessmentHash: subject.assessment.hash,
    });
  });

  test('told of twice has one place', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1'));
    const [cases, log] = [await desk.cases(), await desk.log()];
    expect(await desk.tell(raised('a1'))).toEqual({ kind: 'done' });
    expect(await desk.cases()).toEqual(cases);
    expect(await desk.log()).toEqual(log);
  });

  test('joins the case of the same party and goods, under whatever name of a listed firm', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', { match: 'candidate', jurisdiction: 'NL' }));
    await desk.raise(
      raised('a2', { match: 'candidate', jurisdiction: 'NL', supplier: 'HAOLIN, Hair!' }),
    );
    expect((await desk.only()).alerts).toBe(2);
    await desk.raise(raised('a3'));
    await desk.raise(raised('a4', { supplier: 'Hetian Haolin' }));
    const [listed, named] = await desk.cases();
    expect(listed).toMatchObject({ alerts: 2, liveAlerts: 2, party: { entity: entry } });
    expect(named).toMatchObject({ alerts: 2, liveAlerts: 2, party: { entity: null } });
  });

  test('opens a case of its own for another party, country or goods', async () => {
    const desk = createTestDesk();
    const facts = { match: 'candidate', jurisdiction: 'NL' } as const;
    await desk.raise(raised('a1', facts));
    await desk.raise(raised('a2', { ...facts, supplier: 'Other Hair' }));
    await desk.raise(raised('a3', { ...facts, country: 'VN' }));
    await desk.raise(raised('a4', { ...facts, code: '520100' }));
    expect(await desk.cases()).toHaveLength(4);
  });

  test('raises the rank of its case, and brings its deadlines and documents', async () => {
    const desk = createTestDesk();
    const own = determination({
      regime: 'oecd-due-diligence',
      status: 'indicated',
      documents: [{ commodity: 'Hair', documents: ['Map'], lines: [1] }],
    });
    const facts = { jurisdiction: 'NL', determinations: [own], match: 'none' } as const;
    const late = raised('a1', { ...facts, arrival: '2026-12-20T00:00:00Z' });
    await desk.raise(late);
    await desk.raise(raised('a2', { ...facts, arrival: '2026-12-10T00:00:00Z' }));
    const one = await desk.only();
    expect(one.deadlines).toMatchObject([{ alertId: 'a2', dueAt: '2026-12-10T00:00:00.000Z' }]);
    expect(one.asked.map(({ title }) => title)).toEqual(['Map']);
  });

  test('waits for the store of screening rather than to be lost', async () => {
    const desk = createTestDesk();
    expect(await desk.tell(raised('a1'))).toMatchObject({ kind: 'retry' });
    expect(await desk.cases()).toEqual([]);
  });

  test('opens a decided case again, and voids a proposal it was not part of', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1'));
    const { caseId } = await desk.only();
    const command = {
      kind: 'decide',
      decision: 'report',
      reason: 'traced',
      seenVersion: 1,
    } as const;
    await desk.act(caseId, command, ann);
    await desk.raise(raised('a2'));
    const voided = await desk.only();
    expect(voided).toMatchObject({ status: 'open', proposal: null, version: 3 });
    await desk.act(caseId, { ...command, seenVersion: 3 }, ann);
    await desk.act(caseId, { kind: 'approve', seenVersion: 4, remark: null }, lea);
    expect(await desk.only()).toMatchObject({ status: 'decided', active: false, liveAlerts: 0 });
    await desk.raise(raised('a3'));
    expect(await desk.only()).toMatchObject({
      status: 'open',
      active: true,
      liveAlerts: 1,
      alerts: 3,
      timesReopened: 1,
      decision: { number: 1, decision: 'report' },
    });
    expect((await desk.alert('a1')).standing).toBe('closed');
    expect(await actions(desk)).toEqual([
      'case-opened',
      'alert-joined',
      'decision-proposed',
      'proposal-voided',
      'alert-joined',
      'decision-proposed',
      'decision-made',
      'case-reopened',
      'alert-joined',
    ]);
  });
});

describe('an alert that falls', () => {
  test('by a correction is noted, and its successor stands with the detention known', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1', { arrival: '2026-11-26T00:00:00Z' }));
    const { caseId } = await desk.only();
    const detained = { kind: 'record-detention', alertId: 'a1', notice: null } as const;
    await desk.act(caseId, { ...detained, detainedAt: '2026-11-20T00:00:00Z' }, ann);
    await desk.raise(raised('a2', { shipmentId: 'S-a1b' }, { supersedes: 'a1' }));
    expect(await desk.alert('a1')).toMatchObject({ standing: 'superseded', standingBy: 'a2' });
    expect(await desk.alert('a2')).toMatchObject({
      standing: 'open',
      detainedAt: '2026-11-20T00:00:00.000Z',
    });
    expect(await desk.only()).toMatchObject({
      alerts: 2,
      liveAlerts: 1,
      deadlines: [{ clock: 'us-uflpa', alertId: 'a2', dueAt: '2026-12-20T00:00:00.000Z' }],
    });
  });

  test('by a correction that is about another party leaves its case without one', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1'));
    await desk.raise(raised('a2', { match: 'none', supplier: 'Other' }, { supersedes: 'a1' }));
    const [first, second] = (await desk.cases()).toSorted((a, b) => a.liveAlerts - b.liveAlerts);
    // For a person to see and close: an alert can not be talked away.
    expect(first).toMatchObject({ liveAlerts: 0, deadlines: [], active: true, status: 'open' });
    expect(second).toMatchObject({ liveAlerts: 1 });
  });

  test('by a withdrawal is noted once', async () => {
    const desk = createTestDesk();
    await desk.raise(raised('a1'));
    await desk.withdraw('a1');
    const log = await desk.log();
    await desk.withdraw('a1');
    expect(await desk.log()).toEqual(log);
    expect(await desk.alert('a1')).toMatchObject({
      standing: 'withdrawn',
      standingBy: 'urn:broker e-a1',
    });
    expect(log.at(-1)).toMatchObject({ action: 'alert-withdrawn' });
  });

  test.each(['superseded', 'withdrawn'] as const)(
    'before it comes is %s when it does',
    async (kind) => {
      const desk = createTestDesk();
      const [first, second] = [raised('a1'), raised('a2', {}, { supersedes: 'a1' })];
      await desk.screen(first);
      if (kind === 'withdrawn') await desk.withdraw('a1');
      else await desk.raise({ ...second, alert: { ...second.alert, version: 2 } });
      await desk.tell(first);
      expect((await desk.alert('a1')).standing).toBe(kind);
      const one = await desk.only();
      expect(one.liveAlerts).toBe(kind === 'withdrawn' ? 0 : 1);
      expect(one.alerts).toBe(kind === 'withdrawn' ? 1 : 2);
    },
  );
});

test('alerts told of at once come to their case together, as they would one by one', async () => {
  const [together, oneByOne] = [createTestDesk(), createTestDesk()];
  const notices = Array.from({ length: 9 }, (_each, n) => raised(`a${n}`));
  for (const notice of notices) {
    await together.screen(notice);
    await oneByOne.raise(notice);
  }
  await Promise.all([...notices, ...notices].map((notice) => together.tell(notice)));
  const [one, other] = [await together.only(), await oneByOne.only()];
  expect(one).toEqual({ ...other, version: one.version });
  expect(one.alerts).toBe(9);
  expect(one.version).toBeLessThan(other.version);
  expect(await actions(together)).toEqual(await actions(oneByOne));
});

test('a notice of another kind is not for cases', async () => {
  const receiver = createCaseReceiver({
    cases: createMemoryCaseStore(),
    screening: createMemoryStores(),
    clock: createManualClock(),
    policy: standardPolicy,
    rulebook,
  });
  const notice = {
    tenant: 'acme',
    id: 'n1',
    type: 'org.herkomst.list.published.v1',
    document: '{}',
  };
  expect(await receiver.deliver(notice)).toEqual({ kind: 'done' });
});
