/** A count that finds nothing wrong is worth as much as its eye for what is. */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { migrate } from '@herkomst/adapter-sql';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newLoad } from './load.ts';
import { brokenPromises, type Evidence } from './verify.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const receivers = ['terminal', 'file', 'cases', 'webhook'];
let database: PgliteDatabase;
let evidence: Evidence;

beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
  // Rows need a tenant, which the session has here.
  await run("set herkomst.tenant = 'default'");
});
afterAll(() => database.close());

/** Two events, the first of them tainted, and a malformed line: all as promised. */
beforeEach(async () => {
  for (const table of [
    'events',
    'assessments',
    'alerts',
    'outbox',
    'deliveries',
    'dead_letters',
    'publications',
  ]) {
    await run(`delete from herkomst.${table}`);
  }
  for (const number of [0, 1]) {
    await run(`insert into herkomst.events (key, source, id, digest)
      values ('${number}', 'urn:load', 'load-${number}', 'digest')`);
    await addAssessment(number, 1);
  }
  await addAlert('alert-0', 0);
  await run(`insert into herkomst.outbox (outbox_id, type, document, relayed_at)
    values ('alert-0', 'raised', '{}', 'now')`);
  for (const receiver of receivers) await addDelivery(receiver, 'now');
  await addLetter('{"malformed');
  const sent = newLoad();
  sent.eventIds.push('load-0', 'load-1');
  sent.taintedShipments.add('LOAD-0');
  sent.malformed.push('{"malformed');
  evidence = {
    sent,
    taken: new Map([['alert-0', [1000]]]),
    file: ['{"id":"alert-0"}'],
    published: { assessments: ['one', 'two', 'one'], letters: ['letter'] },
    troubles: [{ from: 2000, to: 3000 }],
  };
});

it('finds nothing where all promises were kept', async () => {
  expect(await verdict()).toEqual([]);
});

it('excuses a call that was repeated across a fault', async () => {
  expect(await verdict({ taken: new Map([['alert-0', [1000, 4000]]]) })).toEqual([]);
});

it.each<[what: string, spoil: () => Promise<unknown>, named: string]>([
  [
    'an event that was lost',
    () => run("delete from herkomst.events where id = 'load-1'"),
    'events lost: 1 instead of 0',
  ],
  [
    'an assessment that was lost',
    () => run("delete from herkomst.assessments where shipment_id = 'LOAD-1'"),
    'assessments: 1 instead of 2',
  ],
  [
    'an event with two effects',
    () => addAssessment(1, 2),
    'shipments with a second version: 1 instead of 0',
  ],
  ['an alert raised twice', () => addAlert('alert-1', 0), 'alerts: 2 instead of 1'],
  [
    'an alert of an innocent',
    () => run("update herkomst.alerts set shipment_id = 'LOAD-1'"),
    'alerts of innocents: 1 instead of 0',
  ],
  [
    'an outbox entry that is stuck',
    () => run('update herkomst.outbox set relayed_at = null'),
    'outbox entries stuck: 1 instead of 0',
  ],
  [
    'a delivery that is stuck',
    () => run("update herkomst.deliveries set delivered_at = null where receiver = 'file'"),
    'deliveries stuck: 1 instead of 0',
  ],
  [
    'a delivery that was never due',
    () => run("delete from herkomst.deliveries where receiver = 'file'"),
    'deliveries recorded: 3 instead of 4',
  ],
  [
    'a publication that is stuck',
    () =>
      run(`insert into herkomst.publications (tenant, kind, first, last)
        values ('default', 'dead-letter', 'a', 'a')`),
    'publications stuck: 1 instead of 0',
  ],
  ['a dead letter too many', () => addLetter('{"good":1}'), 'dead letters: 2 instead of 1'],
  [
    'a malformed line that was lost',
    () => run('delete from herkomst.dead_letters'),
    'malformed lines lost: 1 instead of 0',
  ],
])('names %s', async (_what, spoil, named) => {
  await spoil();
  expect(await verdict()).toContain(named);
});

it.each<[what: string, seen: Partial<Evidence>, named: string]>([
  [
    'an alert nobody was told of',
    { taken: new Map() },
    'alerts not told by webhook: 1 instead of 0',
  ],
  [
    'an alert written twice',
    { file: Array(2).fill('{"id":"alert-0"}') },
    'lines in the file: 2 instead of 1',
  ],
  [
    'an assessment that was not published',
    { published: { assessments: ['one', 'one'], letters: ['letter'] } },
    'assessments on their topic: 1 instead of 2',
  ],
  [
    'a dead letter that was not published',
    { published: { assessments: ['one', 'two'], letters: [] } },
    'dead letters on their topic: 0 instead of 1',
  ],
  [
    'a call repeated for no reason',
    { taken: new Map([['alert-0', [1000, 1500]]]) },
    'webhook calls repeated for no reason: 1 instead of 0',
  ],
])('names %s', async (_what, seen, named) => {
  expect(await verdict(seen)).toContain(named);
});

function verdict(seen: Partial<Evidence> = {}): Promise<string[]> {
  const read = async (statement: string) =>
    (await database.query<{ text: string }>(statement)).map(({ text }) => text);
  return brokenPromises(read, { ...evidence, ...seen });
}

function run(statement: string): Promise<readonly object[]> {
  return database.query(statement);
}

function addAssessment(number: number, version: number): Promise<unknown> {
  return run(`insert into herkomst.assessments (shipment_key, version, document_id, source, shipment_id,
      declaration_kind, event_id, assessment_hash, verdict, score, current, assessed_at)
    values ('${number}', ${version}, gen_random_uuid(), 'urn:load', 'LOAD-${number}',
      'import', 'load-${number}', 'hash', 'clear', 0, true, 'now')`);
}

function addAlert(alertId: string, number: number): Promise<unknown> {
  return run(`insert into herkomst.alerts (alert_id, source, shipment_id, declaration_kind, version,
      severity, score, raised_at, document)
    values ('${alertId}', 'urn:load', 'LOAD-${number}', 'import', 1, 'high', 90, 'now', '{}')`);
}

function addDelivery(receiver: string, deliveredAt: string): Promise<unknown> {
  return run(`insert into herkomst.deliveries (outbox_id, receiver, due_since, delivered_at)
    values ('alert-0', '${receiver}', 'now', '${deliveredAt}')`);
}

function addLetter(line: string): Promise<unknown> {
  return run(`insert into herkomst.dead_letters (dead_letter_id, origin, code, reason, original,
      received_at)
    values ('${line}', 'http:load', 'invalid-json', 'no JSON', convert_to('${line}', 'UTF8'), 'now')`);
}
