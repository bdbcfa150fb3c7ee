import { expect, test } from '@jest/globals';
import { HEADER_SHAPE, shapeOf } from '@readout/events';
import fc from 'fast-check';
import { asksNotToBeFollowed, parsePath } from './arrival.ts';
import { refusalOf } from './doubtful-request.ts';
import { readFastQuestion, readFastReport, readFastRequest } from './fast-request.ts';
import { joined } from './general-lane.ts';
import { NodeParser } from './testing/node-parser.ts';
import { bytesOf, plainQuestion, plainReport, plainRequest } from './testing/plain-request.ts';

const node = new NodeParser();

/** Fails unless Node's parser takes the same bytes for the same request. */
function holdAgainstNode(text: string): boolean {
  const fast = readFastRequest(text);
  if (fast === null) return false;
  const { requests, failed } = node.read(text.slice(0, fast.end));
  expect({ failed, requests: requests.length }).toEqual({ failed: false, requests: 1 });
  expect(node.read(text.slice(0, fast.end - 1)).requests).toEqual([]);
  for (const { request, staysOpen } of requests) {
    const { method, url = '', headers } = request;
    expect(request.complete).toBe(true);
    expect(staysOpen).toBe(true);
    expect(refusalOf(request)).toBeNull();
    expect({ ...fast, method }).toEqual({
      ...parsePath(url),
      method: 'GET',
      agent: headers['user-agent'],
      forwardedFor: joined(headers['x-forwarded-for']),
      optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      shape: shapeOf(headers),
      end: fast.end,
    });
  }
  return true;
}

/** The same for a page's report. */
function holdReportAgainstNode(text: string): boolean {
  const fast = readFastReport(text);
  if (fast === null || fast.end + fast.length > text.length) return false;
  const whole = text.slice(0, fast.end + fast.length);
  const { requests, failed } = node.read(whole);
  expect({ failed, requests: requests.length }).toEqual({ failed: false, requests: 1 });
  for (const { request, staysOpen } of requests) {
    const { method, url, headers } = request;
    // All of the body was read, and nothing of it taken for another request.
    expect(request.complete).toBe(true);
    expect(request.read()?.length ?? 0).toBe(fast.length);
    expect(staysOpen).toBe(true);
    expect(refusalOf(request)).toBeNull();
    expect({ ...fast, method, url }).toEqual({
      method: 'POST',
      url: '/b',
      agent: headers['user-agent'],
      forwardedFor: joined(headers['x-forwarded-for']),
      optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      shape: shapeOf(headers),
      origin: headers.origin,
      contentType: headers['content-type'],
      length: Number(headers['content-length']),
      end: fast.end,
    });
  }
  return true;
}

/** The same for a question what somebody is offered. */
function holdQuestionAgainstNode(text: string): boolean {
  const fast = readFastQuestion(text);
  if (fast === null) return false;
  const { requests, failed } = node.read(text.slice(0, fast.end));
  expect({ failed, requests: requests.length }).toEqual({ failed: false, requests: 1 });
  for (const { request, staysOpen } of requests) {
    const { method, url = '', headers } = request;
    expect(request.complete).toBe(true);
    expect(staysOpen).toBe(true);
    expect(refusalOf(request)).toBeNull();
    const { pathname, searchParams } = new URL(url, 'http://a');
    expect({ ...fast, method, path: pathname }).toEqual({
      method: 'GET',
      path: `/offer/${fast.target}`,
      target: fast.target,
      token: searchParams.get('token') ?? '',
      origin: headers.origin,
      agent: headers['user-agent'],
      forwardedFor: joined(headers['x-forwarded-for']),
      optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      shape: shapeOf(headers),
      end: fast.end,
    });
  }
  return true;
}

