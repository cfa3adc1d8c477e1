import { expect, it } from 'vitest';
import { createManualClock } from './manual-clock.ts';

it('stands still until it is moved', async () => {
  const clock = createManualClock('2026-03-02T08:00:00Z');
  expect(clock.now()).toBe('2026-03-02T08:00:00.000Z');
  await clock.advance(1_500);
  expect(clock.now()).toBe('2026-03-02T08:00:01.500Z');
});

it('wakes sleepers in the order of their hour, those too that begin on the way', async () => {
  const clock = createManualClock('2026-03-02T08:00:00Z');
  const log: string[] = [];
  const sleeper = async (name: string, milliseconds: number) => {
    await clock.sleep(milliseconds);
    log.push(`${name} ${clock.now().slice(17, 23)}`);
  };
  const twice = async () => {
    await sleeper('c', 100);
    await sleeper('c', 100);
  };
  const all = Promise.all([sleeper('a', 300), sleeper('b', 150), twice(), sleeper('d', 301)]);
  expect(clock.sleeping).toBe(4);
  await clock.advance(300);
  expect(log).toEqual(['c 00.100', 'b 00.150', 'c 00.200', 'a 00.300']);
  expect(clock.sleeping).toBe(1);
  await clock.advance(1);
  await all;
  expect(clock.now()).toBe('2026-03-02T08:00:00.301Z');
});

it('ends a sleep at once when the signal is aborted, before or during it', async () => {
  const clock = createManualClock();
  const controller = new AbortController();
  const during = clock.sleep(1_000, controller.signal);
  controller.abort();
  await during;
  await clock.sleep(1_000, controller.signal);
  expect(clock.sleeping).toBe(0);
});

it('refuses a start that is no time', () => {
  expect(() => createManualClock('yesterday')).toThrow('not a time: yesterday');
});
