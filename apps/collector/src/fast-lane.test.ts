import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Hit } from '@readout/events';
import fc from 'fast-check';
import { readFastQuestion, readFastRequest } from './fast-request.ts';
import { CollectorInTest, ISSUE, LINK, PUBLIC_PUBLICATION, SITE } from './testing/collector-in-test.ts';
import { KEY, offering, tokenOf } from './testing/offering-in-test.ts';
import { bytesOf, plainRequest } from './testing/plain-request.ts';
import { type RawAnswer, RawConnection } from './testing/raw-connection.ts';

const PIXEL = `GET /o/${ISSUE}/tok.gif HTTP/1.1\r\nHost: a\r\nUser-Agent: Reader\r\n\r\n`;
const LINK_REQUEST = `GET /c/${LINK}/tok HTTP/1.1\r\nHost: a\r\nUser-Agent: Reader\r\n\r\n`;
/** Means nothing to us, and is no part of the plainest of requests. */
const OTHER_LANE = 'TE: trailers';

const withoutDate = ({ statusLine, headerLines, body }: RawAnswer) => ({
  statusLine,
  headers: headerLines.filter((line) => !line.startsWith('Date: ')).sort(),
  body,
});

let collector: CollectorInTest;
const opened: RawConnection[] = [];
const connect = (bodiless?: (at: number) => boolean) => {
  const connection = new RawConnection(collector.port, bodiless);
  opened.push(connection);
  return connection;
};
beforeEach(async () => {
  collector = await CollectorInTest.start({ times: { closingTimeout: 0 } });
});
afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close();
  await collector.stop();
});
const hitsOnDisk = async (count: number): Promise<Hit[]> => {
  const until = Date.now() + 20_000;
  for (;;) {
    const hits = await collector.recorded();
    if (hits.length >= count || Date.now() > until) return hits;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('both lanes', () => {
  test('give the same bytes, but for the date, and record the same', async () => {
    const connections = { fast: connect(), general: connect() };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(plainRequest, async (request) => {
        const [plain, odd] = [bytesOf(request), bytesOf(request, [OTHER_LANE])];
        if (readFastRequest(plain) === null) return;
        expect(readFastRequest(odd)).toBeNull();
        taken++;
        await connections.fast.write(plain);
        const fast = await connections.fast.answer();
        await connections.general.write(odd);
        const general = await connections.general.answer();
        if (fast === null || general === null) throw new Error('a connection ended');
        expect(withoutDate(fast)).toEqual(withoutDate(general));
      }),
      { numRuns: 600, seed: 3 },
    );
    expect(taken).toBeGreaterThan(400);
    const hits = await collector.recorded();
    expect(hits.length % 2).toBe(0);
    expect(hits.length).toBeGreaterThan(taken / 2);
    for (let at = 0; at < hits.length; at += 2) expect(hits[at]).toEqual(hits[at + 1]);
  }, 120_000);

  test('give the same bytes to a page, and record the same', async () => {
    const good = { v: 1, issue: ISSUE, token: 'tok', events: [{ kind: 'viewed', ago: 5 }] };
    const bodies = [JSON.stringify(good), JSON.stringify({ ...good, v: 2 }), '{', 'ü'.repeat(9), ''];
    for (const body of bodies) {
      for (const origin of [SITE, 'https://evil.example']) {
        const answers = [];
        for (const more of ['', `${OTHER_LANE}\r\n`]) {
          const connection = connect();
          const head = `POST /b HTTP/1.1\r\nHost: a\r\nOrigin: ${origin}\r\nContent-Type: text/plain\r\n${more}`;
          await connection.write(
            Buffer.from(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).toString('latin1'),
          );
          answers.push(withoutDate((await connection.answers(1))[0] as RawAnswer));
        }
        expect(answers[0]).toEqual(answers[1]);
      }
    }
    const [fast, general, ...others] = await collector.reported();
    expect(fast).toMatchObject({ token: 'tok', events: good.events });
    expect(fast).toEqual(general);
    expect(others).toEqual([]);
  });

  test('give the same bytes to whoever asks what they are offered', async () => {
    await collector.copy.setTokenKeys([KEY]);
    await collector.copy.setOfferings([offering()]);
    const statuses = new Set<number>();
    for (const target of [ISSUE, PUBLIC_PUBLICATION, '222222222222']) {
      for (const query of ['', `?token=${tokenOf(1)}`, `?token=${tokenOf(2)}`, `?token=${tokenOf(3)}`, '?token=no']) {
        for (const lines of ['', `Origin: ${SITE}\r\n`, 'Origin: https://evil.example\r\n', 'DNT: 1\r\n']) {
          const head = `GET /offer/${target}${query} HTTP/1.1\r\nHost: a\r\n${lines}`;
          expect(readFastQuestion(`${head}\r\n`)).not.toBeNull();
          expect(readFastQuestion(`${head}${OTHER_LANE}\r\n\r\n`)).toBeNull();
          const answers = [];
          for (const more of ['', `${OTHER_LANE}\r\n`]) {
            const connection = connect();
            await connection.write(`${head}${more}\r\n`);
            answers.push(withoutDate((await connection.answers(1))[0] as RawAnswer));
          }
          expect(answers[0]).toEqual(answers[1]);
          statuses.add(Number(answers[0]?.statusLine.split(' ')[1]));
        }
      }
    }
    expect(statuses).toEqual(new Set([200, 403, 404]));
    expect(await collector.recorded()).toEqual([]);
  }, 60_000);

  test('give one answer to a request in two packets, wherever it is cut', async () => {
    const whole = connect();
    await whole.write(PIXEL);
    const expected = withoutDate((await whole.answers(1))[0] as RawAnswer);
    for (let cut = 1; cut < PIXEL.length; cut++) {
      const connection = connect();
      await connection.write(PIXEL.slice(0, cut));
      // Whether the two arrive as two is the system's to say; with a pause between them they nearly always do.
      await new Promise((resolve) => setTimeout(resolve, 2));
      await connection.write(PIXEL.slice(cut));
      const [answer] = await connection.answers(1);
      expect(withoutDate(answer as RawAnswer)).toEqual(expected);
      expect(connection.rest).toBe('');
      connection.close();
    }
    const hits = await collector.recorded();
    expect(hits).toHaveLength(PIXEL.length);
    expect(new Set(hits.map((hit) => JSON.stringify(hit))).size).toBe(1);
  }, 120_000);

  test('give one answer to a request that comes byte by byte, and go on from there', async () => {
    const connection = connect();
    for (const byte of PIXEL) {
      await connection.write(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await connection.write(PIXEL);
    expect((await connection.answers(2)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await collector.recorded()).toHaveLength(2);
  });
});

describe('requests sent ahead', () => {
  const KINDS = {
    pixel: { bytes: PIXEL, status: 200 },
    link: { bytes: LINK_REQUEST, status: 302 },
    odd: { bytes: PIXEL.replace('tok.gif', 'tok.gif?a'), status: 200 },
    oddLink: { bytes: LINK_REQUEST.replace('Host: a', `Host: a\r\n${OTHER_LANE}`), status: 302 },
    unknown: { bytes: LINK_REQUEST.replace(LINK, '222222222222'), status: 404 },
    elsewhere: { bytes: 'GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n', status: 418 },
    head: { bytes: PIXEL.replace('GET', 'HEAD'), status: 200 },
    offer: { bytes: `GET /offer/${ISSUE}?token=tok HTTP/1.1\r\nHost: a\r\nOrigin: ${SITE}\r\n\r\n`, status: 204 },
    post: {
      bytes: `POST /b HTTP/1.1\r\nHost: a\r\nOrigin: ${SITE}\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\n{}}`,
      status: 400,
    },
    wrongMethod: { bytes: `POST /o/${ISSUE}/t HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGET /`, status: 405 },
  } as const;
  type Kind = keyof typeof KINDS;
  const NAMES = Object.keys(KINDS) as Kind[];
  const RECORDED: readonly Kind[] = ['pixel', 'link', 'odd', 'oddLink', 'head'];

  test('are answered in order, each once, whichever lanes they change between', async () => {
    let expected = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...NAMES), { minLength: 10, maxLength: 10 }),
        fc.array(fc.nat(1_500), { maxLength: 2 }),
        async (names, cuts) => {
          const connection = connect((at) => names[at] === 'head');
          const bytes = names.map((name) => KINDS[name].bytes).join('');
          const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
          for (let at = 1; at < places.length; at++) await connection.write(bytes.slice(places[at - 1], places[at]));
          const answers = await connection.answers(10);
          expect(answers.map(({ status }) => status)).toEqual(names.map((name) => KINDS[name].status));
          connection.finish();
          expect(await connection.ended()).toEqual([]);
          expect(connection.rest).toBe('');
          expected += names.filter((name) => RECORDED.includes(name)).length;
        },
      ),
      { numRuns: 150, seed: 4 },
    );
    expect(await collector.recorded()).toHaveLength(expected);
  }, 120_000);

  test('are answered by the hundred, though the client reads them late', async () => {
    const connection = connect();
    connection.pause();
    const count = 3_000;
    void connection.write((PIXEL + LINK_REQUEST).repeat(count / 2));
    await hitsOnDisk(1);
    connection.resume();
    const answers = await connection.answers(count);
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 200 : 302)),
    );
    expect(connection.rest).toBe('');
  }, 60_000);

  test('of a client that reads none of its answers are not all taken', async () => {
    const connection = connect();
    connection.pause();
    const count = 40_000;
    void connection.write(PIXEL.repeat(count));
    await hitsOnDisk(1);
    // What the system holds on its way, and 16 KiB: what is taken comes to a stand long before all of it.
    let before = -1;
    let now = 0;
    while (now > before) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      now = await collector.log.end(0);
    }
    expect(now).toBeGreaterThan(0);
    expect(now).toBeLessThan(count);
  }, 60_000);

  test('behind one that is refused are not looked at', async () => {
    const connection = connect();
    await connection.write(`${PIXEL}${PIXEL.replace('Host: a', 'Host: a\r\nHost: b')}${PIXEL}`);
    expect((await connection.ended()).map(({ status }) => status)).toEqual([200, 400]);
    expect(await collector.recorded()).toHaveLength(1);
  });

  test('come before the refusal of what is no request behind them', async () => {
    for (const first of [PIXEL, KINDS.odd.bytes]) {
      for (const behind of ['garbage\r\n\r\n', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n']) {
        const connection = connect();
        await connection.write(`${first}${first}${behind}${PIXEL}`);
        const statuses = (await connection.ended()).map(({ status }) => status);
        expect(statuses).toEqual([200, 200, behind.startsWith('C') ? 501 : 400]);
      }
    }
    expect(await collector.recorded()).toHaveLength(8);
  });
});

