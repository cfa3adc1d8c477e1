import { expect, it } from 'vitest';
import { KafkaStreamError } from './stream-error.ts';
import type { KafkaTopicProducer, TopicRecord } from './topic-producer.ts';
import { createTopicReceiver } from './topic-receiver.ts';

function open(failure?: Error) {
  const sent: [topic: string, record: TopicRecord][] = [];
  let closed = false;
  const producer: KafkaTopicProducer = {
    async send(topic, records) {
      if (failure !== undefined) throw failure;
      sent.push(...records.map((record) => [topic, record] as [string, TopicRecord]));
    },
    async close() {
      closed = true;
    },
  };
  const receiver = createTopicReceiver({ name: 'topic', topic: 'alerts', producer });
  return { sent, receiver, closed: () => closed };
}

const notice = {
  tenant: 'default',
  id: 'alert-1',
  type: 't',
  document: '{"id":"alert-1","subject":"S-1"}',
};

it('writes the document under its shipment, with its id for readers to know it by', async () => {
  const { sent, receiver, closed } = open();
  expect(await receiver.deliver(notice)).toEqual({ kind: 'done' });
  await receiver.deliver({ ...notice, id: 'digest-1', document: '{"id":"digest-1"}' });
  expect(sent).toEqual([
    [
      'alerts',
      {
        key: 'S-1',
        value: notice.document,
        headers: {
          'content-type': 'application/cloudevents+json; charset=UTF-8',
          'idempotency-key': 'alert-1',
          'herkomst-type': 't',
        },
      },
    ],
    ['alerts', expect.objectContaining({ key: 'digest-1' })],
  ]);
  await receiver.close();
  expect(closed()).toBe(true);
});

it.each([
  [new KafkaStreamError('event-too-large', 'too large'), 'give-up'],
  [new KafkaStreamError('append-failed', 'no broker'), 'retry'],
  [new Error('odd'), 'retry'],
])('answers %s with %s', async (error, kind) => {
  expect(await open(error).receiver.deliver(notice)).toEqual({ kind, reason: error.message });
});
