/**
 * The whole in its parts: private Kafka, Redis and PostgreSQL, and the service as one process a
 * role. Each part can be killed and brought back; `stop` ends all of them, whatever happened.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startService, type RunningService } from '../../support/service.ts';
import { mountDisk, type Disk } from './disk.ts';
import { openDoor, type Door } from './door.ts';

export const roles = ['intake', 'screener-1', 'screener-2', 'dispatcher'] as const;
export type RoleName = (typeof roles)[number];
export type Engine = 'redis' | 'postgres' | 'kafka';
/** Reached through a door that can be slammed. Kafka gives its clients its own address. */
export type GuardedEngine = 'redis' | 'postgres';

/** How long an engine may take to come back. */
const reviveMs = 180_000;

export const token = 'fault-harness-token';

export class Cluster {
  readonly directory: string;
  readonly #webhook: string;
  readonly #services = new Map<RoleName, RunningService>();
  readonly #disks = new Map<GuardedEngine, Disk>();
  readonly #doors = new Map<GuardedEngine, Door>();
  readonly #events: number;
  #settings: Readonly<Record<string, string>> = {};

  /** So many events will be sent, which says how large a disk must be. */
  constructor(directory: string, webhook: string, events: number) {
    this.directory = directory;
    this.#webhook = webhook;
    this.#events = events;
  }

  /** Null where none of its own could be mounted. */
  disk(engine: GuardedEngine): Disk | null {
    return this.#disks.get(engine) ?? null;
  }

  door(engine: GuardedEngine): Door {
    const door = this.#doors.get(engine);
    if (door === undefined) throw new Error(`${engine} has no door yet`);
    return door;
  }

  /** Those that have ended though nobody told them to. */
  ended(): readonly RoleName[] {
    return [...this.#services]
      .filter(([, { process }]) => process.exitCode !== null || process.signalCode !== null)
      .map(([role]) => role);
  }

  get postgresUrl(): string {
    return this.#settings['HERKOMST_POSTGRES_URL'] ?? '';
  }

  get brokers(): readonly string[] {
    return (this.#settings['HERKOMST_KAFKA_BROKERS'] ?? '').split(',');
  }

  get redisUrl(): string {
    return this.#settings['HERKOMST_REDIS_URL'] ?? '';
  }

  async start(): Promise<void> {
    await this.#mountDisks();
    for (const engine of ['postgres', 'redis', 'kafka'] as const) await this.startEngine(engine);
    const { engines } = await import('../../../infra/local/engines.ts');
    const { readState } = await import('../../../infra/local/state.ts');
    const state = readState();
    this.#settings = Object.fromEntries(
      (['postgres', 'redis', 'kafka'] as const).flatMap((name) => {
        const known = state[name];
        return known === undefined ? [] : Object.entries(engines[name].environment(known));
      }),
    );
    // Else it keeps more of its log than there is room for.
    await withClient(this.postgresUrl, async (client) => {
      await client.query("alter system set max_wal_size = '64MB'");
      await client.query('select pg_reload_conf()');
    });
    this.#doors.set('postgres', await openDoor(Number(new URL(this.postgresUrl).port)));
    this.#doors.set('redis', await openDoor(Number(new URL(this.redisUrl).port)));
    for (const role of roles) await this.startRole(role);
  }

  async #mountDisks(): Promise<void> {
    const { infraDirectory } = await import('../../../infra/local/state.ts');
    const megabytes = { postgres: 400 + Math.ceil(this.#events * 0.012), redis: 256 } as const;
    for (const engine of ['postgres', 'redis'] as const) {
      const disk = mountDisk(join(infraDirectory, engine), megabytes[engine]);
      if (disk !== null) this.#disks.set(engine, disk);
    }
  }

  service(role: RoleName): RunningService {
    const service = this.#services.get(role);
    if (service === undefined) throw new Error(`${role} does not run`);
    return service;
  }

  async startRole(role: RoleName): Promise<void> {
    const engines = Object.entries(this.#settings).filter(
      ([name]) => !name.startsWith('HERKOMST_TEST_'),
    );
    const service = await startService({
      ...Object.fromEntries(engines),
      HERKOMST_POSTGRES_URL: throughDoor(this.postgresUrl, this.door('postgres')),
      HERKOMST_REDIS_URL: throughDoor(this.redisUrl, this.door('redis')),
      HERKOMST_MODE: 'distributed',
      HERKOMST_ROLES: role.replace(/-\d$/, ''),
      HERKOMST_TOKEN: token,
      HERKOMST_DATA_DIR: join(this.directory, role),
      HERKOMST_WEBHOOK_URL: this.#webhook,
      HERKOMST_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
      HERKOMST_WEBHOOK_ALLOW_PRIVATE: 'yes',
      HERKOMST_DELIVERY_BACKOFF_MS: '200',
      HERKOMST_DELIVERY_ATTEMPTS: '30',
      HERKOMST_REFILL_MS: '5000',
    });
    this.#services.set(role, service);
  }

  async killRole(role: RoleName): Promise<void> {
    await this.service(role).kill();
  }

  async startEngine(name: Engine): Promise<void> {
    const { engines } = await import('../../../infra/local/engines.ts');
    const { installMissing } = await import('../../../infra/local/packages.ts');
    const { bringUp } = await import('../../../infra/local/up.ts');
    installMissing(engines[name].needs, () => {});
    await bringUp(name, engines[name], () => {});
  }

  /** SIGKILL, without a word; children of it go with it or notice. */
  async killEngine(name: Engine): Promise<void> {
    const { end } = await import('../../../infra/local/processes.ts');
    const { readState } = await import('../../../infra/local/state.ts');
    const known = readState()[name];
    if (known?.process) await end(known.process, 'SIGKILL', 10_000);
  }

  /** Resolves once it answers at its old address, which is where the services look for it. */
  async reviveEngine(name: Engine): Promise<void> {
    const { freePorts } = await import('../../../infra/local/ports.ts');
    const { isAlive } = await import('../../../infra/local/processes.ts');
    const { readState } = await import('../../../infra/local/state.ts');
    for (const patience = AbortSignal.timeout(reviveMs); ; await sleep(250)) {
      const { ports = [], process = null } = readState()[name] ?? {};
      const got = isAlive(process) ? ports : await freePorts(ports.length, ports);
      if (got.some((port, index) => port !== ports[index])) continue;
      try {
        return await this.startEngine(name);
      } catch (error) {
        // PostgreSQL's orphans hold its memory for a moment; a full disk was only just freed.
        if (patience.aborted) throw error;
      }
    }
  }

  async signalEngine(name: Engine, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const { isAlive } = await import('../../../infra/local/processes.ts');
    const { readState } = await import('../../../infra/local/state.ts');
    const mark = readState()[name]?.process ?? null;
    if (isAlive(mark)) process.kill(mark.pid, signal);
  }

  async stop(): Promise<void> {
    for (const service of this.#services.values()) await service.kill().catch(() => undefined);
    for (const engine of ['kafka', 'redis', 'postgres'] as const) {
      await this.killEngine(engine).catch(() => undefined);
    }
    for (const door of this.#doors.values()) await door.close();
    for (const disk of this.#disks.values()) disk.unmount();
    const { readState } = await import('../../../infra/local/state.ts');
    for (const known of Object.values(readState())) {
      await rm(known.directory, { recursive: true, force: true });
    }
    await rm(this.directory, { recursive: true, force: true });
  }
}

function throughDoor(address: string, { port }: Door): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}

export async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString });
  // A connection that breaks rejects what waits for it; beyond that there is nobody to tell.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
