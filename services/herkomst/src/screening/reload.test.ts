import type { Rulebook } from '@herkomst/core';
import { createSilentLogger } from '@herkomst/runtime/testing';
import { expect, test } from 'vitest';
import { keepReloadable } from './reload.ts';

test('who waits for another rulebook is told once it is in force, and of a failed one nobody', async () => {
  const [first, second] = ['a', 'b'].map((digest) => ({ digest, lists: [] })) as unknown as [
    Rulebook,
    Rulebook,
  ];
  const loads = [() => Promise.reject(new Error('torn')), () => Promise.resolve(second)];
  const kept = keepReloadable(first, () => loads.shift()!(), createSilentLogger());
  const told: string[] = [];
  kept.onReloaded(async () => {
    await Promise.resolve();
    throw new Error('one that fails keeps no other from being told');
  });
  kept.onReloaded(async () => {
    await Promise.resolve();
    told.push(kept.inForce() === second ? 'second' : 'first');
  });
  try {
    await kept.reload();
    expect([told, kept.inForce()]).toEqual([[], first]);
    await kept.reload();
    expect(told).toEqual(['second']);
  } finally {
    process.removeAllListeners('SIGHUP');
  }
});
