/**
 * How long the receiver of cases takes to bring alerts of one firm to their case, the more are in
 * it: `npx node tests/bench/cases/join.ts [alerts] [told of at once]`, on PGlite
 * on disk.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '@herkomst/adapter-pglite';
import { createSqlCaseStore, createSqlStores, migrate } from '@herkomst/adapter-sql';
import { alertRaisedType, assess, readDeclaredEvent } from '@herkomst/core';
import { createCaseReceiver, planScreening, sha256, standardPolicy } from '@herkomst/runtime';
import { createManualClock } from '@herkomst/runtime/testing';
import { writeEvents } from '../assess/events.ts';
import { loadBenchRulebook } from '../assess/rulebook.ts';

const alerts = Number(process.argv[2] ?? 350);
const atOnce = Number(process.argv[3] ?? 8);
const tenant = 'bench';
const directory = await mkdtemp(join(tmpdir(), 'herkomst-join-'));
const database = await openPglite(join(directory, 'database'));
try {
  await migrate(database);
  const rulebook = (await loadBenchRulebook(0)).fresh();
  const clock = createManualClock('2026-11-24T08:00:00.000Z');
  const stores = createSqlStores(database);
  const receiver = createCaseReceiver({
    cases: createSqlCaseStore(database),
    screening: stores,
    clock,
    policy: standardPolicy,
    rulebook: () => rulebook,
  });
  // Every other alerting event is of the same firm.
  const events = writeEvents('alerting', alerts * 2, { parties: 0, goods: 0 })
    .filter((_event, n) => n % 2 === 0)
    .map((text) => {
      const reading = readDeclaredEvent(JSON.parse(text));
      if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
      return { event: reading.event, original: text };
    });
  const ids: { readonly id: string; readonly document: string }[] = [];
  const screened = performance.now();
  for (const { event, original } of events) {
    const assessed = {
      event,
      assessment: assess(event.shipment, rulebook),
      position: '0',
      original,
    };
    await stores.of(tenant).screen({ events: [], shipments: [] }, (known) => {
      const writes = planScreening([assessed], known, {
        tenant,
        now: clock.now(),
        origin: 'urn:bench',
        sha256,
      });
      for (const { alertId: id, document } of writes.alerts) ids.push({ id, document });
      return writes;
    });
  }
  console.log(`${ids.length} alerts screened one by one in ${since(screened)}`);
  const deliver = async ({ id, document }: (typeof ids)[number]): Promise<void> => {
    const outcome = await receiver.deliver({ tenant, id, type: alertRaisedType, document });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  };
  const began = performance.now();
  for (let from = 0; from < ids.length; from += 50) {
    const start = performance.now();
    const part = ids.slice(from, from + 50);
    for (let at = 0; at < part.length; at += atOnce) {
      await Promise.all(part.slice(at, at + atOnce).map(deliver));
    }
    const each = (performance.now() - start) / part.length;
    console.log(`alert ${from + 1} to ${from + part.length}: ${each.toFixed(1)} ms each`);
  }
  console.log(`${ids.length} alerts brought to their case in ${since(began)}`);
} finally {
  await database.close();
  await rm(directory, { recursive: true });
}

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
