/**
 * Brings together what kafkajs hands over partition by partition: at a low rate each partition has
 * but a few records, and a transaction costs much the same for few as for many. Records of one key
 * are in one partition, so that portions side by side do not touch its order.
 */
import type { StreamRecord } from '@herkomst/runtime';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { handOver, type HandOverParts } from './hand-over.ts';

/** Successive records of one partition, at most a batch of them. */
export interface Portion {
  readonly payload: EachBatchPayload;
  readonly messages: readonly KafkaMessage[];
}

export interface Gatherer {
  /**
   * True once the handler took it and its position is kept, false when the subscription stops before
   * that. Rejects when the group must be joined anew. A partition's next portion waits for that.
   */
  take(portion: Portion): Promise<boolean>;
  /** Resolves once no batch is in hand. */
  idle(): Promise<void>;
}

export interface GathererParts extends HandOverParts {
  /** Most records in one batch; a portion has no more. */
  readonly maxBatch: number;
  /** Most batches in hand at a time. */
  readonly maxInHand: number;
}

interface Waiting extends Portion {
  readonly resolve: (taken: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export function createGatherer(parts: GathererParts): Gatherer {
  const waiting: Waiting[] = [];
  const inHand = new Set<Promise<void>>();
  let looking = false;

  /** After those that come in the same breath: a fetch brings some of each partition. */
  function lookSoon(): void {
    if (looking) return;
    looking = true;
    setImmediate(() => {
      looking = false;
      while (waiting.length > 0 && inHand.size < parts.maxInHand) {
        const batch = takeTogether(waiting, parts.maxBatch);
        const working: Promise<void> = work(parts, batch).finally(() => {
          inHand.delete(working);
          lookSoon();
        });
        inHand.add(working);
      }
    });
  }

  return {
    take: (portion) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...portion, resolve, reject });
        lookSoon();
      }),
    async idle() {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

/** The longest waiting, and whatever fits beside it. */
function takeTogether(waiting: Waiting[], maxBatch: number): Waiting[] {
  const taken: Waiting[] = [];
  let count = 0;
  for (let index = 0; index < waiting.length;) {
    const { length } = waiting[index]!.messages;
    if (count + length > maxBatch) index += 1;
    else {
      taken.push(...waiting.splice(index, 1));
      count += length;
    }
  }
  return taken;
}

/** Never rejects: each portion hears how it went. */
async function work(parts: GathererParts, batch: readonly Waiting[]): Promise<void> {
  try {
    const records = batch.flatMap(toRecords);
    const { payload } = batch[0]!;
    const taken =
      !parts.stopping.aborted &&
      batch.every((portion) => portion.payload.isRunning()) &&
      (await handOver(parts, records, () => payload.heartbeat()));
    if (taken) await keepPositions(batch);
    for (const { resolve } of batch) resolve(taken);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** All of them with one request. */
async function keepPositions(batch: readonly Portion[]): Promise<void> {
  const partitions = batch.map(({ payload, messages }) => {
    const { offset } = messages.at(-1)!;
    payload.resolveOffset(offset);
    return { partition: payload.batch.partition, offset: String(BigInt(offset) + 1n) };
  });
  const { payload } = batch[0]!;
  await payload.commitOffsetsIfNecessary({ topics: [{ topic: payload.batch.topic, partitions }] });
  await payload.heartbeat();
}

function toRecords({ payload, messages }: Portion): StreamRecord[] {
  const { partition } = payload.batch;
  return messages.map(({ key, value, offset }) => ({
    key: key?.toString() ?? '',
    value: value?.toString() ?? '',
    position: `${partition}:${offset}`,
  }));
}
