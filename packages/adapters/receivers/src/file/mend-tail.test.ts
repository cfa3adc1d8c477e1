import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mendTail } from './mend-tail.ts';

it.each<[before: string, after: string, lines: string[]]>([
  ['', '', []],
  ['half', '', []],
  ['one\n', 'one\n', ['one']],
  ['one\ntwo\nhalf', 'one\ntwo\n', ['one', 'two']],
  ['a first line longer than the tail\ntwo\n', 'a first line longer than the tail\ntwo\n', ['two']],
  ['one\na half line longer than the tail, twice over', 'one\n', ['one']],
  ['one\n\ntwo\n', 'one\n\ntwo\n', ['one', 'two']],
])('leaves of %j %j', async (before, after, lines) => {
  const directory = await mkdtemp(join(tmpdir(), 'herkomst-tail-'));
  try {
    const path = join(directory, 'file');
    await writeFile(path, before);
    const file = await open(path, 'a+');
    const found: string[] = [];
    const length = await mendTail(file, (line) => void found.push(line), 16);
    await file.close();
    expect(length).toBe(after.length);
    expect(await readFile(path, 'utf8')).toBe(after);
    expect(found).toEqual(lines);
  } finally {
    await rm(directory, { recursive: true });
  }
});
