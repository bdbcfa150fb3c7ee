export { CatalogCopy } from './catalog-copy.ts';
export { type CatalogSource, CatalogSync } from './catalog-sync.ts';
export { Collector, type CollectorSettings, classOf } from './collector.ts';
export { FrontDoor, type Room } from './front-door.ts';
export { LinkFinder } from './link-finder.ts';
export { CollectorMetrics } from './metrics.ts';
export { rateOf } from './token-buckets.ts';
