/** What stands in the stream and can not be read, by whoever wrote it there. */
import type { Rulebook } from '@herkomst/core';
import { expect, test } from 'vitest';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryEventStream } from '../memory/memory-event-stream.ts';
import { createMemoryStores } from '../memory/memory-stores.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import { sha256 } from '../sha256.ts';
import { screenerGroup, shipmentsTopic } from '../topics.ts';
import { startScreener } from './screener.ts';

test('is set aside for the tenant it names, and for whoever runs the service where it names none', async () => {
  const clock = createManualClock();
  const stream = createMemoryEventStream({ clock });
  const stores = createMemoryStores();
  const values = ['{"broken', '{"herkomsttenant":"bolt"}', '{"herkomsttenant":"No Name"}', '{}'];
  await stream.append(
    shipmentsTopic,
    values.map((value, nth) => ({ key: `k${nth}`, value })),
  );
  const screener = await startScreener({
    stream,
    stores,
    clock,
    logger: createSilentLogger(),
    sha256,
    rulebook: () => ({}) as Rulebook,
    maxBatch: 10,
  });
  do await clock.advance(0);
  while ((await stream.lag(shipmentsTopic, screenerGroup)) > 0);
  await screener.stop();

  const setAside = async (tenant: string) => {
    const { rows } = await stores.of(tenant).deadLetters({ limit: 10 });
    return rows.map(({ original, path }) => [new TextDecoder().decode(original), path]);
  };
  expect((await setAside('bolt')).map(([original]) => original)).toEqual([values[1]]);
  const own = await setAside('default');
  expect(
    own.map(([original]) => original).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual([values[0], values[2], values[3]].toSorted((a, b) => (String(a) < String(b) ? -1 : 1)));
  expect(own).toContainEqual([values[2], 'herkomsttenant']);
});
