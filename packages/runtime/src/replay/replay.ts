/**
 * Hands a dead letter in again, after its cause was mended: input goes through the door it failed
 * at, a delivery becomes due again. Doing so twice does no more than once: events are known by their
 * ids, and a delivery that is not given up stays as it is.
 */
import {
  deliveryJob,
  receiverOfOrigin,
  type DeliveryAttempts,
} from '../dispatcher/delivery-job.ts';
import type { IntakeEntry } from '../intake/entry.ts';
import type { Intakes } from '../intake/intake.ts';
import type { InputFault } from '@herkomst/core';
import type { Clock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { KeptDeadLetter } from '../ports/store.ts';
import type { Stores } from '../ports/stores.ts';
import { deliveriesQueue } from '../topics.ts';

export type ReplayOutcome =
  /** Taken in; a repetition of what was taken before counts, too. */
  | { readonly kind: 'taken'; readonly accepted: number }
  /** As bad as before; the letter stays as it is. */
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'due-again'; readonly receiver: string }
  /** A delivery that was taken meanwhile, or is due already. */
  | { readonly kind: 'nothing-to-do'; readonly reason: string };

export interface ReplayParts extends DeliveryAttempts {
  /** Whose letter it is. */
  readonly tenant: string;
  readonly stores: Stores;
  readonly intakes: Intakes;
  readonly queue: JobQueue;
  readonly clock: Clock;
  /** Reads a letter's bytes as the door it came through would. */
  readonly read: (letter: KeptDeadLetter) => Promise<readonly IntakeEntry[]>;
}

export async function replayDeadLetter(
  letter: KeptDeadLetter,
  parts: ReplayParts,
): Promise<ReplayOutcome> {
  const receiver = receiverOfOrigin(letter.origin);
  const outcome =
    receiver === null
      ? await replayInput(letter, parts)
      : await replayDelivery(letter, receiver, parts);
  if (outcome.kind === 'taken' || outcome.kind === 'due-again') {
    await parts.stores.of(parts.tenant).markReplayed(letter.deadLetterId, parts.clock.now());
  }
  return outcome;
}

async function replayInput(
  letter: KeptDeadLetter,
  { tenant, intakes, read }: ReplayParts,
): Promise<ReplayOutcome> {
  const entries = await read(letter);
  const faults = entries.flatMap(({ reading }) =>
    reading.kind === 'invalid' ? reading.faults : [],
  );
  // What is still refused is a dead letter already, and not to become another one.
  if (faults.length > 0 || entries.length === 0) return { kind: 'refused', faults };
  const { accepted } = await intakes.of(tenant).submit(letter.origin, entries);
  return { kind: 'taken', accepted };
}

async function replayDelivery(
  { position }: KeptDeadLetter,
  receiver: string,
  parts: ReplayParts,
): Promise<ReplayOutcome> {
  const { tenant, stores, queue, clock } = parts;
  const due = await stores.of(tenant).reopenDelivery(position ?? '', receiver, clock.now());
  if (due === null) {
    return { kind: 'nothing-to-do', reason: 'the delivery is not given up: taken, or due already' };
  }
  await queue.enqueue(deliveriesQueue, [deliveryJob(tenant, due, parts)]);
  return { kind: 'due-again', receiver };
}
