/**
 * Events a second through the embedded pipeline on disk, and what each stage costs, beside what
 * JSON.parse alone takes for the same events in the same run.
 *
 * Run: npx node tests/bench/pipeline/embedded.ts [events]
 */
import { assess, readDeclaredEvent } from '@herkomst/core';
import { readEvent, shipmentsTopic, toStreamEvent } from '@herkomst/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../services/herkomst/src/config.ts';
import { openEmbeddedEngines } from '../../../services/herkomst/src/engines/embedded.ts';
import { createLogger } from '../../../services/herkomst/src/logger.ts';
import { startPipeline } from '../../../services/herkomst/src/pipeline.ts';
import { loadRulebook } from '../../../services/herkomst/src/screening/load-rulebook.ts';
import { loadEvents } from '../../support/shipments.ts';

const total = Number(process.argv[2] ?? 20_000);
const chunk = 500;

const lines = [...loadEvents(0, total, { taintedEvery: 20 })].map(({ line }) => line);
const rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
const rows: [string, number][] = [];

const parsed = timed('JSON.parse', () => lines.map((line) => JSON.parse(line) as unknown));
const events = timed('validate', () =>
  parsed.map((value) => {
    const reading = readDeclaredEvent(value);
    if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
    return reading.event;
  }),
);
timed('assess', () => events.map((event) => assess(event.shipment, rulebook)));

const directory = await mkdtemp(join(tmpdir(), 'herkomst-bench-'));
try {
  const config = readConfig({ HERKOMST_DATA_DIR: directory, HERKOMST_LOG_LEVEL: 'warn' });
  const engines = await openEmbeddedEngines(directory);
  const began = performance.now();
  for (let at = 0; at < total; at += chunk) {
    await engines.stream.append(
      `${shipmentsTopic}.append-only`,
      events.slice(at, at + chunk).map((event) => toStreamEvent(event)),
    );
  }
  rows.push(['append to the stream', performance.now() - began]);

  const pipeline = await startPipeline({
    engines,
    config,
    logger: createLogger(config),
    rulebook: () => rulebook,
    receivers: [],
  });
  const wholeBegan = performance.now();
  for (let at = 0; at < total; at += chunk) {
    const entries = lines.slice(at, at + chunk).map((line, index) => ({
      position: `line ${at + index + 1}`,
      original: new TextEncoder().encode(line),
      reading: readEvent(JSON.parse(line)),
    }));
    await pipeline.intakes.of(config.tenant).submit('bench', entries);
  }
  await pipeline.idle();
  rows.push(['whole pipeline', performance.now() - wholeBegan]);
  const counts = await engines.stores.of(config.tenant).counts();
  await pipeline.stop();
  await engines.close();
  if (counts.assessments !== total) throw new Error(`only ${counts.assessments} were assessed`);
} finally {
  await rm(directory, { recursive: true, force: true });
}

const base = rows[0]?.[1] ?? 1;
console.log(`${total} events of ${Math.round(lines.join('').length / total)} bytes on average\n`);
for (const [name, milliseconds] of rows) {
  const rate = Math.round((total / milliseconds) * 1000);
  const cost = ((milliseconds / total) * 1000).toFixed(1);
  const ratio = (milliseconds / base).toFixed(1);
  console.log(
    `${name.padEnd(22)} ${String(rate).padStart(9)} events/s ${cost.padStart(8)} us each ${ratio.padStart(7)} x JSON.parse`,
  );
}

function timed<T>(name: string, run: () => T): T {
  run();
  const began = performance.now();
  const result = run();
  rows.push([name, performance.now() - began]);
  return result;
}
