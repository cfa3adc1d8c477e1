/** A private Kafka: one node that is broker and controller (KRaft), from the released jars. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
const key = (place: Place) => join(place.directory, 'key.pem');
const certificate = (place: Place) => join(place.directory, 'certificate.pem');
const user = 'herkomst';
const brokers = (place: Place) => `127.0.0.1:${place.ports[0]}`;

export const kafka: LocalEngine = {
  title: 'Kafka',
  portCount: 3,
  needs: [
    { packageName: 'openjdk-17-jre-headless', isThere: () => javaVersion() >= 17 },
    { packageName: 'maven', isThere: () => hasProgram('mvn') },
    { packageName: 'openssl', isThere: () => hasProgram('openssl') },
  ],
  endSignal: 'SIGTERM',
  chooseDirectory(wanted) {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  },
  async prepare(place, say) {
    await fetchJars(say);
    await makeCertificate(place);
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
  environment: (place) => ({
    HERKOMST_KAFKA_BROKERS: brokers(place),
    // The same broker by its guarded door, for the tests of TLS and SASL.
    HERKOMST_TEST_KAFKA_SECURE: JSON.stringify({
      brokers: [`127.0.0.1:${place.ports[2]}`],
      ca: certificate(place),
      username: user,
      password: place.password,
    }),
  }),
};

/** One node keeps one copy of everything, also of what Kafka keeps for itself. */
function configuration(place: Place): string {
  const [port, controllerPort, securePort] = place.ports;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [
      `PLAINTEXT://127.0.0.1:${port}`,
      `SASL_SSL://127.0.0.1:${securePort}`,
      `CONTROLLER://127.0.0.1:${controllerPort}`,
    ].join(','),
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': key(place),
    'sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.sasl_ssl.plain.sasl.jaas.config':
      'org.apache.kafka.common.security.plain.PlainLoginModule required ' +
      `user_${user}="${place.password}";`,
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

/** Signed by itself, for this machine alone. Kafka wants its key and certificate in one file. */
async function makeCertificate(place: Place): Promise<void> {
  if (existsSync(certificate(place))) return;
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-noenc',
    '-days',
    '3650',
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    key(place),
    '-out',
    `${certificate(place)}.new`,
  ]);
  appendFileSync(key(place), readFileSync(`${certificate(place)}.new`));
  renameSync(`${certificate(place)}.new`, certificate(place));
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
