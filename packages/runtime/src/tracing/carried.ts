/**
 * What an event carries of its way so far, as CloudEvents extension attributes: when the intake took
 * it in, and the trace it belongs to. Both are for those who watch; no decision rests on them, so
 * one that can not be read counts as absent.
 */

export interface Carried {
  /** RFC 3339 in UTC. */
  readonly receivedAt: string | null;
  /** W3C trace context: '00-', trace, '-', span, '-', flags. */
  readonly traceparent: string | null;
}

const receivedAtName = 'herkomstreceivedat';

export function writeCarried({ receivedAt, traceparent }: Carried): Record<string, string> {
  return {
    ...(receivedAt === null ? {} : { [receivedAtName]: receivedAt }),
    ...writeTraceparent(traceparent),
  };
}

export function writeTraceparent(traceparent: string | null): Record<string, string> {
  return traceparent === null ? {} : { traceparent };
}

/** @param event a CloudEvent as parsed JSON, or anything else. */
export function readCarried(event: unknown): Carried {
  const attribute = (name: string): string | null => {
    if (typeof event !== 'object' || event === null) return null;
    const value: unknown = Reflect.get(event, name);
    return typeof value === 'string' ? value : null;
  };
  const receivedAt = attribute(receivedAtName);
  return {
    receivedAt: receivedAt === null || Number.isNaN(Date.parse(receivedAt)) ? null : receivedAt,
    traceparent: attribute('traceparent'),
  };
}
