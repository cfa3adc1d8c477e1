/**
 * Tells of alerts by jobs in a named queue, for others' BullMQ workers. The job's id is the notice's:
 * as long as the queue knows it, adding it again does nothing.
 */
import type { DeliveryOutcome, Receiver } from '@herkomst/runtime';
import type { BulkJobOptions } from 'bullmq';
import { postgresEngine, redisEngine, type OpenQueue } from './engine.ts';
import type { BullmqConnection } from './job-queue.ts';
import { encodeName } from './names.ts';
import { letGo, withPatience } from './patience.ts';

export type QueueReceiverOptions = BullmqConnection & {
  readonly name: string;
  /** The queue's name as its workers know it. With Redis, `prefix` is 'bull' unless it is given. */
  readonly queue: string;
  /** Called with each error of the engine; BullMQ itself tries again. */
  readonly onError?: (error: unknown) => void;
};

/** What workers get as a job's data. */
export interface AlertJob {
  readonly id: string;
  /** CloudEvents type. */
  readonly type: string;
  /** The CloudEvent. */
  readonly event: unknown;
}

/** How long ids of jobs done and failed are known. */
const keep = { age: 7 * 86_400 };

export function createQueueReceiver(options: QueueReceiverOptions): Receiver {
  const { name, onError = (error) => process.emitWarning(String(error)) } = options;
  let opened: Promise<OpenQueue> | null = null;

  async function open(): Promise<OpenQueue> {
    const engine =
      'pool' in options
        ? await postgresEngine(options.pool)
        : redisEngine(options.redis, options.prefix ?? 'bull');
    const queue = engine.openQueue(options.queue, {});
    queue.on('error', onError);
    return queue;
  }

  return {
    name,
    async deliver({ id, type, document }): Promise<DeliveryOutcome> {
      const event: unknown = JSON.parse('pool' in options ? holdable(document) : document);
      const data: AlertJob = { id, type, event };
      const opts: BulkJobOptions = {
        jobId: asJobId(id),
        removeOnComplete: keep,
        removeOnFail: keep,
      };
      let queue: OpenQueue | null = null;
      try {
        queue = await (opened ??= open());
        await withPatience(queue.waitUntilReady());
        await queue.addBulk([{ name: type, data, opts }]);
        return { kind: 'done' };
      } catch (error) {
        // BullMQ does not begin anew by itself when it failed to begin.
        opened = null;
        if (queue !== null) void letGo(queue, queue.close(), onError);
        return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async close() {
      const queue = await opened?.catch(() => null);
      if (queue !== null && queue !== undefined) await letGo(queue, queue.close(), onError);
    },
  };
}

/** Ids of ours stand as they are; BullMQ refuses colons, and ids that read as integers. */
function asJobId(id: string): string {
  return /^[\w.-]{1,200}$/.test(id) && !/^-?\d+$/.test(id) ? id : encodeName(id);
}

/** PostgreSQL's JSON takes neither NUL nor half a surrogate pair, even escaped. */
function holdable(document: string): string {
  return document.replaceAll(
    /(\\\\)|\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/gi,
    (found, backslashes: string | undefined) => (backslashes === undefined ? '\ufffd' : found),
  );
}
