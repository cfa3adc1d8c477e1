/** What goes wrong, each as it happens out there: without warning, and mended some time later. */
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../bench/matching/random.ts';
import type { Cluster, Engine, RoleName } from './cluster.ts';

export interface Fault {
  readonly name: string;
  /** Resolves once the part is back. */
  strike(cluster: Cluster, random: Random): Promise<void>;
}

const killRole = (role: RoleName): Fault => ({
  name: `kill -9 ${role}`,
  async strike(cluster) {
    await cluster.killRole(role);
    await cluster.startRole(role);
  },
});

const killEngine = (engine: Engine): Fault => ({
  name: `kill -9 ${engine}`,
  async strike(cluster, random) {
    await cluster.killEngine(engine);
    await wait(random.below(3000));
    await cluster.startEngine(engine);
  },
});

/** Longer than the session time-out of Kafka's groups, 30 s: its partitions go to the other one. */
const pauseMs = 35_000;

const pauseScreener: Fault = {
  name: 'SIGSTOP screener-1, 35 s',
  async strike(cluster) {
    const { process } = cluster.service('screener-1');
    process.kill('SIGSTOP');
    await wait(pauseMs);
    process.kill('SIGCONT');
  },
};

const forgetRedis: Fault = {
  name: 'Redis loses its memory',
  async strike(cluster) {
    const redis = new Redis(cluster.redisUrl);
    await redis.flushall();
    await redis.quit();
  },
};

const cutConnections: Fault = {
  name: 'PostgreSQL cuts all connections',
  async strike(cluster) {
    const client = new Client({ connectionString: cluster.postgresUrl });
    await client.connect();
    // Some of them are in the middle of a transaction.
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`,
    );
    await client.end();
  },
};

export const faults: readonly Fault[] = [
  killRole('intake'),
  killRole('screener-1'),
  killRole('screener-2'),
  killRole('dispatcher'),
  killEngine('kafka'),
  killEngine('redis'),
  killEngine('postgres'),
  forgetRedis,
  cutConnections,
  pauseScreener,
];

/** Each kind as often as any other, in an order of the seed's choice. */
export function drawFaults(count: number, random: Random): readonly Fault[] {
  const drawn: Fault[] = [];
  while (drawn.length < count) drawn.push(...random.shuffled(faults));
  return drawn.slice(0, count);
}
