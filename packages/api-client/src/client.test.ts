import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from './client.ts';
import { ReadoutError } from './readout-error.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Reply = (response: ServerResponse, seen: Seen) => void;

let server: Server;
let url: string;
let seen: Seen[];
/** In turn, the last for all that comes after. */
let replies: Reply[];

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Reply => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
};
const problem = (status: number, code: string, headers: Record<string, string> = {}, more: object = {}) =>
  json({ type: `urn:x:${code}`, title: 'A title', status, detail: 'What to do.', code, ...more }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  });

beforeEach(async () => {
  seen = [];
  replies = [json({})];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: at = '', headers } = request;
      const one = { method, url: at, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      (replies.length > 1 ? replies.shift() : replies[0])?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const KEY = 'ro_test';
const client = (more: object = {}) => createClient({ url: `${url}/`, key: KEY, ...more });
const refusalOf = async (asked: Promise<unknown>): Promise<ReadoutError> => {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ReadoutError) return error;
  throw new Error(`not refused as a ReadoutError, but: ${String(error)}`);
};

describe('a request', () => {
  test('has its path, its query and its key where they belong, whatever they hold', async () => {
    replies = [json({ items: [], next: null, total: 0, of: 0 })];
    await client().get('/api/v1/publications/{publication}/issues', {
      path: { publication: 'a/b ?&ü' },
      query: { q: 'a&b=c', tag: ['x', 'y z'], cursor: undefined, limit: 2 },
    });
    const [{ method, url: at, headers } = { method: '', url: '', headers: {} }] = seen;
    const asked = new URL(at, url);
    expect([method, asked.pathname]).toEqual(['GET', '/api/v1/publications/a%2Fb%20%3F%26%C3%BC/issues']);
    expect([...asked.searchParams].sort()).toEqual([
      ['limit', '2'],
      ['q', 'a&b=c'],
      ['tag', 'x'],
      ['tag', 'y z'],
    ]);
    expect([headers['authorization'], headers['accept']]).toEqual([`Bearer ${KEY}`, 'application/json']);
    expect(headers['content-type']).toBeUndefined();
  });

  test('has its body as JSON, or as the file that it is', async () => {
    await client().post('/api/v1/publications', { body: { name: 'Low Tide' } });
    await client().post('/api/v1/publications/{publication}/billing/import', {
      path: { publication: 'p' },
      body: new Blob(['a,b\n1,2\n'], { type: 'text/csv' }),
    });
    expect(seen.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
      ['application/json', '{"name":"Low Tide"}'],
      ['text/csv', 'a,b\n1,2\n'],
    ]);
  });

  test('is answered with nothing where there is nothing', async () => {
    replies = [(response) => response.writeHead(204).end()];
    expect(await client().delete('/api/v1/keys/{key}', { path: { key: 3 } })).toBeUndefined();
    expect(seen.map(({ method, url: at }) => `${method} ${at}`)).toEqual(['DELETE /api/v1/keys/3']);
  });

  test('that is given up rejects with the reason, and is not told as a failure', async () => {
    replies = [() => {}];
    const abort = new AbortController();
    const asked = client().get('/api/v1/collection', { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 50);
    await expect(asked).rejects.toThrow('enough');
  });

  test('for a file gives the answer with its body still to be read', async () => {
    replies = [(response) => response.writeHead(200, { 'content-disposition': 'attachment' }).end('%PDF-')];
    const response = await client().response.get('/api/v1/publications/{publication}/reports/{kind}.pdf', {
      path: { publication: 'p', kind: 'month' },
    });
    expect([response.headers.get('content-disposition'), await response.text()]).toEqual(['attachment', '%PDF-']);
    expect(seen[0]?.url).toBe('/api/v1/publications/p/reports/month.pdf');
  });
});

describe('a failure', () => {
  test('is told by code, title, detail and fields', async () => {
    replies = [problem(400, 'invalid_request', {}, { errors: [{ path: 'name', message: 'Too short.' }] })];
    const error = await refusalOf(client().post('/api/v1/publications', { body: { name: '' } }));
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_request',
      title: 'A title',
      detail: 'What to do.',
      errors: [{ path: 'name', message: 'Too short.' }],
      retryAfterSeconds: null,
      message: 'A title: What to do.',
    });
  });

  test.each([
    ['a page of HTML', (response: ServerResponse) => response.writeHead(502).end('<html>'), 502, 'unknown'],
    [
      'a page of HTML that calls itself a success',
      (response: ServerResponse) => response.end('<html>'),
      200,
      'unknown',
    ],
    ['nothing at all', (response: ServerResponse) => response.destroy(), 0, 'unreachable'],
  ])('that is %s is one too', async (_, reply, status, code) => {
    replies = [reply];
    expect(await refusalOf(client().get('/api/v1/collection'))).toMatchObject({ status, code });
  });

  test('half-way through an answer is one', async () => {
    replies = [
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"spool":');
        setTimeout(() => response.destroy(), 20);
      },
    ];
    expect(await refusalOf(client().get('/api/v1/collection'))).toMatchObject({ status: 0, code: 'unreachable' });
  });

  test('is thrown as whoever asks would have it', async () => {
    replies = [problem(404, 'not_found')];
    const asking = client({ errorOf: ({ status }: { status: number }) => new RangeError(`own ${status}`) });
    await expect(asking.get('/api/v1/collection')).rejects.toThrow(new RangeError('own 404'));
  });
});

