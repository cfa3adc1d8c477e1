/** A private Redis: on this machine only, with a password, its log of writes on disk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { LocalEngine, Place } from './engine.ts';
import { hasProgram } from './packages.ts';
import { writePrivately } from './state.ts';

const configFile = (place: Place) => join(place.directory, 'redis.conf');

const url = ({ ports, password }: Place) => `redis://default:${password}@127.0.0.1:${ports[0]}`;

export const redis: LocalEngine = {
  title: 'Redis',
  portCount: 1,
  needs: [{ packageName: 'redis-server', isThere: () => hasProgram('redis-server') }],
  endSignal: 'SIGTERM',
  chooseDirectory(wanted) {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  },
  async prepare(place) {
    const lines = [
      'bind 127.0.0.1',
      `port ${place.ports[0]}`,
      `requirepass ${place.password}`,
      `dir "${place.directory}"`,
      'appendonly yes',
      // A queue that forgets jobs to make room would lose deliveries.
      'maxmemory-policy noeviction',
    ];
    writePrivately(configFile(place), `${lines.join('\n')}\n`);
  },
  command: (place) => ({ program: 'redis-server', parameters: [configFile(place)] }),
  async probe(place) {
    const client = new Redis(url(place), { lazyConnect: true, retryStrategy: () => null });
    // The rejection says the same.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  },
  async furnish() {},
  environment: (place) => ({ HERKOMST_REDIS_URL: url(place) }),
};
