import type { Notice } from '@herkomst/runtime';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileReceiver } from './file-receiver.ts';

let directory = '';
let path = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-receiver-'));
  path = join(directory, 'made', 'alerts.ndjson');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const notice = (id: string): Notice => ({
  tenant: 'default',
  id,
  type: 'org.herkomst.alert.raised.v1',
  document: JSON.stringify({ id, text: 'line\nbreak' }),
});

const line = (id: string): string =>
  `${JSON.stringify({ id, type: 'org.herkomst.alert.raised.v1', document: { id, text: 'line\nbreak' } })}\n`;

const open = () => createFileReceiver({ name: 'file', path });
const content = (): Promise<string> => readFile(path, 'utf8');

it('appends a line a notice, and each is there when its delivery is done', async () => {
  const receiver = open();
  expect(receiver.name).toBe('file');
  expect(await receiver.deliver(notice('a'))).toEqual({ kind: 'done' });
  expect(await content()).toBe(line('a'));
  await Promise.all(['b', 'c', 'd'].map((id) => receiver.deliver(notice(id))));
  expect(await content()).toBe(['a', 'b', 'c', 'd'].map(line).join(''));
  await receiver.close();
});

it('writes no notice twice, not even after the process died', async () => {
  const receiver = open();
  await Promise.all(['a', 'a', 'b'].map((id) => receiver.deliver(notice(id))));
  await receiver.deliver(notice('b'));
  await receiver.close();
  const next = open();
  expect(await next.deliver(notice('a'))).toEqual({ kind: 'done' });
  await next.deliver(notice('c'));
  await next.close();
  expect(await content()).toBe(['a', 'b', 'c'].map(line).join(''));
});

it('takes half a line away that a crash left, and writes it whole', async () => {
  const receiver = open();
  await receiver.deliver(notice('a'));
  await receiver.close();
  await appendFile(path, line('b').slice(0, 20));
  const next = open();
  await next.deliver(notice('b'));
  await next.close();
  expect(await content()).toBe(line('a') + line('b'));
});

it('takes half a line away from a file that has nothing else', async () => {
  await mkdir(join(directory, 'made'));
  await writeFile(path, '{"id":"a"');
  const receiver = open();
  await receiver.deliver(notice('a'));
  await receiver.close();
  expect(await content()).toBe(line('a'));
});

it('asks to be tried again when the file can not be written, and recovers', async () => {
  await mkdir(path, { recursive: true });
  const receiver = open();
  expect(await receiver.deliver(notice('a'))).toMatchObject({
    kind: 'retry',
    reason: expect.stringContaining('EISDIR'),
  });
  await rm(path, { recursive: true });
  expect(await receiver.deliver(notice('a'))).toEqual({ kind: 'done' });
  await receiver.close();
  expect(await content()).toBe(line('a'));
});
