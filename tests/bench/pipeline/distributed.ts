/**
 * Events a second through the distributed pipeline, everything on this machine, beside a bare kafkajs
 * consumer that only parses the same topic in the same run; what each stage costs; one screener
 * against two; and at half of the sustained rate, how long an alert takes.
 *
 * Run: npx node --disable-warning=TimeoutNegativeWarning tests/bench/pipeline/distributed.ts [events]
 */
import { createKafkaEventStream } from '@herkomst/adapter-kafka';
import { openPostgres } from '@herkomst/adapter-postgres';
import { createSqlStores, migrate } from '@herkomst/adapter-sql';
import { assess, readDeclaredEvent } from '@herkomst/core';
import {
  screenerGroup,
  sha256,
  shipmentsTopic,
  startScreener,
  systemClock,
  toStreamEvent,
  type StreamEvent,
} from '@herkomst/runtime';
import { createMemoryEventStream, createSilentLogger } from '@herkomst/runtime/testing';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadRulebook } from '../../../services/herkomst/src/screening/load-rulebook.ts';
import { type RunningService, startService } from '../../support/service.ts';
import { loadEvents } from '../../support/shipments.ts';
import { readBare } from './bare-consumer.ts';
import { startOwnServers } from './own-servers.ts';

const total = Number(process.argv[2] ?? 20_000);
const taintedEvery = 20;
const appendAtOnce = 500;
/** As many as the service takes at a time when nothing else is set. */
const screenBatch = 500;
/** Where the numbers of events begin that never pass through Kafka. */
const unrelated = 50_000_000;
/** How long events are sent for at the end, at half of the sustained rate. */
const pacedSeconds = 10;
const tickMs = 20;

const servers = await startOwnServers();
const services: RunningService[] = [];
const acceptedAt = new Map<string, number>();
const webhook = createServer((request, reply) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const shipmentId = /LOAD-\d+/.exec(Buffer.concat(parts).toString())?.[0] ?? '';
    acceptedAt.set(shipmentId, performance.now());
    reply.writeHead(204).end();
  });
});
webhook.listen(0, '127.0.0.1');
await once(webhook, 'listening');
const { port } = webhook.address() as AddressInfo;

const brokers = (servers.settings['HERKOMST_KAFKA_BROKERS'] ?? '').split(',');
const stream = createKafkaEventStream({ brokers });
const database = await openPostgres({
  url: servers.settings['HERKOMST_POSTGRES_URL'] ?? '',
  maxConnections: 1,
});
try {
  await measure();
} finally {
  for (const service of services) await service.kill();
  webhook.closeAllConnections();
  webhook.close();
  await stream.close();
  await database.close();
  await servers.end();
}

async function measure(): Promise<void> {
  const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
  const events = declare(0, total);
  const bytes = events.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
  console.log(
    `${total} events of ${Math.round(bytes / total)} bytes, ${cpus().length} processors, load of the machine before: ${loadBefore}\n`,
  );

  await measureStages(events.map(({ value }) => value));

  await measureWithoutKafka();
  const one = await startRole('screener', 'screener-1');
  row('append to Kafka', total, await appendAll([one], events));
  const oneMs = await untilScreened([one], total);

  // Warm: the second reading is what counts.
  await readBare(brokers, shipmentsTopic, total);
  const bareMs = await readBare(brokers, shipmentsTopic, total);
  row('bare consumer', total, bareMs);
  row('1 screener', total, oneMs);
  console.log(`  of the bare consumer's rate: ${(bareMs / oneMs).toFixed(3)}`);

  const two = await startRole('screener', 'screener-2');
  await appendAll([one, two], declare(total, total));
  const twoMs = await untilScreened([one, two], total);
  row('2 screeners', total, twoMs);
  console.log(
    `  of the bare consumer's rate: ${(bareMs / twoMs).toFixed(3)}; of one screener's: ${(oneMs / twoMs).toFixed(2)}`,
  );

  await startRole('dispatcher', 'dispatcher');
  const tellingBegan = performance.now();
  const deliveries = await untilTold();
  row('deliver', deliveries, performance.now() - tellingBegan, 'deliveries/s');
  await measureLatency(Math.floor(((total / Math.min(oneMs, twoMs)) * 1000) / 2));
}

function declare(from: number, count: number): StreamEvent[] {
  return [...loadEvents(from, count, { taintedEvery })].map(({ line }) => {
    const reading = readDeclaredEvent(JSON.parse(line));
    if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
    return toStreamEvent(reading.event);
  });
}

/** In this process, without any engine. */
async function measureStages(values: readonly string[]): Promise<void> {
  const rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
  const parsed = timed('JSON.parse', () => values.map((value) => JSON.parse(value) as unknown));
  const read = timed('validate', () =>
    parsed.map((value) => {
      const reading = readDeclaredEvent(value);
      if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
      return reading.event;
    }),
  );
  timed('assess', () => read.map(({ shipment }) => assess(shipment, rulebook)));
}

