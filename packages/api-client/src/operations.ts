import type { paths } from './generated.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Addresses that take a method, as the OpenAPI document writes them. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: undefined extends paths[P][M] ? never : P;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];

type InPath<O> = O extends { parameters: { path: infer Path } } ? { readonly path: Path } : { readonly path?: never };
type InQuery<O> = O extends { parameters: { query: infer Query } }
  ? { readonly query: Query }
  : O extends { parameters: { query?: infer Query } }
    ? [Exclude<Query, undefined>] extends [never]
      ? { readonly query?: never }
      : { readonly query?: Query | undefined }
    : { readonly query?: never };
type InBody<O> = O extends { requestBody: { content: infer Content } }
  ? { readonly body: Content[keyof Content] }
  : { readonly body?: never };

/** What a request takes: parts of its path, its query, its body. */
export type Options<M extends Method, P extends PathOf<M>> = InPath<Operation<M, P>> &
  InQuery<Operation<M, P>> &
  InBody<Operation<M, P>> & { readonly signal?: AbortSignal | undefined };

/** What an address by itself takes. */
export type AddressOptions<P extends keyof paths, M extends Method> =
  P extends PathOf<M> ? InPath<Operation<M, P>> & InQuery<Operation<M, P>> : never;

/** Left out where nothing is needed. */
export type Rest<Wanted> = Record<never, never> extends Wanted ? [options?: Wanted] : [options: Wanted];

type Successes<O> = O extends { responses: infer Responses }
  ? Responses[Extract<keyof Responses, 200 | 201 | 202>]
  : never;
type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** What a success holds; undefined where it holds nothing, or no JSON. */
export type Answer<M extends Method, P extends PathOf<M>> = [Successes<Operation<M, P>>] extends [never]
  ? undefined
  : Json<Successes<Operation<M, P>>>;

interface PageLike {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** Lists that come page by page. */
export type ListPath = {
  [P in PathOf<'get'>]: Answer<'get', P> extends PageLike ? P : never;
}[PathOf<'get'>];
