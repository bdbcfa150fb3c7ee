import { afterEach, describe, expect, test } from '@jest/globals';
import { shapeOf } from '@readout/events';
import { Places } from '@readout/network';
import { type Choices, CollectorInTest, ISSUE, NOW, SITE } from './testing/collector-in-test.ts';

const SECTION = 'sectionABCDE';
const MADRID = '88.26.241.17';

describe('the beacon', () => {
  let collector: CollectorInTest;
  afterEach(() => collector.stop());
  const start = async (choices: Choices = {}) => {
    collector = await CollectorInTest.start(choices);
  };
  const report = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    collector.get('/b', {
      method,
      headers: { origin: SITE, 'content-type': 'text/plain;charset=UTF-8', 'x-forwarded-for': MADRID, ...headers },
      ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    });
  const said = async (response: Response): Promise<string> => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { status, detail } = (await response.json()) as { status: number; detail: string };
    expect(status).toBe(response.status);
    return detail;
  };
  const VIEWED = { v: 1, issue: ISSUE, token: 'tok', events: [{ kind: 'viewed' }] };

  test('is kept as one record, each event at its own time, and answered when it is on disk', async () => {
    await start();
    await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
    const response = await report(
      {
        v: 1,
        issue: ISSUE,
        token: 'tok',
        events: [
          { kind: 'viewed', ago: 5_000 },
          { kind: 'section_read', section: SECTION, ago: 900 },
          { kind: 'paywall_hit' },
        ],
      },
      { 'user-agent': 'Firefox' },
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(response.headers.get('vary')).toBe('Origin');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.has('content-length')).toBe(false);
    expect(await collector.reported()).toEqual([
      {
        type: 'report',
        version: 1,
        time: NOW,
        target: ISSUE,
        token: 'tok',
        country: 'ES',
        network: 'other',
        place: new Places(Buffer.alloc(32, 3)).of(MADRID),
        shape: shapeOf({ accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors', 'accept-encoding': 'gzip' }),
        address: '88.26.241.0',
        agent: 'Firefox',
        events: [
          { kind: 'viewed', ago: 5_000 },
          { kind: 'section_read', section: SECTION, ago: 900 },
          { kind: 'paywall_hit', ago: 0 },
        ],
      },
    ]);
  });

  test.each([
    ['https://www.linkedin.com/feed/?id=1', 'linkedin.com'],
    ['T.co', 't.co'],
    ['', undefined],
    ['no host at all', undefined],
    [`${SITE}/archive`, undefined],
    [SITE.replace('https://', 'http://www.'), undefined],
  ])('of what led to the page the host is kept, if it is another one: of %s, %s', async (referrer, kept) => {
    await start();
    expect((await report({ ...VIEWED, referrer })).status).toBe(204);
    const [record] = await collector.reported();
    expect(record?.referrer).toBe(kept);
    expect(record?.events).toEqual([{ kind: 'viewed', ago: 0 }]);
  });

  test('without a token it is a visitor, the same for a day', async () => {
    await start();
    const { token: _, ...anonymous } = VIEWED;
    await report(anonymous);
    await report(anonymous);
    await report(anonymous, { 'x-forwarded-for': '88.26.241.18' });
    const [first, second, third] = await collector.reported();
    expect(first).toMatchObject({ token: '' });
    expect(first?.visitor).toBeGreaterThan(0);
    expect(second?.visitor).toBe(first?.visitor);
    expect(third?.visitor).not.toBe(first?.visitor);
  });

  test('of a reader who asks not to be followed it is a visitor, or nothing at all', async () => {
    await start();
    await report(VIEWED, { 'sec-gpc': '1' });
    expect(await collector.reported()).toMatchObject([{ token: '', visitor: expect.any(Number) }]);
    await collector.stop();
    await start({ settings: { privacySignals: 'skip' } });
    expect((await report(VIEWED, { 'sec-gpc': '1' })).status).toBe(204);
    expect(await collector.reported()).toEqual([]);
  });

  test('where readers are not to be recognised, neither token nor place is kept', async () => {
    await start({ rules: { tracksReaders: false } });
    await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
    await report(VIEWED);
    const [kept] = await collector.reported();
    expect(kept).toMatchObject({ token: '', visitor: expect.any(Number) });
    expect(kept).not.toHaveProperty('place');
  });

  test.each([
    ['no origin', {}],
    ['another origin', { origin: 'https://evil.example' }],
    ['the origin of a sandbox', { origin: 'null' }],
    ['the same host over another scheme', { origin: 'http://letters.example' }],
  ])('from %s it is refused', async (_name, headers: Record<string, string>) => {
    await start();
    const response = await collector.get('/b', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(VIEWED),
    });
    expect(response.status).toBe(403);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(await said(response)).toContain('sites');
    expect(await collector.reported()).toEqual([]);
  });

  test('a browser that asks first is told what is allowed, on its own site only', async () => {
    await start();
    const preflight = await report(null, { 'access-control-request-method': 'POST' }, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    });
    expect((await report(null, { origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
  });

  test.each([
    ['not JSON', '{"v":1', 'not JSON'],
    ['another version', { ...VIEWED, v: 2 }, 'v: must be 1'],
    ['no events', { ...VIEWED, events: [] }, 'events'],
    ['too many events', { ...VIEWED, events: Array(33).fill({ kind: 'viewed' }) }, 'events'],
    ['an event that a page cannot see', { ...VIEWED, events: [{ kind: 'converted' }] }, 'events.0.kind'],
    ['an event of the future', { ...VIEWED, events: [{ kind: 'viewed', ago: -1 }] }, 'events.0.ago'],
    ['something unheard of', { ...VIEWED, email: 'a@b.example' }, 'email'],
    ['an id that is none', { ...VIEWED, issue: '../../etc' }, 'issue'],
    ['a token with strange characters', { ...VIEWED, token: 'a b' }, 'token: not a token'],
    ['a list', [1], 'expected object'],
  ])('%s is refused with 400, saying what is wrong, and nothing is kept', async (_name, body, expected) => {
    await start();
    const response = await report(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE);
    const detail = await said(response);
    expect(detail).toContain(expected);
    expect(detail).not.toContain('b.example');
    expect(await collector.reported()).toEqual([]);
  });

  test('an unknown issue is 404, a wrong type 415, a wrong method 405, a huge body 413', async () => {
    await start();
    expect(await said(await report({ ...VIEWED, issue: '222222222222' }))).toContain('no such issue');
    expect((await report(VIEWED, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    const wrong = await report(null, {}, 'GET');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect((await report('x'.repeat(20_000))).status).toBe(413);
    expect(await collector.reported()).toEqual([]);
  });

  test('over a rate it is answered 429, and 503 while the log takes nothing', async () => {
    await start({ settings: { addressRate: { perSecond: 0.001, burst: 1 } } });
    expect((await report(VIEWED)).status).toBe(204);
    const limited = await report(VIEWED);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '10']);
    await collector.log.close();
    expect((await report(VIEWED, { 'x-forwarded-for': '88.26.241.18' })).status).toBe(503);
    expect(await collector.metric('readout_collector_hits_total', { kind: 'beacon', outcome: 'refused' })).toBe(1);
  });

  test('other routes have no CORS at all', async () => {
    await start();
    for (const path of [`/o/${ISSUE}/t.gif`, '/c/222222222222/t', '/other']) {
      const response = await collector.get(path, { headers: { origin: SITE } });
      for (const name of response.headers.keys()) expect(name).not.toContain('access-control');
    }
  });
});
