export * from './administration.ts';
export * from './collection.ts';
export * from './growth.ts';
export * from './issue.ts';
export * from './problem.ts';
export * from './publication.ts';
export * from './session.ts';
