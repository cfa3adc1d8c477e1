/** A private Kafka: one node that is broker and controller (KRaft), from the released jars. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import type { LocalEngine, Place, Say } from './engine.ts';
import { hasProgram } from './packages.ts';
import { run } from './run.ts';
import { repository, writePrivately } from './state.ts';

const pom = fileURLToPath(new URL('../pom.xml', import.meta.url));
const logging = fileURLToPath(new URL('kafka-log4j2.xml', import.meta.url));

/** Shared by all instances of this clone: they are no data. */
const jars = join(
  repository,
  '.herkomst',
  `kafka-jars-${createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)}`,
);

const data = (place: Place) => join(place.directory, 'data');
const configFile = (place: Place) => join(place.directory, 'server.properties');
const brokers = (place: Place) => `127.0.0.1:${place.ports[0]}`;

export const kafka: LocalEngine = {
  title: 'Kafka',
  portCount: 2,
  needs: [
    { packageName: 'openjdk-17-jre-headless', isThere: () => javaVersion() >= 17 },
    { packageName: 'maven', isThere: () => hasProgram('mvn') },
  ],
  endSignal: 'SIGTERM',
  chooseDirectory(wanted) {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  },
  async prepare(place, say) {
    await fetchJars(say);
    writePrivately(configFile(place), configuration(place));
    if (existsSync(join(data(place), 'meta.properties'))) return;
    say('formatting its log');
    rmSync(data(place), { recursive: true, force: true });
    const cluster = randomBytes(16).toString('base64url');
    await run('java', [
      '-cp',
      join(jars, '*'),
      'kafka.tools.StorageTool',
      'format',
      '-t',
      cluster,
      '-c',
      configFile(place),
    ]);
  },
  command: (place) => ({
    program: 'java',
    parameters: [
      // Small: the tests' topics are, and the machine is shared with all the rest.
      '-Xms128m',
      '-Xmx512m',
      '-XX:+UseSerialGC',
      `-Dlog4j2.configurationFile=${logging}`,
      '-cp',
      join(jars, '*'),
      'kafka.Kafka',
      configFile(place),
    ],
  }),
  async probe(place) {
    const admin = new Kafka({
      clientId: 'herkomst-infra',
      brokers: [brokers(place)],
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
      connectionTimeout: 1_000,
      requestTimeout: 2_000,
    }).admin();
    try {
      await admin.connect();
      const { controller } = await admin.describeCluster();
      if (controller === null || controller < 0) throw new Error('it has no controller yet');
    } finally {
      await admin.disconnect();
    }
  },
  async furnish() {},
  environment: (place) => ({ HERKOMST_KAFKA_BROKERS: brokers(place) }),
};

/** One node keeps one copy of everything, also of what Kafka keeps for itself. */
function configuration(place: Place): string {
  const [port, controllerPort] = place.ports;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'log.dirs': data(place),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 2,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Nobody waits for more members of a group than there will be.
    'group.initial.rebalance.delay.ms': 0,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Fetched again when the pom has changed since. A fetch that was interrupted leaves nothing. */
async function fetchJars(say: Say): Promise<void> {
  if (existsSync(jars)) return;
  say('fetching its jars by Maven; this takes a minute the first time');
  const fetched = `${jars}.${process.pid}`;
  await run('mvn', [
    '--batch-mode',
    '--no-transfer-progress',
    '--quiet',
    '--file',
    pom,
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${fetched}`,
  ]);
  rmSync(jars, { recursive: true, force: true });
  renameSync(fetched, jars);
}

/** 0 where there is no Java. */
function javaVersion(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}
