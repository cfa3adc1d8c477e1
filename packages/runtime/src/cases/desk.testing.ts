/** A desk over stores in memory, as the tests of cases use one. */
import type { Rulebook } from '@herkomst/core';
import type { AuditEntry } from '../audit/entry.ts';
import { createManualClock, type ManualClock } from '../memory/manual-clock.ts';
import { createMemoryCaseStore } from '../memory/memory-case-store.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { JobOutcome } from '../ports/job-queue.ts';
import type { Store } from '../ports/store.ts';
import type { CaseAlert, CaseRecord } from './case.ts';
import { createCaseReceiver } from './case-receiver.ts';
import type { raised } from './fixtures.testing.ts';
import { rulebook } from './fixtures.testing.ts';
import { standardPolicy } from './policy.ts';
import { createCaseDesk, type CaseDesk } from './run.ts';

export interface TestDesk extends CaseDesk {
  readonly tenant: string;
  readonly store: CaseStore;
  readonly screening: Store;
  readonly clock: ManualClock;
  /** Publishes another rulebook. */
  publish(rulebook: Rulebook): void;
  /** Stores a raised alert as screening does. */
  screen(notice: ReturnType<typeof raised>): Promise<void>;
  /** Tells the cases of an alert that is stored. */
  tell(notice: ReturnType<typeof raised>): Promise<JobOutcome>;
  withdraw(alertId: string): Promise<JobOutcome>;
  /** Both. */
  raise(notice: ReturnType<typeof raised>): Promise<void>;
  cases(): Promise<readonly CaseRecord[]>;
  /** The only case. */
  only(): Promise<CaseRecord>;
  alert(alertId: string): Promise<CaseAlert>;
  log(): Promise<readonly AuditEntry[]>;
}

export function createTestDesk(store: CaseStore = createMemoryCaseStore()): TestDesk {
  const tenant = 'acme';
  const screening = createMemoryStore();
  const clock = createManualClock('2026-11-24T08:00:00.000Z');
  let published = rulebook();
  const parts = {
    tenant,
    cases: store,
    screening,
    clock,
    policy: standardPolicy,
    rulebook: () => published,
  };
  const receiver = createCaseReceiver({ ...parts, screening: { of: () => screening } });

  async function screen({ alert, subject }: ReturnType<typeof raised>): Promise<void> {
    const { source, shipmentId, declarationKind, version } = alert;
    const { assessment, shipment } = subject;
    await screening.screen({ events: [], shipments: [] }, () => ({
      events: [],
      heads: [],
      assessments: [
        {
          source,
          shipmentId,
          declarationKind,
          version,
          eventId: `event of ${alert.alertId}`,
          assessmentHash: assessment.hash,
          verdict: assessment.verdict,
          score: assessment.score,
          current: true,
          assessedAt: clock.now(),
          assessment: JSON.stringify(assessment),
          shipment: JSON.stringify(shipment),
        },
      ],
      alerts: [alert],
      superseded: [],
      outbox: [],
      deadLetters: [],
    }));
  }

  async function tell({ alert }: ReturnType<typeof raised>): Promise<JobOutcome> {
    const { alertId: id, document } = alert;
    return await receiver.deliver({ tenant, id, type: 'org.herkomst.alert.raised.v1', document });
  }

  async function cases(): Promise<readonly CaseRecord[]> {
    return (await store.cases(tenant, { order: 'risk' }, { limit: 1000 })).rows;
  }

  return {
    ...createCaseDesk(parts),
    tenant,
    store,
    screening,
    clock,
    publish: (next) => {
      published = next;
    },
    screen,
    tell,
    withdraw: async (alertId) =>
      await receiver.deliver({
        tenant,
        id: `${alertId}-withdrawn`,
        type: 'org.herkomst.alert.withdrawn.v1',
        document: JSON.stringify({
          data: { alertId, cause: { source: 'urn:broker', id: `e-${alertId}` } },
        }),
      }),
    raise: async (notice) => {
      await screen(notice);
      await tell(notice);
    },
    cases,
    only: async () => {
      const [one, ...others] = await cases();
      if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} cases`);
      return one;
    },
    alert: async (alertId) => {
      const alert = await store.caseAlert(tenant, alertId);
      if (alert === null) throw new Error(`no case has the alert ${alertId}`);
      return alert;
    },
    log: async () => (await store.audit(tenant, {}, { limit: 100_000 })).rows,
  };
}
