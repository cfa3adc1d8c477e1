/**
 * What every job queue must do, sentence by sentence of the port. An adapter's own test hands in
 * how to open one and gets the suite.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../ports/job-queue.ts';
import { deathSuite, stopSuite } from './job-queue-ends.contract.ts';
import type { JobQueueHarness } from './job-queue-harness.ts';
import { byId, done, empty, hour, job, oddNames, recorder, same, told } from './job-samples.ts';

/** Servers on a busy machine are slow; what hangs is found out all the same. */
const patienceMs = 60_000;

/** Defines the suite; `open` gives an empty queue to each test. */
export function jobQueueContract(name: string, open: () => Promise<JobQueueHarness>): void {
  describe(`${name} as a job queue`, { timeout: patienceMs }, () => {
    let harness: JobQueueHarness;
    beforeEach(async () => {
      harness = await open();
    }, patienceMs);
    afterEach(() => harness.close(), patienceMs);

    enqueueSuite(() => harness);
    orderSuite(() => harness);
    limitSuite(() => harness);
    outcomeSuite(() => harness);
    stopSuite(() => harness);
    deathSuite(() => harness);
  });
}

function enqueueSuite(current: () => JobQueueHarness): void {
  describe('enqueue', () => {
    it('adds jobs that are handed over as they are, as a first attempt', async () => {
      const { queue, until } = current();
      const { seen, handler } = recorder();
      await queue.work('q', handler, { concurrency: 1 });
      await queue.enqueue('q', [job('a', { maxAttempts: 7 })]);
      await until(() => seen.length === 1);
      expect(seen).toEqual([{ id: 'a', payload: '{"of":"a"}', attempt: 1, maxAttempts: 7 }]);
    });

    it('keeps jobs until somebody works', async () => {
      const { queue, until } = current();
      const { ids, handler } = recorder();
      await queue.enqueue('q', [job('a'), job('b')]);
      expect(await queue.counts('q')).toEqual({ waiting: 2, active: 0, delayed: 0, failed: 0 });
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => ids().length === 2);
      expect(ids()).toEqual(['a', 'b']);
    });

    it('does nothing for an id that is known: waiting, in hand, delayed, done or failed', async () => {
      const { queue, until } = current();
      const outcomes: Record<string, JobOutcome> = {
        delayed: { kind: 'retry', reason: 'later' },
        failed: { kind: 'give-up', reason: 'never' },
      };
      const held = Promise.withResolvers<void>();
      const { ids, handler } = recorder(async ({ id }) => {
        if (id === 'held') await held.promise;
        return outcomes[id] ?? done;
      });
      const jobs = ['done', 'failed', 'delayed', 'held', 'waiting'].map((id) =>
        job(id, { backoffMs: hour }),
      );
      await queue.enqueue('q', jobs);
      await queue.work('q', handler, { concurrency: 1 });
      const standing = { waiting: 1, active: 1, delayed: 1, failed: 1 };
      await until(() => ids().length === 4);
      expect(await queue.counts('q')).toEqual(standing);
      await queue.enqueue('q', [...jobs, ...jobs]);
      expect(await queue.counts('q')).toEqual(standing);
      held.resolve();
      await until(() => ids().length === 5);
      expect(ids()).toEqual(['done', 'failed', 'delayed', 'held', 'waiting']);
    });

    it('does nothing for an id named twice in one call, and nothing for no jobs', async () => {
      const { queue, until } = current();
      const { seen, handler } = recorder();
      await queue.enqueue('q', []);
      await queue.enqueue('q', [job('a'), job('a', { payload: '"second"' }), job('b')]);
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => seen.length === 2);
      expect(seen.map((one) => one.payload)).toEqual(['{"of":"a"}', '{"of":"b"}']);
      expect(await queue.counts('nowhere')).toEqual(empty);
    });

    it('takes any text as id and payload, and confuses no two', async () => {
      const { queue, until } = current();
      const { seen, handler } = recorder();
      const jobs = oddNames.map((text) => job(text, { payload: JSON.stringify({ text }) }));
      await queue.enqueue('q', jobs);
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => seen.length === oddNames.length);
      expect(seen.map(({ id, payload }) => ({ id, payload }))).toEqual(
        jobs.map(({ id, payload }) => ({ id, payload })),
      );
    });

    it('keeps queues apart, whatever they are called', async () => {
      const { queue, until } = current();
      const names = ['q', 'q:r', 'q_r', 'q.r', 'Q', '7'];
      const recorders = names.map((name) => ({ name, ...recorder() }));
      for (const { name } of recorders) {
        await queue.enqueue(name, [job('same', { payload: JSON.stringify(name) })]);
      }
      for (const { name, handler } of recorders) {
        await queue.work(name, handler, { concurrency: 1 });
      }
      await until(() => recorders.every(({ seen }) => seen.length > 0));
      expect(recorders.map(({ seen }) => seen.map((one) => one.payload))).toEqual(
        names.map((name) => [JSON.stringify(name)]),
      );
    });

    it('takes hundreds of jobs of some size at once, and hands each out once', async () => {
      const { queue, until } = current();
      const { ids, handler } = recorder();
      const wanted = Array.from({ length: 400 }, (_, index) => `job ${index}`);
      const payload = JSON.stringify({ text: '新疆 '.repeat(500) });
      await queue.enqueue(
        'q',
        wanted.map((id) => job(id, { payload })),
      );
      await queue.work('q', handler, { concurrency: 8 });
      await queue.work('q', handler, { concurrency: 8 });
      await until(async () => same(await queue.counts('q'), empty));
      expect(ids().toSorted()).toEqual(wanted.toSorted());
    });
  });
}