const SNIPPETS = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  ' ',
  '\t',
  ':',
  ',',
  '\xa0',
  '\x0b',
  '\x7f',
  '.gif',
  '/',
  '?a',
  '?token=',
  '&token=b',
  '#a',
  '%00',
  '\r\n ',
  '\r\n\r\n',
  'HTTP/1.0',
  '\r\nHost: b.example',
  '\r\nContent-Length: 5',
  '\r\nContent-Length: 0',
  '\r\nContent-Length: +3',
  '\r\nContent-Length: 3, 3',
  '\r\nOrigin: https://evil.example',
  '\r\nContent-Type: text/plain',
  '\r\nTransfer-Encoding: chunked',
  '\r\nConnection: close',
  '\r\nConnection: keep-alive',
  '\r\nConnection: upgrade',
  '\r\nProxy-Connection: close',
  '\r\nUpgrade: h2c',
  '\r\nExpect: 100-continue',
  '\r\nDNT: 1',
  '\r\nDNT: 0',
  '\r\nSec-GPC: 1',
  '\r\nSec-GPC:',
  '\r\nX-Forwarded-For: 9.9.9.9',
  '\r\nX-Forwarded-For:',
  '\r\nUser-Agent: other\xa0',
  '\r\nTE: trailers',
  '\r\n:',
  '\r\n__proto__: a',
  'GET /o/abcdefghijkm/t HTTP/1.1\r\nHost: a\r\n\r\n',
];

/** At a place (a share of the length), does something to the bytes. */
const mutation = fc.tuple(
  fc.constantFrom('insert', 'insertAtLine', 'replace', 'delete', 'double', 'swapCase'),
  fc.nat(9_999),
  fc.nat(SNIPPETS.length - 1),
  fc.nat(255),
);

function mutate(text: string, [how, share, snippet, byte]: readonly [string, number, number, number]): string {
  const at = Math.floor((share / 10_000) * text.length);
  const line = text.indexOf('\r\n', at);
  switch (how) {
    case 'insert':
      return text.slice(0, at) + (byte % 2 ? SNIPPETS[snippet] : String.fromCharCode(byte)) + text.slice(at);
    case 'insertAtLine':
      return line === -1 ? text : text.slice(0, line) + SNIPPETS[snippet] + text.slice(line);
    case 'replace':
      return text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
    case 'delete':
      return text.slice(0, at) + text.slice(at + 1 + (byte % 8));
    case 'double':
      return text.slice(0, at + byte) + text.slice(at);
    default:
      return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 0x20) + text.slice(at + 1);
  }
}

test('plain requests are read, and Node reads the same', () => {
  fc.assert(
    fc.property(plainRequest, fc.constantFrom('', 'G', 'GET / HTTP/1.1\r\n\r\n', '\r\n', '\0'), (request, behind) => {
      const twice = ['dnt:', 'sec-gpc:'].some(
        (name) => request.headers.filter((line) => line.toLowerCase().startsWith(name)).length > 1,
      );
      expect(holdAgainstNode(bytesOf(request) + behind)).toBe(!twice);
    }),
    { numRuns: 5_000, seed: 1 },
  );
}, 120_000);

test('however the bytes are damaged, what is read at all is what Node reads', () => {
  let read = 0;
  fc.assert(
    fc.property(plainRequest, fc.array(mutation, { minLength: 1, maxLength: 3 }), (request, mutations) => {
      if (holdAgainstNode(mutations.reduce(mutate, bytesOf(request)))) read++;
    }),
    { numRuns: 40_000, seed: 2 },
  );
  // Otherwise the damage would be so great that nothing was compared.
  expect(read).toBeGreaterThan(10_000);
}, 240_000);

test('of questions what somebody is offered the same', () => {
  let [read, damaged] = [0, 0];
  fc.assert(
    fc.property(plainQuestion, fc.constantFrom('', 'G', 'GET / HTTP/1.1\r\n\r\n'), (question, behind) => {
      if (holdQuestionAgainstNode(bytesOf(question) + behind)) read++;
    }),
    { numRuns: 5_000, seed: 5 },
  );
  fc.assert(
    fc.property(plainQuestion, fc.array(mutation, { minLength: 1, maxLength: 3 }), (question, mutations) => {
      if (holdQuestionAgainstNode(mutations.reduce(mutate, bytesOf(question)))) damaged++;
    }),
    { numRuns: 30_000, seed: 6 },
  );
  expect(read).toBeGreaterThan(3_000);
  expect(damaged).toBeGreaterThan(4_000);
}, 240_000);

