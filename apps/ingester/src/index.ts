export { caughtUp } from './caught-up.ts';
export { Ingester, type IngesterDependencies } from './ingester.ts';
export { IngesterMetrics } from './metrics.ts';
