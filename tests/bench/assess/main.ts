/**
 * `npx node tests/bench/assess/main.ts [--names N]` prints what assess() costs as a multiple of
 * JSON.parse of the same events: with parties and goods seen before, with new goods of parties seen
 * before, and with nothing seen before; for honest traffic and for shipments that alert.
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

const perPass = 400;

const rulebook = await loadBenchRulebook(names);
console.log(`${rulebook.names} names behind the matcher; parse is JSON.parse of the same events`);
console.log(
  'kind      bytes    parse   parties seen     and goods new   none seen         verdicts',
);
for (const kind of ['honest', 'alerting'] as const) report(kind);

function report(kind: Kind): void {
  const texts = writeEvents(kind, perPass, { parties: 0, goods: 0 });
  const seen = texts.map(read);
  const book = rulebook.fresh();
  const assessAll = (events: readonly DeclaredEvent[]): void => {
    for (const { shipment } of events) assess(shipment, book);
  };
  const verdicts = Map.groupBy(seen, ({ shipment }) => assess(shipment, book).verdict);
  let series = 0;
  const fresh = (parties: boolean): readonly DeclaredEvent[] => {
    series += 1;
    return writeEvents(kind, perPass, { parties: parties ? series : 0, goods: series }).map(read);
  };
  const parse = measure(100, () => texts.forEach((text) => JSON.parse(text)));
  const cells = [
    measure(100, () => assessAll(seen)),
    measure(12, assessAll, () => fresh(false)),
    measure(6, assessAll, () => fresh(true)),
  ].map((cost) => `${cost.toFixed(1).padStart(7)} µs ${(cost / parse).toFixed(1).padStart(5)}×`);
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const counts = [...verdicts].map(([verdict, each]) => `${verdict} ${each.length}`).join(', ');
  console.log(
    `${kind.padEnd(8)} ${bytes.toFixed(0).padStart(6)} ${parse.toFixed(1).padStart(6)} µs ${cells.join('  ')}   ${counts}`,
  );
}

function read(text: string): DeclaredEvent {
  const reading = readDeclaredEvent(JSON.parse(text));
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
  return reading.event;
}

/**
 * Microseconds of processor time an event, the least of three measurements after one to warm up.
 * Not by the clock on the wall, as others may use the machine; and over many passes, because the
 * system counts processor time in ticks. What `prepare` takes is not counted.
 */
function measure(passes: number, pass: () => void): number;
function measure<Input>(passes: number, pass: (input: Input) => void, prepare: () => Input): number;
function measure<Input>(
  passes: number,
  pass: (input: Input) => void,
  prepare?: () => Input,
): number {
  let least = Infinity;
  for (let round = -1; round < 3; round += 1) {
    const inputs = Array.from({ length: passes }, () => prepare?.() as Input);
    const start = process.threadCpuUsage();
    for (const input of inputs) pass(input);
    const { user, system } = process.threadCpuUsage(start);
    if (round >= 0) least = Math.min(least, (user + system) / passes / perPass);
  }
  return least;
}
