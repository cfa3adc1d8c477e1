import { describe, expect, test } from 'vitest';
import { caseAlert, caseRecord } from '../contract/case-samples.ts';
import { sha256 } from '../sha256.ts';
import type { Actor, CaseAlert, CaseRecord, CaseStatus, DecisionKind } from './case.ts';
import type { Ruling } from './changes.ts';
import type { CaseCommand } from './commands.ts';
import { ann, ben, key, lea, leo, vic } from './fixtures.testing.ts';
import { documentIdOf, ruleCommand, type CommandKnown } from './machine.ts';
import { standardPolicy } from './policy.ts';

const now = '2026-11-24T08:00:00.000Z';
const asked = [{ id: 'us-uflpa/1', regime: 'us-uflpa', commodity: 'Hair', title: 'Collection' }];
const proposal = {
  decision: 'report',
  reason: 'traced',
  by: { id: 'ann', name: 'Ann' },
  at: '2026-11-23T08:00:00.000Z',
} as const;
const held = {
  number: 1,
  decision: 'hold',
  by: { id: 'ann', name: 'Ann' },
  at: '2026-11-20T08:00:00.000Z',
  approvedBy: null,
} as const;

const uflpaAlert = caseAlert('a1', 'c1', {
  regimes: [
    {
      regime: 'us-uflpa',
      status: 'indicated',
      clock: { amount: 30, unit: 'days', startsWith: 'the notice', source: 'law' },
    },
  ],
});
const oecdAlert = caseAlert('a1', 'c1', {
  regimes: [{ regime: 'oecd-due-diligence', status: 'applies', clock: null }],
});

function rule(
  command: CaseCommand,
  by: Actor,
  some: Partial<CaseRecord> = {},
  known: Partial<CommandKnown> = {},
): Ruling {
  const one = caseRecord('c1', { asked, ...some });
  return ruleCommand(
    command,
    { case: one, alerts: [uflpaAlert], documents: [], ...known },
    { by, now, policy: standardPolicy, sha256 },
  );
}

/** The case afterwards, or the code of the refusal. */
function after(...args: Parameters<typeof rule>): CaseRecord | string {
  const ruling = rule(...args);
  return ruling.kind === 'refused' ? ruling.code : ruling.changes.cases[0]!;
}

const decideAs = (decision: DecisionKind, reason = 'because'): CaseCommand => ({
  kind: 'decide',
  decision,
  reason,
  seenVersion: 1,
});
const approve: CaseCommand = { kind: 'approve', seenVersion: 1, remark: null };
const reject: CaseCommand = { kind: 'reject', seenVersion: 1, reason: 'not shown' };
const awaiting = { status: 'awaiting-approval', proposal } as const;

describe('deciding', () => {
  const us = [uflpaAlert];
  const other = [oecdAlert];
  test.each<[DecisionKind, readonly CaseAlert[], CaseStatus, boolean]>([
    ['release', other, 'decided', false],
    ['release', us, 'awaiting-approval', true],
    ['release', [], 'decided', false],
    ['hold', us, 'decided', true],
    ['hold', other, 'decided', true],
    ['request-evidence', us, 'awaiting-evidence', true],
    ['end-relationship', other, 'awaiting-approval', true],
    ['report', [], 'awaiting-approval', true],
  ])('to %s leads on', (decision, alerts, status, active) => {
    const one = after(decideAs(decision), ann, {}, { alerts });
    expect(one).toMatchObject({ status, active, version: 2, changedAt: now });
  });

  test.each<[Partial<CaseRecord>, string]>([
    [{ status: 'open' }, 'decided'],
    [{ status: 'in-progress' }, 'decided'],
    [{ status: 'awaiting-evidence' }, 'decided'],
    [{ status: 'decided', active: true, decision: held }, 'decided'],
    [{ status: 'decided', active: false }, 'wrong-status'],
    [awaiting, 'wrong-status'],
  ])('is possible from %j or not', (some, expected) => {
    const one = after(decideAs('hold'), ann, some);
    expect(typeof one === 'string' ? one : one.status).toBe(expected);
  });

  test('closes the live alerts for good, or holds them, and writes down which', () => {
    const alerts = [
      oecdAlert,
      { ...oecdAlert, alertId: 'a2', standing: 'held', standingBy: '1' } as const,
      { ...oecdAlert, alertId: 'a3', standing: 'closed', standingBy: '1' } as const,
    ];
    const some = { decision: held, status: 'decided', active: true } as const;
    const released = rule(decideAs('release'), ann, some, { alerts });
    if (released.kind === 'refused') throw new Error(released.message);
    expect(
      released.changes.alerts.map(({ alertId, standing, standingBy }) => [
        alertId,
        standing,
        standingBy,
      ]),
    ).toEqual([
      ['a1', 'closed', '2'],
      ['a2', 'closed', '2'],
    ]);
    expect(released.changes.decisions).toEqual([
      {
        tenant: 'acme',
        caseId: 'c1',
        number: 2,
        decision: 'release',
        reason: 'because',
        by: { id: 'ann', name: 'Ann' },
        at: now,
        approvedBy: null,
        approvedAt: null,
        alertIds: ['a1', 'a2'],
      },
    ]);
    expect(released.changes.cases).toMatchObject([{ liveAlerts: 0, deadlines: [] }]);
    const kept = rule(decideAs('hold'), ann, {}, { alerts: [uflpaAlert] });
    if (kept.kind === 'refused') throw new Error(kept.message);
    expect(kept.changes.alerts).toMatchObject([{ standing: 'held', standingBy: '1' }]);
    // The time to answer runs on, with the goods held.
    expect(kept.changes.cases[0]!.deadlines).toMatchObject([{ clock: 'us-uflpa' }]);
  });

  test('asks for a reason, a person, a role and the case as it is', () => {
    expect(after(decideAs('hold', ' \n'), ann)).toBe('reason-missing');
    expect(after(decideAs('hold'), key)).toBe('person-needed');
    expect(after(decideAs('hold'), vic)).toBe('not-allowed');
    expect(after(decideAs('hold'), { ...ann, roles: [] })).toBe('not-allowed');
    expect(after(decideAs('hold'), ann, { version: 2 })).toBe('case-changed');
  });
});

