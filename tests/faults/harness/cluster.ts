/**
 * The whole in its parts: private Kafka, Redis and PostgreSQL, and the service as one process a
 * role. Each part can be killed and brought back; `stop` ends all of them, whatever happened.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startService, type RunningService } from '../../support/service.ts';

export const roles = ['intake', 'screener-1', 'screener-2', 'dispatcher'] as const;
export type RoleName = (typeof roles)[number];
export type Engine = 'redis' | 'postgres' | 'kafka';

export const token = 'fault-harness-token';

export class Cluster {
  readonly directory: string;
  readonly #webhook: string;
  readonly #services = new Map<RoleName, RunningService>();
  #settings: Readonly<Record<string, string>> = {};

  constructor(directory: string, webhook: string) {
    this.directory = directory;
    this.#webhook = webhook;
  }

  get postgresUrl(): string {
    return this.#settings['HERKOMST_POSTGRES_URL'] ?? '';
  }

  get redisUrl(): string {
    return this.#settings['HERKOMST_REDIS_URL'] ?? '';
  }

  async start(): Promise<void> {
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
    for (const role of roles) await this.startRole(role);
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

  async stop(): Promise<void> {
    for (const service of this.#services.values()) await service.kill().catch(() => undefined);
    for (const engine of ['kafka', 'redis', 'postgres'] as const) {
      await this.killEngine(engine).catch(() => undefined);
    }
    const { readState } = await import('../../../infra/local/state.ts');
    for (const known of Object.values(readState())) {
      await rm(known.directory, { recursive: true, force: true });
    }
    await rm(this.directory, { recursive: true, force: true });
  }
}
