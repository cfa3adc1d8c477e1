/**
 * Finds what a change of a JSON Schema breaks. Of what we read, all that was taken must still be
 * taken; of what we write, readers of the former schema must still understand all of it. Both ask
 * one question, whether everything that one schema lets through the other lets through as well,
 * only the other way round.
 *
 * Knows the keywords that our schemas use. A change of any other counts as a break: better a false
 * alarm for a person to look at than a false peace.
 */
import type { JsonSchema } from '../json-schema.ts';
import type { Direction } from '../published.ts';
import { outside, valuesOf, type Break } from './outside.ts';

export type { Break } from './outside.ts';

/** Empty when nothing breaks. */
export function findBreaks(direction: Direction, before: JsonSchema, after: JsonSchema): Break[] {
  const widened = direction === 'input' ? outside(before, after, '') : outside(after, before, '');
  return [...removed(before, after, ''), ...widened].filter(
    ({ path, reason }, index, all) =>
      all.findIndex((other) => other.path === path && other.reason === reason) === index,
  );
}

/** A field that goes is a break either way: dropped unseen where we read, missed where we write. */
function removed(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const breaks: Break[] = [];
  for (const [name, schema] of Object.entries(was.properties)) {
    const next = is.properties[name];
    const at = `${path}.${name}`;
    if (next === undefined) breaks.push({ path: at, reason: 'the field was removed' });
    else breaks.push(...removed(schema, next, at));
  }
  if (was.items !== null && is.items !== null) {
    breaks.push(...removed(was.items, is.items, `${path}[]`));
  }
  return breaks;
}
