import { expect, test } from 'vitest';
import { sampleEvent } from './memory-intake.ts';
import { readJsonEntry } from './read-json.ts';
import { startOfInput } from './place.ts';
import { readTenant, toStreamEvent } from './stream-event.ts';

function declared(id: string) {
  const bytes = new TextEncoder().encode(sampleEvent(id));
  const { reading } = readJsonEntry({ bytes, place: startOfInput, position: null });
  if (reading.kind === 'invalid') throw new Error('the sample can not be read');
  return reading.event;
}

test('an event in the stream says whose it is, and keeps the key it had before it did', () => {
  const event = declared('1');
  const [own, others] = [toStreamEvent(event), toStreamEvent(event, undefined, 'bolt')];
  expect(readTenant(JSON.parse(own.value))).toBe('default');
  expect(readTenant(JSON.parse(others.value))).toBe('bolt');
  expect(own.key).toBe(others.key);
});

test('an event of before there were tenants is the default tenant’s; a name that is none is nobody’s', () => {
  expect(readTenant({ specversion: '1.0' })).toBe('default');
  expect(readTenant([])).toBe('default');
  expect(readTenant(null)).toBe('default');
  for (const herkomsttenant of ['', 'No Name', 7, null, ['bolt'], "x'; drop"]) {
    expect(readTenant({ herkomsttenant }), JSON.stringify(herkomsttenant)).toBeNull();
  }
});
