/**
 * Another rulebook: tried on what is stored, and put in force. What is in force is the one published
 * last, or the one the service came with; every process looks for a newer one now and then. Nobody
 * publishes rules that were not tried against those in force, and the audit log knows of it first.
 */
import type { BacktestSummary, Rulebook } from '@herkomst/core';
import { randomUUID } from 'node:crypto';
import type { AuditRecord } from '../audit/entry.ts';
import type { Caller } from '../keys/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { RecordStore, RecordStores } from '../ports/record-store.ts';
import type { Period } from '../ports/store.ts';
import type { Stores } from '../ports/stores.ts';
import { runBacktest } from './run-backtest.ts';

export interface RulebookName {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

export interface PublishedRulebook extends RulebookName {
  readonly title: string;
  readonly yaml: string;
  /** Null for the one that the service came with. */
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
}

export interface BacktestProgress {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly startedBy: string;
  readonly rulebook: RulebookName;
  readonly against: RulebookName;
  readonly done: number;
  readonly total: number;
  readonly result: BacktestSummary | null;
  readonly fault: string | null;
}

export interface RulebookRefused {
  readonly kind: 'refused';
  readonly code:
    | 'invalid-rulebook'
    | 'backtest-running'
    | 'unknown-backtest'
    | 'not-backtested'
    | 'not-allowed';
  readonly message: string;
  readonly faults: readonly RulebookFault[];
}

export interface RulebookFault {
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
}

export interface RulebookDeskParts {
  readonly stores: Stores;
  readonly records: RecordStores;
  /** The one that may publish: its rulebook is everybody's. */
  readonly tenant: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly inForce: () => Rulebook;
  /** Of the rulebook that the service came with. */
  readonly ownYaml: () => Promise<string>;
  /** Rejects with the code 'invalid-rulebook' and `faults`. */
  readonly compile: (yaml: string) => Promise<Rulebook>;
  /** Puts in force what was published last. */
  readonly reload: () => Promise<void>;
  /** Appends to the audit log of a tenant. */
  readonly audit: (tenant: string, records: readonly AuditRecord[]) => Promise<void>;
}

export interface RulebookDesk {
  inForce(): Promise<PublishedRulebook>;
  startBacktest(
    by: Caller,
    yaml: string,
    period: Period,
  ): Promise<{ readonly kind: 'started'; readonly id: string } | RulebookRefused>;
  /** Null when the tenant has no such backtest. */
  backtest(tenant: string, id: string): Promise<BacktestProgress | null>;
  publish(
    by: Caller,
    yaml: string,
    backtestId: string,
  ): Promise<
    { readonly kind: 'published'; readonly rulebook: PublishedRulebook } | RulebookRefused
  >;
  /** Takes up no further part of a backtest and waits for those in hand. */
  stop(): Promise<void>;
}

const backtestKind = 'backtest';
const rulebookKind = 'rulebook';
/** A backtest says this often that it goes on; one silent for so long has died with its process. */
const silentMs = 60_000;

interface Kept extends BacktestProgress {
  readonly updatedAt: string;
}

/** What was published last; null where nothing ever was. */
export async function lastPublished(records: RecordStore): Promise<PublishedRulebook | null> {
  const [latest] = (await records.list(rulebookKind, { limit: 1 })).rows;
  return latest === undefined ? null : (JSON.parse(latest.record) as PublishedRulebook);
}

export function createRulebookDesk(parts: RulebookDeskParts): RulebookDesk {
  const { stores, records, clock, logger, inForce, compile } = parts;
  const stopping = new AbortController();
  /** By tenant. */
  const running = new Map<string, Promise<void>>();

  const read = async (tenant: string, id: string): Promise<BacktestProgress | null> => {
    const text = await records.of(tenant).get(backtestKind, id);
    if (text === null) return null;
    const { updatedAt, ...progress } = JSON.parse(text) as Kept;
    const silent = Date.parse(clock.now()) - Date.parse(updatedAt) > silentMs;
    if (progress.state !== 'running' || !silent) return progress;
    return { ...progress, state: 'failed', fault: 'The process that ran it has gone.' };
  };

  const tryCompile = async (yaml: string): Promise<Rulebook | RulebookRefused> => {
    try {
      return await compile(yaml);
    } catch (error) {
      const faults = faultsOf(error);
      if (faults === null) throw error;
      return refuse('invalid-rulebook', 'the rulebook can not be used', faults);
    }
  };

  return {
    async inForce() {
      const published = await lastPublished(records.of(parts.tenant));
      if (published !== null) return published;
      const { definition, digest } = inForce();
      const { id, version, title } = definition;
      const yaml = await parts.ownYaml();
      return { id, version, title, digest, yaml, publishedAt: null, publishedBy: null };
    },

    async startBacktest(by, yaml, period) {
      const after = await tryCompile(yaml);
      if ('kind' in after) return after;
      const { tenant } = by;
      if (running.has(tenant)) {
        return refuse('backtest-running', 'a backtest runs already; wait for it');
      }
      const before = inForce();
      const store = stores.of(tenant);
      const first: BacktestProgress = {
        id: randomUUID(),
        state: 'running',
        startedAt: clock.now(),
        startedBy: by.name,
        rulebook: nameOf(after),
        against: nameOf(before),
        done: 0,
        total: (await store.counts()).assessments,
        result: null,
        fault: null,
      };
      const keep = (progress: BacktestProgress): Promise<void> =>
        records
          .of(tenant)
          .put(backtestKind, first.id, JSON.stringify({ ...progress, updatedAt: clock.now() }));
      await keep(first);
      const run = runBacktest({ store, period, before, after, signal: stopping.signal }, (done) =>
        keep({ ...first, done, total: Math.max(first.total, done) }),
      )
        .then(({ done, result }) => keep({ ...first, state: 'done', done, total: done, result }))
        .catch(async (error: unknown) => {
          logger.error({ err: error, backtest: first.id }, 'a backtest failed');
          await keep({ ...first, state: 'failed', fault: 'It was cut short; start it again.' });
        })
        .catch((error: unknown) => logger.error({ err: error }, 'a backtest can not be kept'))
        .finally(() => running.delete(tenant));
      running.set(tenant, run);
      return { kind: 'started', id: first.id };
    },

    backtest: read,

    async publish(by, yaml, backtestId) {
      if (by.tenant !== parts.tenant) {
        return refuse('not-allowed', 'the rulebook of this service is not this tenant’s to change');
      }
      const compiled = await tryCompile(yaml);
      if ('kind' in compiled) return compiled;
      const backtest = await read(by.tenant, backtestId);
      if (backtest === null) return refuse('unknown-backtest', 'there is no such backtest');
      const tried = backtest.state === 'done' && backtest.rulebook.digest === compiled.digest;
      if (!tried || backtest.against.digest !== inForce().digest) {
        const message = tried
          ? 'the rulebook in force is another than the one it was tried against; run the backtest again'
          : 'the backtest has not finished, or was of other rules than these';
        return refuse('not-backtested', message);
      }
      const now = clock.now();
      const { title } = compiled.definition;
      const rulebook: PublishedRulebook = {
        ...nameOf(compiled),
        title,
        yaml,
        publishedAt: now,
        publishedBy: by.name,
      };
      const { gained = 0, lost = 0, shipments = 0 } = backtest.result ?? {};
      await parts.audit(by.tenant, [
        {
          at: now,
          actor: { kind: by.kind, id: by.id, name: by.name },
          action: 'rulebook-published',
          subject: `rulebook/${rulebook.digest}`,
          details: JSON.stringify({
            id: rulebook.id,
            version: rulebook.version,
            replaces: inForce().digest,
            backtest: { id: backtestId, shipments, gained, lost },
          }),
        },
      ]);
      const record = JSON.stringify(rulebook);
      await records.of(parts.tenant).put(rulebookKind, `${now} ${rulebook.digest}`, record);
      await parts.reload();
      return { kind: 'published', rulebook };
    },

    async stop() {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

function nameOf({ definition: { id, version }, digest }: Rulebook): RulebookName {
  return { id, version, digest };
}

function refuse(
  code: RulebookRefused['code'],
  message: string,
  faults: readonly RulebookFault[] = [],
): RulebookRefused {
  return { kind: 'refused', code, message, faults };
}

function faultsOf(error: unknown): readonly RulebookFault[] | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'invalid-rulebook') {
    return null;
  }
  return 'faults' in error ? (error.faults as readonly RulebookFault[]) : [];
}
