export type { KafkaConnection } from './client.ts';
export {
  createKafkaEventStream,
  type KafkaEventStream,
  type KafkaEventStreamOptions,
} from './event-stream.ts';
export { KafkaStreamError, type KafkaStreamErrorCode } from './stream-error.ts';
export {
  createKafkaTopicProducer,
  type KafkaTopicProducer,
  type KafkaTopicProducerOptions,
  type TopicRecord,
} from './topic-producer.ts';
export { createTopicReceiver, type TopicReceiverOptions } from './topic-receiver.ts';
export type { GroupSettings } from './subscription.ts';
export type { TopicSettings } from './topics.ts';