/** The whole screener on PostgreSQL, in this process, fed from memory. */
async function measureWithoutKafka(): Promise<void> {
  await migrate(database);
  const rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
  const events = createMemoryEventStream();
  await events.append(shipmentsTopic, declare(unrelated, total));
  const began = performance.now();
  const screener = await startScreener({
    stream: events,
    stores: createSqlStores(database),
    clock: systemClock,
    logger: createSilentLogger(),
    sha256,
    rulebook: () => rulebook,
    maxBatch: screenBatch,
  });
  while ((await events.lag(shipmentsTopic, screenerGroup)) > 0) await sleep(5);
  row('screener, no Kafka', total, performance.now() - began);
  await screener.stop();
}

function timed<Result>(name: string, run: () => Result): Result {
  run();
  const began = performance.now();
  const result = run();
  row(name, total, performance.now() - began);
  return result;
}

async function startRole(role: 'screener' | 'dispatcher', name: string): Promise<RunningService> {
  const service = await startService({
    ...servers.settings,
    HERKOMST_MODE: 'distributed',
    HERKOMST_ROLES: role,
    HERKOMST_DATA_DIR: join(servers.directory, name),
    HERKOMST_LOG_LEVEL: 'warn',
    HERKOMST_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    HERKOMST_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
    HERKOMST_WEBHOOK_ALLOW_PRIVATE: 'yes',
  });
  services.push(service);
  return service;
}

/** Appends while the screeners hold still, so that neither is measured by the other. Milliseconds. */
async function appendAll(
  screeners: readonly RunningService[],
  events: readonly StreamEvent[],
): Promise<number> {
  // They have joined, and share the partitions, before they stand still.
  await sleep(5_000);
  for (const { process } of screeners) process.kill('SIGSTOP');
  const began = performance.now();
  for (let at = 0; at < events.length; at += appendAtOnce) {
    await stream.append(shipmentsTopic, events.slice(at, at + appendAtOnce));
  }
  return performance.now() - began;
}

/** Lets the screeners go on. Resolves to the milliseconds until so many more are stored. */
async function untilScreened(screeners: readonly RunningService[], count: number): Promise<number> {
  const before = await stored();
  const began = performance.now();
  for (const { process } of screeners) process.kill('SIGCONT');
  while ((await stored()) < before + count) await sleep(50);
  return performance.now() - began;
}

async function stored(): Promise<number> {
  const [first] = await database.query<{ count: string }>(
    'select count(*)::text as count from herkomst.events',
  );
  return Number(first?.count ?? 0);
}

/** Until the dispatcher is through with what was screened before it was there. How much it told. */
async function untilTold(): Promise<number> {
  const store = createSqlStores(database).of('default');
  for (;;) {
    const { unrelayed, dueDeliveries, deliveries } = await store.counts();
    if (unrelayed + dueDeliveries === 0) return deliveries;
    await sleep(100);
  }
}

/** Sends at a steady rate for some seconds; from just before the append to the webhook's call. */
async function measureLatency(rate: number): Promise<void> {
  const atOnce = Math.max(1, Math.round((rate * tickMs) / 1000));
  const sentAt = new Map<string, number>();
  const appends: Promise<void>[] = [];
  const count = Math.round((pacedSeconds * 1000) / tickMs) * atOnce;
  const events = declare(2 * total, count);
  const began = performance.now();
  for (let at = 0; at < count; at += atOnce) {
    const now = performance.now();
    for (let number = at; number < at + atOnce; number += 1) {
      const shipment = 2 * total + number;
      if (shipment % taintedEvery === 0) sentAt.set(`LOAD-${shipment}`, now);
    }
    appends.push(stream.append(shipmentsTopic, events.slice(at, at + atOnce)));
    const due = began + (at / atOnce + 1) * tickMs;
    await sleep(Math.max(0, due - performance.now()));
  }
  await Promise.all(appends);
  const seconds = (performance.now() - began) / 1000;
  while ([...sentAt.keys()].some((id) => !acceptedAt.has(id))) await sleep(100);
  const latencies = [...sentAt]
    .map(([id, at]) => (acceptedAt.get(id) ?? 0) - at)
    .toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
  console.log(
    `\nfrom produce to alert at ${Math.round(count / seconds)} events/s, ${latencies.length} alerts: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}

function row(name: string, count: number, milliseconds: number, unit = 'events/s'): void {
  const rate = Math.round((count / milliseconds) * 1000);
  const cost = ((milliseconds / count) * 1000).toFixed(1);
  console.log(
    `${name.padEnd(18)} ${String(rate).padStart(8)} ${unit.padEnd(12)} ${cost.padStart(8)} us each`,
  );
}
