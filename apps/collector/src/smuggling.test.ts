import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CollectorInTest, ENDLESS, ISSUE, LINK, SITE } from './testing/collector-in-test.ts';
import { RawConnection } from './testing/raw-connection.ts';

const BODY = JSON.stringify({ v: 1, issue: ISSUE, token: 'tok', events: [{ kind: 'viewed' }] });
const TARGETS = { pixel: `/o/${ISSUE}/tok.gif`, link: `/c/${LINK}/tok`, beacon: '/b' } as const;
type Target = keyof typeof TARGETS;
const BEACON_HEADERS = `Origin: ${SITE}\r\nContent-Type: text/plain\r\n`;

/** What would be counted, if it were taken for a request of its own. */
const SMUGGLED = `GET /o/${ISSUE}/smuggled HTTP/1.1\r\nHost: a\r\n\r\n`;

interface Vector {
  readonly name: string;
  /** 400 unless said otherwise. */
  readonly status?: number;
  /** Which of the three it is about; all of them unless said otherwise. */
  readonly targets?: readonly Target[];
  readonly bytes: (target: Target) => string;
}

const methodOf = (target: Target) => (target === 'beacon' ? 'POST' : 'GET');
const headersOf = (target: Target) => (target === 'beacon' ? BEACON_HEADERS : '');
/** A request with these header lines, and what comes behind it; Host is there unless it is left out. */
const withHeaders =
  (lines: string, behind = '', host = 'Host: a\r\n') =>
  (target: Target) =>
    `${methodOf(target)} ${TARGETS[target]} HTTP/1.1\r\n${host}${headersOf(target)}${lines}\r\n\r\n${behind}`;
/** A request whose first line is another. */
const withLine = (line: (method: string, path: string) => string) => (target: Target) =>
  `${line(methodOf(target), TARGETS[target])}\r\nHost: a\r\n${headersOf(target)}${
    target === 'beacon' ? `Content-Length: ${BODY.length}\r\n\r\n${BODY}` : '\r\n'
  }`;
const chunks = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
/** Framing that a chunked reader and a reader by length take for different requests. */
const chunked = (lines: string) => withHeaders(lines, `0\r\n\r\n${SMUGGLED}`);
const sized = (lines: string) => withHeaders(lines, SMUGGLED);
/** A beacon sent in chunks. */
const beaconChunks = (bytes: string): Pick<Vector, 'targets' | 'bytes'> => ({
  targets: ['beacon'],
  bytes: withHeaders('Transfer-Encoding: chunked', bytes),
});
const NO_BODY = ['pixel', 'link'] as const;

