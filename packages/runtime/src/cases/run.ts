/**
 * Carries out what people and time ask of cases: reads what must be known, has a pure function rule,
 * and writes rows and audit entries in one transaction. A refusal writes nothing.
 */
import type { Rulebook, Sha256 } from '@herkomst/core';
import { chainAudit, type AuditRecord } from '../audit/entry.ts';
import type { CaseKeys, CaseKnown, CaseStore, CaseWrites } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import { lapseOf, type SuppressionSubject } from './apply-suppressions.ts';
import { isLive, type Actor, type CaseAlert, type CaseRecord } from './case.ts';
import { readSubject, type ScreeningRecord } from './case-receiver.ts';
import { refused, type CaseChanges, type Refused } from './changes.ts';
import type { CaseCommand, SuppressionCommand } from './commands.ts';
import { matchedPartyKeys } from './facts.ts';
import { documentIdOf, ruleCommand } from './machine.ts';
import type { CasePolicy } from './policy.ts';
import { endSuppression, ruleSuppression, suppressionIdOf } from './suppress.ts';
import type { Suppression } from './suppression.ts';

export interface CaseDeskParts {
  readonly tenant: string;
  readonly cases: CaseStore;
  readonly screening: ScreeningRecord;
  readonly clock: Clock;
  readonly policy: CasePolicy;
  readonly rulebook: () => Rulebook;
}

export type CaseOutcome = { readonly kind: 'done'; readonly case: CaseRecord } | Refused;

export type SuppressionOutcome =
  | { readonly kind: 'done'; readonly suppression: Suppression }
  | Refused;

export interface CaseDesk {
  /** Does what a person asks of a case, or says why not. */
  act(caseId: string, command: CaseCommand, by: Actor): Promise<CaseOutcome>;
  /** Signs, approves or ends a suppression, or says why not. */
  suppress(command: SuppressionCommand, by: Actor): Promise<SuppressionOutcome>;
  /**
   * Ends the suppressions that hold no more, because they expired, or their list entry or the
   * rulebook is another: call it when a rulebook or list is published, and now and then. Resolves
   * to those ended.
   */
  lapse(): Promise<readonly Suppression[]>;
  /** Appends to the tenant's audit log what happened outside of cases. */
  record(records: readonly AuditRecord[]): Promise<void>;
}

/** Of a case with more live alerts than this, the last are looked at when a suppression is signed. */
const mostSubjects = 500;

export const noKeys: CaseKeys = {
  caseIds: [],
  alertIds: [],
  documentIds: [],
  suppressionIds: [],
  partyKeys: [],
  caseAlerts: false,
};

