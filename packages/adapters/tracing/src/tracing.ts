/**
 * The workers' steps as OpenTelemetry spans. Nothing global is registered and no context is kept
 * between calls: a step's parent is what its event carries, so many can be under way in one batch.
 */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { SpanName, Tracing } from '@herkomst/runtime';
import {
  BasicTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { readTraceparent, writeTraceparent } from './trace-context.ts';

export interface TracingOptions {
  readonly processor: SpanProcessor;
  /** Of the shipments whose way is not yet traced, how many are to be, 0..1. */
  readonly share: number;
}

export interface OpenTracing extends Tracing {
  /** Hands on what is recorded, or gives it up when that fails. Never rejects. */
  close(): Promise<void>;
}

const kinds: Readonly<Record<SpanName, SpanKind>> = {
  intake: SpanKind.PRODUCER,
  screen: SpanKind.CONSUMER,
  deliver: SpanKind.CLIENT,
};

export function createTracing({ processor, share }: TracingOptions): OpenTracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'herkomst' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('herkomst');
  return {
    start(name, parent, attributes) {
      const options = { kind: kinds[name], attributes };
      const span = tracer.startSpan(name, options, readTraceparent(parent));
      return {
        traceparent: writeTraceparent(span.spanContext()),
        end(more = {}, failure) {
          span.setAttributes(more);
          if (failure !== undefined) {
            span.setStatus({ code: SpanStatusCode.ERROR, message: describe(failure) });
          }
          span.end();
        },
      };
    },
    async close() {
      // What could not be handed on is lost; a service that stops must not fail for it.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

function describe(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
