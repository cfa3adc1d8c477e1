/** Traces to a collector over OTLP and HTTP, in batches, so that no worker waits for it. */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createTracing, type OpenTracing } from './tracing.ts';

export interface OtlpTracingOptions {
  /** Where the collector takes traces: 'http://localhost:4318/v1/traces'. */
  readonly url: string;
  /** Of all shipments, how many are traced, 0..1. */
  readonly share: number;
}

export function openOtlpTracing({ url, share }: OtlpTracingOptions): OpenTracing {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: 5000 });
  return createTracing({ processor: new BatchSpanProcessor(exporter), share });
}
