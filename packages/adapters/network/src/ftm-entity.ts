/**
 * One entity of FollowTheMoney, as OpenSanctions and others publish them: JSON with an id, a schema
 * and properties, each a list of texts, or of whole entities where one is nested in another.
 * Source: the FollowTheMoney data model, https://followthemoney.tech.
 */

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  /** Texts of a property; empty when it has none. */
  readonly texts: (property: string) => readonly string[];
  /** Ids that a property refers to, nested entities by theirs. */
  readonly references: (property: string) => readonly string[];
  /** Entities nested in any property, depth first. */
  readonly nested: readonly FtmEntity[];
  /** First dataset named, or null. */
  readonly dataset: string | null;
  /** 'YYYY-MM-DD' on which the publisher last saw it, or null. */
  readonly lastSeen: string | null;
}

export type FtmReading =
  | { readonly kind: 'entity'; readonly entity: FtmEntity }
  | { readonly kind: 'fault'; readonly path: string; readonly message: string };

/** Reads a parsed JSON value. Never throws. */
export function readFtmEntity(value: unknown): FtmReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'fault', path: '', message: 'expected an object' };
  }
  const {
    id,
    schema,
    properties,
    datasets,
    last_seen: lastSeen,
  } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') {
    return { kind: 'fault', path: 'id', message: 'expected the id of the entity' };
  }
  if (typeof schema !== 'string' || schema === '') {
    return { kind: 'fault', path: 'schema', message: 'expected the name of a schema' };
  }
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return { kind: 'fault', path: 'properties', message: 'expected an object of properties' };
  }
  const values = (property: string): readonly unknown[] => {
    const found: unknown = Reflect.get(properties, property);
    if (found === undefined || found === null) return [];
    return Array.isArray(found) ? found : [found];
  };
  const nested = Object.keys(properties).flatMap((property) =>
    values(property).flatMap((each) => {
      if (typeof each !== 'object') return [];
      const reading = readFtmEntity(each);
      return reading.kind === 'entity' ? [reading.entity, ...reading.entity.nested] : [];
    }),
  );
  const entity: FtmEntity = {
    id,
    schema,
    texts: (property) =>
      values(property)
        .filter((each) => typeof each === 'string')
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    references: (property) =>
      values(property).flatMap((each) => {
        if (typeof each === 'string') return each === '' ? [] : [each];
        const inner: unknown = typeof each === 'object' && each !== null && Reflect.get(each, 'id');
        return typeof inner === 'string' ? [inner] : [];
      }),
    nested,
    dataset: Array.isArray(datasets) && typeof datasets[0] === 'string' ? datasets[0] : null,
    lastSeen: typeof lastSeen === 'string' && lastSeen.length >= 10 ? lastSeen.slice(0, 10) : null,
  };
  return { kind: 'entity', entity };
}