describe('what is refused for being too much', () => {
  const busy = (seconds: string) => problem(429, 'too_many_requests', { 'retry-after': seconds });

  test('is sent again, body and all, after as long as the answer says', async () => {
    replies = [busy('1'), json({ id: 'x' })];
    const began = performance.now();
    expect(await client().post('/api/v1/publications', { body: { name: 'Low Tide' } })).toEqual({ id: 'x' });
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(seen.map(({ body }) => body)).toEqual(['{"name":"Low Tide"}', '{"name":"Low Tide"}']);
  });

  test('stays refused after as many tries as there are to be, with the wait in the error', async () => {
    replies = [busy('0')];
    const error = await refusalOf(client().get('/api/v1/collection'));
    expect([error.code, error.retryAfterSeconds, seen.length]).toEqual(['too_many_requests', 0, 3]);
  });

  test.each([['61'], ['Wed, 21 Oct 2026 07:28:00 GMT']])('is not waited for where the wait is %s', async (wait) => {
    replies = [busy(wait)];
    expect((await refusalOf(client().get('/api/v1/collection'))).status).toBe(429);
    expect(seen).toHaveLength(1);
  });

  test('is given up while it waits', async () => {
    replies = [busy('30')];
    const abort = new AbortController();
    const asked = client().get('/api/v1/collection', { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 50);
    await expect(asked).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
  });
});

describe('a list', () => {
  const pageAfter: Record<string, unknown> = {
    '': { items: [{ name: 'a' }, { name: 'b' }], next: 'c1' },
    c1: { items: [{ name: 'c' }], next: 'c2' },
    c2: { items: [], next: null },
  };
  const paged: Reply = (response, { url: at }) => {
    json(pageAfter[new URL(at, url).searchParams.get('cursor') ?? ''])(response, seen[0] as Seen);
  };

  test('is walked to its end, with what was asked for on every page', async () => {
    replies = [paged];
    const names: string[] = [];
    for await (const { name } of client().each('/api/v1/keys', { query: { limit: 2 } })) names.push(name);
    expect(names).toEqual(['a', 'b', 'c']);
    expect(seen.map(({ url: at }) => at)).toEqual([
      '/api/v1/keys?limit=2',
      '/api/v1/keys?limit=2&cursor=c1',
      '/api/v1/keys?limit=2&cursor=c2',
    ]);
  });

  test('is asked for no further than it is walked', async () => {
    replies = [paged];
    for await (const page of client().pages('/api/v1/keys')) {
      expect(page.items).toHaveLength(2);
      break;
    }
    expect(seen).toHaveLength(1);
  });
});

test('an address by itself is as a request has it', () => {
  const address = createClient({ url: '' }).address('get', '/api/v1/publications/{publication}/live', {
    path: { publication: 'a b' },
  });
  expect(address).toBe('/api/v1/publications/a%20b/live');
});

test('what is known already is not asked for, page by page of a list neither', async () => {
  const known: Record<string, unknown> = {
    '/api/v1/publications?limit=2': { items: [{ id: 'one' }], next: 'more' },
    '/api/v1/publications?limit=2&cursor=more': { items: [{ id: 'two' }], next: null },
  };
  const knowing = client({ atHand: (address: string) => known[address.slice(url.length)] });
  const found = [];
  for await (const { id } of knowing.each('/api/v1/publications', { query: { limit: 2 } })) found.push(id);
  expect(found).toEqual(['one', 'two']);
  expect(seen).toEqual([]);
  await knowing.get('/api/v1/publications', { query: { limit: 3 } });
  expect(seen).toHaveLength(1);
});
