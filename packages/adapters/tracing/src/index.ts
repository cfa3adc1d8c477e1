export { createTracing, type OpenTracing } from './tracing.ts';
export { openOtlpTracing, type OtlpTracingOptions } from './otlp.ts';
