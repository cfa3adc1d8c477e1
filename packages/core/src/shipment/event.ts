/**
 * The declared event: a CloudEvents 1.0 envelope around a shipment.
 *
 * The envelope is read leniently where CloudEvents says so (extension attributes pass), the data
 * strictly. Faults are collected, all at once, each with its path, so a sender mends them in one go.
 */
import { z } from 'zod';
import { dateTime } from './code.ts';
import { shipmentSchema, type Shipment } from './schema.ts';

export const shipmentDeclaredType = 'org.herkomst.shipment.declared.v1';

const attribute = z.string().min(1, 'expected text, found none');

export const cloudEventSchema = z.looseObject({
  specversion: z.literal('1.0', 'expected the CloudEvents version "1.0"'),
  id: attribute.max(500),
  source: attribute.max(500),
  type: z.literal(shipmentDeclaredType, `expected the event type "${shipmentDeclaredType}"`),
  time: dateTime.optional(),
  subject: attribute.optional(),
  datacontenttype: z
    .string()
    .regex(/^application\/([a-z.+-]+\+)?json\b/, 'expected a JSON content type')
    .optional(),
  dataschema: attribute.optional(),
  data: shipmentSchema,
});

/** A shipment with the identity of the event that declared it. */
export interface DeclaredEvent {
  readonly source: string;
  readonly id: string;
  /** The event's own time, RFC 3339; null when the sender gave none. */
  readonly time: string | null;
  readonly shipment: Shipment;
}

/** One thing wrong with an input, at a place its sender can find. */
export interface InputFault {
  /** 'missing', 'unknown-field', 'wrong-type', 'wrong-value'. */
  readonly code: string;
  /** Path in the event as a person writes it: 'data.items[0].commodityCode'; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

export type DeclaredEventReading =
  | { readonly kind: 'declared'; readonly event: DeclaredEvent }
  | { readonly kind: 'invalid'; readonly faults: readonly InputFault[] };

/** Reads a parsed JSON value as a declared event. Never throws. */
export function readDeclaredEvent(value: unknown): DeclaredEventReading {
  const result = cloudEventSchema.safeParse(value);
  if (!result.success) {
    return {
      kind: 'invalid',
      faults: result.error.issues.flatMap((issue) => faultsOf(issue, value)),
    };
  }
  const { source, id, time, data } = result.data;
  return { kind: 'declared', event: { source, id, time: time ?? null, shipment: data } };
}

/** 'data.items[0].description' from ['data', 'items', 0, 'description']. */
export function formatPath(path: readonly PropertyKey[]): string {
  let out = '';
  for (const key of path) {
    if (typeof key === 'number') out += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(key)))
      out += out === '' ? String(key) : `.${String(key)}`;
    else out += `[${JSON.stringify(String(key))}]`;
  }
  return out;
}

function faultsOf(issue: z.core.$ZodIssue, root: unknown): InputFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-field',
      path: formatPath([...issue.path, key]),
      message: 'no such field; check the spelling against the event schema',
    }));
  }
  const path = formatPath(issue.path);
  if (issue.code === 'invalid_type') {
    const found = valueAt(root, issue.path);
    if (found === undefined) {
      return [{ code: 'missing', path, message: `missing; expected ${issue.expected}` }];
    }
    return [
      {
        code: 'wrong-type',
        path,
        message: `expected ${issue.expected}, found ${describe(found)}`,
      },
    ];
  }
  if (valueAt(root, issue.path) === undefined && issue.code !== 'custom') {
    return [{ code: 'missing', path, message: `missing; ${lowerFirst(issue.message)}` }];
  }
  return [{ code: 'wrong-value', path, message: lowerFirst(issue.message) }];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let here = root;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 60))}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${value}`;
  return `an ${typeof value}`;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
