import { afterEach, describe, expect, test } from '@jest/globals';
import type { IssueId, PublicationId, PublicId } from '@readout/events';
import { type Choices, CollectorInTest, ENDLESS, ISSUE, LINK, PUBLICATION, SITE } from './testing/collector-in-test.ts';
import { type RawAnswer, RawConnection } from './testing/raw-connection.ts';

const PIXEL = `/o/${ISSUE}/tok.gif`;
const CLICK = `/c/${LINK}/tok`;
const VIEWED = { v: 1, issue: ISSUE, token: 'tok', events: [{ kind: 'viewed' }] };
const OTHER_SITE = 'https://others.example';
const OTHER_ISSUE = 'nmkjihgfedcb' as PublicId;

let collector: CollectorInTest;
const opened: RawConnection[] = [];
const start = async (choices: Choices = {}) => {
  collector = await CollectorInTest.start(choices);
};
const connect = (bodiless?: (at: number) => boolean) => {
  const connection = new RawConnection(collector.port, bodiless);
  opened.push(connection);
  return connection;
};
afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close();
  await collector.stop();
});

const request = (method: string, target: string, lines: readonly string[] = [], body = '', version = 'HTTP/1.1') =>
  [
    `${method} ${target} ${version}`,
    'Host: a',
    ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...lines,
    '',
    body,
  ].join('\r\n');
const beacon = (body: unknown = VIEWED, lines: readonly string[] = []) =>
  request('POST', '/b', [`Origin: ${SITE}`, 'Content-Type: text/plain', ...lines], JSON.stringify(body));
const ask = async (bytes: string, connection = connect()): Promise<RawAnswer> => {
  void connection.write(bytes);
  const [answer] = await connection.answers(1);
  if (answer === undefined) throw new Error('no answer');
  return answer;
};
/** Whether the connection that a request was answered on takes another one. */
const staysAfter = async (bytes: string, status: number): Promise<boolean> => {
  const connection = connect();
  expect((await ask(bytes, connection)).status).toBe(status);
  void connection.write(request('GET', PIXEL));
  const next = await connection.answer();
  if (next === null) return false;
  expect(next.status).toBe(200);
  return true;
};

describe('HTTP/1.0', () => {
  test.each([PIXEL, CLICK])('is answered and ended: %s', async (target) => {
    await start();
    const connection = connect();
    const answer = await ask(`GET ${target} HTTP/1.0\r\n\r\n`, connection);
    expect(answer.status).toBe(target === PIXEL ? 200 : 302);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await connection.ended()).toEqual([]);
    expect(await collector.recorded()).toHaveLength(1);
  });

  test('goes on where it asks for that', async () => {
    await start();
    const connection = connect();
    for (const target of [PIXEL, CLICK, PIXEL]) {
      const answer = await ask(request('GET', target, ['Connection: keep-alive'], '', 'HTTP/1.0'), connection);
      expect(answer.headers.get('connection')).toBe('keep-alive');
      expect(answer.headers.has('transfer-encoding')).toBe(false);
    }
    expect(await collector.recorded()).toHaveLength(3);
  });
});

