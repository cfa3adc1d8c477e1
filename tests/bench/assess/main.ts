/**
 * `npx node tests/bench/assess/main.ts [--names N]` prints what assess() costs as a multiple of
 * JSON.parse of the same events: with parties and goods seen before, with new goods of parties seen
 * before, and with nothing seen before; for honest traffic, for shipments that alert, and for a mix
 * of which one in twenty alerts.
 *
 * No shipment is assessed twice as the same object: each stands as JSON and is parsed anew, so that
 * nothing is recognised by identity. With --names the matcher's index holds so many more names than
 * the lists do.
 */
import { assess, readDeclaredEvent, type Shipment } from '@herkomst/core';
import { loadBenchRulebook } from './rulebook.ts';
import { writeEvents, type Kind, type Series } from './events.ts';

const at = process.argv.indexOf('--names');
const names = at === -1 ? 0 : Number(process.argv[at + 1]);
if (!Number.isInteger(names) || names < 0) {
  console.error('usage: npx node tests/bench/assess/main.ts [--names N]');
  process.exit(64);
}

const shipments = 2000;
const chunk = 100;

/** An event as it arrives, and the shipment it declares as the reader hands it on, both as JSON. */
interface Sample {
  readonly event: string;
  readonly shipment: string;
}

interface Cost {
  /** Processor time, microseconds an event. */
  readonly parse: number;
  readonly assess: number;
  /** What assess costs in parses, by the clock on the wall: the median of all chunks. */
  readonly byClock: number;
}

const rulebook = await loadBenchRulebook(names);
console.log(
  `${rulebook.names} names behind the matcher; ${shipments} shipments a pass; processor time, in ` +
    'multiples of JSON.parse of the same events (in brackets by the clock, median)',
);
console.log(
  'traffic   bytes   parse    parties seen           and goods new          none seen              verdicts',
);
for (const kind of ['honest', 'alerting', 'mixed'] as const) report(kind);

function report(kind: Kind): void {
  const book = rulebook.fresh();
  const seen = sample(kind, { parties: 0, goods: 0 });
  const verdicts = Map.groupBy(seen, ({ shipment }) => assess(parse(shipment), book).verdict);
  let series = 0;
  const newGoods = (): readonly Sample[] => sample(kind, { parties: 0, goods: (series += 1) });
  // So few of a series that no firm comes twice.
  const allNew = (): readonly Sample[] =>
    Array.from({ length: shipments / 80 }, () => {
      series += 1;
      return sample(kind, { parties: series, goods: series }, 80);
    }).flat();
  const assessOne = (shipment: Shipment): unknown => assess(shipment, book);
  measure(8, () => seen, assessOne);
  const costs = [
    measure(30, () => seen, assessOne),
    measure(8, newGoods, assessOne),
    measure(3, allNew, assessOne),
  ];
  const cells = costs.map(
    (cost) =>
      `${cost.assess.toFixed(1).padStart(6)} µs ${(cost.assess / cost.parse).toFixed(1).padStart(5)}× (${cost.byClock.toFixed(1)})`,
  );
  const bytes = seen.reduce((sum, { event }) => sum + event.length, 0) / seen.length;
  const counts = [...verdicts].map(([verdict, each]) => `${verdict} ${each.length}`).join(', ');
  console.log(
    `${kind.padEnd(8)} ${bytes.toFixed(0).padStart(6)} ${(costs[0] as Cost).parse.toFixed(1).padStart(6)} µs ` +
      `${cells.map((cell) => cell.padEnd(22)).join(' ')} ${counts}`,
  );
}

function sample(kind: Kind, series: Series, count: number = shipments): readonly Sample[] {
  return writeEvents(kind, count, series).map((event) => {
    const reading = readDeclaredEvent(JSON.parse(event));
    if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
    return { event, shipment: JSON.stringify(reading.event.shipment) };
  });
}

function parse(text: string): Shipment {
  return JSON.parse(text) as Shipment;
}

/**
 * Parses and assesses in turns, a chunk each, so that whatever else the machine is at strikes both.
 * Processor time is summed over all, as the system may count it in ticks.
 */
function measure(
  passes: number,
  samples: () => readonly Sample[],
  assessOne: (shipment: Shipment) => unknown,
): Cost {
  const parsing = { cpu: 0, wall: [] as number[] };
  const assessing = { cpu: 0, wall: [] as number[] };
  const timed = (into: typeof parsing, work: () => void): void => {
    const wall = performance.now();
    const cpu = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(cpu);
    into.cpu += user + system;
    into.wall.push(performance.now() - wall);
  };
  for (let pass = 0; pass < passes; pass += 1) {
    const all = samples();
    for (let from = 0; from < all.length; from += chunk) {
      const part = all.slice(from, from + chunk);
      timed(parsing, () => part.forEach(({ event }) => JSON.parse(event)));
      const parsed = part.map(({ shipment }) => parse(shipment));
      timed(assessing, () => parsed.forEach(assessOne));
    }
  }
  const events = passes * shipments;
  return {
    parse: parsing.cpu / events,
    assess: assessing.cpu / events,
    byClock: median(assessing.wall) / median(parsing.wall),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
