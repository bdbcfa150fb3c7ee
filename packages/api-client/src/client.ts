import createFetch, { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { type Failure, failureOf } from './failure.ts';
import type { paths } from './generated.ts';
import type { AddressOptions, Answer, ListPath, Method, Options, PathOf, Rest } from './operations.ts';
import { type Fetch, type Patience, patientFetch } from './patient-fetch.ts';
import { ReadoutError } from './readout-error.ts';

export interface ClientOptions {
  /** Where Readout is, such as `https://read.example.com`; empty in a page that Readout itself serves. */
  readonly url: string;
  /** An API key; left out in the browser of somebody who is signed in. */
  readonly key?: string;
  /** What is done where Readout answers 429; by default a request is sent again twice, after at most a minute each. */
  readonly patience?: Patience;
  /** The error that a failure is thrown as; a `ReadoutError` where left out. */
  readonly errorOf?: (failure: Failure) => Error;
  /**
   * Where answers to GET may be known before the network is asked, as in a page that came with them.
   * @returns the answer to an address, or `undefined`
   */
  readonly atHand?: (address: string) => unknown;
  readonly fetch?: Fetch;
}

/** Every operation of the API, by method and address. Each rejects with a `ReadoutError`, or as `errorOf` makes it. */
export interface Client {
  get<P extends PathOf<'get'>>(path: P, ...options: Rest<Options<'get', P>>): Promise<Answer<'get', P>>;
  post<P extends PathOf<'post'>>(path: P, ...options: Rest<Options<'post', P>>): Promise<Answer<'post', P>>;
  put<P extends PathOf<'put'>>(path: P, ...options: Rest<Options<'put', P>>): Promise<Answer<'put', P>>;
  patch<P extends PathOf<'patch'>>(path: P, ...options: Rest<Options<'patch', P>>): Promise<Answer<'patch', P>>;
  delete<P extends PathOf<'delete'>>(path: P, ...options: Rest<Options<'delete', P>>): Promise<Answer<'delete', P>>;
  /** For files: the answer itself, a success, with its body still to be read. */
  readonly response: {
    get<P extends PathOf<'get'>>(path: P, ...options: Rest<Options<'get', P>>): Promise<Response>;
    post<P extends PathOf<'post'>>(path: P, ...options: Rest<Options<'post', P>>): Promise<Response>;
  };
  /** A list page by page, from the first or from `cursor` on; each is asked for when the one before was taken. */
  pages<P extends ListPath>(path: P, ...options: Rest<Options<'get', P>>): AsyncGenerator<Answer<'get', P>, void>;
  /** What is in a list, one by one, over all its pages. */
  each<P extends ListPath>(path: P, ...options: Rest<Options<'get', P>>): AsyncGenerator<ItemOf<P>, void>;
  /** An address by itself, for what asks by other means: a link, a picture, an EventSource. */
  address<M extends Method, P extends PathOf<M>>(method: M, path: P, ...options: Rest<AddressOptions<P, M>>): string;
}

type ItemOf<P extends ListPath> = Answer<'get', P> extends { items: (infer Item)[] } ? Item : never;

/** As all operations have it, once their types are done with. */
interface AnyOptions {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}
interface AnyPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

const PATIENCE: Patience = { retries: 2, longestWaitMs: 60_000 };

/** A client of one Readout. */
export function createClient({
  url,
  key,
  patience = PATIENCE,
  errorOf = usualError,
  atHand,
  fetch,
}: ClientOptions): Client {
  const baseUrl = url.replace(/\/+$/, '');
  const inner = createFetch<paths>({
    baseUrl,
    fetch: patientFetch(fetch ?? ((request) => globalThis.fetch(request)), patience),
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
  });
  // The types of each operation stand in `Client`: here they are all alike.
  const send = inner.request as unknown as (
    method: Method,
    path: string,
    init: object,
  ) => Promise<{ readonly response: Response }>;
  inner.use({
    async onResponse({ response }) {
      if (!response.ok) throw errorOf(await failureOf(response));
    },
    onError({ request, error }) {
      return request.signal.aborted ? undefined : errorOf(unreachable(error));
    },
  });

  async function ask(method: Method, path: string, accept: string, options: AnyOptions = {}): Promise<Response> {
    const { path: inPath, query, body, signal } = options;
    const isFile = body instanceof Blob;
    const { response } = await send(method, path, {
      params: { path: inPath, query },
      body,
      signal,
      parseAs: 'stream',
      headers: { accept, ...(isFile ? { 'content-type': body.type || 'application/octet-stream' } : {}) },
      ...(isFile ? { bodySerializer: (file: Blob) => file } : {}),
      // A deletion may be the last thing that a page does: it is to outlive the page.
      ...(method === 'delete' ? { keepalive: true } : {}),
    });
    return response;
  }
  const asking = (method: Method) => async (path: string, options?: AnyOptions) => {
    const response = await ask(method, path, 'application/json', options);
    const text = await response.text().catch((error: unknown) => {
      // Torn off while it was read.
      throw options?.signal?.aborted ? error : errorOf(unreachable(error));
    });
    try {
      return text === '' ? undefined : JSON.parse(text);
    } catch (cause) {
      throw errorOf({ status: response.status, problem: {}, retryAfterSeconds: null, cause });
    }
  };
  const responding = (method: Method) => (path: string, options?: AnyOptions) => ask(method, path, '*/*', options);

  const address = (_: Method, path: string, { path: inPath, query }: AnyOptions = {}) =>
    createFinalURL(path, {
      baseUrl,
      params: { path: { ...inPath }, query: { ...query } },
      querySerializer: createQuerySerializer(),
      pathSerializer: defaultPathSerializer,
    });

  const fromNetwork = asking('get');
  const get = async (path: string, options?: AnyOptions): Promise<unknown> => {
    const known = atHand?.(address('get', path, options));
    return known === undefined ? fromNetwork(path, options) : await known;
  };
  async function* pages(path: string, options: AnyOptions = {}): AsyncGenerator<AnyPage, void> {
    for (let { query } = options; ; ) {
      const page = (await get(path, { ...options, query })) as AnyPage;
      yield page;
      if (page.next === null) return;
      query = { ...query, cursor: page.next };
    }
  }
  async function* each(path: string, options?: AnyOptions): AsyncGenerator<unknown, void> {
    for await (const { items } of pages(path, options)) yield* items;
  }
  const client = {
    get,
    post: asking('post'),
    put: asking('put'),
    patch: asking('patch'),
    delete: asking('delete'),
    response: { get: responding('get'), post: responding('post') },
    pages,
    each,
    address,
  };
  return client as unknown as Client;
}

function usualError(failure: Failure): Error {
  return new ReadoutError(failure);
}

function unreachable(cause: unknown): Failure {
  return { status: 0, problem: {}, retryAfterSeconds: null, cause };
}
