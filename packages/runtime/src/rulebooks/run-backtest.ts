/** Assesses what is stored under two rulebooks, little by little, so that requests get their turn. */
import {
  assess,
  Backtest,
  compareAssessments,
  type BacktestSummary,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Period, Store } from '../ports/store.ts';

export interface BacktestRun {
  readonly store: Pick<Store, 'history'>;
  readonly period: Period;
  readonly before: Rulebook;
  readonly after: Rulebook;
  /** Aborted when it shall end early; it then rejects. */
  readonly signal: AbortSignal;
}

const pageSize = 100;
/** Between two turns of others. */
const atOnce = 10;
const tellEvery = 500;

/** `done` counts declarations gone through, those overtaken when they arrived as well. */
export async function runBacktest(
  { store, period, before, after, signal }: BacktestRun,
  tell: (done: number) => Promise<void>,
): Promise<{ readonly done: number; readonly result: BacktestSummary }> {
  const sum = new Backtest();
  let done = 0;
  let told = 0;
  for (let next: string | null | undefined; next !== null;) {
    const page: Awaited<ReturnType<Store['history']>> = await store.history(
      period,
      next === undefined ? { limit: pageSize } : { limit: pageSize, after: next },
    );
    for (const { current, shipment } of page.rows) {
      done += 1;
      if (done % atOnce === 0) await breathe();
      signal.throwIfAborted();
      if (!current) continue;
      const declared = JSON.parse(shipment) as Shipment;
      sum.add(compareAssessments(assess(declared, before), assess(declared, after)));
    }
    next = page.next;
    if (done - told >= tellEvery) {
      await tell(done);
      told = done;
    }
  }
  return { done, result: sum.summary() };
}
