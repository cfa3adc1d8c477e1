/**
 * Brings alerts to the cases: one more receiver beside terminal, file and webhook. What it needs
 * beyond the notice, it reads from the store of screening. Doubles are harmless: an alert has one
 * place.
 */
import {
  alertRaisedType,
  alertWithdrawnType,
  type AlertData,
  type Assessment,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import type { CaseStore, CaseWrites } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobOutcome } from '../ports/job-queue.ts';
import type { Notice, Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import type { WithdrawalData } from '../screener/plan.ts';
import type { SuppressionSubject } from './apply-suppressions.ts';
import { caseKeysOf, planCases, type CaseNotice } from './plan-cases.ts';
import type { CasePolicy } from './policy.ts';
import { doTogether, type Together } from './together.ts';

/** What of a tenant's store of screening cases read. */
export type ScreeningRecord = Pick<Store, 'alert' | 'assessments'>;

export interface CaseReceiverParts {
  readonly cases: CaseStore;
  readonly screening: { of(tenant: string): ScreeningRecord };
  readonly clock: Clock;
  readonly policy: CasePolicy;
  /** Asked for each notice, so that a published rulebook takes effect without a restart. */
  readonly rulebook: () => Rulebook;
  /** Called after each notice, or notices together, that changed something took effect. */
  readonly onChanged?: (writes: CaseWrites) => void;
}

/** Notices of one transaction: more are not delivered at once anyway. */
const mostTogether = 64;

export function createCaseReceiver(parts: CaseReceiverParts): Receiver {
  const { cases, screening, clock, policy, onChanged } = parts;
  const byTenant = new Map<string, Together<CaseNotice>>();

  /** All changes of a tenant take effect one after another, so notices wait for each other anyway. */
  function togetherOf(tenant: string): Together<CaseNotice> {
    let together = byTenant.get(tenant);
    if (together === undefined) {
      together = doTogether((notices) => place(tenant, notices), mostTogether);
      byTenant.set(tenant, together);
    }
    return together;
  }

  async function place(tenant: string, notices: readonly CaseNotice[]): Promise<void> {
    const context = { tenant, now: clock.now(), policy, rulebook: parts.rulebook() };
    const writes = await cases.change(tenant, caseKeysOf(notices, context), (known) => {
      const planned = planCases(notices, known, context);
      return { writes: planned, result: planned };
    });
    if (writes.audit.length > 0) onChanged?.(writes);
  }

  return {
    name: 'cases',
    async deliver(notice): Promise<JobOutcome> {
      const { tenant } = notice;
      const reading = await readNotice(screening.of(tenant), notice);
      if (reading.kind !== 'notice') return reading;
      await togetherOf(tenant).add(reading.notice);
      return { kind: 'done' };
    },
    close: async () => {},
  };
}

type NoticeReading = { readonly kind: 'notice'; readonly notice: CaseNotice } | JobOutcome;

async function readNotice(screening: ScreeningRecord, notice: Notice): Promise<NoticeReading> {
  if (notice.type === alertWithdrawnType) {
    const { alertId, cause } = dataOf(notice.document) as WithdrawalData;
    return {
      kind: 'notice',
      notice: { kind: 'withdrawn', alertId, by: `${cause.source} ${cause.id}` },
    };
  }
  // Notices of another kind are for others.
  if (notice.type !== alertRaisedType) return { kind: 'done' };
  const { alertId, supersedes } = dataOf(notice.document) as AlertData;
  const alert = await screening.alert(alertId);
  if (alert === null) return { kind: 'retry', reason: `alert ${alertId} is not in the store` };
  const subject = await readSubject(screening, alert);
  if (subject === null) {
    return { kind: 'retry', reason: `the assessment of alert ${alertId} is not in the store` };
  }
  return { kind: 'notice', notice: { kind: 'raised', alert, supersedes, subject } };
}

/** The shipment an alert was raised on, and its assessment; null when they are not in the store. */
export async function readSubject(
  screening: ScreeningRecord,
  alert: { source: string; shipmentId: string; declarationKind: string; version: number },
): Promise<SuppressionSubject | null> {
  const versions = await screening.assessments(alert);
  const stored = versions.find(({ version }) => version === alert.version);
  return stored === undefined
    ? null
    : {
        assessment: JSON.parse(stored.assessment) as Assessment,
        shipment: JSON.parse(stored.shipment) as Shipment,
      };
}

function dataOf(document: string): unknown {
  return (JSON.parse(document) as { readonly data: unknown }).data;
}
