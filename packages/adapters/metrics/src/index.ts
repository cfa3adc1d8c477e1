export type { BacklogReading } from './backlog-metrics.ts';
export { createMetrics, type Metrics, type MetricsOptions, type MetricsText } from './metrics.ts';
export type { KnowledgeReading } from './knowledge-metrics.ts';
export type { UpkeepReading } from './upkeep-metrics.ts';