export function createCaseDesk(parts: CaseDeskParts): CaseDesk {
  const { tenant, cases: store, clock, policy } = parts;

  async function act(caseId: string, command: CaseCommand, by: Actor): Promise<CaseOutcome> {
    const { sha256 } = parts.rulebook();
    const context = { by, now: clock.now(), policy, sha256 };
    const talks = command.kind === 'assign' || command.kind === 'comment';
    const keys: CaseKeys = {
      ...noKeys,
      caseIds: [caseId],
      documentIds:
        command.kind === 'attach-document' ? [documentIdOf(caseId, command, sha256)] : [],
      caseAlerts: !talks,
    };
    return await store.change(tenant, keys, (known): Ruled<CaseOutcome> => {
      const [before] = known.cases;
      if (before === undefined) return nothing(refused('unknown-case', `no case "${caseId}"`));
      const { alerts, documents } = known;
      const ruling = ruleCommand(command, { case: before, alerts, documents }, context);
      if (ruling.kind === 'refused') return nothing(ruling);
      const after = ruling.changes.cases.find((one) => one.caseId === caseId) ?? before;
      return {
        writes: writesOf(tenant, known, ruling.changes, sha256),
        result: { kind: 'done', case: after },
      };
    });
  }

  async function suppress(command: SuppressionCommand, by: Actor): Promise<SuppressionOutcome> {
    const rulebook = parts.rulebook();
    const now = clock.now();
    const at = await placeOf(command);
    if (at === null) {
      return command.kind === 'suppress'
        ? refused('unknown-alert', `no case has the alert "${command.alertId}"`)
        : refused('unknown-suppression', `no suppression "${command.suppressionId}"`);
    }
    const { caseId } = at;
    const suppressionId =
      command.kind === 'suppress'
        ? suppressionIdOf(caseId, command, now, rulebook)
        : command.suppressionId;
    const subjects = await readSubjects(caseId, at.alertId);
    const keys: CaseKeys = {
      ...noKeys,
      caseIds: [caseId],
      alertIds: [at.alertId],
      suppressionIds: [suppressionId],
      partyKeys: [...subjects.values()].flatMap(({ shipment, assessment }) =>
        matchedPartyKeys(shipment, assessment),
      ),
      caseAlerts: true,
    };
    return await store.change(tenant, keys, (known): Ruled<SuppressionOutcome> => {
      const mine = ({ suppressionId: id }: Suppression): boolean => id === suppressionId;
      const before = known.cases.find((one) => one.caseId === caseId);
      if (before === undefined) return nothing(refused('unknown-case', `no case "${caseId}"`));
      const ruling = ruleSuppression(
        command,
        {
          case: before,
          cases: known.cases,
          alerts: known.alerts,
          suppression: known.suppressions.find(mine) ?? null,
          others: known.suppressions.filter((each) => !mine(each)),
        },
        { by, now, policy, rulebook, subjects },
      );
      if (ruling.kind === 'refused') return nothing(ruling);
      const suppression = ruling.changes.suppressions.find(mine);
      if (suppression === undefined) throw new Error('a ruling on a suppression left it out');
      return {
        writes: writesOf(tenant, known, ruling.changes, rulebook.sha256),
        result: { kind: 'done', suppression },
      };
    });
  }

  async function lapse(): Promise<readonly Suppression[]> {
    const context = { now: clock.now(), rulebook: parts.rulebook() };
    const lapsed: Suppression[] = [];
    for await (const suppression of activeSuppressions()) {
      if (lapseOf(suppression, context) === null) continue;
      const ended = await end(suppression, context);
      if (ended !== null) lapsed.push(ended);
    }
    return lapsed;
  }

  async function end(
    { suppressionId, caseId }: Suppression,
    context: { readonly now: string; readonly rulebook: Rulebook },
  ): Promise<Suppression | null> {
    const keys = {
      ...noKeys,
      caseIds: [caseId],
      suppressionIds: [suppressionId],
      caseAlerts: true,
    };
    return await store.change(tenant, keys, (known): Ruled<Suppression | null> => {
      const suppression = known.suppressions.find((each) => each.suppressionId === suppressionId);
      const why = suppression?.status === 'active' ? lapseOf(suppression, context) : null;
      if (suppression === undefined || why === null) return nothing(null);
      const by = { kind: 'service', id: 'cases', name: 'case worker' } as const;
      const changes = endSuppression(
        suppression,
        known,
        { by, now: context.now, policy },
        { why, by: null, details: {} },
      );
      return {
        writes: writesOf(tenant, known, changes, context.rulebook.sha256),
        result: changes.suppressions[0] ?? null,
      };
    });
  }

  async function placeOf(
    command: SuppressionCommand,
  ): Promise<{ readonly caseId: string; readonly alertId: string } | null> {
    return command.kind === 'suppress'
      ? await store.caseAlert(tenant, command.alertId)
      : await store.suppression(tenant, command.suppressionId);
  }

  /** Read before the transaction: an alert that joins in between is not suppressed, and stays open. */
  async function readSubjects(
    caseId: string,
    alertId: string,
  ): Promise<ReadonlyMap<string, SuppressionSubject>> {
    const signedOver = await store.caseAlert(tenant, alertId);
    const { rows } = await store.caseAlerts(tenant, caseId, { limit: mostSubjects });
    const subjects = new Map<string, SuppressionSubject>();
    const wanted: readonly CaseAlert[] =
      signedOver === null ? rows : [signedOver, ...rows.filter((row) => row.alertId !== alertId)];
    for (const alert of wanted) {
      const subject = isLive(alert) ? await readSubject(parts.screening, alert) : null;
      if (subject !== null) subjects.set(alert.alertId, subject);
    }
    return subjects;
  }

  async function* activeSuppressions(): AsyncGenerator<Suppression> {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<CaseStore['suppressions']>> = await store.suppressions(
        tenant,
        { status: 'active' },
        { limit: 200, ...(after === null ? {} : { after }) },
      );
      yield* page.rows;
      after = page.next;
    } while (after !== null);
  }

  return {
    act,
    suppress,
    lapse,
    record: (records) => recordAudit(store, tenant, records, parts.rulebook().sha256),
  };
}

/** Appends records to a tenant's audit log, in the order given. */
export async function recordAudit(
  store: CaseStore,
  tenant: string,
  records: readonly AuditRecord[],
  sha256: Sha256,
): Promise<void> {
  await store.change(tenant, noKeys, (known) => ({
    writes: { ...noCaseWrites, audit: chainAudit(tenant, known.auditHead, records, sha256) },
    result: undefined,
  }));
}

interface Ruled<Result> {
  readonly writes: CaseWrites;
  readonly result: Result;
}

export const noCaseWrites: CaseWrites = {
  cases: [],
  alerts: [],
  suppressions: [],
  ends: [],
  decisions: [],
  documents: [],
  audit: [],
};

function nothing<Result>(result: Result): Ruled<Result> {
  return { writes: noCaseWrites, result };
}

function writesOf(
  tenant: string,
  { auditHead }: CaseKnown,
  { records, ...rows }: CaseChanges,
  sha256: Sha256,
): CaseWrites {
  return { ...rows, audit: chainAudit(tenant, auditHead, records, sha256) };
}
