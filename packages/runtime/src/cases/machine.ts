/**
 * The state machine of a case: command, case and context in; what changes, or a refusal, out.
 * Pure. Who may read the case at all is settled before; what this file refuses, no door lets by.
 */
import type { Sha256 } from '@herkomst/core';
import { isLive, type CaseAlert, type CaseDocument, type CaseRecord } from './case.ts';
import {
  accepted,
  recordOf,
  refuseActor,
  refused,
  type ActContext,
  type Ruling,
} from './changes.ts';
import type { CaseCommand } from './commands.ts';
import { inUtc } from './deadlines.ts';
import { approve, decide, reject, reopen, withdrawProposal } from './decide.ts';
import { workingStatus } from './status.ts';
import { summarise } from './summary.ts';

export interface CommandKnown {
  readonly case: CaseRecord;
  /** Open, held, and closed by the latest decision, as `CaseKeys.caseAlerts` reads them. */
  readonly alerts: readonly CaseAlert[];
  /** The document to be attached, when it is attached already. */
  readonly documents: readonly CaseDocument[];
}

export function ruleCommand(
  command: CaseCommand,
  known: CommandKnown,
  context: ActContext & { readonly sha256: Sha256 },
): Ruling {
  const refusal = refuseActor(context.by);
  if (refusal !== null) return refusal;
  switch (command.kind) {
    case 'assign':
      return assign(command, known, context);
    case 'comment':
      return comment(command, known, context);
    case 'attach-document':
      return attachDocument(command, known, context);
    case 'record-detention':
      return recordDetention(command, known, context);
    case 'decide':
      return decide(command, known, context);
    case 'approve':
      return approve(command, known, context);
    case 'reject':
      return reject(command, known, context);
    case 'withdraw-proposal':
      return withdrawProposal(known, context);
    case 'reopen':
      return reopen(command, known, context);
  }
}

/** Derived, so that the same bytes for the same purpose are one document of a case. */
export function documentIdOf(
  caseId: string,
  { asked, sha256: digest }: Pick<CaseDocument, 'asked' | 'sha256'>,
  sha256: Sha256,
): string {
  return `document-${sha256(JSON.stringify([caseId, asked, digest])).slice(0, 32)}`;
}

type Command<Kind> = Extract<CaseCommand, { kind: Kind }>;

function assign(
  { assignee }: Command<'assign'>,
  { case: before }: CommandKnown,
  context: ActContext,
): Ruling {
  if (assignee === before.assignee) {
    return refused('nothing-changed', 'the case is with them already');
  }
  const moved = { ...before, assignee };
  const working = before.status === 'open' || before.status === 'in-progress';
  const status = working ? workingStatus(moved) : before.status;
  return accepted({
    cases: [{ ...moved, status, changedAt: context.now }],
    records: [
      recordOf(context, before.caseId, 'case-assigned', { from: before.assignee, to: assignee }),
    ],
  });
}

function comment(
  { text }: Command<'comment'>,
  { case: before }: CommandKnown,
  context: ActContext,
): Ruling {
  return accepted({
    cases: [{ ...before, changedAt: context.now }],
    records: [recordOf(context, before.caseId, 'comment-added', { text })],
  });
}

function attachDocument(
  command: Command<'attach-document'>,
  { case: before, documents }: CommandKnown,
  context: ActContext & { readonly sha256: Sha256 },
): Ruling {
  const { kind: _, ...given } = command;
  const { caseId, tenant } = before;
  if (given.asked !== null) {
    if (!before.asked.some(({ id }) => id === given.asked)) {
      return refused('not-asked', `no alert of this case asks for "${given.asked}"`);
    }
  }
  const documentId = documentIdOf(caseId, given, context.sha256);
  if (documents.some((document) => document.documentId === documentId)) {
    return refused('nothing-changed', 'this document is attached already');
  }
  const { id, name } = context.by;
  const document: CaseDocument = {
    tenant,
    caseId,
    documentId,
    ...given,
    attachedBy: { id, name },
    attachedAt: context.now,
  };
  return accepted({
    cases: [
      {
        ...before,
        // What was waited for may be here: somebody has to look.
        status: before.status === 'awaiting-evidence' ? workingStatus(before) : before.status,
        version: before.version + 1,
        changedAt: context.now,
      },
    ],
    documents: [document],
    records: [recordOf(context, caseId, 'document-attached', { documentId, ...given })],
  });
}

function recordDetention(
  { alertId, detainedAt, notice }: Command<'record-detention'>,
  { case: before, alerts }: CommandKnown,
  context: ActContext,
): Ruling {
  const alert = alerts.find((each) => each.alertId === alertId && isLive(each));
  if (alert === undefined) {
    return refused('unknown-alert', `no alert "${alertId}" is live in this case`);
  }
  const at = inUtc(detainedAt);
  if (at === null || at > context.now) {
    return refused('wrong-time', 'goods can not have been detained in the future');
  }
  if (at === alert.detainedAt) return refused('nothing-changed', 'this detention is known');
  const changed = { ...alert, detainedAt: at };
  const after = alerts.map((each) => (each === alert ? changed : each));
  return accepted({
    cases: [
      {
        ...before,
        ...summarise(before, after, context.policy),
        version: before.version + 1,
        changedAt: context.now,
      },
    ],
    alerts: [changed],
    records: [
      recordOf(context, before.caseId, 'detention-recorded', { alertId, detainedAt: at, notice }),
    ],
  });
}
