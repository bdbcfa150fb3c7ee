import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { refuseCrossSite } from './origin-check.ts';
import { Refusal } from './problem.ts';

const PUBLIC = 'https://read.example.com';
const JSON_HEADERS = { host: '127.0.0.1:4400', 'content-type': 'application/json', 'content-length': '2' };

function check(method: string, headers: IncomingHttpHeaders, hasSessionCookie = true): string {
  try {
    refuseCrossSite({ method, headers, hasSessionCookie }, PUBLIC);
    return 'let in';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'something else';
  }
}

describe('refuseCrossSite', () => {
  test.each<[string, IncomingHttpHeaders]>([
    ['JSON without an origin (not a browser)', JSON_HEADERS],
    ['JSON from the address it was opened under', { ...JSON_HEADERS, origin: 'http://127.0.0.1:4400' }],
    ['JSON from the public address, behind a proxy', { ...JSON_HEADERS, origin: PUBLIC }],
    ['JSON with a charset', { ...JSON_HEADERS, 'content-type': 'application/json; charset=utf-8' }],
    ['a CSV file', { ...JSON_HEADERS, 'content-type': 'text/csv' }],
    ['a file of any kind', { ...JSON_HEADERS, 'content-type': 'application/octet-stream' }],
    ['no body', { host: 'x' }],
    ['an empty body', { host: 'x', 'content-length': '0' }],
  ])('lets in %s', (_, headers) => {
    expect(check('POST', headers)).toBe('let in');
  });

  test.each<[string, IncomingHttpHeaders]>([
    ['another origin', { ...JSON_HEADERS, origin: 'https://evil.example' }],
    ['another port', { ...JSON_HEADERS, origin: 'http://127.0.0.1:9999' }],
    ['an origin that hides itself', { ...JSON_HEADERS, origin: 'null' }],
    ['a form', { ...JSON_HEADERS, 'content-type': 'application/x-www-form-urlencoded' }],
    ['text that looks like JSON', { ...JSON_HEADERS, 'content-type': 'text/plain; application/json' }],
    ['a type that only begins like JSON', { ...JSON_HEADERS, 'content-type': 'application/jsonp' }],
    ['text that looks like CSV', { ...JSON_HEADERS, 'content-type': 'text/plain; text/csv' }],
    ['a body without a type', { host: 'x', 'content-length': '2' }],
    ['a body without type and length', { host: 'x', 'transfer-encoding': 'chunked' }],
    ['what the browser calls cross-site', { ...JSON_HEADERS, 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', (_, headers) => {
    expect(check('POST', headers)).toBe('cross_site');
    expect(check('DELETE', headers)).toBe('cross_site');
    expect(check('PATCH', headers)).toBe('cross_site');
  });

  test('does not mind where a reading request comes from', () => {
    expect(check('GET', { host: 'x', origin: 'https://evil.example' })).toBe('let in');
  });

  test('refuses another origin without a cookie too, so that nobody signs our browser in elsewhere', () => {
    expect(check('POST', { ...JSON_HEADERS, origin: 'https://evil.example' }, false)).toBe('cross_site');
    expect(check('POST', { host: 'x', 'content-type': 'text/plain' }, false)).toBe('let in');
  });
});
