import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CatalogUnavailableError } from '@readout/catalog';
import { WarehouseUnavailableError } from '@readout/warehouse';
import { type ApiInTest, OWNER_KEY, startApi, startApiOver } from '../testing/api-in-test.ts';

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const PUBLICATIONS = '/api/v1/publications';
const json = { 'content-type': 'application/json' };

describe('a refusal', () => {
  test.each([
    ['an address where nothing is', 'GET', '/api/v1/nothing', {}, 404, 'not_found'],
    ['a method that an address does not know', 'PUT', PUBLICATIONS, { body: {} }, 404, 'not_found'],
    ['an address with a wrong percent sign', 'GET', `${PUBLICATIONS}/%zz`, {}, 400, 'malformed_request'],
    ['a part of an address that is too long', 'GET', `${PUBLICATIONS}/${'x'.repeat(500)}`, {}, 414, 'address_too_long'],
    ['a NUL in an address', 'GET', `${PUBLICATIONS}/%00`, {}, 404, 'not_found'],
    ['a body that is not JSON', 'POST', PUBLICATIONS, { raw: '{"name":' }, 400, 'malformed_request'],
    [
      'a body in no JSON type',
      'POST',
      PUBLICATIONS,
      { raw: 'name=x', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a type that is none',
      'POST',
      PUBLICATIONS,
      { raw: '{}', headers: { 'content-type': 'json' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a body of more than 1 MB',
      'POST',
      PUBLICATIONS,
      { raw: `{"name":"${'x'.repeat(1_000_000)}"}` },
      413,
      'body_too_large',
    ],
    ['a body with a mistake', 'POST', PUBLICATIONS, { body: { name: '' } }, 400, 'invalid_request'],
    ['a body that is null', 'POST', PUBLICATIONS, { raw: 'null' }, 400, 'invalid_request'],
    [
      'a body that would change what objects are',
      'POST',
      PUBLICATIONS,
      { raw: '{"name":"A","__proto__":{"isSample":true}}' },
      400,
      'invalid_request',
    ],
  ])('of %s is a problem with its status and code', async (_, method, path, options, expected, code) => {
    const before = api.logged.length;
    const answer = await api.call(method, path, options);
    expect([answer.status, answer.json.status, answer.json.code]).toEqual([expected, expected, code]);
    expect(answer.json).toMatchObject({ type: `urn:readout:problem:${code}`, title: expect.any(String) });
    expect(answer.json.detail).toMatch(/\w.*/);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    // What the caller did wrong is nothing for the operator's log.
    expect(api.logged.slice(before)).toEqual([]);
  });

  test('is not met by JSON under its type with a charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await api.call('POST', PUBLICATIONS, { body: { name: 'A' }, headers })).status).toBe(201);
  });

  test('of a body in chunks that is too large comes before all of it is read', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(api.port, '127.0.0.1');
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.includes('\r\n\r\n')) {
          socket.destroy();
          resolve(text);
        }
      });
      socket.on('error', reject);
      socket.write(
        `POST ${PUBLICATIONS} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${OWNER_KEY}\r\n` +
          'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      );
      const chunk = 'x'.repeat(0x8000);
      // Never ended: an API that waited for the end would never answer.
      for (let n = 0; n < 40; n++) socket.write(`8000\r\n${chunk}\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('by a catalog that does not answer says to try again, by anything else unexpected says nothing of why', async () => {
    let error: Error | null = null;
    const catalog = Object.create(api.catalog, {
      listPublications: {
        value: async () => (error === null ? api.catalog.listPublications() : Promise.reject(error)),
      },
    });
    const over = await startApiOver(api, { catalog });
    error = new CatalogUnavailableError('connection refused by 10.0.0.5');
    const away = await over.call('GET', PUBLICATIONS);
    expect([away.status, away.json.code, away.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    error = new WarehouseUnavailableError('ClickHouse does not answer (10.0.0.5).');
    const figures = await over.call('GET', PUBLICATIONS);
    expect([figures.status, figures.json.code, figures.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    error = new Error('a secret of the inside');
    const broken = await over.call('GET', PUBLICATIONS);
    expect([broken.status, broken.json.code]).toEqual([500, 'internal']);
    expect(away.text + figures.text + broken.text).not.toMatch(/10\.0\.0\.5|secret/);
    expect(over.logged.join('')).toContain('a secret of the inside');
    await over.close();
  });

  test('is not made of a body where none belongs', async () => {
    for (const method of ['GET', 'DELETE']) {
      const { status } = await api.call(method, `${PUBLICATIONS}/2NothingHere`, { raw: '', headers: json });
      expect([method, status]).toEqual([method, 404]);
    }
  });
});
