/**
 * Whatever is asked of the cases, by whom and in what order, some things are never so: a decision
 * without a reason, one pair of eyes where the policy asks for two, a gap in the audit log.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import type { AuditHead } from '../audit/entry.ts';
import { sha256 } from '../sha256.ts';
import { decisionKinds, isLive, type CaseAlert, type CaseDecision } from './case.ts';
import { createTestDesk, type TestDesk } from './desk.testing.ts';
import { deadlinesOf, soonest } from './deadlines.ts';
import { ann, ben, key, lea, leo, raised, rulebook, vic, type Facts } from './fixtures.testing.ts';
import { standardPolicy } from './policy.ts';
import { isFinal } from './status.ts';
import type { CaseCommand, SuppressionCommand } from './commands.ts';

type Step = (desk: TestDesk, ids: { next(): string }) => Promise<void>;

const person = fc.constantFrom(ann, ben, lea, lea, leo, leo, vic, key);
const reason = fc.constantFrom('because', 'shown', 'traced', 'said so', ' ');
const facts: fc.Arbitrary<Facts> = fc.record({
  match: fc.constantFrom('automatic', 'candidate', 'none'),
  jurisdiction: fc.constantFrom('US', 'NL'),
  supplier: fc.constantFrom('Haolin Hair', 'Other Hair'),
  city: fc.constantFrom('Qingdao', 'Hotan'),
  arrival: fc.constantFrom('2026-11-25T00:00:00Z', '2027-01-25T00:00:00Z'),
});

const raise: fc.Arbitrary<Step> = fc
  .record({ facts, supersede: fc.boolean() })
  .map(({ facts, supersede }) => async (desk, ids) => {
    const [last] = await liveAlerts(desk);
    const supersedes = supersede ? (last?.alertId ?? null) : null;
    await desk.raise(raised(ids.next(), facts, { supersedes }));
  });

const withdraw: fc.Arbitrary<Step> = fc.nat().map((pick) => async (desk) => {
  const alerts = await allAlerts(desk);
  const alert = alerts[pick % Math.max(alerts.length, 1)];
  if (alert !== undefined) await desk.withdraw(alert.alertId);
});

const wait: fc.Arbitrary<Step> = fc
  .integer({ min: 1, max: 40 })
  .map((days) => async (desk) => await desk.clock.advance(days * 86_400_000));

const act: fc.Arbitrary<Step> = fc
  .record({
    pick: fc.nat(),
    by: person,
    reason,
    decision: fc.constantFrom(...decisionKinds),
    stale: fc.integer({ min: 0, max: 9 }),
    kind: fc.constantFrom(
      'decide',
      'decide',
      'approve',
      'approve',
      'reject',
      'withdraw-proposal',
      'reopen',
      'assign',
      'comment',
      'attach-document',
      'record-detention',
    ),
  })
  .map(({ pick, by, kind, reason, decision, stale }) => async (desk) => {
    const cases = await desk.cases();
    const one = cases[pick % Math.max(cases.length, 1)];
    if (one === undefined) return;
    // Now and then on a version that is not the case's.
    const seenVersion = stale === 0 ? one.version + 1 : one.version;
    const detained = desk.clock.now();
    const [alert] = await liveAlerts(desk);
    const commands: Record<typeof kind, CaseCommand> = {
      decide: { kind: 'decide', decision, reason, seenVersion },
      approve: { kind: 'approve', seenVersion, remark: null },
      reject: { kind: 'reject', seenVersion, reason },
      'withdraw-proposal': { kind: 'withdraw-proposal' },
      reopen: { kind: 'reopen', reason },
      assign: { kind: 'assign', assignee: pick % 2 === 0 ? by.id : null },
      comment: { kind: 'comment', text: reason },
      'attach-document': {
        kind: 'attach-document',
        asked: one.asked[0]?.id ?? null,
        fileName: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: 1,
        sha256: sha256(String(pick % 3)),
        note: null,
      },
      'record-detention': {
        kind: 'record-detention',
        alertId: alert?.alertId ?? 'none',
        detainedAt: detained,
        notice: null,
      },
    };
    await desk.act(one.caseId, commands[kind], by);
  });

const suppress: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(), by: person, reason, step: fc.constantFrom('sign', 'approve', 'end') })
  .map(({ pick, by, reason, step }) => async (desk) => {
    const alerts = await liveAlerts(desk);
    const alert = alerts[pick % Math.max(alerts.length, 1)];
    if (step === 'sign' && alert !== undefined) {
      const [stored] = await desk.screening.assessments(alert);
      const { findings } = JSON.parse(stored!.assessment) as { findings: { id: string }[] };
      const command: SuppressionCommand = {
        kind: 'suppress',
        alertId: alert.alertId,
        findingId: findings[0]!.id,
        goods: [],
        reason,
        expiresAt: new Date(Date.parse(desk.clock.now()) + 30 * 86_400_000).toISOString(),
      };
      await desk.suppress(command, by);
      return;
    }
    const { rows } = await desk.store.suppressions(desk.tenant, {}, { limit: 100 });
    const suppressionId = rows[pick % Math.max(rows.length, 1)]?.suppressionId;
    if (suppressionId === undefined) return;
    await desk.suppress(
      step === 'approve'
        ? { kind: 'approve-suppression', suppressionId }
        : { kind: 'end-suppression', suppressionId, reason },
      by,
    );
  });

const publish: fc.Arbitrary<Step> = fc
  .constantFrom(rulebook(), rulebook({ version: '2' }), rulebook({ note: 'more' }))
  .map((next) => async (desk) => {
    desk.publish(next);
    await desk.lapse();
  });

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: raise },
    { weight: 1, arbitrary: withdraw },
    { weight: 1, arbitrary: wait },
    { weight: 8, arbitrary: act },
    { weight: 3, arbitrary: suppress },
    { weight: 1, arbitrary: publish },
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
);

test('any sequence of events and commands keeps what must always be so', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const desk = createTestDesk();
      let number = 0;
      const ids = { next: () => `a${(number += 1)}` };
      const anchors: AuditHead[] = [];
      const versions = new Map<string, number>();
      for (const step of sequence) {
        await step(desk, ids);
        anchors.push(await desk.store.auditHead(desk.tenant));
        await checkCases(desk, versions, reached);
      }
      await checkLog(desk, anchors);
    }),
    { numRuns: 60, seed: 20261124 },
  );
  // The sequences must reach what they are to test.
  expect([...reached].toSorted()).toEqual([
    'approved',
    'awaiting-approval',
    'awaiting-evidence',
    'decided',
    'held',
    'in-progress',
    'open',
    'reopened',
    'standing closed',
    'standing held',
    'standing open',
    'standing superseded',
    'standing suppressed',
    'standing withdrawn',
  ]);
}, 120_000);

async function checkCases(
  desk: TestDesk,
  versions: Map<string, number>,
  reached: Set<string>,
): Promise<void> {
  const alerts = await allAlerts(desk);
  for (const one of await desk.cases()) {
    const mine = alerts.filter(({ caseId }) => caseId === one.caseId);
    const live = mine.filter(isLive);
    const decisions = await desk.store.decisions(desk.tenant, one.caseId);
    expect(one.version).toBeGreaterThanOrEqual(versions.get(one.caseId) ?? 1);
    versions.set(one.caseId, one.version);
    expect(one.alerts).toBe(mine.length);
    expect(one.liveAlerts).toBe(live.length);
    expect(one.deadlines).toEqual(
      soonest(live.flatMap((alert) => deadlinesOf(alert, standardPolicy))),
    );
    expect(one.proposal !== null).toBe(one.status === 'awaiting-approval');
    if (!one.active) {
      expect(one.status).toBe('decided');
      expect(live).toEqual([]);
    }
    if (one.status === 'decided') {
      expect(one.decision).not.toBeNull();
      expect(isFinal(one.decision!.decision)).toBe(!one.active);
    }
    expect(decisions.map(({ number }) => number)).toEqual(decisions.map((_, index) => index + 1));
    expect(one.decision?.number ?? 0).toBe(decisions.length);
    for (const decision of decisions) checkDecision(decision, mine, reached);
    reached.add(one.status);
    if (one.status === 'decided' && one.active) reached.add('held');
    if (one.timesReopened > 0) reached.add('reopened');
    for (const { standing } of mine) reached.add(`standing ${standing}`);
  }
}

function checkDecision(
  { decision, reason, by, approvedBy, alertIds }: CaseDecision,
  alerts: readonly CaseAlert[],
  reached: Set<string>,
): void {
  expect(reason.trim()).not.toBe('');
  expect(['key', 'vic']).not.toContain(by.id);
  const us = alerts.some(
    ({ alertId, regimes }) =>
      alertIds.includes(alertId) && regimes.some(({ regime }) => regime === 'us-uflpa'),
  );
  const two = decision === 'report' || decision === 'end-relationship';
  if (two || (decision === 'release' && us)) expect(approvedBy).not.toBeNull();
  if (approvedBy === null) return;
  reached.add('approved');
  expect(approvedBy.id).not.toBe(by.id);
  expect(['lea', 'leo']).toContain(approvedBy.id);
}

async function checkLog(desk: TestDesk, anchors: readonly AuditHead[]): Promise<void> {
  const log = await desk.log();
  const verdict = verifyAudit(log, { tenant: desk.tenant, sha256, anchors });
  expect(verdict).toMatchObject({ kind: 'intact', entries: log.length });
  const { rows } = await desk.store.suppressions(desk.tenant, {}, { limit: 1000 });
  for (const { approvedBy, proposedBy, reason, status } of rows) {
    expect(reason.trim()).not.toBe('');
    if (status === 'active') expect(approvedBy).not.toBeNull();
    expect(approvedBy?.id).not.toBe(proposedBy.id);
  }
  let decisions = 0;
  for (const { caseId } of await desk.cases()) {
    decisions += (await desk.store.decisions(desk.tenant, caseId)).length;
  }
  expect(log.filter(({ action }) => action === 'decision-made')).toHaveLength(decisions);
}

async function allAlerts(desk: TestDesk): Promise<readonly CaseAlert[]> {
  const alerts: CaseAlert[] = [];
  for (const { caseId } of await desk.cases()) {
    alerts.push(...(await desk.store.caseAlerts(desk.tenant, caseId, { limit: 1000 })).rows);
  }
  return alerts;
}

async function liveAlerts(desk: TestDesk): Promise<readonly CaseAlert[]> {
  return (await allAlerts(desk)).filter(isLive);
}
