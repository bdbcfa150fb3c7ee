export * from './administration.ts';
export * from './issue.ts';
export * from './problem.ts';
export * from './publication.ts';
export * from './session.ts';
