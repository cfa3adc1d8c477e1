/** The connection settings we take, and the kafkajs client made of them. */
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { calmRequestQueues } from './calm-request-queues.ts';
import { registerZstd } from './zstd.ts';

export interface KafkaConnection {
  /** 'host:port', one or more; the others of the cluster are found through them. */
  readonly brokers: readonly string[];
  /** How Kafka's own logs name us. Default 'herkomst'. */
  readonly clientId?: string;
  /** True, or Node's TLS options. */
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  /** Opens the sockets; for proxies, and for tests that cut them. */
  readonly socketFactory?: KafkaConfig['socketFactory'];
}

export function createClient(connection: KafkaConnection): Kafka {
  calmRequestQueues();
  registerZstd();
  return new Kafka(toClientConfig(connection));
}

export function toClientConfig(connection: KafkaConnection): KafkaConfig {
  const { brokers, clientId = 'herkomst', ssl, sasl, socketFactory } = connection;
  return {
    brokers: [...brokers],
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    ...(socketFactory === undefined ? {} : { socketFactory }),
    connectionTimeout: 5_000,
    requestTimeout: 15_000,
    // Some ten seconds; then the caller decides.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    // What matters is told through rejections and `onError`; kafkajs would print all its attempts.
    logLevel: logLevel.NOTHING,
  };
}