const VECTORS: readonly Vector[] = [
  // Two framings at once (RFC 9112, 6.1 and 6.3).
  { name: 'CL.TE', bytes: chunked('Content-Length: 6\r\nTransfer-Encoding: chunked') },
  { name: 'TE.CL', bytes: chunked('Transfer-Encoding: chunked\r\nContent-Length: 4') },
  { name: 'TE.0', bytes: chunked('Transfer-Encoding: chunked\r\nContent-Length: 0') },
  { name: 'TE.TE, chunked then identity', bytes: chunked('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity') },
  {
    name: 'TE.TE, identity then chunked',
    status: 501,
    bytes: chunked('Transfer-Encoding: identity\r\nTransfer-Encoding: chunked'),
  },
  { name: 'chunked twice', bytes: chunked('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked') },
  { name: 'chunked, and more behind it', bytes: chunked('Transfer-Encoding: chunked, x') },
  { name: 'a coding before chunked', status: 501, bytes: chunked('Transfer-Encoding: gzip, chunked') },
  { name: 'a space before the colon of Transfer-Encoding', bytes: chunked('Transfer-Encoding : chunked') },
  { name: 'xchunked', status: 501, bytes: chunked('Transfer-Encoding: xchunked') },
  { name: 'chunked in quotes', status: 501, bytes: chunked('Transfer-Encoding: "chunked"') },
  { name: 'chunked behind a vertical tab', bytes: chunked('Transfer-Encoding: \x0bchunked') },
  { name: 'chunked behind a NUL', bytes: chunked('Transfer-Encoding: \0chunked') },
  { name: 'chunked on a folded line', bytes: chunked('Transfer-Encoding:\r\n chunked') },
  { name: 'Transfer-Encoding on a folded line', bytes: chunked('X: y\r\n Transfer-Encoding: chunked') },
  { name: 'an empty Transfer-Encoding', status: 501, bytes: chunked('Transfer-Encoding:') },
  {
    name: 'a tab before chunked, on what has no body',
    targets: NO_BODY,
    bytes: chunked('Transfer-Encoding:\tchunked'),
  },
  {
    name: 'chunked in HTTP/1.0',
    bytes: (target) => chunked('Transfer-Encoding: chunked')(target).replace('HTTP/1.1', 'HTTP/1.0'),
  },
  // Content-Length (RFC 9110, 8.6).
  { name: 'one length twice', bytes: sized('Content-Length: 1\r\nContent-Length: 1') },
  { name: 'two lengths', bytes: sized('Content-Length: 0\r\nContent-Length: 44') },
  { name: 'a list of lengths', bytes: sized('Content-Length: 1, 1') },
  { name: 'a length with a plus', bytes: sized('Content-Length: +1') },
  { name: 'a negative length', bytes: sized('Content-Length: -1') },
  { name: 'a hexadecimal length', bytes: sized('Content-Length: 0x1') },
  { name: 'a length with an exponent', bytes: sized('Content-Length: 1e1') },
  { name: 'a length with a space within', bytes: sized('Content-Length: 1 1') },
  { name: 'a length beyond 64 bits', bytes: sized('Content-Length: 18446744073709551617') },
  { name: 'an empty length', bytes: sized('Content-Length:') },
  { name: 'a space before the colon of Content-Length', bytes: sized('Content-Length : 1') },
  { name: 'a body on GET', targets: NO_BODY, bytes: sized(`Content-Length: ${SMUGGLED.length}`) },
  { name: 'zeros for a length on GET', targets: NO_BODY, bytes: sized('Content-Length: 00') },
  {
    name: 'a body on HEAD',
    targets: NO_BODY,
    bytes: (target) => sized(`Content-Length: ${SMUGGLED.length}`)(target).replace('GET', 'HEAD'),
  },
  {
    name: 'a body on GET of the beacon',
    targets: ['beacon'],
    bytes: () => `GET /b HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx`,
  },
  // Chunks (RFC 9112, 7.1).
  { name: 'a chunk size beyond 64 bits', ...beaconChunks(`${'f'.repeat(17)}\r\n${BODY}\r\n0\r\n\r\n`) },
  { name: 'a negative chunk size', ...beaconChunks(`-1\r\n${BODY}\r\n0\r\n\r\n`) },
  { name: 'a chunk size with a plus', ...beaconChunks(`+${chunks(BODY)}`) },
  { name: 'a chunk size with 0x', ...beaconChunks(`0x${chunks(BODY)}`) },
  { name: 'a chunk size with a space behind it', ...beaconChunks(chunks(BODY).replace('\r\n', ' \r\n')) },
  { name: 'a chunk longer than its size', ...beaconChunks(`5\r\n${BODY}\r\n0\r\n\r\n`) },
  { name: 'a bare line feed behind a chunk size', ...beaconChunks(chunks(BODY).replace('\r\n', '\n')) },
  { name: 'a bare line feed behind a chunk', ...beaconChunks(chunks(BODY).replace('\r\n0', '\n0')) },
  { name: 'no chunk size', ...beaconChunks(`\r\n${BODY}\r\n0\r\n\r\n`) },
  { name: 'a bare line feed in a chunk extension', ...beaconChunks(chunks(BODY).replace('\r\n', ';\n\r\n')) },
  { name: 'chunk extensions of 20 KB', status: 413, ...beaconChunks(`1;${'a'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`) },
  { name: 'a length among the trailers', ...beaconChunks(`${chunks(BODY).slice(0, -2)}Content-Length: 5\r\n\r\n`) },
  {
    name: 'trailers of 64 KiB',
    status: 431,
    ...beaconChunks(`${chunks(BODY).slice(0, -2)}X: ${'a'.repeat(65_536)}\r\n\r\n`),
  },
  // Lines and characters (RFC 9112, 2.2, 5.1 and 5.2).
  { name: 'bare line feeds', bytes: (target) => withHeaders('X: y')(target).replaceAll('\r\n', '\n') },
  { name: 'a bare line feed between headers', bytes: withHeaders('X: y\nZ: z') },
  { name: 'a bare line feed behind the headers', bytes: withHeaders('X: y\r\n\nZ: z') },
  { name: 'a bare carriage return in a value', bytes: withHeaders('X: y\rZ: z') },
  { name: 'a bare carriage return behind the headers', bytes: withHeaders('X: y\r\n\rZ') },
  { name: 'a NUL in a name', bytes: withHeaders('X\0: y') },
  { name: 'a NUL in a value', bytes: withHeaders('X: \0y') },
  { name: 'a NUL in the path', bytes: withLine((method, path) => `${method} ${path}\0 HTTP/1.1`) },
  { name: 'a control character in a name', bytes: withHeaders('X\x01: y') },
  { name: 'a control character in a value', bytes: withHeaders('X: \x01') },
  { name: 'a delete character in a value', bytes: withHeaders('X: \x7f') },
  { name: 'a byte above 127 in a name', bytes: withHeaders('X\xe9: y') },
  { name: 'a byte above 127 in the path', bytes: withLine((method, path) => `${method} ${path}\xff HTTP/1.1`) },
  { name: 'a folded line', bytes: withHeaders('X: y\r\n z') },
  { name: 'a first line that is folded', bytes: withHeaders('X: y', '', ' Host: a\r\nHost: a\r\n') },
  { name: 'a space before a colon', bytes: withHeaders('X : y') },
  { name: 'a header without a name', bytes: withHeaders(': y') },
  { name: 'a header without a colon', bytes: withHeaders('XY') },
  // Host (RFC 9112, 3.2).
  { name: 'no Host', bytes: withHeaders('X: y', '', '') },
  { name: 'two Hosts', bytes: withHeaders('Host: b') },
  { name: 'one Host twice', bytes: withHeaders('Host: a') },
  { name: 'two Hosts in HTTP/1.0', bytes: (target) => withHeaders('Host: b')(target).replace('HTTP/1.1', 'HTTP/1.0') },
  { name: 'a Host with a path', bytes: withHeaders('X: y', '', 'Host: a/b\r\n') },
  { name: 'a Host with a user', bytes: withHeaders('X: y', '', 'Host: b@a\r\n') },
  { name: 'a Host with a space', bytes: withHeaders('X: y', '', 'Host: a b\r\n') },
  { name: 'another host in the target', bytes: withLine((method, path) => `${method} http://b${path} HTTP/1.1`) },
  { name: 'no host in the target', bytes: withLine((method, path) => `${method} http://${path} HTTP/1.1`) },
  { name: 'a user in the target', bytes: withLine((method, path) => `${method} http://x@a${path} HTTP/1.1`) },
  // The first line (RFC 9112, 3).
  { name: 'HTTP/0.9, as it was', status: 505, bytes: (target) => `GET ${TARGETS[target]}\r\n\r\n` },
  { name: 'HTTP/0.9, said', status: 505, bytes: withLine((method, path) => `${method} ${path} HTTP/0.9`) },
  { name: 'the preface of HTTP/2', bytes: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { name: 'HTTP/2.0', status: 505, bytes: withLine((method, path) => `${method} ${path} HTTP/2.0`) },
  { name: 'HTTP/1.2', bytes: withLine((method, path) => `${method} ${path} HTTP/1.2`) },
  { name: 'HTTP/1', bytes: withLine((method, path) => `${method} ${path} HTTP/1`) },
  { name: 'HTTP/1.11', bytes: withLine((method, path) => `${method} ${path} HTTP/1.11`) },
  { name: 'http/1.1', bytes: withLine((method, path) => `${method} ${path} http/1.1`) },
  { name: 'a method in lower case', bytes: withLine((method, path) => `${method.toLowerCase()} ${path} HTTP/1.1`) },
  { name: 'tabs for spaces', bytes: withLine((method, path) => `${method}\t${path}\tHTTP/1.1`) },
  { name: 'a space behind the version', bytes: withLine((method, path) => `${method} ${path} HTTP/1.1 `) },
  { name: 'a path without a slash', bytes: withLine((method, path) => `${method} ${path.slice(1)} HTTP/1.1`) },
  { name: 'CONNECT', status: 501, bytes: () => 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n' },
  {
    name: 'CONNECT with a path',
    status: 501,
    bytes: (target) => `CONNECT ${TARGETS[target]} HTTP/1.1\r\nHost: a\r\n\r\n`,
  },
  { name: 'TRACE', status: 501, bytes: (target) => `TRACE ${TARGETS[target]} HTTP/1.1\r\nHost: a\r\n\r\n` },
  {
    name: 'a method of 10,000 characters',
    bytes: withLine((_method, path) => `${'A'.repeat(10_000)} ${path} HTTP/1.1`),
  },
  {
    name: 'a URL of 10,000 characters',
    status: 414,
    bytes: withLine((method, path) => `${method} ${path}?${'a'.repeat(10_000)} HTTP/1.1`),
  },
  {
    name: 'a URL of 100,000 characters',
    status: 431,
    bytes: withLine((method, path) => `${method} ${path}?${'a'.repeat(100_000)} HTTP/1.1`),
  },
  // Size (RFC 6585, 5).
  { name: '64 KiB of one header', status: 431, bytes: withHeaders(`X: ${'a'.repeat(65_536)}`) },
  { name: 'a name of 64 KiB', status: 431, bytes: withHeaders(`${'a'.repeat(65_536)}: x`) },
  { name: '100,000 headers', status: 431, bytes: withHeaders('a:b\r\n'.repeat(100_000).slice(0, -2)) },
  {
    name: 'a length behind more headers than Node keeps',
    status: 431,
    bytes: sized(`${'a:\r\n'.repeat(2_500)}Content-Length: ${SMUGGLED.length}`),
  },
  // Something else altogether.
  { name: 'the beginning of TLS', bytes: () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' },
  { name: 'another protocol', bytes: () => 'SSH-2.0-OpenSSH_9.6\r\n' },
  { name: 'the PROXY protocol', bytes: (target) => `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${withHeaders('X: y')(target)}` },
];

describe('is refused, the connection ended, and nothing recorded', () => {
  let collector: CollectorInTest;
  beforeAll(async () => {
    collector = await CollectorInTest.start();
  });
  afterAll(() => collector.stop());

  const CASES = VECTORS.flatMap(({ name, status = 400, targets = ['pixel', 'link', 'beacon'], bytes }) =>
    targets.map((target) => ({ name, target, status, bytes: bytes(target) })),
  );
  test.each(CASES)('$name, at the $target, with $status', async ({ status, bytes }) => {
    const connection = new RawConnection(collector.port);
    // What would be taken for a request if the connection went on is sent along, and again behind it.
    void connection.write(bytes + SMUGGLED);
    const answers = await connection.ended();
    expect(answers.map((answer) => answer.status)).toEqual([status]);
    expect(connection.rest).toBe('');
    expect(answers[0]?.headers.get('connection')).toBe('close');
    expect(await collector.log.end(0)).toBe(0);
  });

  test('behind a request that was answered on the fast lane', async () => {
    const pixel = `GET ${TARGETS.pixel} HTTP/1.1\r\nHost: a\r\n\r\n`;
    for (const [at, { status, bytes }] of CASES.entries()) {
      const connection = new RawConnection(collector.port);
      void connection.write(pixel + bytes + SMUGGLED);
      expect((await connection.ended()).map((answer) => answer.status)).toEqual([200, status]);
      expect(await collector.log.end(0)).toBe(at + 1);
    }
  }, 60_000);
});

describe('what is merely unusual is not refused', () => {
  let collector: CollectorInTest;
  beforeAll(async () => {
    collector = await CollectorInTest.start();
  });
  afterAll(() => collector.stop());

  test.each([
    ['a tab before chunked', withHeaders('Transfer-Encoding:\tChunked', chunks(BODY))('beacon'), 204],
    ['a space behind the length', withHeaders(`Content-Length: ${BODY.length} `, BODY)('beacon'), 204],
    [
      'a chunk extension',
      withHeaders('Transfer-Encoding: chunked', chunks(BODY).replace('\r\n', ';a=b\r\n'))('beacon'),
      204,
    ],
    ['a trailer', withHeaders('Transfer-Encoding: chunked', `${chunks(BODY).slice(0, -2)}X: y\r\n\r\n`)('beacon'), 204],
    ['a length of 0 on GET', withHeaders('Content-Length: 0')('pixel'), 200],
    ['an empty Host', withHeaders('X: y', '', 'Host:\r\n')('pixel'), 200],
    ['the same host in the target', withLine((method, path) => `${method} http://A${path} HTTP/1.1`)('pixel'), 200],
    ['200 headers', withHeaders('a: b\r\n'.repeat(199).slice(0, -2))('pixel'), 200],
    ['empty lines before the request', `\r\n\r\n${withHeaders('X: y')('link')}`, 302],
  ])('%s', async (_name, bytes, status) => {
    const before = await collector.log.end(0);
    const connection = new RawConnection(collector.port);
    void connection.write(bytes);
    expect((await connection.answer())?.status).toBe(status);
    expect(await collector.log.end(0)).toBe(before + 1);
    connection.close();
  });

  test('a body that breaks off behind an offer of another protocol is refused', async () => {
    const before = await collector.log.end(0);
    const connection = new RawConnection(collector.port);
    void connection.write(withHeaders('Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 500', BODY)('beacon'));
    connection.finish();
    expect((await connection.ended()).map(({ status }) => status)).toEqual([400]);
    expect(await collector.log.end(0)).toBe(before);
  });

  // RFC 9110, 7.8: who does not want to change the protocol answers in the one that there is.
  test.each([
    ['HTTP/2', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA'],
    ['WebSocket', 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AA=='],
  ])('an offer of %s is passed over, and nothing is read behind it', async (_name, lines) => {
    const before = await collector.log.end(0);
    const connection = new RawConnection(collector.port);
    void connection.write(`${withHeaders(lines)('pixel')}PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${SMUGGLED}`);
    expect((await connection.ended()).map(({ status }) => status)).toEqual([200]);
    const behind = new RawConnection(collector.port);
    await behind.write(withHeaders(lines)('link'));
    expect(await behind.answers(1)).toMatchObject([{ status: 302 }]);
    void behind.write(SMUGGLED);
    expect(await behind.ended()).toEqual([]);
    expect(await collector.log.end(0)).toBe(before + 2);
  });
});

describe('a connection that takes its time is ended', () => {
  let collector: CollectorInTest;
  afterEach(() => collector.stop());
  const start = async () => {
    collector = await CollectorInTest.start({
      times: {
        headersTimeout: 300,
        requestTimeout: 600,
        keepAliveTimeout: 500,
        standstillTimeout: 800,
        connectionsCheckingInterval: 50,
      },
    });
    return new RawConnection(collector.port);
  };
  /** Sends a byte now and again, for as long as the other side listens. */
  const drip = async (connection: RawConnection, byte: string) => {
    while (!connection.isOver) {
      void connection.write(byte);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test('when it sends nothing', async () => {
    expect(await (await start()).ended()).toEqual([]);
  });

  test('when it drips the bytes of a header', async () => {
    const connection = await start();
    void connection.write(`GET ${TARGETS.pixel} HTTP/1.1\r\nHost: a\r\nX: `);
    await drip(connection, 'y');
    expect((await connection.ended()).map(({ status }) => status)).toEqual([408]);
    expect(await collector.recorded()).toEqual([]);
  });

  test('when it drips headers', async () => {
    const connection = await start();
    void connection.write(`GET ${TARGETS.link} HTTP/1.1\r\nHost: a\r\n`);
    await drip(connection, 'X: y\r\n');
    expect((await connection.ended()).map(({ status }) => status)).toEqual([408]);
  });

  test('when it drips empty lines before a request', async () => {
    const connection = await start();
    await drip(connection, '\r\n');
    expect((await connection.ended()).map(({ status }) => status)).toEqual([408]);
  });

  test.each([
    ['of a length', `Content-Length: ${BODY.length + 5_000}`, ' '],
    ['in chunks', 'Transfer-Encoding: chunked', '1\r\n \r\n'],
  ])('when it drips the body of a beacon %s', async (_name, framing, piece) => {
    const connection = await start();
    void connection.write(withHeaders(framing)('beacon'));
    await drip(connection, piece);
    expect((await connection.ended()).map(({ status }) => status)).toEqual([408]);
    expect(await collector.recorded()).toEqual([]);
  });

  test('when it drips the body of a request that was answered already', async () => {
    const connection = await start();
    void connection.write('POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n');
    await drip(connection, ' ');
    expect((await connection.ended()).map(({ status }) => status)).toEqual([403]);
  });

  test.each([
    ['fast', ''],
    ['general', '?a'],
  ])('when it says nothing more after an answer on the %s lane', async (_lane, query) => {
    const connection = await start();
    void connection.write(`GET ${TARGETS.pixel}${query} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect((await connection.ended()).map(({ status }) => status)).toEqual([200]);
  });

  test('when its answer does not get on', async () => {
    const connection = await start();
    void connection.write(`GET ${ENDLESS} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await connection.ended();
    expect(connection.rest).toContain('news');
  });
});
