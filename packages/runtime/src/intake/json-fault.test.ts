import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonFault } from './json-fault.ts';
import { hasDroppedMembers } from './json-members.ts';

/** JSON, and JSON with a few characters cut out, doubled or put in. */
const almostJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[]",:\\ 0-e.u\n')), { maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [at, char]) => {
      const index = at % (edited.length + 1);
      return edited.slice(0, index) + char + edited.slice(index + (at % 2));
    }, text),
  );

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('finds a fault of syntax exactly where JSON.parse refuses', () => {
  fc.assert(
    fc.property(almostJson, (text) => {
      const fault = findJsonFault(text);
      expect(fault === null || fault.code === 'duplicate-key').toBe(isJson(text));
      if (fault !== null) expect(fault.offset).toBeLessThanOrEqual(text.length);
    }),
    { seed: 2026, numRuns: 2000 },
  );
});

it('finds equal keys exactly where JSON.parse drops members', () => {
  const key = fc.constantFrom('a', 'b', String.raw`\u0061`, '__proto__', '"');
  const value = fc.letrec<{ value: string; object: string }>((tie) => ({
    value: fc.oneof(fc.constantFrom('1', '":"', '[]', 'null', '"\\\\"', '"\\":"'), tie('object')),
    object: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 3 })
      .map(
        (members) =>
          `{${members.map(([name, of]) => `"${name === '"' ? '\\"' : name}" : ${of}`).join(',')}}`,
      ),
  })).object;
  fc.assert(
    fc.property(value, (text) => {
      const dropped = hasDroppedMembers(text, JSON.parse(text));
      expect(findJsonFault(text)?.code === 'duplicate-key').toBe(dropped);
    }),
    { seed: 2026, numRuns: 2000 },
  );
});

it('names the place in a long text', () => {
  const text = `{"a":[0,{"b c":"${'x'.repeat(3_000_000)}","d":tru}]}`;
  expect(findJsonFault(text)).toEqual({
    code: 'invalid-json',
    offset: text.indexOf('tru'),
    path: 'a[1].d',
    message: 'expected a value, found "tru"',
  });
  const digits = `[${'1'.repeat(3_000_000)}x]`;
  expect(findJsonFault(digits)).toMatchObject({ offset: 1, path: '[0]' });
});
