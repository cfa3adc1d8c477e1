/**
 * Every kind of malformed event, through the file door and the HTTP door: the error is named with
 * its place, the bytes are kept, and what stands before and after passes.
 */
import type { InputFault } from '@herkomst/core';
import type { DeadLetter } from '@herkomst/runtime';
import { expect, it } from 'vitest';
import { createMemoryIntake, sampleEvent } from '@herkomst/runtime/testing';
import { postLines, takeInput } from './doors.ts';
import type { MalformedEvent } from './malformed-event.ts';
import { notAnEvent } from './not-an-event.ts';
import { notJson } from './not-json.ts';
import { notText } from './not-text.ts';

const malformedEvents = [...notJson, ...notText, ...notAnEvent];

const before = Buffer.from(`${sampleEvent('ü-before')}\n`);
const after = Buffer.from(`\n${sampleEvent('after')}\n`);

function surround({ line }: MalformedEvent): Buffer<ArrayBuffer> {
  return Buffer.concat([before, Buffer.from(line), after]);
}

function expectRefusal(
  { line, code, path, says }: MalformedEvent,
  rejected: readonly {
    code: string;
    position: string | null;
    faults: readonly InputFault[];
    deadLetterId: string;
  }[],
  letters: readonly DeadLetter[],
): void {
  expect(rejected).toHaveLength(1);
  const [rejection] = rejected;
  expect(rejection).toMatchObject({ code, position: 'line 2' });
  const [fault] = rejection?.faults ?? [];
  expect(fault?.path).toBe(path);
  // Bytes count from the beginning of the input.
  const said = says.replace(/\{(\d+)\}/, (_all, byte: string) =>
    String(Number(byte) + before.length),
  );
  expect(fault?.message).toContain(said);
  if (code === 'invalid-json') expect(fault?.message).toMatch(/^line 2, column \d+ \(byte \d+\): /);
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  expect(letter).toMatchObject({
    code,
    path,
    position: 'line 2',
    deadLetterId: rejection?.deadLetterId,
  });
  expect(letter?.reason).toContain(said);
  expect(Buffer.from(letter?.original ?? []).equals(Buffer.from(line))).toBe(true);
}

it.each(malformedEvents)('a file with $kind', async (malformed) => {
  const door = createMemoryIntake();
  const rejected = await takeInput(door, { name: 'events.ndjson', content: surround(malformed) });
  expect(door.passed).toEqual(['S-ü-before', 'S-after']);
  expectRefusal(malformed, rejected, await door.letters());
});

it.each(malformedEvents)('a request with $kind', async (malformed) => {
  const door = createMemoryIntake();
  const { status, body } = await postLines(door, surround(malformed));
  expect(status).toBe(202);
  expect(body).toMatchObject({ accepted: 2 });
  expect(door.passed).toEqual(['S-ü-before', 'S-after']);
  const { rejected } = body as { rejected: Parameters<typeof expectRefusal>[1] };
  expectRefusal(malformed, rejected, await door.letters());
});

it('a file with a line too long to hold', async () => {
  const door = createMemoryIntake();
  const long = `{"id":"${'x'.repeat(5000)}"}`;
  const content = Buffer.concat([before, Buffer.from(long), after]);
  const rejected = await takeInput(door, { name: 'a.ndjson', content }, { maxBytes: 2000 });
  expect(door.passed).toEqual(['S-ü-before', 'S-after']);
  expect(rejected).toMatchObject([{ code: 'too-long', position: 'line 2' }]);
  expect(rejected[0]?.faults[0]?.message).toBe(
    `line 2, column 1 (byte ${before.length}): ${long.length + 1} bytes long, at most 2000 are allowed; only the first 2000 are kept here`,
  );
  const [letter] = await door.letters();
  expect(Buffer.from(letter?.original ?? []).toString()).toBe(long.slice(0, 2000));
});

it('says something of its own of each kind', () => {
  const kinds = new Set(malformedEvents.map(({ kind }) => kind));
  expect(kinds.size).toBe(malformedEvents.length);
  expect(kinds.size).toBeGreaterThan(70);
});
