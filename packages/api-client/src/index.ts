export { type Client, type ClientOptions, createClient } from './client.ts';
export type { Failure } from './failure.ts';
export type { components, paths } from './generated.ts';
export type { Answer, ListPath, Method, Options, PathOf } from './operations.ts';
export { ReadoutError } from './readout-error.ts';
