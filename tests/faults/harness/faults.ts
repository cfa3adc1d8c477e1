/** What goes wrong, each as it happens out there: without warning, and mended some time later. */
import { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../bench/matching/random.ts';
import {
  withClient,
  type Cluster,
  type Engine,
  type GuardedEngine,
  type RoleName,
} from './cluster.ts';

export interface Fault {
  readonly name: string;
  /** Why it can not be done here; null when it can. */
  readonly impossible?: (cluster: Cluster) => string | null;
  /** True when starting again is part of recovering, which then counts from the strike. */
  readonly restarts?: true;
  /** Resolves once its cause is gone: the process runs again, the disk has room. */
  strike(cluster: Cluster, random: Random): Promise<void>;
}

const killRole = (role: RoleName): Fault => ({
  name: `kill -9 ${role}`,
  restarts: true,
  async strike(cluster) {
    await cluster.killRole(role);
    await cluster.startRole(role);
  },
});

const killEngine = (engine: Engine): Fault => ({
  name: `kill -9 ${engine}`,
  restarts: true,
  async strike(cluster, random) {
    await cluster.killEngine(engine);
    await wait(random.below(3000));
    await cluster.reviveEngine(engine);
  },
});

/** Longer than the session time-out of Kafka's groups, 10 s: its partitions go to the other one. */
const longPauseMs = 15_000;
/** Longer than the hold of a queue's worker on its jobs, 15 s: others may take them. */
const jobPauseMs = 20_000;
const shortPauseMs = 5_000;

const pauseRole = (role: RoleName, milliseconds: number): Fault => ({
  name: `SIGSTOP ${role}, ${milliseconds / 1000} s`,
  async strike(cluster) {
    const { process } = cluster.service(role);
    process.kill('SIGSTOP');
    await wait(milliseconds);
    process.kill('SIGCONT');
  },
});

const pauseEngine = (engine: Engine, milliseconds: number): Fault => ({
  name: `SIGSTOP ${engine}, ${milliseconds / 1000} s`,
  async strike(cluster) {
    await cluster.signalEngine(engine, 'SIGSTOP');
    await wait(milliseconds);
    await cluster.signalEngine(engine, 'SIGCONT');
  },
});

const forgetRedis: Fault = {
  name: 'Redis loses its memory',
  async strike(cluster) {
    const redis = new Redis(cluster.redisUrl);
    await redis.flushall();
    await redis.quit();
  },
};

/** How long somebody is waited for who is in the middle of a transaction. */
const lookMs = 5_000;

const cutTransaction: Fault = {
  name: 'PostgreSQL cut amid a transaction',
  strike: (cluster) =>
    withClient(cluster.postgresUrl, async (client) => {
      const kill = (condition: string) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and datname = current_database() and ${condition}`,
        );
      for (const until = Date.now() + lookMs; Date.now() < until;) {
        const { rowCount } = await kill('backend_xid is not null');
        if (rowCount !== null && rowCount > 0) return;
      }
      await kill('true');
    }),
};

const slamDoor = (engine: GuardedEngine): Fault => ({
  name: `all connections to ${engine} reset`,
  async strike(cluster) {
    cluster.door(engine).cut();
  },
});

const fillDisk = (engine: GuardedEngine): Fault => ({
  name: `disk full under ${engine}`,
  impossible: (cluster) =>
    cluster.disk(engine) === null ? 'only root may mount a disk for it' : null,
  async strike(cluster, random) {
    const disk = cluster.disk(engine);
    disk?.fill();
    await wait(3_000 + random.below(3_000));
    disk?.free();
    await cluster.reviveEngine(engine);
  },
});

export const faults: readonly Fault[] = [
  killRole('intake'),
  killRole('screener-1'),
  killRole('screener-2'),
  killRole('dispatcher'),
  killEngine('kafka'),
  killEngine('redis'),
  killEngine('postgres'),
  forgetRedis,
  cutTransaction,
  slamDoor('postgres'),
  slamDoor('redis'),
  fillDisk('postgres'),
  fillDisk('redis'),
  pauseRole('screener-1', longPauseMs),
  pauseRole('dispatcher', jobPauseMs),
  pauseRole('intake', shortPauseMs),
  pauseEngine('kafka', shortPauseMs),
  pauseEngine('redis', shortPauseMs),
];

/** Each kind as often as any other, in an order of the seed's choice. */
export function drawFaults(count: number, kinds: readonly Fault[], random: Random): Fault[] {
  const drawn: Fault[] = [];
  while (drawn.length < count) drawn.push(...random.shuffled(kinds));
  return drawn.slice(0, count);
}