describe('a connection', () => {
  test('serves a thousand requests one after the other', async () => {
    const connection = connect();
    for (let at = 0; at < 1_000; at++) {
      await connection.write(at % 3 === 0 ? LINK_REQUEST : PIXEL);
      expect((await connection.answer())?.status).toBe(at % 3 === 0 ? 302 : 200);
    }
    expect(await collector.log.end(0)).toBe(1_000);
  }, 60_000);

  test.each([
    ['fast', PIXEL],
    ['general', PIXEL.replace('Host: a', `Host: a\r\n${OTHER_LANE}`)],
    ['both, one after the other', `${PIXEL}${PIXEL.replace('GET', 'HEAD').replace('Host: a', 'Host: a\r\nX: y')}`],
  ])('that says no more after its request gets its answer and is ended then: %s', async (_lane, bytes) => {
    const connection = connect((at) => at === 1);
    void connection.write(bytes);
    connection.finish();
    const answers = await connection.ended();
    expect(answers.map(({ status }) => status)).toEqual(bytes.includes('HEAD') ? [200, 200] : [200]);
  });

  test('that says no more amid its request is refused or ended, and records nothing', async () => {
    for (let at = 0; at < PIXEL.length; at += 7) {
      const connection = connect();
      if (at > 0) void connection.write(PIXEL.slice(0, at));
      connection.finish();
      for (const { status } of await connection.ended()) expect(status).toBe(400);
    }
    const ahead = connect();
    void ahead.write(PIXEL + PIXEL.slice(0, 30));
    ahead.finish();
    expect((await ahead.ended()).map(({ status }) => status)).toEqual([200, 400]);
    expect(await collector.recorded()).toHaveLength(1);
  });

  test.each([
    ['fast', PIXEL],
    ['general', PIXEL.replace('Host: a', `Host: a\r\n${OTHER_LANE}`)],
  ])('that is gone before its answer harms nobody, and its hit is never there twice: %s', async (_lane, bytes) => {
    const count = 100;
    for (let at = 0; at < count; at++) {
      const connection = connect();
      await connection.write(bytes.replace('tok', `gone${at}`));
      connection.abort();
    }
    const last = connect();
    await last.write(bytes.replace('tok', 'last'));
    expect((await last.answer())?.status).toBe(200);
    const tokens = (await collector.recorded()).map(({ token }) => token);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens).toContain('last');
  });
});
