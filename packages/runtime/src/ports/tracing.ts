/**
 * Follows single shipments through the workers, for those who look into one. A trace is joined by
 * W3C trace context, which events carry as CloudEvents' "traceparent": through the stream, in the
 * alert, and so on to its receivers.
 */

/** A step of a shipment's way. */
export type SpanName = 'intake' | 'screen' | 'deliver';

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface Span {
  /** What the next step names as its parent; null when there is nothing to join. */
  readonly traceparent: string | null;
  /** To be called once. With a failure, the step counts as failed. */
  end(attributes?: SpanAttributes, failure?: unknown): void;
}

export interface Tracing {
  /**
   * Begins a step now. A parent of null begins a trace; one that is no trace context counts as
   * null. Never throws. Not the implementer's job: deciding what is worth a step.
   */
  start(name: SpanName, parent: string | null, attributes: SpanAttributes): Span;
}
