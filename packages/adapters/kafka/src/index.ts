export type { KafkaConnection } from './client.ts';
export {
  createKafkaEventStream,
  type KafkaEventStream,
  type KafkaEventStreamOptions,
} from './event-stream.ts';
export { KafkaStreamError, type KafkaStreamErrorCode } from './stream-error.ts';
export type { GroupSettings } from './subscription.ts';
export type { TopicSettings } from './topics.ts';
