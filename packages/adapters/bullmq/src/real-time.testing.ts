/** For engines that go by the clock on the wall, tests can only wait. */
import { setTimeout as sleep } from 'node:timers/promises';

export const realTime = {
  now: () => Date.now(),
  until: async (condition: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await condition())) await sleep(5);
  },
};
