import { expect, it } from 'vitest';
import { createWriterReceiver } from './writer-receiver.ts';

const notice = { tenant: 'default', id: 'a', type: 'org.herkomst.alert.raised.v1', document: '{}' };

it('is done once the writing is', async () => {
  const written: string[] = [];
  const receiver = createWriterReceiver('terminal', async ({ id }) => {
    await Promise.resolve();
    written.push(id);
  });
  expect(receiver.name).toBe('terminal');
  expect(await receiver.deliver(notice)).toEqual({ kind: 'done' });
  expect(written).toEqual(['a']);
  await receiver.close();
});

it('asks to be tried again when the writing fails', async () => {
  const receiver = createWriterReceiver('terminal', () => {
    throw new Error('closed pipe');
  });
  expect(await receiver.deliver(notice)).toEqual({ kind: 'retry', reason: 'closed pipe' });
});
