/** What one JSON Schema lets through that another does not. */
import type { JsonSchema } from '../json-schema.ts';

export interface Break {
  /** Where in the document: '.data.items[].description'; '' for the whole. */
  readonly path: string;
  readonly reason: string;
}

/** They say something to people, or what is filled in, and let nothing through or out. */
const annotations = new Set(['$schema', '$id', 'title', 'description', 'default', 'examples']);

const judged = new Set([
  'type',
  'enum',
  'const',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'pattern',
  'format',
]);

const leasts = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const mosts = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
for (const keyword of [...leasts, ...mosts]) judged.add(keyword);

/** A schema's parts, with what an absent one means. */
export function valuesOf(schema: JsonSchema) {
  const { type, enum: values, const: only, anyOf, items } = schema;
  return {
    types: type === undefined ? null : ([type].flat() as string[]),
    values: only !== undefined ? [only] : ((values ?? null) as unknown[] | null),
    branches: (anyOf ?? null) as JsonSchema[] | null,
    properties: (schema['properties'] ?? {}) as Record<string, JsonSchema>,
    required: (schema['required'] ?? []) as string[],
    closed: schema['additionalProperties'] === false,
    items: (items ?? null) as JsonSchema | null,
  };
}

/** Empty when everything that `one` lets through, `other` lets through, too. */
export function outside(one: JsonSchema, other: JsonSchema, path: string): Break[] {
  const [narrow, wide] = [valuesOf(one), valuesOf(other)];
  const at = (reason: string): Break => ({ path, reason });
  if (isMixed(one) || isMixed(other))
    return [at('"anyOf" beside other keywords can not be judged')];
  if (narrow.branches !== null) {
    return narrow.branches.flatMap((branch) => outside(branch, other, path));
  }
  if (wide.branches !== null) {
    const tried = wide.branches.map((branch) => outside(one, branch, path));
    return tried.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  const breaks = [...notUnderstood(one, other, at), ...limits(one, other, at)];
  if (wide.types !== null && !isWithin(narrow.types, wide.types)) {
    breaks.push(at(`${write(narrow.types)} is not within ${write(wide.types)}`));
    return breaks;
  }
  const beyond = beyondValues(narrow.values, wide.values);
  if (beyond !== null) breaks.push(at(`${beyond} is not among the values`));
  for (const name of wide.required) {
    if (!narrow.required.includes(name)) {
      breaks.push({ path: `${path}.${name}`, reason: 'the field is required on one side only' });
    }
  }
  if (wide.closed && !narrow.closed) breaks.push(at('further fields pass on one side only'));
  for (const [name, schema] of Object.entries(narrow.properties)) {
    const known = wide.properties[name];
    const field = `${path}.${name}`;
    if (known !== undefined) breaks.push(...outside(schema, known, field));
    else if (wide.closed) breaks.push({ path: field, reason: 'the field is unknown on one side' });
  }
  for (const name of Object.keys(wide.properties)) {
    if (narrow.properties[name] === undefined && !narrow.closed) {
      breaks.push({ path: `${path}.${name}`, reason: 'anything passed here on one side' });
    }
  }
  if (wide.items !== null) breaks.push(...outside(narrow.items ?? {}, wide.items, `${path}[]`));
  return breaks;
}

function isMixed(schema: JsonSchema): boolean {
  const others = Object.keys(schema).filter((key) => key !== 'anyOf' && !annotations.has(key));
  return schema['anyOf'] !== undefined && others.length > 0;
}

function notUnderstood(one: JsonSchema, other: JsonSchema, at: (reason: string) => Break): Break[] {
  const keywords = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keywords].flatMap((keyword) => {
    if (annotations.has(keyword) || judged.has(keyword)) {
      const schema = keyword === 'additionalProperties' && typeof other[keyword] === 'object';
      if (!schema || Object.keys(other[keyword] as object).length === 0) return [];
    }
    const same = JSON.stringify(one[keyword]) === JSON.stringify(other[keyword]);
    return same ? [] : [at(`a change of "${keyword}" can not be judged`)];
  });
}

function limits(one: JsonSchema, other: JsonSchema, at: (reason: string) => Break): Break[] {
  const breaks: Break[] = [];
  const bound = (keyword: string, holds: (narrow: number, wide: number) => boolean): void => {
    const [narrow, wide] = [one[keyword], other[keyword]] as (number | undefined)[];
    if (wide === undefined || (narrow !== undefined && holds(narrow, wide))) return;
    breaks.push(at(`"${keyword}" is ${narrow ?? 'none'} on one side and ${wide} on the other`));
  };
  for (const keyword of leasts) bound(keyword, (narrow, wide) => narrow >= wide);
  for (const keyword of mosts) bound(keyword, (narrow, wide) => narrow <= wide);
  for (const keyword of ['pattern', 'format']) {
    if (other[keyword] !== undefined && one[keyword] !== other[keyword]) {
      breaks.push(at(`"${keyword}" is ${write(one[keyword])}, not ${write(other[keyword])}`));
    }
  }
  return breaks;
}

function isWithin(narrow: readonly string[] | null, wide: readonly string[]): boolean {
  if (narrow === null) return false;
  return narrow.every(
    (type) => wide.includes(type) || (type === 'integer' && wide.includes('number')),
  );
}

/** The first value beyond, as text; null when there is none. */
function beyondValues(narrow: readonly unknown[] | null, wide: readonly unknown[] | null) {
  if (wide === null) return null;
  if (narrow === null) return 'any value';
  const known = new Set(wide.map((value) => JSON.stringify(value)));
  return narrow.map((value) => JSON.stringify(value)).find((value) => !known.has(value)) ?? null;
}

function write(value: unknown): string {
  return value === undefined || value === null ? 'anything' : JSON.stringify(value);
}
