/**
 * `npx node tests/faults/main.ts [--events N] [--faults N] [--seed S]`: the distributed service
 * under a known load, with faults at points drawn from the seed; then counts what was lost, done
 * twice or left undone. Exit 1 when a promise was broken.
 */
import { openPostgres } from '@herkomst/adapter-postgres';
import { createSqlStore } from '@herkomst/adapter-sql';
import type { Store, StoreCounts } from '@herkomst/runtime';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Random } from '../bench/matching/random.ts';
import { Cluster } from './harness/cluster.ts';
import { drawFaults, type Fault } from './harness/faults.ts';
import { newLoad, sendAgain, sendChunk, type SentLoad } from './harness/load.ts';
import { startWebhookReceiver, type WebhookReceiver } from './harness/webhook.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '3000' },
    faults: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const total = Number(values.events);
const faultCount = Number(values.faults);
const { seed } = values;
const chunk = 100;
/** How long a fault may take to be forgotten, and the end to be reached. */
const patienceMs = 300_000;

const random = new Random(seed);
const directory = await mkdtemp(join(tmpdir(), 'herkomst-faults-'));
// Before the modules that read it are loaded, which is why they are imported late.
process.env['HERKOMST_INFRA_DIR'] = join(directory, 'infra');

console.log(`${total} events, ${faultCount} faults, --seed ${seed}`);
const webhook = await startWebhookReceiver(random);
const cluster = new Cluster(directory, webhook.url);
const recoveries: { readonly fault: string; readonly seconds: number }[] = [];
const sent = newLoad();
let broken: string[] = ['the run did not come to its end'];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // Nobody else would end what is left running.
    void cluster.stop().finally(() => process.exit(130));
  });
}
try {
  await cluster.start();
  console.log('engines and services are up');
  await run();
  await untilStill();
  broken = await verify();
} catch (error) {
  console.error(error);
} finally {
  await webhook.close();
  await cluster.stop();
}
report();
process.exitCode = broken.length === 0 ? 0 : 1;

async function run(): Promise<void> {
  const drawn = drawFaults(faultCount, random);
  const perFault = Math.ceil(total / chunk / (drawn.length + 1)) * chunk;
  for (const fault of drawn) {
    await sendUpTo(Math.min(total, sent.events + perFault));
    await suffer(fault);
  }
  await sendUpTo(total);
}

async function sendUpTo(end: number): Promise<void> {
  const url = () => cluster.service('intake').url;
  while (sent.events < end) {
    const from = sent.events;
    const count = Math.min(chunk, end - from);
    await sendChunk(url, from, count, sent);
    if (random.chance(0.1)) await sendAgain(url, from, count, sent);
  }
}

/** Strikes amid sending, and waits until all that was sent by then is screened. */
async function suffer(fault: Fault): Promise<void> {
  const began = Date.now();
  const striking = fault.strike(cluster, random);
  if (sent.events < total) await sendUpTo(Math.min(total, sent.events + chunk));
  await striking;
  const awaited = sent.events;
  for (;;) {
    const counts = await count();
    if (counts !== null && counts.events >= awaited) break;
    if (Date.now() - began > patienceMs) throw new Error(`stuck after: ${fault.name}`);
    await wait(200);
  }
  const seconds = (Date.now() - began) / 1000;
  recoveries.push({ fault: fault.name, seconds });
  console.log(`${fault.name}: all screened again after ${seconds.toFixed(1)} s`);
}

async function untilStill(): Promise<void> {
  const began = Date.now();
  for (;;) {
    const counts = await count();
    const still =
      counts !== null &&
      counts.events >= sent.events &&
      counts.unrelayed === 0 &&
      counts.dueDeliveries === 0;
    if (still) return;
    if (Date.now() - began > patienceMs) {
      console.error('not still:', counts);
      return;
    }
    await wait(500);
  }
}

/** Null while the database does not answer. */
async function count(): Promise<StoreCounts | null> {
  return withStore((store) => store.counts()).catch(() => null);
}

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const database = await openPostgres({ url: cluster.postgresUrl, maxConnections: 1 });
  try {
    return await work(createSqlStore(database));
  } finally {
    await database.close();
  }
}

/** The promises that were broken, each with its numbers. */
async function verify(): Promise<string[]> {
  const counts = await withStore((store) => store.counts());
  // Each alert goes to the terminal, a file, the cases and the webhook.
  const wanted = {
    events: sent.events,
    assessments: sent.events,
    alerts: sent.tainted,
    standingAlerts: sent.tainted,
    deadLetters: sent.malformed,
    unrelayed: 0,
    dueDeliveries: 0,
    deliveries: sent.tainted * 4,
  };
  const faults = Object.entries(wanted).flatMap(([name, expected]) => {
    const found = counts[name as keyof typeof wanted];
    return found === expected ? [] : [`${name}: ${found} instead of ${expected}`];
  });
  if (webhook.taken.size !== sent.tainted) {
    faults.push(`webhook told of ${webhook.taken.size} alerts instead of ${sent.tainted}`);
  }
  const told = (await readFile(join(directory, 'dispatcher', 'alerts.ndjson'), 'utf8'))
    .trim()
    .split('\n');
  if (told.length !== sent.tainted || new Set(told).size !== sent.tainted) {
    faults.push(`the file has ${told.length} lines, ${new Set(told).size} of them different`);
  }
  return faults;
}

function report(): void {
  const repeated = [...takenTwice(webhook)].length;
  console.log(`\n${describe(sent)}`);
  console.log(
    `webhook: ${webhook.taken.size} alerts taken, ${repeated} of them more than once (told again after a kill between call and record), ${webhook.refused()} calls refused on purpose`,
  );
  const byFault = Map.groupBy(recoveries, ({ fault }) => fault);
  for (const [fault, each] of [...byFault].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const times = each.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `  ${fault.padEnd(34)} ${String(times.length).padStart(3)} times, screened again after ${median.toFixed(1)} s (median), ${(times.at(-1) ?? 0).toFixed(1)} s (worst)`,
    );
  }
  const verdict =
    broken.length === 0
      ? 'lost 0, done twice 0, stuck 0, dead letters exactly those meant'
      : `BROKEN (--seed ${seed}): ${broken.join('; ')}`;
  console.log(verdict);
}

function* takenTwice({ taken }: WebhookReceiver): Generator<string> {
  for (const [id, times] of taken) if (times > 1) yield id;
}

function describe({ events, tainted, malformed, resent }: SentLoad): string {
  return `sent ${events} events, ${tainted} tainted, ${malformed} malformed lines; ${resent} requests failed and were sent again`;
}
