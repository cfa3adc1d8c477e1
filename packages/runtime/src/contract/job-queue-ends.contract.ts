/** What every job queue must do when it is stopped, and when its process dies. */
import { describe, expect, it } from 'vitest';
import type { JobOutcome } from '../ports/job-queue.ts';
import type { JobQueueHarness } from './job-queue-harness.ts';
import { done, empty, job, recorder, same } from './job-samples.ts';

export function stopSuite(current: () => JobQueueHarness): void {
  describe('stop', () => {
    it('waits for the job in hand, whose outcome counts, and takes no other', async () => {
      const { queue, until } = current();
      const gate = Promise.withResolvers<void>();
      const first = recorder(async () => {
        await gate.promise;
        return done;
      });
      const worker = await queue.work('q', first.handler, { concurrency: 1 });
      await queue.enqueue('q', [job('a'), job('b')]);
      await until(() => first.seen.length === 1);
      let stopped = false;
      const stopping = (async () => {
        await Promise.all([worker.stop(), worker.stop()]);
        stopped = true;
      })();
      await queue.enqueue('q', [job('c')]);
      expect(stopped).toBe(false);
      gate.resolve();
      await stopping;
      await worker.stop();
      expect(first.ids()).toEqual(['a']);
      expect(await queue.counts('q')).toEqual({ ...empty, waiting: 2 });
      const second = recorder();
      await queue.work('q', second.handler, { concurrency: 1 });
      await until(() => second.seen.length === 2);
      expect(second.ids()).toEqual(['b', 'c']);
    });

    it('ends one of two workers only', async () => {
      const { queue, until } = current();
      const [one, other] = [recorder(), recorder()];
      const worker = await queue.work('q', one.handler, { concurrency: 1 });
      await queue.work('q', other.handler, { concurrency: 1 });
      await worker.stop();
      await queue.enqueue('q', [job('a'), job('b')]);
      await until(() => other.seen.length === 2);
      expect(one.seen).toEqual([]);
    });

    it('comes with close, for all workers', async () => {
      const { queue, until } = current();
      const gate = Promise.withResolvers<void>();
      let finished = 0;
      let started = 0;
      for (const name of ['q', 'r']) {
        await queue.enqueue(name, [job('a')]);
        await queue.work(
          name,
          async () => {
            started += 1;
            await gate.promise;
            finished += 1;
            return done;
          },
          { concurrency: 1 },
        );
      }
      await queue.work('idle', async () => done, { concurrency: 1 });
      await until(() => started === 2);
      const closing = queue.close();
      gate.resolve();
      await closing;
      expect(finished).toBe(2);
      await expect(queue.enqueue('q', [job('b')])).rejects.toThrow('closed');
    });
  });
}

export function deathSuite(current: () => JobQueueHarness): void {
  it('loses nothing when its process dies: in hand, waiting, delayed, or known', async (context) => {
    const { queue, until, die } = current();
    if (die === null) return context.skip('it promises nothing beyond its process');
    const outcomes: Record<string, JobOutcome> = {
      failed: { kind: 'give-up', reason: 'never' },
      delayed: { kind: 'retry', reason: 'later' },
    };
    const held = Promise.withResolvers<void>();
    const before = recorder(async ({ id }) => {
      if (id === 'held') await held.promise;
      return outcomes[id] ?? done;
    });
    const jobs = ['done', 'failed', 'delayed', 'held', 'waiting'].map((id) =>
      job(id, { backoffMs: id === 'delayed' ? 1_000 : 1 }),
    );
    await queue.enqueue('q', jobs);
    await queue.work('q', before.handler, { concurrency: 1 });
    await until(() => before.seen.length === 4);
    const next = await die();
    const after = recorder();
    await next.enqueue('q', jobs);
    await next.work('q', after.handler, { concurrency: 1 });
    await until(() => after.seen.length === 3);
    await until(async () => same(await next.counts('q'), { ...empty, failed: 1 }));
    held.resolve();
    const attempts = after.seen.map(({ id, attempt }) => `${id} ${attempt}`);
    expect(attempts.toSorted()).toEqual(['delayed 2', 'held 1', 'waiting 1']);
  });
}