function orderSuite(current: () => JobQueueHarness): void {
  describe('work', () => {
    it('runs the most urgent first, 100 where nothing is said, and the oldest of them', async () => {
      const { queue, until } = current();
      const { ids, handler } = recorder();
      const first = [
        job('late 1', { priority: 101 }),
        job('usual 1'),
        job('urgent 1', { priority: 1 }),
        job('usual 2', { priority: 100 }),
        job('early 1', { priority: 99 }),
      ];
      const second = [
        job('usual 3'),
        job('late 2', { priority: 101 }),
        job('urgent 2', { priority: 1 }),
        job('early 2', { priority: 99 }),
      ];
      await queue.enqueue('q', first);
      await queue.enqueue('q', second);
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => ids().length === 9);
      expect(ids().join(', ')).toBe(
        'urgent 1, urgent 2, early 1, early 2, usual 1, usual 2, usual 3, late 1, late 2',
      );
    });

    it('has as many in hand as it may, and never more', async () => {
      const { queue, until } = current();
      const gates = Array.from({ length: 7 }, () => Promise.withResolvers<void>());
      let running = 0;
      let most = 0;
      let finished = 0;
      await queue.work(
        'q',
        async ({ id }) => {
          running += 1;
          most = Math.max(most, running);
          await gates[Number(id)]?.promise;
          running -= 1;
          finished += 1;
          return done;
        },
        { concurrency: 3 },
      );
      await queue.enqueue(
        'q',
        gates.map((_, index) => job(String(index))),
      );
      for (const [index, gate] of gates.entries()) {
        await until(() => running === Math.min(3, gates.length - finished));
        gate.resolve();
        await until(() => finished === index + 1);
      }
      expect(most).toBe(3);
    });

    it('lets a job that waits for its back-off hold up nobody', async () => {
      const { queue, until } = current();
      const { ids, handler } = recorder(({ id }) =>
        id === 'waits' ? { kind: 'retry', reason: 'later' } : done,
      );
      await queue.enqueue('q', [job('waits', { backoffMs: hour }), job('a'), job('b')]);
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => ids().length === 3);
      expect(ids()).toEqual(['waits', 'a', 'b']);
      await until(async () => same(await queue.counts('q'), { ...empty, delayed: 1 }));
    });
  });
}

function limitSuite(current: () => JobQueueHarness): void {
  describe('a limit', () => {
    it('hands out no more than so many in a period, and holds up no other queue', async () => {
      const { queue, until } = current();
      const limited = recorder();
      const free = recorder();
      await queue.enqueue('q', [job('a'), job('b'), job('c'), job('d')]);
      const limit = { count: 2, periodMs: hour };
      await queue.work('q', limited.handler, { concurrency: 4, limit });
      await until(() => limited.seen.length === 2);
      await queue.work('other', free.handler, { concurrency: 1 });
      for (const id of ['1', '2', '3']) {
        await queue.enqueue('other', [job(id)]);
        await until(() => free.ids().includes(id));
      }
      expect(limited.ids()).toEqual(['a', 'b']);
      expect(await queue.counts('q')).toEqual({ ...empty, waiting: 2 });
    });

    it('goes on with the most urgent once the period is over, attempts counted', async () => {
      const { queue, until } = current();
      const { seen, handler } = recorder(({ id, attempt }) =>
        id === 'b' && attempt === 1 ? { kind: 'retry', reason: 'busy' } : done,
      );
      await queue.enqueue('q', [job('c', { priority: 3 }), job('b', { priority: 2 })]);
      await queue.enqueue('q', [job('a', { priority: 1 }), job('d', { priority: 4 })]);
      const limit = { count: 1, periodMs: 100 };
      await queue.work('q', handler, { concurrency: 4, limit });
      await until(() => seen.length === 5);
      expect(seen.map(({ id, attempt }) => `${id}${attempt}`)).toEqual([
        'a1',
        'b1',
        'b2',
        'c1',
        'd1',
      ]);
    });
  });
}

