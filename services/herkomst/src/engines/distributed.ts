/** The distributed engines: Kafka carries the events, PostgreSQL keeps, Redis under BullMQ retries. */
import { createBullmqJobQueue } from '@herkomst/adapter-bullmq';
import {
  createKafkaEventStream,
  createKafkaTopicProducer,
  type KafkaConnection,
} from '@herkomst/adapter-kafka';
import { openPostgres } from '@herkomst/adapter-postgres';
import { createSqlPublicationLog, migrate } from '@herkomst/adapter-sql';
import type { Logger } from '@herkomst/runtime';
import type { DistributedConfig } from '../config.ts';
import type { Engines } from './engines.ts';
import { onDatabase } from './on-database.ts';
import { createOutlets } from './outlets.ts';

const publisherLock = 'herkomst.publisher';

/** Rejects when PostgreSQL can not be reached; the others connect when they are first used. */
export async function openDistributedEngines(
  { postgres, redis, kafka }: DistributedConfig,
  logger: Logger,
): Promise<Engines> {
  const onError = (engine: string) => (error: unknown) =>
    logger.error({ err: error, engine }, 'an engine reports an error');
  const database = await openPostgres({
    url: postgres.url,
    ...(postgres.ca === null ? {} : { tls: { ca: postgres.ca } }),
    onError: onError('postgres'),
  });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const ownRedis = { url: redis.url, ...(redis.ca === null ? {} : { tls: { ca: redis.ca } }) };
  const queue = await createBullmqJobQueue({ redis: ownRedis, onError: onError('redis') });
  const ownKafka: KafkaConnection = {
    brokers: kafka.brokers,
    ...(kafka.tls ? { ssl: kafka.ca === null ? true : { ca: kafka.ca } } : {}),
    // Its type takes each mechanism apart, though their members are the same.
    ...(kafka.sasl === null ? {} : { sasl: kafka.sasl as KafkaConnection['sasl'] }),
  };
  const stream = createKafkaEventStream({ ...ownKafka, sessionTimeoutMs: kafka.sessionMs });
  const sender = createKafkaTopicProducer(ownKafka);
  return {
    ...onDatabase(database, { publishes: kafka.publish }),
    stream,
    queue,
    outlets: createOutlets({
      kafka: ownKafka,
      queue: { redis: ownRedis },
      onError: onError('outlet'),
    }),
    publishing: kafka.publish
      ? {
          log: createSqlPublicationLog(database),
          sender,
          tryLead: () => database.tryLock(publisherLock),
        }
      : null,
    async close() {
      await Promise.all([stream.close(), sender.close(), queue.close()]);
      await database.close();
    },
  };
}
