export { Collector, type CollectorDependencies } from './collector.ts';
export { LinkTable } from './link-table.ts';
export { CollectorMetrics } from './metrics.ts';
