/**
 * Appends in the order of the calls, one request at a time: appends that come while one is under
 * way go together with the next, so that many small ones cost few round trips.
 *
 * Kafka takes events partition by partition, so that of an append that failed it may have taken some.
 * The port allows that, since callers append again and the store knows what it has seen. (Transactions
 * would make it all or none, at the price of records nobody wrote, which a group's lag counts.)
 */
import {
  CompressionTypes,
  type Kafka,
  type Message,
  Partitioners,
  type Producer,
  type TopicMessages,
} from 'kafkajs';
import { KafkaStreamError } from './stream-error.ts';
import type { TopicRecord } from './topic-producer.ts';
import { maxRecordBytes } from './topics.ts';

/** The most one request carries: below Kafka's default limit for a batch of records. */
const maxRequestBytes = 900_000;

/** What a record costs besides its key and value, generously. */
const overheadBytes = 100;

interface Entry {
  readonly topic: string;
  readonly message: Message;
  readonly bytes: number;
}

interface Append {
  readonly entries: readonly Entry[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface Appender {
  append(topic: string, events: readonly TopicRecord[]): Promise<void>;
  /** Waits for what is under way, and refuses what comes later. */
  close(): Promise<void>;
}

export function createAppender(kafka: Kafka): Appender {
  const waiting: Append[] = [];
  let working: Promise<void> | null = null;
  let producer: Promise<Producer> | null = null;
  let closed = false;

  async function work(): Promise<void> {
    for (let next = takeTogether(waiting); next.length > 0; next = takeTogether(waiting)) {
      try {
        await sendAll(next);
      } catch (error) {
        for (const { reject } of next) reject(failed(error));
      }
    }
    working = null;
  }

  async function sendAll(appends: readonly Append[]): Promise<void> {
    try {
      for (const part of split(appends.flatMap(({ entries }) => entries))) await send(part);
      for (const { resolve } of appends) resolve();
    } catch (error) {
      if (appends.length === 1 || !blamesEvents(error)) throw error;
      // One of them is to blame. Alone, each hears its own answer.
      for (const append of appends)
        await sendAll([append]).catch((own) => append.reject(failed(own)));
    }
  }

  async function send(entries: readonly Entry[]): Promise<void> {
    producer ??= connect();
    try {
      await (
        await producer
      ).sendBatch({
        acks: -1,
        compression: CompressionTypes.ZSTD,
        topicMessages: byTopic(entries),
      });
    } catch (error) {
      // An idempotent producer numbers its records; after a gap Kafka refuses all that follow. The
      // next append begins anew.
      const broken = producer;
      producer = null;
      await broken.then((one) => one.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async function connect(): Promise<Producer> {
    const made = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await made.connect();
    return made;
  }

  return {
    async append(topic, events) {
      if (closed) throw new KafkaStreamError('closed', 'the event stream is closed');
      const entries = events.map((event) => toEntry(topic, event));
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
      await new Promise<void>((resolve, reject) => {
        waiting.push({ entries, bytes, resolve, reject });
        working ??= work();
      });
    },
    async close() {
      closed = true;
      await working;
      await producer?.then((one) => one.disconnect()).catch(() => undefined);
    },
  };
}

function toEntry(topic: string, { key, value, headers = {} }: TopicRecord): Entry {
  let bytes = Buffer.byteLength(key) + Buffer.byteLength(value) + overheadBytes;
  for (const [name, text] of Object.entries(headers)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(text);
  }
  if (bytes > maxRecordBytes) {
    const limit = maxRecordBytes - overheadBytes;
    throw new KafkaStreamError(
      'event-too-large',
      `the event with the key "${key}" has ${bytes - overheadBytes} bytes; at most ${limit} are taken`,
    );
  }
  return { topic, message: { key, value, headers }, bytes };
}

/** As many as fit into one request, but at least one. */
function takeTogether(waiting: Append[]): Append[] {
  let bytes = 0;
  const end = waiting.findIndex((append, index) => {
    bytes += append.bytes;
    return index > 0 && bytes > maxRequestBytes;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

/** Into requests of bearable size, in order. */
function split(entries: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (bytes + entry.bytes > maxRequestBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(entry);
    bytes += entry.bytes;
  }
  return parts;
}

function byTopic(entries: readonly Entry[]): TopicMessages[] {
  return [...Map.groupBy(entries, ({ topic }) => topic)].map(([topic, its]) => ({
    topic,
    messages: its.map(({ message }) => message),
  }));
}

/** True when Kafka was reached and did not like what it got. */
function blamesEvents(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const type = 'type' in error ? error.type : '';
  return (
    type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE' || blamesEvents(error.cause)
  );
}

function failed(error: unknown): KafkaStreamError {
  const reason = error instanceof Error ? error.message : String(error);
  return new KafkaStreamError('append-failed', `Kafka did not take the events: ${reason}`, error);
}