describe('a proposal', () => {
  test('is approved by a second person with the role, and by nobody else', () => {
    const one = after(approve, lea, awaiting);
    expect(one).toMatchObject({
      status: 'decided',
      active: false,
      proposal: null,
      decision: { by: proposal.by, at: proposal.at, approvedBy: { id: 'lea', name: 'Lea' } },
    });
    expect(after(approve, ben, awaiting)).toBe('not-allowed');
    expect(after(approve, key, awaiting)).toBe('person-needed');
    const own = { ...awaiting, proposal: { ...proposal, by: { id: 'lea', name: 'Lea' } } };
    expect(after(approve, lea, own)).toBe('same-person');
    // The id tells persons apart, not the name they go by.
    expect(after(approve, { ...lea, name: 'Other' }, own)).toBe('same-person');
    expect(after(approve, leo, own)).toMatchObject({ status: 'decided' });
  });

  test('is approved as it was seen', () => {
    expect(after(approve, lea, { ...awaiting, version: 2 })).toBe('case-changed');
    expect(after(approve, lea)).toBe('wrong-status');
    expect(after(reject, lea)).toBe('wrong-status');
    expect(after({ kind: 'withdraw-proposal' }, ann)).toBe('wrong-status');
  });

  test('is rejected with a reason, by who could have approved it', () => {
    expect(after(reject, lea, { ...awaiting, assignee: 'ann' })).toMatchObject({
      status: 'in-progress',
      proposal: null,
      decision: null,
    });
    expect(after(reject, lea, awaiting)).toMatchObject({ status: 'open' });
    expect(after({ ...reject, reason: '' }, lea, awaiting)).toBe('reason-missing');
    expect(after(reject, ben, awaiting)).toBe('not-allowed');
  });

  test('is taken back by who made it only', () => {
    expect(after({ kind: 'withdraw-proposal' }, ann, awaiting)).toMatchObject({ proposal: null });
    expect(after({ kind: 'withdraw-proposal' }, lea, awaiting)).toBe('not-allowed');
  });
});

describe('reopening', () => {
  const reopen: CaseCommand = { kind: 'reopen', reason: 'new facts' };
  test('brings back the alerts that the decision was about', () => {
    const alerts = [{ ...uflpaAlert, standing: 'closed', standingBy: '1' } as const];
    const ruling = rule(reopen, ann, { status: 'decided', active: false }, { alerts });
    if (ruling.kind === 'refused') throw new Error(ruling.message);
    expect(ruling.changes.alerts).toEqual([uflpaAlert]);
    expect(ruling.changes.cases).toMatchObject([
      { status: 'open', active: true, liveAlerts: 1, timesReopened: 1 },
    ]);
    expect(ruling.changes.cases[0]!.deadlines).toHaveLength(1);
  });

  test('asks for a reason, a person, and a case that is decided', () => {
    expect(after({ ...reopen, reason: ' ' }, ann, { status: 'decided' })).toBe('reason-missing');
    expect(after(reopen, key, { status: 'decided' })).toBe('person-needed');
    for (const status of ['open', 'in-progress', 'awaiting-evidence'] as const) {
      expect(after(reopen, ann, { status })).toBe('wrong-status');
    }
  });
});

