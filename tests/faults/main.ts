/**
 * `npx node tests/faults/main.ts [--events N] [--faults N] [--seed S] [--only text]`: the distributed
 * service under a known load, with faults at points drawn from the seed; then counts what was lost,
 * done twice or left undone. Exit 1 when a promise was broken.
 */
import { assessmentsTopic, deadLettersTopic } from '@herkomst/runtime';
import { mkdtemp, readFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Random } from '../bench/matching/random.ts';
import { Cluster, token, withClient } from './harness/cluster.ts';
import { drawFaults, faults, type Fault } from './harness/faults.ts';
import { newLoad, sendAgain, sendChunk, shipmentOf } from './harness/load.ts';
import { describeLoad, describeWebhook, tableOf, type Recovery } from './harness/report.ts';
import { readTopicIds } from './harness/topics.ts';
import { brokenPromises, type Trouble } from './harness/verify.ts';
import { startWebhookReceiver } from './harness/webhook.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '3000' },
    faults: { type: 'string', default: '10' },
    seed: {
      type: 'string',
      default: process.env['HERKOMST_TEST_SEED'] ?? String(Date.now() % 1_000_000),
    },
    /** Only faults whose name has this in it. */
    only: { type: 'string', default: '' },
  },
});
const total = Number(values.events);
const faultCount = Number(values.faults);
const { seed } = values;
const chunk = 100;
/** How long a fault may take to be forgotten, and the end to be reached. */
const patienceMs = 300_000;

// One for each use: what is drawn must not depend on how fast the machine is.
const random = new Random(`${seed} load`);
const strikes = new Random(`${seed} faults`);
const directory = await mkdtemp(join(tmpdir(), 'herkomst-faults-'));
// PostgreSQL runs as another user where root runs this. The files with passwords are closed.
await chmod(directory, 0o755);
// Before the modules that read it are loaded, which is why they are imported late.
process.env['HERKOMST_INFRA_DIR'] = join(directory, 'infra');

console.log(`${total} events, ${faultCount} faults, --seed ${seed}`);
const webhook = await startWebhookReceiver(new Random(`${seed} webhook`));
const cluster = new Cluster(directory, webhook.url, total);
const recoveries: Recovery[] = [];
const troubles: Trouble[] = [];
const sent = newLoad();
const url = () => cluster.service('intake').url;

const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  }
});

let broken: readonly string[];
try {
  broken = await Promise.race([test(), interrupted]);
} catch (error) {
  console.error(error);
  broken = ['the run did not come to its end'];
} finally {
  await webhook.close();
  await cluster.stop();
}
console.log(`\n${describeLoad(sent)}\n${describeWebhook(webhook)}\n\n${tableOf(recoveries)}\n`);
console.log(
  broken.length === 0
    ? 'lost 0, done twice 0, stuck 0, dead letters exactly those meant'
    : `BROKEN (--seed ${seed}):\n${broken.map((each) => `  ${each}`).join('\n')}`,
);
// An interrupted run may still be at it.
process.exit(broken.length === 0 ? 0 : 1);

async function test(): Promise<readonly string[]> {
  await cluster.start();
  console.log('engines and services are up');
  const kinds = faults.filter((fault) => {
    const reason = fault.impossible?.(cluster) ?? null;
    if (reason !== null) console.log(`SKIPPED: ${fault.name}: ${reason}`);
    return reason === null && fault.name.includes(values.only);
  });
  const drawn = drawFaults(faultCount, kinds, strikes);
  for (const [index, fault] of drawn.entries()) {
    const segmentEnd = Math.round((total * (index + 1)) / (drawn.length + 1));
    const start = sent.eventIds.length;
    await sendUpTo(start + strikes.below(Math.max(1, segmentEnd - start - chunk)));
    await suffer(fault, segmentEnd);
  }
  await sendUpTo(total);
  const still = await untilStill();
  const file = await readFile(join(directory, 'dispatcher', 'alerts.ndjson'), 'utf8');
  const published = {
    assessments: await readTopicIds(cluster.brokers, assessmentsTopic),
    letters: await readTopicIds(cluster.brokers, deadLettersTopic),
  };
  const found = await withClient(cluster.postgresUrl, (client) =>
    brokenPromises(
      async (statement) =>
        (await client.query<{ text: string }>(statement)).rows.map(({ text }) => text),
      {
        sent,
        taken: webhook.taken,
        published,
        file: file.split('\n').filter((line) => line !== ''),
        troubles,
      },
    ),
  );
  const ended = cluster.ended().map((role) => `${role} ended by itself`);
  return [...(still === null ? [] : [`stuck: ${still}`]), ...ended, ...found];
}

async function sendUpTo(end: number): Promise<void> {
  while (sent.eventIds.length < end) {
    const from = sent.eventIds.length;
    await sendChunk(url, from, Math.min(chunk, end - from), sent);
    if (random.chance(0.1)) await sendAgain(url, from, sent.eventIds.length - from, sent);
  }
}

/** Strikes amid sending, and waits until what was sent after it is screened and told. */
async function suffer(fault: Fault, segmentEnd: number): Promise<void> {
  const from = Date.now();
  const striking = fault.strike(cluster, strikes);
  // A failure while events are being sent is awaited below.
  striking.catch(() => undefined);
  await sendUpTo(segmentEnd - chunk);
  await striking;
  const gone = Date.now();
  const first = sent.eventIds.length;
  await sendUpTo(Math.min(total, first + chunk));
  const fresh = sent.eventIds.slice(first).map(shipmentOf);
  const tainted = fresh.filter((id) => sent.taintedShipments.has(id));
  for (;;) {
    const told = tainted.length === 0 || tainted.some((id) => webhook.shipments.has(id));
    if (told && (await screened()) >= sent.eventIds.length) break;
    if (Date.now() - gone > patienceMs) throw new Error(`stuck after: ${fault.name}`);
    await wait(100);
  }
  const seconds = (Date.now() - (fault.restarts === true ? from : gone)) / 1000;
  troubles.push({ from, to: Date.now() });
  recoveries.push({ fault: fault.name, seconds });
  console.log(
    `${String(recoveries.length).padStart(4)}  ${fault.name}: recovered in ${seconds.toFixed(1)} s`,
  );
}

/** Events that had their effect; 0 while the database does not answer. */
function screened(): Promise<number> {
  return withClient(cluster.postgresUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>('select count(*) from herkomst.events');
    return Number(rows[0]?.count);
  }).catch(() => 0);
}

interface Status {
  readonly idle: boolean;
  readonly deliveries: { readonly delayed: number; readonly failed: number };
  readonly stored: { readonly dueDeliveries: number };
}

/** Null once nothing waits any more; what waits still when that takes too long. */
async function untilStill(): Promise<string | null> {
  for (const until = Date.now() + patienceMs; ; await wait(500)) {
    const status = await readStatus();
    const still =
      status !== null &&
      status.idle &&
      status.deliveries.delayed + status.deliveries.failed + status.stored.dueDeliveries === 0 &&
      (await unpublished()) === 0;
    if (still) return null;
    if (Date.now() > until) return JSON.stringify(status);
  }
}

/** What is owed to the topics; 1 while the database does not answer. */
function unpublished(): Promise<number> {
  return withClient(cluster.postgresUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from herkomst.publications',
    );
    return Number(rows[0]?.count);
  }).catch(() => 1);
}

async function readStatus(): Promise<Status | null> {
  try {
    const response = await fetch(`${url()}/v1/status`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? ((await response.json()) as Status) : null;
  } catch {
    return null;
  }
}