describe('a connection', () => {
  test.each([PIXEL, CLICK, '/c/222222222222/t'])(
    'is ended after an answer where the client wants it: %s',
    async (target) => {
      await start();
      const connection = connect();
      expect((await ask(request('GET', target, ['Connection: close']), connection)).headers.get('connection')).toBe(
        'close',
      );
      expect(await connection.ended()).toEqual([]);
    },
  );

  test('goes on after refusals that read the whole of the request', async () => {
    await start();
    expect(await staysAfter(request('POST', '/b', [], '{}'), 403)).toBe(true);
    expect(await staysAfter(request('POST', '/b', ['Origin: https://evil.example'], '{}'), 403)).toBe(true);
    expect(await staysAfter(beacon({ ...VIEWED, issue: '222222222222' }), 404)).toBe(true);
    expect(await staysAfter(beacon({}), 400)).toBe(true);
    expect(await staysAfter(beacon(), 204)).toBe(true);
    expect(await staysAfter(request('GET', '/b', [`Origin: ${SITE}`]), 405)).toBe(true);
    expect(await staysAfter(request('POST', PIXEL, [], 'x'), 405)).toBe(true);
    expect(await staysAfter(request('GET', '/c/222222222222/t'), 404)).toBe(true);
  });

  test('is ended after refusals that do not, and they say so', async () => {
    await start();
    const wrongType = request('POST', '/b', [`Origin: ${SITE}`, 'Content-Type: text/html'], '{}');
    const tooLarge = request('POST', '/b', [`Origin: ${SITE}`, 'Content-Type: text/plain', 'Content-Length: 1048577']);
    const tooLargeInChunks = `${request('POST', '/b', [
      `Origin: ${SITE}`,
      'Content-Type: text/plain',
      'Transfer-Encoding: chunked',
    ])}100001\r\n${' '.repeat(0x100001)}\r\n`;
    const read = request('POST', '/b', [`Origin: ${SITE}`, 'Content-Type: text/plain'], ' '.repeat(500_000));
    for (const [bytes, status] of [
      [wrongType, 415],
      [tooLarge, 413],
      [tooLargeInChunks, 413],
      [read, 413],
    ] as const) {
      const connection = connect();
      const answer = await ask(bytes, connection);
      expect([answer.status, answer.headers.get('connection')]).toEqual([status, 'close']);
      expect(await connection.ended()).toEqual([]);
    }
    expect(await collector.recorded()).toEqual([]);
  });

  test('reads Expect: 100-continue as asking whether the body is welcome', async () => {
    await start();
    const connection = connect();
    const body = JSON.stringify(VIEWED);
    const headers = [`Origin: ${SITE}`, 'Content-Type: text/plain', `Content-Length: ${body.length}`];
    expect((await ask(request('POST', '/b', [...headers, 'Expect: 100-continue']), connection)).status).toBe(100);
    expect((await ask(body, connection)).status).toBe(204);
    expect((await ask(request('GET', PIXEL, ['Expect: something']), connection)).status).toBe(417);
  });
});

describe('a method', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s is answered 405, and which are allowed',
    async (method) => {
      await start();
      for (const target of [PIXEL, CLICK, '/o/', '/c/x']) {
        const answer = await ask(request(method, target));
        expect(answer).toMatchObject({ status: 405, body: '' });
        expect(answer.headers.get('allow')).toBe('GET, HEAD');
      }
      if (method !== 'POST' && method !== 'OPTIONS') {
        const answer = await ask(request(method, '/b', [`Origin: ${SITE}`]));
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
      }
      expect(await collector.recorded()).toEqual([]);
    },
  );

  test('HEAD has the headers of GET and no body, whatever the answer', async () => {
    await start({
      bring: (id) => (id === '333333333333' ? Promise.reject(new Error('away')) : Promise.resolve(false)),
    });
    const targets = [PIXEL, CLICK, '/c/222222222222/t', '/c/x', '/o/x', '/c/333333333333/t'];
    const connection = connect(() => true);
    const get = connect();
    for (const target of targets) {
      const head = await ask(request('HEAD', target), connection);
      const whole = await ask(request('GET', `${target}?a`), get);
      const lasting = ({ headerLines }: RawAnswer) => headerLines.filter((line) => !line.startsWith('Date: '));
      expect(head.statusLine).toBe(whole.statusLine);
      expect(lasting(head)).toEqual(lasting(whole));
    }
    expect(connection.rest).toBe('');
  });
});

test('the absolute form is asked for by proxies, and means what the path means', async () => {
  await start();
  for (const target of [`http://a${PIXEL}`, `HTTPS://A${CLICK}`]) {
    expect((await ask(request('GET', target))).status).toBe(target.endsWith('.gif') ? 200 : 302);
  }
  expect(
    (await ask(request('POST', 'http://a/b', [`Origin: ${SITE}`, 'Content-Type: text/plain'], JSON.stringify(VIEWED))))
      .status,
  ).toBe(204);
  expect((await ask(request('GET', 'http://a'))).status).toBe(418);
  expect((await ask(request('GET', `http://a?${PIXEL}`))).status).toBe(418);
  expect(await collector.log.end(0)).toBe(3);
});

