/** What every log of publications must do, sentence by sentence of the port. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Publication, PublicationLog } from '../ports/publication-log.ts';
import type { Store } from '../ports/store.ts';
import { assessment, deadLetter, head, seen, shipmentKey, writes } from './samples.ts';

export interface PublicationLogHarness {
  /** One that owes what it stores. */
  readonly store: Store;
  readonly log: PublicationLog;
  close(): Promise<void>;
}

const timeout = 120_000;

/** Defines the suite; `open` gives an empty store to each test. */
export function publicationLogContract(
  name: string,
  open: () => Promise<PublicationLogHarness>,
): void {
  describe(`${name} as a log of publications`, { timeout }, () => {
    let harness: PublicationLogHarness;
    beforeEach(async () => {
      harness = await open();
    }, timeout);
    afterEach(() => harness.close(), timeout);

    const screen = (version: number, ...shipmentIds: readonly string[]) =>
      harness.store.screen(
        {
          events: shipmentIds.map((id) => ({ source: 'urn:sender', id: `${id} ${version}` })),
          shipments: shipmentIds.map((id) => shipmentKey(id)),
        },
        () =>
          writes({
            events: shipmentIds.map((id) => seen(`${id} ${version}`)),
            heads: shipmentIds.map((id) => head(id, { version })),
            assessments: shipmentIds.map((id) => assessment(id, { version })),
          }),
      );

    it('owes nothing at first', async () => {
      expect(await harness.log.owed(10)).toEqual([]);
    });

    it('owes what was stored together as one, whole and in the order given', async () => {
      await screen(1, 'b', 'a', 'c');
      await screen(2, 'a');
      const owed = await harness.log.owed(10);
      expect(owed.map(namesOf)).toEqual([['b 1', 'a 1', 'c 1'], ['a 2']]);
      const [first] = owed;
      expect(first?.kind === 'assessments' && first.assessments[0]).toEqual(assessment('b'));
    });

    it('owes a batch of thousands', async () => {
      const ids = Array.from({ length: 3_000 }, (_, index) => `shipment ${index}`);
      await screen(1, ...ids);
      await screen(1, 'another');
      const owed = await harness.log.owed(10);
      expect(owed.map(namesOf)).toEqual([ids.map((id) => `${id} 1`), ['another 1']]);
    });

    it('owes nothing of what was not stored', async () => {
      await screen(1, 'a');
      await expect(screen(1, 'a', 'b')).rejects.toMatchObject({ code: 'screening-conflict' });
      expect((await harness.log.owed(10)).map(namesOf)).toEqual([['a 1']]);
    });

    it('owes each dead letter once, with its bytes, however it was added', async () => {
      const letter = deadLetter('one', { original: Uint8Array.of(0, 255, 30) });
      await harness.store.addDeadLetters([letter]);
      await harness.store.addDeadLetters([letter, deadLetter('two')]);
      await harness.store.screen({ events: [], shipments: [] }, () =>
        writes({ deadLetters: [deadLetter('three')] }),
      );
      await harness.store.giveUpDelivery(
        'entry',
        'receiver',
        deadLetter('four'),
        letter.receivedAt,
      );
      const owed = await harness.log.owed(10);
      expect(owed.map(namesOf)).toEqual([['one'], ['two'], ['three'], ['four']]);
      const [first] = owed;
      expect(first?.kind === 'dead-letter' && first.letter).toMatchObject(letter);
    });

    it('gives the oldest, as many as asked for, until they are settled', async () => {
      for (const id of ['a', 'b', 'c']) await screen(1, id);
      const two = await harness.log.owed(2);
      expect(two.map(namesOf)).toEqual([['a 1'], ['b 1']]);
      expect((await harness.log.owed(2)).map(namesOf)).toEqual([['a 1'], ['b 1']]);
      await harness.log.settle(two.map(({ position }) => position));
      await harness.log.settle(two.map(({ position }) => position));
      await harness.log.settle([]);
      expect((await harness.log.owed(2)).map(namesOf)).toEqual([['c 1']]);
    });
  });
}

function namesOf(publication: Publication): string[] {
  return publication.kind === 'dead-letter'
    ? [publication.letter.deadLetterId]
    : publication.assessments.map(({ shipmentId, version }) => `${shipmentId} ${version}`);
}
