export { openGhost } from './ghost/ghost-source.ts';
export { openListmonk } from './listmonk/listmonk-source.ts';
export * from './source.ts';
export { openSubstack } from './substack/open-substack.ts';
export { openTable } from './table/table-source.ts';
export { UnmappedTable } from './table/unmapped-table.ts';
