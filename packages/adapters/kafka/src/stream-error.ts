/** Why Kafka did not take or give records. */
export type KafkaStreamErrorCode =
  /** One event is larger than a topic takes; trying again will not help. */
  | 'event-too-large'
  /** Kafka can not be reached or refuses; some of the events may have been taken. */
  | 'append-failed'
  | 'closed';

export class KafkaStreamError extends Error {
  readonly code: KafkaStreamErrorCode;

  constructor(code: KafkaStreamErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
