/** Traces, where a collector is set. Without one, OpenTelemetry is not even loaded. */
import { noTracing, type Tracing } from '@herkomst/runtime';
import type { Config } from './config.ts';

export interface ServiceTracing extends Tracing {
  /** Hands on what is recorded. Never rejects. */
  close(): Promise<void>;
}

export async function openTracing({ traces }: Pick<Config, 'traces'>): Promise<ServiceTracing> {
  if (traces === null) return { ...noTracing, async close() {} };
  const { openOtlpTracing } = await import('@herkomst/adapter-tracing');
  return openOtlpTracing(traces);
}
