import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { PageScript } from './page-script.ts';

test('a script that was not built is told when it is read, and how to build it', () => {
  expect(() => PageScript.built('./nowhere')).toThrow(/nowhere\/reader\.js, cannot be read: .*npm run build/);
});

test('it is given as the client takes it, and not again to who has it', async () => {
  const script = new PageScript('reader.js', Buffer.from('console.log("read");'.repeat(20)));
  const server = createServer((request, response) => {
    if (!script.serve(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  try {
    for (const encoding of ['br', 'gzip', null]) {
      const answer = await get('/reader.js', { headers: { 'accept-encoding': encoding ?? 'identity' } });
      expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, encoding]);
      expect(await answer.text()).toMatch(/^console\.log/);
      const etag = answer.headers.get('etag') ?? '';
      expect((await get('/reader.js?again', { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    expect((await get('/reader.js', { method: 'POST' })).status).toBe(405);
    expect((await get('/other.js')).status).toBe(418);
    expect((await get('/readerxjs')).status).toBe(418);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
