import { jobQueueContract } from '../contract/job-queue.contract.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryJobQueue } from './memory-job-queue.ts';

jobQueueContract('the memory queue', async () => {
  const clock = createManualClock();
  const queue = createMemoryJobQueue(clock);
  return {
    queue,
    now: () => Date.parse(clock.now()),
    async until(condition) {
      for (let steps = 0; !(await condition()); steps += 1) {
        if (steps > 10_000) throw new Error('it never came true');
        await clock.advance(10);
      }
    },
    die: null,
    close: () => queue.close(),
  };
});
