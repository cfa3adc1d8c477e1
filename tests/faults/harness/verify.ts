/** Whether the promises were kept, by what the database, the receivers and the queue hold at the end. */
import type { SentLoad } from './load.ts';

/** A stretch of time in which a fault was at work, milliseconds since the epoch. */
export interface Trouble {
  readonly from: number;
  readonly to: number;
}

export interface Evidence {
  readonly sent: SentLoad;
  /** When the webhook took each notice, by its id. */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  /** Lines of the file of alerts. */
  readonly file: readonly string[];
  /** Ids of the records on the topics of assessments and dead letters; one may be there twice. */
  readonly published: {
    readonly assessments: readonly string[];
    readonly letters: readonly string[];
  };
  readonly troubles: readonly Trouble[];
}

/** Terminal, file, cases, webhook. */
const receivers = 4;

/** The column `text` of a statement's rows. */
export type ReadTexts = (statement: string) => Promise<readonly string[]>;

/** Each broken promise in a sentence; empty when all were kept. */
export async function brokenPromises(texts: ReadTexts, evidence: Evidence): Promise<string[]> {
  const { sent, taken, file, published, troubles } = evidence;
  const broken: string[] = [];
  const expect = (what: string, found: number, expected: number) => {
    if (found !== expected) broken.push(`${what}: ${found} instead of ${expected}`);
  };
  const number = async (query: string) => Number((await texts(query))[0]);

  const events = new Set(await texts('select id as text from herkomst.events'));
  const lost = sent.eventIds.filter((id) => !events.has(id));
  expect('events lost', lost.length, 0);
  expect('events', events.size, sent.eventIds.length);
  // One declaration of each shipment was sent, some of them more than once.
  expect(
    'assessments',
    await number('select count(*) as text from herkomst.assessments'),
    events.size,
  );
  expect(
    'shipments with a second version',
    await number('select count(*) as text from herkomst.assessments where version > 1'),
    0,
  );

  const alerts = await texts('select alert_id as text from herkomst.alerts');
  const alerted = await texts('select distinct shipment_id as text from herkomst.alerts');
  expect('alerts', alerts.length, sent.taintedShipments.size);
  expect('alerts of innocents', alerted.filter((id) => !sent.taintedShipments.has(id)).length, 0);
  expect('alerts not told by webhook', alerts.filter((id) => !taken.has(id)).length, 0);
  expect('webhook ids', taken.size, alerts.length);
  const lines = file.map((line) => (JSON.parse(line) as { id: string }).id);
  expect('lines in the file', lines.length, alerts.length);
  expect('alerts in the file', new Set(lines).size, alerts.length);
  expect(
    'deliveries recorded',
    await number('select count(*) as text from herkomst.deliveries where delivered_at is not null'),
    alerts.length * receivers,
  );
  expect(
    'deliveries stuck',
    await number('select count(*) as text from herkomst.deliveries where delivered_at is null'),
    0,
  );
  expect(
    'outbox entries stuck',
    await number('select count(*) as text from herkomst.outbox where relayed_at is null'),
    0,
  );
  expect('webhook calls repeated for no reason', unexplained(taken, troubles), 0);

  const letters = await texts(
    "select convert_from(original, 'UTF8') as text from herkomst.dead_letters",
  );
  expect('dead letters', letters.length, sent.malformed.length);
  expect('assessments on their topic', new Set(published.assessments).size, events.size);
  expect('dead letters on their topic', new Set(published.letters).size, letters.length);
  expect(
    'publications stuck',
    await number('select count(*) as text from herkomst.publications'),
    0,
  );
  const set = new Set(letters);
  expect('malformed lines lost', sent.malformed.filter((line) => !set.has(line)).length, 0);
  return broken;
}

/** Repeats with no fault between the one call and the next. */
function unexplained(
  taken: ReadonlyMap<string, readonly number[]>,
  troubles: readonly Trouble[],
): number {
  return [...taken.values()]
    .flatMap((times) => times.slice(1).map((time, index) => [times[index] ?? 0, time] as const))
    .filter(([one, next]) => !troubles.some(({ from, to }) => from <= next && one <= to)).length;
}
