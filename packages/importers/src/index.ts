export * from './source.ts';
export { openSubstack } from './substack/open-substack.ts';
