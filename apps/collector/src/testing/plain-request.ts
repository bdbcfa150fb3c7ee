import fc from 'fast-check';
import { ISSUE, LINK, SITE } from './collector-in-test.ts';

/** A request as bytes (Latin-1), and the lines it is made of. */
export interface PlainRequest {
  readonly path: string;
  readonly headers: readonly string[];
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const TOKEN = 'ABCXYZabcxyz0189-_';

const anyOf = (characters: string, minLength: number, maxLength: number) =>
  fc
    .array(fc.integer({ min: 0, max: characters.length - 1 }), { minLength, maxLength })
    .map((digits) => digits.map((digit) => characters[digit]).join(''));
/** What a header's value may be made of: visible characters, spaces, tabs and bytes above 127. */
const fieldBytes = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
        { weight: 2, arbitrary: fc.integer({ min: 0x80, max: 0xff }) },
        { weight: 1, arbitrary: fc.constantFrom(0x09, 0x20, 0xa0, 0x85) },
      ),
      { maxLength },
    )
    .map((codes) => String.fromCharCode(...codes));

const anyCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) => [...name].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''));
const space = fc.constantFrom('', ' ', '  ', '\t', ' \t ');
const header = (name: string, value: fc.Arbitrary<string>) =>
  fc
    .tuple(anyCase(name), space, value, space)
    .map(([spelled, before, text, after]) => `${spelled}:${before}${text}${after}`);

const address = fc.constantFrom('88.26.241.17', '2a02:9000::1', '203.0.113.9', 'unknown', '', '8.8.8.8, 10.0.0.1');
const agent = fc.oneof(
  fieldBytes(60),
  fc.constantFrom(
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'x'.repeat(511),
    'é'.repeat(700),
  ),
);
const signal = fc.constantFrom('1', '0', '', '1 1', 'true', '11');
const host = header('host', fc.constantFrom('letters.example', '127.0.0.1:4400', '[::1]:4400', 'a_b.example', ''));
const accepted = fc
  .array(
    fc.constantFrom('*/*', 'image/avif', 'image/*', 'text/html', 'text/htm', '*/', 'Image/png', 'a*/*b', '/', ';q=0.8'),
    { maxLength: 5 },
  )
  .map((types) => types.join(','));
const others = fc.oneof(
  header('user-agent', agent),
  header('x-forwarded-for', address),
  header('dnt', signal),
  header('sec-gpc', signal),
  header('connection', fc.constantFrom('keep-alive', 'Keep-Alive')),
  header('x-a', fieldBytes(30)),
  header('range', fc.constant('bytes=0-9')),
);

/** Those that the shape of a request is made of, also empty, and names that nearly are. */
const shaping = fc.oneof(
  header('accept', accepted),
  fc
    .constantFrom('accept-language', 'accept-encoding', 'referer', 'cookie', 'sec-ch-ua', 'sec-ch-ua-mobile')
    .chain((name) => header(name, fc.oneof(fc.constantFrom('', 'de', 'gzip, br', 'image/png'), fieldBytes(20)))),
  fc
    .constantFrom('sec-fetch-mode', 'sec-fetch-dest', 'sec-fetch-site', 'sec-fetch-user')
    .chain((name) => header(name, fc.constantFrom('', 'navigate', 'image', 'cross-site'))),
  header('accept-languages', fc.constant('de')),
);

const path = fc.oneof(
  fc.tuple(fc.constantFrom(`/o/${ISSUE}`, `/c/${LINK}`), anyOf(TOKEN, 1, 64), fc.constantFrom('', '.gif')),
  fc.tuple(
    fc.tuple(fc.constantFrom('/o/', '/c/'), anyOf(BASE58, 12, 12)).map((parts) => parts.join('')),
    anyOf(TOKEN, 1, 64),
    fc.constantFrom('', '.gif'),
  ),
);

/** Requests for a pixel or a link, in every spelling that has one meaning. */
export const plainRequest: fc.Arbitrary<PlainRequest> = fc
  .tuple(path, host, fc.array(fc.oneof(others, shaping), { maxLength: 12 }), fc.nat(8))
  .map(([[target, token, suffix], hostLine, lines, at]) => ({
    path: `${target}/${token}${suffix}`,
    headers: [...lines.slice(0, at), hostLine, ...lines.slice(at)],
  }));

export function bytesOf({ path: target, headers }: PlainRequest, more: readonly string[] = []): string {
  return `GET ${target} HTTP/1.1\r\n${[...headers, ...more].map((line) => `${line}\r\n`).join('')}\r\n`;
}

/** Requests with a page's report, in every spelling that has one meaning. */
export const plainReport: fc.Arbitrary<string> = fc
  .tuple(
    plainRequest,
    header('origin', fc.constantFrom(SITE, 'https://other.example', 'null', '')),
    header('content-type', fc.constantFrom('text/plain;charset=UTF-8', 'application/json', 'text/html')),
    fc.constantFrom('Content-Length', 'content-length', 'CONTENT-LENGTH'),
    fc.oneof(fc.string({ unit: 'binary-ascii', maxLength: 40 }), fc.constant('x'.repeat(300))),
    fc.nat(8),
  )
  .map(([{ headers }, origin, contentType, length, body, at]) => {
    const own = [origin, contentType, `${length}: ${body.length}`];
    const lines = [...headers.slice(0, at), ...own, ...headers.slice(at)];
    return `POST /b HTTP/1.1\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n${body}`;
  });

/** Questions what somebody is offered, in every spelling that has one meaning. */
export const plainQuestion: fc.Arbitrary<PlainRequest> = fc
  .tuple(
    plainRequest,
    fc.option(header('origin', fc.constantFrom(SITE, 'https://other.example', 'null', '')), { nil: null }),
    fc.oneof(fc.constant(ISSUE), anyOf(BASE58, 12, 12)),
    fc.option(anyOf(TOKEN, 1, 64), { nil: null }),
    fc.nat(8),
  )
  .map(([{ headers }, origin, target, token, at]) => ({
    path: `/offer/${target}${token === null ? '' : `?token=${token}`}`,
    headers: origin === null ? headers : [...headers.slice(0, at), origin, ...headers.slice(at)],
  }));