test('each header that the shape is made of is seen in both lanes, alone and twice', () => {
  const lines = ['Accept: text/html', 'Accept: image/png', 'Accept: */*', 'Accept-Language: de', 'Accept-Encoding: br'];
  const fetched = ['Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image', 'Sec-Fetch-Site: none'];
  const others = ['Sec-CH-UA: "A";v="1"', 'Referer: https://a.example/', 'Cookie: a=b'];
  const met = new Set<number>();
  for (const line of [...lines, ...fetched, ...others]) {
    const empty = `${line.slice(0, line.indexOf(':'))}:`;
    for (const some of [[], [line], [empty], [line, line], [empty, line], [empty, empty], [line, empty]]) {
      const request = bytesOf({ path: '/o/abcdefghijkm/t.gif', headers: ['Host: a', ...some] });
      expect(holdAgainstNode(request)).toBe(true);
      met.add(readFastRequest(request)?.shape ?? 0);
    }
  }
  expect([...met].reduce((all, shape) => all | shape)).toBe(
    Object.values(HEADER_SHAPE).reduce<number>((all, bit) => all | bit, 0),
  );
  expect(met.size).toBe(Object.keys(HEADER_SHAPE).length);
});

test('of reports the same', () => {
  let [read, damaged] = [0, 0];
  fc.assert(
    fc.property(plainReport, fc.constantFrom('', 'G', 'GET / HTTP/1.1\r\n\r\n'), (report, behind) => {
      if (holdReportAgainstNode(report + behind)) read++;
    }),
    { numRuns: 5_000, seed: 3 },
  );
  fc.assert(
    fc.property(plainReport, fc.array(mutation, { minLength: 1, maxLength: 3 }), (report, mutations) => {
      if (holdReportAgainstNode(mutations.reduce(mutate, report))) damaged++;
    }),
    { numRuns: 30_000, seed: 4 },
  );
  expect(read).toBeGreaterThan(3_000);
  expect(damaged).toBeGreaterThan(4_000);
}, 240_000);

test.each([
  ['a length with a sign', ['Content-Length: +2']],
  ['a list of lengths', ['Content-Length: 2, 2']],
  ['two lengths', ['Content-Length: 2', 'Content-Length: 2']],
  ['no length', []],
  ['chunks', ['Transfer-Encoding: chunked', 'Content-Length: 2']],
  ['two origins', ['Content-Length: 2', 'Origin: https://b.example']],
  ['a length in hexadecimal', ['Content-Length: 0x2']],
])('a report with %s is left to Node', (_name, lines) => {
  const head = ['POST /b HTTP/1.1', 'Host: a', 'Origin: https://a.example', 'Content-Type: text/plain', ...lines];
  expect(readFastReport(`${head.join('\r\n')}\r\n\r\n{}`)).toBeNull();
});

test.each([
  ['a line of two signals that disagree', 'DNT: 1\r\nDNT: 0'],
  ['Proxy-Connection, which is Connection to Node', 'Proxy-Connection: close'],
  ['a length', 'Content-Length: 0'],
  ['a second host', 'Host: b'],
  ['a folded line', 'X-A: b\r\n c'],
])('%s is left to Node', (_name, lines) => {
  expect(readFastRequest(`GET /o/abcdefghijkm/t HTTP/1.1\r\nHost: a\r\n${lines}\r\n\r\n`)).toBeNull();
});

test('of a value only spaces and tabs are cut off, not a byte that Unicode takes for a space', () => {
  const request = readFastRequest(
    'GET /o/abcdefghijkm/t HTTP/1.1\r\nHost: a\r\nUser-Agent: \xa0Reader\xa0 \t\r\nDNT: 1\xa0\r\n\r\n',
  );
  expect(request).toMatchObject({ agent: '\xa0Reader\xa0', optsOut: false });
});
