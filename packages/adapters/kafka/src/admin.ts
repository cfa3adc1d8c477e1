/** One admin connection to Kafka, made when it is first asked for, and anew after it failed. */
import type { Admin, Kafka } from 'kafkajs';
import { KafkaStreamError } from './stream-error.ts';

export interface AdminLine {
  /** Rejects when Kafka can not be reached, and after `close`. */
  connected(): Promise<Admin>;
  close(): Promise<void>;
}

export function createAdminLine(kafka: Kafka): AdminLine {
  let admin: Promise<Admin> | null = null;
  let closed = false;

  async function connect(): Promise<Admin> {
    const made = kafka.admin();
    try {
      await made.connect();
      return made;
    } catch (error) {
      admin = null;
      await made.disconnect().catch(() => undefined);
      throw error;
    }
  }

  return {
    async connected() {
      if (closed) throw new KafkaStreamError('closed', 'the connection to Kafka is closed');
      return (admin ??= connect());
    },
    async close() {
      closed = true;
      await admin?.then((one) => one.disconnect()).catch(() => undefined);
    },
  };
}