describe('other origins', () => {
  const withTwoPublications = async () => {
    await start();
    const other = 8 as PublicationId;
    await collector.copy.addIssues([{ publicId: OTHER_ISSUE, id: 2 as IssueId, publication: other }]);
    const rules = { tracksOpens: true, tracksClicks: true, tracksReaders: true };
    await collector.copy.setRules([
      { ...rules, publication: PUBLICATION, publicId: 'publicationX' as PublicId, sites: [SITE] },
      { ...rules, publication: other, publicId: 'publicationY' as PublicId, sites: [OTHER_SITE] },
    ]);
  };
  const allowed = ({ headers }: RawAnswer) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

  test("report on their own publication's issues only", async () => {
    await withTwoPublications();
    for (const [origin, issue, status] of [
      [SITE, ISSUE, 204],
      [OTHER_SITE, OTHER_ISSUE, 204],
      [OTHER_SITE, ISSUE, 403],
      [SITE, OTHER_ISSUE, 403],
    ] as const) {
      const body = JSON.stringify({ ...VIEWED, issue });
      const answer = await ask(request('POST', '/b', [`Origin: ${origin}`, 'Content-Type: text/plain'], body));
      expect(answer.status).toBe(status);
      expect(allowed(answer)).toEqual(status === 204 ? ['access-control-allow-origin'] : []);
    }
    expect(await collector.log.end(0)).toBe(2);
  });

  test('are not allowed anything but the beacon, nor as a pattern, nor with credentials', async () => {
    await withTwoPublications();
    for (const origin of [
      SITE,
      OTHER_SITE,
      'https://evil.example',
      'null',
      `${SITE}.evil.example`,
      SITE.toUpperCase(),
    ]) {
      for (const target of [PIXEL, CLICK, '/c/222222222222/t', '/elsewhere']) {
        expect(allowed(await ask(request('GET', target, [`Origin: ${origin}`])))).toEqual([]);
        expect(allowed(await ask(request('OPTIONS', target, [`Origin: ${origin}`])))).toEqual([]);
      }
      const preflight = await ask(
        request('OPTIONS', '/b', [`Origin: ${origin}`, 'Access-Control-Request-Method: POST']),
      );
      const isSite = origin === SITE || origin === OTHER_SITE;
      expect(preflight.status).toBe(isSite ? 204 : 403);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(isSite ? origin : undefined);
      expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
    }
  });

  test('cannot be two at once', async () => {
    await withTwoPublications();
    for (const lines of [[`Origin: ${SITE} ${OTHER_SITE}`], [`Origin: ${SITE}, ${OTHER_SITE}`], [`Origin: ${SITE}/`]]) {
      expect((await ask(request('OPTIONS', '/b', lines))).status).toBe(403);
    }
  });
});

