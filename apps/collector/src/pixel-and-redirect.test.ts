import { afterEach, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { HEADER_SHAPE, shapeOf } from '@readout/events';
import { Places } from '@readout/network';
import { type Choices, CollectorInTest, ISSUE, LINK, linkTo, NOW } from './testing/collector-in-test.ts';

const LATE_LINK = 'mkjihgfedcbz' as PublicId;
const MADRID = '88.26.241.17';

/**
 * The two ways in: the fast lane takes the plainest requests, Node's own server all others. A query makes a request
 * one of the others without changing what it asks for.
 */
const LANES = [
  ['fast', ''],
  ['general', '?a'],
] as const;

describe.each(LANES)('the collector, on the %s lane', (_lane, query) => {
  let collector: CollectorInTest;
  afterEach(() => collector.stop());
  const start = async (choices: Choices = {}) => {
    collector = await CollectorInTest.start(choices);
    return collector;
  };
  const open = (token = 'some-token', init: RequestInit = {}) =>
    collector.get(`/o/${ISSUE}/${token}.gif${query}`, init);
  const click = (link: string = LINK, init: RequestInit = {}) => collector.get(`/c/${link}/tok${query}`, init);

  test('a pixel is answered with a 43 byte GIF that nobody stores, and is in the log by then', async () => {
    await start();
    const response = await open('some-token', { headers: { 'user-agent': 'Thunderbird', 'x-forwarded-for': MADRID } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/gif',
      'content-length': '43',
      'cache-control': 'no-store, no-cache, must-revalidate, private, max-age=0',
      pragma: 'no-cache',
      expires: '0',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      connection: 'keep-alive',
      'keep-alive': 'timeout=65',
    });
    expect(Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())).toBeLessThan(5_000);
    for (const header of ['etag', 'last-modified', 'set-cookie', 'server', 'x-powered-by', 'accept-ranges']) {
      expect(response.headers.has(header)).toBe(false);
    }
    const gif = Buffer.from(await response.arrayBuffer());
    expect(gif.length).toBe(43);
    expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
    expect(await collector.recorded()).toEqual([
      {
        type: 'hit',
        version: 1,
        kind: 'opened',
        time: NOW,
        target: ISSUE,
        token: 'some-token',
        method: 'GET',
        source: 'pixel',
        country: 'ES',
        network: 'other',
        shape: expect.any(Number),
        address: '88.26.241.0',
        agent: 'Thunderbird',
      },
    ]);
  });

  test('HEAD is answered without a body and recorded as what it is', async () => {
    await start();
    const response = await open('t', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('43');
    expect((await response.arrayBuffer()).byteLength).toBe(0);
    expect((await click(LINK, { method: 'HEAD' })).status).toBe(302);
    expect(await collector.recorded()).toMatchObject([
      { kind: 'opened', method: 'HEAD' },
      { kind: 'clicked', method: 'HEAD' },
    ]);
  });

  test('asking for a part, or whether it changed, gets the whole pixel anew and is a hit like any other', async () => {
    await start();
    for (const headers of [
      { range: 'bytes=0-9' },
      { 'if-none-match': '*' },
      { 'if-modified-since': new Date().toUTCString() },
    ]) {
      const response = await open('t', { headers });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(43);
    }
    expect(await collector.recorded()).toHaveLength(3);
  });

  test('a link leads to its destination in the catalog, spelled as a header can carry it', async () => {
    await start();
    const response = await click();
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://example.com/%C3%A9?a=1&b=2');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'content-length': '0',
    });
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await collector.recorded()).toMatchObject([
      { kind: 'clicked', target: LINK, issue: ISSUE, token: 'tok', source: 'redirect' },
    ]);
  });

  test('a link made after the start is asked for once, then known', async () => {
    const asked: PublicId[] = [];
    await start({
      bring: async (id) => {
        asked.push(id);
        await collector.copy.addLinks([linkTo(LATE_LINK, 'https://example.org/late')]);
        return true;
      },
    });
    const answers = await Promise.all([click(LATE_LINK), click(LATE_LINK)]);
    expect((await click(LATE_LINK)).headers.get('location')).toBe('https://example.org/late');
    expect(answers.map((one) => one.status)).toEqual([302, 302]);
    expect(asked).toEqual([LATE_LINK]);
  });

  test('an unknown link gets a friendly page, no event, and costs the catalog one question', async () => {
    const asked: PublicId[] = [];
    await start({
      bring: async (id) => {
        asked.push(id);
        return false;
      },
    });
    for (let at = 0; at < 3; at++) {
      const response = await click('222222222222');
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('This link leads nowhere');
    }
    expect(asked).toEqual(['222222222222']);
    expect(await collector.recorded()).toEqual([]);
  });

  test('while the catalog is silent a link of the copy leads on, and of another nobody says that it leads nowhere', async () => {
    await start({ bring: () => Promise.reject(new Error('connection refused')) });
    expect((await click()).status).toBe(302);
    const response = await click('222222222222');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(await response.text()).toBe('');
  });

  test('when the log cannot be written, a pixel is refused but a link still leads on', async () => {
    await start();
    await collector.log.close();
    const pixel = await open();
    expect(pixel.status).toBe(503);
    expect(pixel.headers.get('retry-after')).not.toBeNull();
    expect((await click()).status).toBe(302);
    expect(await collector.metric('readout_collector_hits_total', { kind: 'opened', outcome: 'refused' })).toBe(1);
    expect(await collector.metric('readout_collector_hits_total', { kind: 'clicked', outcome: 'unrecorded' })).toBe(1);
  });

  test('when as much waits as is allowed, the same, until some was passed on', async () => {
    await start({ log: { retention: { maxAgeMs: 1e9, maxBytes: 4_000 } } });
    const statuses = new Set<number>();
    for (let at = 0; at < 40; at++) statuses.add((await open()).status);
    expect([...statuses]).toEqual([200, 503]);
    expect((await click()).status).toBe(302);
    const end = await collector.log.end(0);
    expect(await collector.recorded()).toHaveLength(end);
    await collector.log.commit(0, end);
    expect((await open()).status).toBe(200);
  });

  test('over its rate an address is answered 429 on the pixel, and never kept from a link', async () => {
    await start({ settings: { addressRate: { perSecond: 0.001, burst: 3 } } });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const statuses = [];
    for (let at = 0; at < 5; at++) statuses.push((await open('t', from(MADRID))).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await click(LINK, from(MADRID))).status).toBe(302);
    // Another address, and the one that stands for everybody behind a proxy, have nothing to do with it.
    expect((await open('t', from('88.26.241.18'))).status).toBe(200);
    for (let at = 0; at < 5; at++) expect((await open()).status).toBe(200);
    expect(await collector.recorded()).toHaveLength(9);
    expect(await collector.metric('readout_collector_hits_total', { kind: 'clicked', outcome: 'limited' })).toBe(1);
  });

  test('a publication over its rate, the same', async () => {
    await start({ settings: { publicationRate: { perSecond: 0.001, burst: 2 } } });
    expect([(await open()).status, (await open()).status, (await open()).status]).toEqual([200, 200, 429]);
    expect((await click()).status).toBe(302);
    expect(await collector.recorded()).toHaveLength(2);
  });

  test('guessing at links has its limit too', async () => {
    await start({ settings: { addressRate: { perSecond: 0.001, burst: 2 } } });
    const headers = { 'x-forwarded-for': MADRID };
    const statuses = [];
    for (const id of ['222222222222', '222222222223', '222222222224', LINK]) {
      statuses.push((await click(id, { headers })).status);
    }
    expect(statuses).toEqual([404, 404, 429, 302]);
  });

  test('who sent it is taken from X-Forwarded-For only where a trusted proxy says so', async () => {
    await start({ trusted: [] });
    await open('t', { headers: { 'x-forwarded-for': MADRID } });
    const [hit] = await collector.recorded();
    expect(hit).toMatchObject({ network: 'unknown', address: '127.0.0.0' });
    expect(hit).not.toHaveProperty('country');
  });

  test('an address may be dropped altogether', async () => {
    await start({ settings: { addresses: 'drop' } });
    await open('t', { headers: { 'x-forwarded-for': MADRID } });
    const [hit] = await collector.recorded();
    expect(hit).toMatchObject({ country: 'ES', network: 'other' });
    expect(hit).not.toHaveProperty('address');
  });

  describe('of a reader who asks not to be followed', () => {
    const signals = [{ 'sec-gpc': '1' }, { dnt: '1' }];

    test('the hit is kept, but not whose it is', async () => {
      await start();
      for (const headers of signals) await open('t', { headers: { ...headers, 'x-forwarded-for': MADRID } });
      await open('t', { headers: { dnt: '0', 'sec-gpc': '0' } });
      const [first, second, third] = await collector.recorded();
      expect(first).toMatchObject({ token: '' });
      expect(first?.visitor).toBeGreaterThan(0);
      expect(second?.visitor).toBe(first?.visitor);
      expect(third).toMatchObject({ token: 't' });
      expect(third).not.toHaveProperty('visitor');
    });

    test('nothing is kept, where the operator wants it so', async () => {
      await start({ settings: { privacySignals: 'skip' } });
      for (const headers of signals) {
        expect((await open('t', { headers })).status).toBe(200);
        expect((await click(LINK, { headers })).status).toBe(302);
      }
      expect(await collector.recorded()).toEqual([]);
    });

    test('the signal is passed over, where the operator wants that', async () => {
      await start({ settings: { privacySignals: 'ignore' } });
      for (const headers of signals) await open('t', { headers });
      expect(await collector.recorded()).toMatchObject([{ token: 't' }, { token: 't' }]);
    });
  });

  test.each([
    ['opens', { tracksOpens: false }, ['clicked']],
    ['clicks', { tracksClicks: false }, ['opened']],
  ] as const)('a publication that does not track %s has them answered and not kept', async (_what, rules, kept) => {
    await start({ rules });
    expect((await open()).status).toBe(200);
    const response = await click();
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toContain('example.com');
    expect((await collector.recorded()).map(({ kind }) => kind)).toEqual(kept);
  });

  test('where readers are not to be recognised, they are told apart for a day and no longer', async () => {
    await start({ rules: { tracksReaders: false } });
    const from = async (address: string, agent = 'Firefox') => {
      await open('secret-token', { headers: { 'x-forwarded-for': address, 'user-agent': agent } });
      return (await collector.recorded()).at(-1);
    };
    const first = await from(MADRID);
    expect(first?.token).toBe('');
    expect((await from(MADRID))?.visitor).toBe(first?.visitor);
    expect((await from('88.26.241.18'))?.visitor).not.toBe(first?.visitor);
    expect((await from(MADRID, 'Safari'))?.visitor).not.toBe(first?.visitor);
    collector.now += 86_400_000;
    expect((await from(MADRID))?.visitor).not.toBe(first?.visitor);
    expect(JSON.stringify(await collector.recorded())).not.toContain('secret');
  });

  test('the headers that a request has, and its place, are kept as numbers', async () => {
    await start();
    const secret = Buffer.alloc(32, 3);
    await collector.copy.setPlacesSecret(secret);
    const headers = {
      'x-forwarded-for': MADRID,
      accept: 'image/avif,*/*',
      'accept-language': 'es',
      referer: 'https://mail.example/',
    };
    await open('t', { headers });
    await click(LINK, { headers });
    const place = new Places(secret).of(MADRID);
    const shape = shapeOf({ ...headers, 'accept-encoding': 'gzip', 'sec-fetch-mode': 'cors' });
    expect(await collector.recorded()).toMatchObject([
      { kind: 'opened', place, shape },
      { kind: 'clicked', place, shape },
    ]);
    expect(shape & HEADER_SHAPE.known).not.toBe(0);
  });

  test('as long as there is no secret for it a place is left out; from then on who came before has one too', async () => {
    await start();
    const init = { headers: { 'x-forwarded-for': MADRID } };
    await open('before', init);
    await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
    await open('after', init);
    const [before, after] = await collector.recorded();
    expect(before).not.toHaveProperty('place');
    expect(after?.place).toBeGreaterThan(0);
  });

  test('a place is kept of this machine too, and where nothing is kept of an address; not where nobody says one', async () => {
    await start({ settings: { addresses: 'drop' } });
    await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
    for (const address of [MADRID, '88.26.241.200', '88.26.242.1', '127.0.0.9', '::1', 'unknown']) {
      await open('t', { headers: { 'x-forwarded-for': address } });
    }
    const hits = await collector.recorded();
    for (const hit of hits) expect(hit).not.toHaveProperty('address');
    const [madrid, neighbour, ...others] = hits.map(({ place }) => place);
    expect(neighbour).toBe(madrid);
    const places = new Places(Buffer.alloc(32, 3));
    expect(others.slice(0, 3)).toEqual([places.of('88.26.242.1'), places.of('127.0.0.1'), places.of('::1')]);
  });

  test.each([
    ['a publication that recognises nobody', { rules: { tracksReaders: false } }, {}],
    ['a reader who asks not to be followed', {}, { dnt: '1' }],
  ])('no place is kept of %s', async (_whose, choices, headers: Record<string, string>) => {
    await start(choices);
    await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
    const init = { headers: { 'x-forwarded-for': MADRID, ...headers } };
    await open('t', init);
    await click(LINK, init);
    const hits = await collector.recorded();
    expect(hits).toHaveLength(2);
    for (const hit of hits) {
      expect(hit).not.toHaveProperty('place');
      expect(hit.shape).toBeGreaterThanOrEqual(HEADER_SHAPE.known);
    }
  });

  test('the salt of the day comes from the copy, so that several collectors see the same visitor', async () => {
    const numbers = new Set<number | undefined>();
    for (let at = 0; at < 2; at++) {
      await start({ rules: { tracksReaders: false } });
      await collector.copy.setSalt('2026-06-01', Buffer.alloc(32, 5));
      await open('t', { headers: { 'x-forwarded-for': MADRID } });
      numbers.add((await collector.recorded())[0]?.visitor);
      if (at === 0) await collector.stop();
    }
    expect(numbers.size).toBe(1);
  });

  test('a clock that is set back an hour changes the times and loses nothing', async () => {
    await start();
    await open('a');
    collector.now -= 3_600_000;
    await open('b');
    collector.now += 3_600_000;
    await open('c');
    expect((await collector.recorded()).map(({ token, time }) => [token, time - NOW])).toEqual([
      ['a', 0],
      ['b', -3_600_000],
      ['c', 0],
    ]);
  });

  test('other paths are left to others', async () => {
    await start();
    expect((await collector.get('/api/v1/session')).status).toBe(418);
    expect((await collector.get('/other')).status).toBe(418);
  });
});
