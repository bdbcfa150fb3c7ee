export { CatalogCopy } from './catalog-copy.ts';
export { CatalogSync } from './catalog-sync.ts';
export { startCollecting } from './collecting.ts';
export { FrontDoor } from './front-door.ts';