test('no answer says what program gave it, or what went on inside', async () => {
  await start({
    bring: () => Promise.reject(new Error('connect ECONNREFUSED at /home/readout/catalog.ts:12:3')),
    settings: { addressRate: { perSecond: 0.001, burst: 1 } },
  });
  const from = ['X-Forwarded-For: 88.26.241.17'];
  const requests = [
    request('GET', PIXEL),
    request('GET', PIXEL, from),
    request('GET', PIXEL, from),
    request('GET', CLICK),
    request('GET', '/c/222222222222/t'),
    request('GET', '/c/x'),
    request('POST', PIXEL),
    request('GET', `${PIXEL}?${'a'.repeat(5_000)}`),
    request('GET', PIXEL, ['Content-Length: 1'], ''),
    request('GET', PIXEL, [`X: ${'a'.repeat(20_000)}`]),
    request('TRACE', PIXEL),
    request('CONNECT', 'a:1'),
    request('GET', PIXEL, [], '', 'HTTP/2.0'),
    beacon(),
    beacon({}),
    beacon('[[['),
    beacon({ ...VIEWED, events: [{ kind: '__proto__' }] }),
    beacon({ ...VIEWED, issue: '222222222222' }),
    beacon(VIEWED, from),
    request('POST', '/b', [`Origin: ${SITE}`]),
    request('GET', '/b', [`Origin: ${SITE}`]),
    request('OPTIONS', '/b', [`Origin: ${SITE}`]),
    'garbage\r\n\r\n',
  ];
  const statuses = new Set<number>();
  const look = async () => {
    for (const bytes of requests) {
      const answer = await ask(bytes);
      statuses.add(answer.status);
      const names = [...answer.headers.keys()];
      expect(names.filter((name) => /^(server|via|x-powered-by|x-runtime|x-aspnet.*)$/.test(name))).toEqual([]);
      const head = [answer.statusLine, ...answer.headerLines].join('\n');
      expect(head).not.toMatch(/node|express|nest|readout/i);
      expect(answer.body).not.toMatch(/\.[cm]?[jt]s\b|node:|\bat \S+ \(|Error\b|\/home\/|\/tmp\/|node_modules|ECONN/);
    }
  };
  await look();
  await collector.log.close();
  await look();
  expect([...statuses].sort()).toEqual([200, 204, 302, 400, 404, 405, 414, 415, 429, 431, 501, 503, 505]);
});

describe('connections of one address', () => {
  const elsewhere = { lookUp: () => ({ country: null, network: 'other' as const, kept: null, place: 0 }) };

  test('are held up to a number, and what is over it is ended at once', async () => {
    await start({ trusted: [], connectionsPerAddress: 3, doorNetworks: elsewhere });
    const held = [connect(), connect(), connect()];
    for (const connection of held) expect((await ask(request('GET', PIXEL), connection)).status).toBe(200);
    for (let at = 0; at < 5; at++) {
      const over = connect();
      void over.write(request('GET', PIXEL));
      expect(await over.ended()).toEqual([]);
    }
    // Those that were there before go on, on either lane.
    for (const connection of held) expect((await ask(request('GET', `${PIXEL}?a`), connection)).status).toBe(200);
    expect(await collector.recorded()).toHaveLength(6);
    held[1]?.close();
    for (;;) {
      const connection = connect();
      void connection.write(request('GET', PIXEL));
      const answer = await connection.answer();
      if (answer !== null) break;
    }
    const over = connect();
    void over.write(request('GET', PIXEL));
    expect(await over.ended()).toEqual([]);
  });

  test('are given back however they end', async () => {
    await start({ trusted: [], connectionsPerAddress: 2, doorNetworks: elsewhere });
    const endings: ((connection: RawConnection) => void)[] = [
      (connection) => connection.abort(),
      (connection) => connection.close(),
      (connection) => connection.finish(),
      (connection) => void connection.write('garbage\r\n\r\n'),
      (connection) => void connection.write(request('GET', PIXEL, ['Connection: close'])),
    ];
    for (let at = 0; at < 30; at++) {
      // One that is refused says nothing; it is tried again until there is room.
      for (;;) {
        const connection = connect();
        void connection.write(request('GET', PIXEL));
        const answer = await connection.answer();
        if (answer === null) continue;
        endings[at % endings.length]?.(connection);
        break;
      }
    }
  });

  test('do not count for proxies that are trusted, nor where no limit is set', async () => {
    await start({ trusted: ['loopback'], connectionsPerAddress: 1, doorNetworks: elsewhere });
    for (let at = 0; at < 5; at++) expect((await ask(request('GET', PIXEL))).status).toBe(200);
    await collector.stop();
    await start({ trusted: [], doorNetworks: elsewhere });
    for (let at = 0; at < 5; at++) expect((await ask(request('GET', PIXEL))).status).toBe(200);
  });
});

test('an answer without an end is over when its reader has gone', async () => {
  await start();
  const connection = connect();
  void connection.write(request('GET', ENDLESS));
  while (!connection.rest.includes('news')) await new Promise((resolve) => setTimeout(resolve, 10));
  connection.finish();
  await connection.ended();
});

test('a door that is closed does not wait for ever for those who take their time', async () => {
  await start({ times: { closingTimeout: 200 } });
  const half = connect();
  void half.write('GET /o/');
  const idle = connect();
  const asking = connect();
  expect((await ask(request('GET', PIXEL), asking)).status).toBe(200);
  await collector.stop();
  expect(await Promise.all([half.ended(), idle.ended(), asking.ended()])).toEqual([[], [], []]);
  await start();
});
