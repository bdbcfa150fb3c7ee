export { openGhost } from './ghost/ghost-source.ts';
export { openListmonk } from './listmonk/listmonk-source.ts';
export * from './source.ts';
export { openSubstack } from './substack/open-substack.ts';
export { readColumns, type TableColumns } from './table/columns.ts';
export type { TableMapping } from './table/mapping.ts';
export { openTable } from './table/table-source.ts';
