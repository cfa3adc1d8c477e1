/** TLS and SASL against a broker that asks for both. Needs HERKOMST_TEST_KAFKA_SECURE. */
import { readFileSync } from 'node:fs';
import { createInbox } from '@herkomst/runtime/testing';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { KafkaEventStream } from './index.ts';
import { openStream, removeTopics } from './kafka.testing.ts';

interface Secure {
  readonly brokers: readonly string[];
  /** A file. */
  readonly ca: string;
  readonly username: string;
  readonly password: string;
}

// oxlint-disable-next-line node/no-process-env -- tests are configured by it
const secure = JSON.parse(process.env['HERKOMST_TEST_KAFKA_SECURE'] ?? 'null') as Secure | null;

describe.skipIf(secure === null)('Kafka behind TLS and SASL', { timeout: 60_000 }, () => {
  let stream: KafkaEventStream;
  afterEach(() => stream.close(), 60_000);
  afterAll(removeTopics, 60_000);

  function open(password: string, ca: string | null): KafkaEventStream {
    const { brokers, username } = secure!;
    return openStream({
      brokers,
      ssl: ca === null ? true : { ca: readFileSync(ca, 'utf8') },
      sasl: { mechanism: 'plain', username, password },
    });
  }

  it('takes and gives events', async () => {
    stream = open(secure!.password, secure!.ca);
    await stream.append('t', [{ key: 'key', value: 'value' }]);
    const inbox = createInbox();
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 1 });
    expect(await inbox.first(1)).toMatchObject([{ key: 'key', value: 'value' }]);
  });

  it('is not spoken to with a wrong password', async () => {
    stream = open('wrong', secure!.ca);
    await expect(stream.append('t', [{ key: 'key', value: 'value' }])).rejects.toThrow(/auth/i);
  });

  it('is not spoken to when its certificate is signed by nobody we know', async () => {
    stream = open(secure!.password, null);
    await expect(stream.append('t', [{ key: 'key', value: 'value' }])).rejects.toThrow(
      /certificate/,
    );
  });
});
