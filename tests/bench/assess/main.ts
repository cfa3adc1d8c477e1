/**
 * `npx node tests/bench/assess/main.ts [--names N]` prints what assess() costs as a multiple of
 * JSON.parse of the same events: with parties seen before, and with none seen before, for honest
 * traffic and for shipments that alert.
 *
 * With --names the matcher's index holds so many more names than the lists do.
 */
import { assess, readDeclaredEvent, type DeclaredEvent } from '@herkomst/core';
import { loadBenchRulebook } from './rulebook.ts';
import { writeEvents, type Kind } from './events.ts';

const at = process.argv.indexOf('--names');
const names = at === -1 ? 0 : Number(process.argv[at + 1]);
if (!Number.isInteger(names) || names < 0) {
  console.error('usage: npx node tests/bench/assess/main.ts [--names N]');
  process.exit(64);
}

const rounds = 15;
const perRound = 400;

const rulebook = await loadBenchRulebook(names);
console.log(`${rulebook.names} names behind the matcher, ${perRound} events a kind`);
console.log('kind        bytes   parse    assess, parties seen    assess, none seen   verdicts');
for (const kind of ['honest', 'alerting'] as const) report(kind);

function report(kind: Kind): void {
  const texts = writeEvents(kind, perRound, 0);
  const seen = texts.map(read);
  const book = rulebook.fresh();
  const verdicts = Map.groupBy(seen, ({ shipment }) => assess(shipment, book).verdict);
  const parse = median(() => texts.forEach((text) => JSON.parse(text)));
  const warm = median(() => seen.forEach(({ shipment }) => assess(shipment, book)));
  let series = 1;
  const unseen = median(
    (events: readonly DeclaredEvent[]) => events.forEach(({ shipment }) => assess(shipment, book)),
    () => writeEvents(kind, perRound, (series += 1)).map(read),
  );
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const counts = [...verdicts].map(([verdict, each]) => `${verdict} ${each.length}`).join(', ');
  console.log(
    `${kind.padEnd(9)} ${bytes.toFixed(0).padStart(7)} ${micro(parse).padStart(9)} ` +
      `${micro(warm).padStart(9)} = ${(warm / parse).toFixed(1).padStart(4)} times ` +
      `${micro(unseen).padStart(11)} = ${(unseen / parse).toFixed(1).padStart(5)} times   ${counts}`,
  );
}

function read(text: string): DeclaredEvent {
  const reading = readDeclaredEvent(JSON.parse(text));
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
  return reading.event;
}

/**
 * Median microseconds that one pass keeps the processor busy, after five to warm up. Not by the clock
 * on the wall: others may use the machine. What `prepare` takes is not counted.
 */
function median(pass: () => void): number;
function median<Input>(pass: (input: Input) => void, prepare: () => Input): number;
function median<Input>(pass: (input: Input) => void, prepare?: () => Input): number {
  const times: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    const input = prepare?.() as Input;
    const start = process.threadCpuUsage();
    pass(input);
    const { user, system } = process.threadCpuUsage(start);
    if (round >= 0) times.push(user + system);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** Microseconds an event. */
function micro(perPass: number): string {
  return `${(perPass / perRound).toFixed(1)} µs`;
}
