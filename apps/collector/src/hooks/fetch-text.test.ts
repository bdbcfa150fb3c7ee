import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchText } from './fetch-text.ts';

const asked: string[] = [];
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/inside' }).end();
    else if (request.url === '/much') response.end('x'.repeat(70_000));
    else if (request.url === '/gone') response.writeHead(404).end('no');
    else response.end('a certificate, say');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path: string) => fetchText(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`));

test('what an address answers is taken', async () => {
  expect(await at('/x.pem')).toBe('a certificate, say');
});

test('an answer that leads on, is too long, or is none, is not', async () => {
  for (const path of ['/elsewhere', '/much', '/gone']) await expect(at(path)).rejects.toThrow();
  expect(asked).not.toContain('/inside');
});