describe('working on a case', () => {
  test('begins when it is given to somebody, and ends when it is given back', () => {
    expect(after({ kind: 'assign', assignee: 'ben' }, ann)).toMatchObject({
      status: 'in-progress',
      assignee: 'ben',
      version: 1,
    });
    const taken = { status: 'in-progress', assignee: 'ben' } as const;
    expect(after({ kind: 'assign', assignee: null }, ann, taken)).toMatchObject({ status: 'open' });
    expect(after({ kind: 'assign', assignee: 'ben' }, ann, taken)).toBe('nothing-changed');
    expect(after({ kind: 'assign', assignee: 'ben' }, ann, awaiting)).toMatchObject(awaiting);
  });

  test('leaves what was said to the log, and the facts as they are', () => {
    const ruling = rule({ kind: 'comment', text: 'called them' }, key);
    if (ruling.kind === 'refused') throw new Error(ruling.message);
    expect(ruling.changes.cases).toMatchObject([{ version: 1, changedAt: now }]);
    expect(ruling.changes.records).toEqual([
      {
        at: now,
        actor: { kind: 'service', id: 'key', name: 'Key' },
        action: 'comment-added',
        subject: 'case/c1',
        details: '{"text":"called them"}',
      },
    ]);
  });

  const attach: Extract<CaseCommand, { kind: 'attach-document' }> = {
    kind: 'attach-document',
    asked: 'us-uflpa/1',
    fileName: 'collection.pdf',
    mediaType: 'application/pdf',
    bytes: 12,
    sha256: sha256('bytes'),
    note: null,
  };

  test('attaches what was asked for once, and somebody has to look', () => {
    const waiting = { status: 'awaiting-evidence', assignee: 'ben' } as const;
    expect(after(attach, ann, waiting)).toMatchObject({ status: 'in-progress', version: 2 });
    const documentId = documentIdOf('c1', attach, sha256);
    const ruling = rule(attach, ann);
    if (ruling.kind === 'refused') throw new Error(ruling.message);
    const [document] = ruling.changes.documents;
    expect(document).toMatchObject({ documentId, sha256: sha256('bytes'), attachedAt: now });
    const known = { documents: [document!] };
    expect(after(attach, ann, {}, known)).toBe('nothing-changed');
    expect(documentIdOf('c1', { ...attach, asked: null }, sha256)).not.toBe(documentId);
  });

  test('attaches nothing as an answer to what nobody asked', () => {
    expect(after({ ...attach, asked: 'eu-2024-3015/1' }, ann)).toBe('not-asked');
    expect(after({ ...attach, asked: null }, ann)).toMatchObject({ version: 2 });
  });

  test('counts from the detention once it is recorded', () => {
    const detain = (alertId: string, detainedAt: string): CaseCommand => ({
      kind: 'record-detention',
      alertId,
      detainedAt,
      notice: null,
    });
    expect(after(detain('a1', '2026-11-24T01:00:00+02:00'), ann)).toMatchObject({
      deadlines: [{ clock: 'us-uflpa', dueAt: '2026-12-23T23:00:00.000Z' }],
    });
    expect(after(detain('a1', '2026-11-25T00:00:00Z'), ann)).toBe('wrong-time');
    expect(after(detain('a9', '2026-11-20T00:00:00Z'), ann)).toBe('unknown-alert');
    const alerts = [{ ...uflpaAlert, detainedAt: '2026-11-20T00:00:00.000Z' }];
    expect(after(detain('a1', '2026-11-20T00:00:00Z'), ann, {}, { alerts })).toBe(
      'nothing-changed',
    );
  });
});

test('a viewer changes nothing at all', () => {
  const commands: readonly CaseCommand[] = [
    { kind: 'assign', assignee: 'vic' },
    { kind: 'comment', text: 'hello' },
    { kind: 'withdraw-proposal' },
    { kind: 'reopen', reason: 'why not' },
    approve,
    reject,
    decideAs('request-evidence'),
  ];
  for (const command of commands) expect(after(command, vic, awaiting)).toBe('not-allowed');
});