function outcomeSuite(current: () => JobQueueHarness): void {
  describe('an outcome', () => {
    it('of done ends the job, after retries too, and tells nobody', async () => {
      const { queue, until } = current();
      const { seen, failed, handler, onFailed } = recorder(({ attempt }) =>
        attempt < 3 ? { kind: 'retry', reason: 'not yet' } : done,
      );
      await queue.enqueue('q', [job('a')]);
      await queue.work('q', handler, { concurrency: 2, onFailed });
      await until(() => seen.length === 3);
      await until(async () => same(await queue.counts('q'), empty));
      expect(seen.map(({ attempt, maxAttempts }) => [attempt, maxAttempts])).toEqual([
        [1, 3],
        [2, 3],
        [3, 3],
      ]);
      expect(failed).toEqual([]);
    });

    it('of retry fails the job once its attempts are used up, and says so once', async () => {
      const { queue, until } = current();
      const { seen, failed, handler, onFailed } = recorder(({ attempt }) => ({
        kind: 'retry',
        reason: `refused ${attempt} times: \u0000 \ud800`,
      }));
      await queue.enqueue('q', [job('a'), job('once', { maxAttempts: 1 })]);
      await queue.work('q', handler, { concurrency: 1, onFailed });
      await until(async () => same(await queue.counts('q'), { ...empty, failed: 2 }));
      expect(seen.length).toBe(4);
      expect(byId(failed)).toEqual([
        { ...told('a'), reason: 'refused 3 times: \u0000 \ud800', attempts: 3 },
        { ...told('once'), reason: 'refused 1 times: \u0000 \ud800', attempts: 1 },
      ]);
    });

    it('of give-up fails the job at once', async () => {
      const { queue, until } = current();
      const { seen, failed, handler, onFailed } = recorder(({ attempt }) =>
        attempt === 2 ? { kind: 'give-up', reason: 'gone' } : { kind: 'retry', reason: 'busy' },
      );
      await queue.enqueue('q', [job('a', { maxAttempts: 9 })]);
      await queue.work('q', handler, { concurrency: 1, onFailed });
      await until(async () => same(await queue.counts('q'), { ...empty, failed: 1 }));
      expect(seen.length).toBe(2);
      expect(failed).toEqual([{ ...told('a'), reason: 'gone', attempts: 2 }]);
    });

    it('of throwing counts as retry, with what was thrown as its reason', async () => {
      const { queue, until } = current();
      const { seen, failed, handler, onFailed } = recorder(({ id }) => {
        // oxlint-disable-next-line no-throw-literal -- what careless code does
        throw id === 'text' ? 'a bare text' : new Error('socket hang up');
      });
      await queue.enqueue('q', [job('error', { maxAttempts: 2 }), job('text', { maxAttempts: 1 })]);
      await queue.work('q', handler, { concurrency: 1, onFailed });
      await until(() => failed.length === 2);
      expect(seen.length).toBe(3);
      expect(byId(failed)).toEqual([
        { ...told('error'), reason: 'socket hang up', attempts: 2 },
        { ...told('text'), reason: 'a bare text', attempts: 1 },
      ]);
    });

    it('of failure needs nobody to be told', async () => {
      const { queue, until } = current();
      const { handler } = recorder(() => ({ kind: 'give-up', reason: 'no' }));
      await queue.enqueue('q', [job('a')]);
      await queue.work('q', handler, { concurrency: 1 });
      await until(async () => same(await queue.counts('q'), { ...empty, failed: 1 }));
    });

    it('is told again when nobody could be told', async () => {
      const { queue, until } = current();
      const { handler } = recorder(() => ({ kind: 'give-up', reason: 'no' }));
      const reasons: string[] = [];
      await queue.enqueue('q', [job('a')]);
      await queue.work('q', handler, {
        concurrency: 1,
        onFailed: async ({ reason, attempts }) => {
          reasons.push(`${reason} ${attempts}`);
          if (reasons.length === 1) throw new Error('the store is away');
        },
      });
      await until(async () => same(await queue.counts('q'), { ...empty, failed: 1 }));
      expect(reasons).toEqual(['no 1', 'no 1']);
    });

    it('of retry waits for the back-off, which doubles', async () => {
      const { queue, until, now } = current();
      const times: number[] = [];
      const { seen, handler } = recorder(() => {
        times.push(now());
        return { kind: 'retry', reason: 'busy' };
      });
      await queue.enqueue('q', [job('a', { maxAttempts: 4, backoffMs: 40 })]);
      await queue.work('q', handler, { concurrency: 1 });
      await until(() => seen.length === 4);
      const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      // A timer may come a millisecond early by the clock on the wall.
      for (const [index, wait] of waits.entries()) {
        expect(wait).toBeGreaterThanOrEqual(40 * 2 ** index - 1);
      }
    });
  });
}
