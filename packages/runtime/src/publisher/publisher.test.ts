import { describe, expect, it } from 'vitest';
import { assessment, deadLetter } from '../contract/samples.ts';
import { documents } from '../index.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import type { Publication } from '../ports/publication-log.ts';
import type { OutgoingRecord } from '../ports/topic-sender.ts';
import { assessmentsTopic, deadLettersTopic } from '../topics.ts';
import { longestCarried, toAssessmentRecord, toDeadLetterRecord } from './outgoing.ts';
import { startPublisher, type Lead } from './publisher.ts';

function batch(position: string, ...shipmentIds: readonly string[]): Publication {
  const assessments = shipmentIds.map((id) => assessment(id));
  return { kind: 'assessments', position, tenant: 'acme', assessments };
}

function open(owed: Publication[], leads: (Lead | null)[] = []) {
  const clock = createManualClock();
  const logger = createSilentLogger();
  const sent: string[] = [];
  const failures: Error[] = [];
  let released = 0;
  const ownLead = (): Lead => ({
    lost: new AbortController().signal,
    release: async () => void (released += 1),
  });
  const publisher = startPublisher({
    log: {
      owed: async (limit) => owed.slice(0, limit),
      async settle(positions) {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        for (const position of positions) {
          owed.splice(
            owed.findIndex((one) => one.position === position),
            1,
          );
        }
      },
    },
    sender: {
      async send(topic, records) {
        sent.push(...records.map(({ value }) => `${topic}: ${subjectOf(value)}`));
      },
    },
    tryLead: async () => (leads.length > 0 ? (leads.shift() ?? null) : ownLead()),
    clock,
    logger,
    pollMs: 1000,
  });
  return { clock, logger, sent, owed, failures, publisher, released: () => released };
}

function subjectOf(value: string): string {
  return (JSON.parse(value) as { subject: string }).subject;
}

describe('the publisher', () => {
  it('sends what is owed to its topic, in order, crosses it out and looks again', async () => {
    const all = Array.from({ length: 25 }, (_, index) => batch(String(index), `s${index}`));
    const run = open([
      ...all,
      { kind: 'dead-letter', position: '25', tenant: 'acme', letter: deadLetter('bad') },
    ]);
    await run.clock.advance(0);
    expect(run.owed).toEqual([]);
    expect(run.sent).toEqual([
      ...all.map((_, index) => `${assessmentsTopic}: s${index}`),
      `${deadLettersTopic}: bad`,
    ]);
    run.owed.push(batch('26', 'late'));
    await run.clock.advance(1000);
    expect(run.sent.at(-1)).toBe(`${assessmentsTopic}: late`);
    await run.publisher.stop();
    expect(run.released()).toBe(1);
  });

  it('sends again what it could not cross out', async () => {
    const run = open([batch('1', 'a')]);
    run.failures.push(new Error('the database is away'));
    await run.clock.advance(0);
    expect(run.sent).toHaveLength(1);
    await run.clock.advance(1000);
    expect(run.sent).toEqual(Array(2).fill(`${assessmentsTopic}: a`));
    expect(run.owed).toEqual([]);
    await run.publisher.stop();
  });

  it('stands by while another leads, and asks anew for a lead that was lost', async () => {
    const lost = new AbortController();
    let released = 0;
    const fleeting: Lead = { lost: lost.signal, release: async () => void (released += 1) };
    const run = open([batch('1', 'a')], [null, fleeting, null]);
    await run.clock.advance(0);
    expect(run.sent).toEqual([]);
    await run.clock.advance(1000);
    expect(run.sent).toHaveLength(1);
    lost.abort();
    run.owed.push(batch('2', 'b'));
    await run.clock.advance(1000);
    expect(run.sent).toHaveLength(1);
    expect(released).toBe(1);
    await run.clock.advance(1000);
    expect(run.sent).toHaveLength(2);
    await run.publisher.stop();
  });
});

describe('what goes out', () => {
  const dataOf = ({ value }: OutgoingRecord) =>
    (JSON.parse(value) as { data: Record<string, unknown> }).data;

  it('bears one id for one version of a shipment, and another for the next', () => {
    const ids = [1, 1, 2].map(
      (version) =>
        toAssessmentRecord('acme', assessment('a', { version })).headers['idempotency-key'],
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('carries the bytes of a dead letter, as its schema says', () => {
    const letter = deadLetter('dead-1', { original: Uint8Array.of(0, 255) });
    const record = toDeadLetterRecord('acme', letter);
    documents.deadLetterAddedSchema.parse(JSON.parse(record.value));
    expect(dataOf(record)).toMatchObject({ original: 'AP8=', originalBytes: 2 });
  });

  it('leaves out what no topic would take, and says so', () => {
    const long = assessment('a', { assessment: `"${'x'.repeat(longestCarried)}"` });
    const record = toAssessmentRecord('acme', long);
    documents.assessmentMadeSchema.parse(JSON.parse(record.value));
    expect(dataOf(record)).toMatchObject({ shipmentId: 'a', assessment: null });
    const large = deadLetter('dead-2', { original: new Uint8Array(longestCarried) });
    expect(dataOf(toDeadLetterRecord('acme', large))).toMatchObject({
      original: null,
      originalBytes: longestCarried,
    });
  });
});
