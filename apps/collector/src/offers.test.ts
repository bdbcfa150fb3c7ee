import { afterEach, describe, expect, test } from '@jest/globals';
import type { Offering } from '@readout/catalog';
import { type PublicationId, type PublicId, type ReaderId, visitorAsReader } from '@readout/events';
import { assign } from '@readout/experiments';
import { mintToken } from '@readout/tokens';
import {
  type Choices,
  CollectorInTest,
  ISSUE,
  NOW,
  PUBLIC_PUBLICATION,
  PUBLICATION,
  SITE,
} from './testing/collector-in-test.ts';
import { CONTROL, EXPERIMENT, KEY, OTHER, offering, tokenOf } from './testing/offering-in-test.ts';

const MADRID = '88.26.241.17';
const DAY_MS = 86_400_000;

describe('what somebody is offered', () => {
  let collector: CollectorInTest;
  afterEach(() => collector.stop());
  const start = async (offered: Offering | null, choices: Choices = {}) => {
    collector = await CollectorInTest.start(choices);
    await collector.copy.setSalt('2026-06-01', Buffer.alloc(32, 1));
    await collector.copy.setTokenKeys([KEY]);
    if (offered !== null) await collector.copy.setOfferings([offered]);
  };
  const ask = (query = '', headers: Record<string, string> = {}, init: RequestInit = {}) =>
    collector.get(`/offer/${ISSUE}${query}`, {
      headers: { origin: SITE, 'x-forwarded-for': MADRID, ...headers },
      ...init,
    });
  const told = async (query?: string, headers?: Record<string, string>) => {
    const response = await ask(query, headers);
    if (response.status !== 200) return response.status;
    const { experiment, offer } = (await response.json()) as { experiment: string | null; offer: { id: string } };
    return [experiment, offer.id];
  };
  const armOf = (reader: number) => {
    const { experiment } = offering({ visitors: true });
    if (experiment === null) throw new Error('there is one');
    return assign(experiment, { number: reader as ReaderId, hasAccess: false }).offer;
  };

  test('is told by token, whole, never stored, to pages of the publication’s sites; nothing is kept', async () => {
    await start(offering());
    const response = await ask(`?token=${tokenOf(7)}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': SITE,
      vary: 'Origin',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(response.headers.has('etag')).toBe(false);
    const id = armOf(7);
    expect(await response.json()).toEqual({
      experiment: EXPERIMENT,
      offer: {
        id,
        trialDays: id === OTHER ? 30 : 7,
        price: 800,
        currency: 'EUR',
        months: 1,
        headline: 'Lies weiter – für 1 €',
        text: '',
        button: 'Los',
        takesCard: false,
      },
    });
    for (let reader = 1; reader < 30; reader++) {
      expect([reader, await told(`?token=${tokenOf(reader)}`)]).toEqual([reader, [EXPERIMENT, armOf(reader)]]);
    }
    expect(await collector.reported()).toEqual([]);
    expect(await collector.metric('readout_collector_offers_total', { outcome: 'assigned' })).toBe(30);
  });

  test('is the usual offer where no experiment runs, nothing where there is none, and the control once it is stopped', async () => {
    await start(null);
    expect(await told()).toBe(204);
    await collector.copy.setOfferings([{ ...offering(null), usual: null, offers: [] }]);
    expect(await told()).toBe(204);
    await collector.stop();
    await start(offering(null));
    expect(await told(`?token=${tokenOf(7)}`)).toEqual([null, CONTROL]);
  });

  test('follows within a second when an experiment is stopped', async () => {
    await start(offering());
    const reader = [1, 2, 3, 4, 5, 6, 7, 8].find((one) => armOf(one) === OTHER) ?? 0;
    expect(await told(`?token=${tokenOf(reader)}`)).toEqual([EXPERIMENT, OTHER]);
    await collector.copy.setOfferings([offering(null)]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await told(`?token=${tokenOf(reader)}`)).toEqual([null, CONTROL]);
  });

  test('without a token that holds it is the control, or the visitor’s of this day where visitors take part', async () => {
    await start(offering());
    const forged = `${tokenOf(7).slice(0, -2)}AA`;
    const foreign = mintToken({ ...KEY, publication: 8 as PublicationId, secret: Buffer.alloc(32, 6) }, 7 as ReaderId);
    for (const query of ['', '?token=', '?token=%%TOKEN%%', `?token=${forged}`, `?token=${foreign}`, '?other=1']) {
      expect([query, await told(query)]).toEqual([query, [null, CONTROL]]);
    }
    await collector.copy.setOfferings([offering({ visitors: true })]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const places = Array.from({ length: 24 }, (_, at) => `88.26.241.${at + 1}`);
    const seen = new Set<string>();
    for (const place of places) {
      const answered = await told('', { 'x-forwarded-for': place, 'user-agent': 'Firefox' });
      const body = JSON.stringify({ v: 1, issue: ISSUE, events: [{ kind: 'viewed' }] });
      const headers = { origin: SITE, 'x-forwarded-for': place, 'user-agent': 'Firefox', 'content-type': 'text/plain' };
      await collector.get('/b', { method: 'POST', headers, body });
      const visitor = (await collector.reported()).at(-1)?.visitor ?? 0;
      // The same visitor is counted, so that it can be said later what they were offered.
      expect([place, answered]).toEqual([place, [EXPERIMENT, armOf(visitorAsReader(visitor))]]);
      seen.add(String(answered));
    }
    expect(seen.size).toBe(2);
  });

  test('to a visitor may be another one the next day', async () => {
    await start(offering({ visitors: true }));
    const places = Array.from({ length: 12 }, (_, at) => `88.26.241.${at + 1}`);
    const today = await Promise.all(places.map((place) => told('', { 'x-forwarded-for': place })));
    expect(await Promise.all(places.map((place) => told('', { 'x-forwarded-for': place })))).toEqual(today);
    collector.now = NOW + DAY_MS;
    await collector.copy.setSalt('2026-06-02', Buffer.alloc(32, 2));
    expect(await Promise.all(places.map((place) => told('', { 'x-forwarded-for': place })))).not.toEqual(today);
  });

  test('knows readers with access, where an experiment is about free ones', async () => {
    await start(offering({ readers: 'free' }));
    const others = [1, 2, 3, 4, 5, 6, 7, 8].filter((one) => armOf(one) === OTHER);
    const [paying = 0, free = 0] = others;
    expect(await told(`?token=${tokenOf(paying)}`)).toEqual([EXPERIMENT, OTHER]);
    await collector.copy.setAccess(new Map([[PUBLICATION, [paying as ReaderId]]]));
    expect(await told(`?token=${tokenOf(paying)}`)).toEqual([null, CONTROL]);
    expect(await told(`?token=${tokenOf(free)}`)).toEqual([EXPERIMENT, OTHER]);
    await collector.copy.setAccess(new Map());
    expect(await told(`?token=${tokenOf(paying)}`)).toEqual([EXPERIMENT, OTHER]);
  });

  test('of those who ask not to be followed is a visitor’s, or the control where nothing is kept of them', async () => {
    const reader = [1, 2, 3, 4, 5, 6, 7, 8].find((one) => armOf(one) === OTHER) ?? 0;
    const query = `?token=${tokenOf(reader)}`;
    const gpc = { 'sec-gpc': '1' };
    await start(offering());
    expect(await told(query, gpc)).toEqual([null, CONTROL]);
    await collector.stop();
    await start(offering({ visitors: true }), { settings: { privacySignals: 'skip' } });
    expect(await told(query, gpc)).toEqual([null, CONTROL]);
    expect(await told(query)).toEqual([EXPERIMENT, OTHER]);
    await collector.stop();
    await start(offering(), { settings: { privacySignals: 'ignore' } });
    expect(await told(query, gpc)).toEqual([EXPERIMENT, OTHER]);
    await collector.stop();
    await start(offering(), { rules: { tracksReaders: false } });
    expect(await told(query)).toEqual([null, CONTROL]);
  });

  test('is asked for by issue or by publication, and by GET or HEAD', async () => {
    await start(offering());
    const expected = [EXPERIMENT, armOf(7)];
    const byPublication = await collector.get(`/offer/${PUBLIC_PUBLICATION}?token=${tokenOf(7)}`);
    expect(byPublication.headers.has('access-control-allow-origin')).toBe(false);
    const { experiment, offer } = (await byPublication.json()) as { experiment: string; offer: { id: PublicId } };
    expect([experiment, offer.id]).toEqual(expected);
    const head = await ask(`?token=${tokenOf(7)}`, {}, { method: 'HEAD' });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    const preflight = await ask('', { 'access-control-request-method': 'GET' }, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET']);
  });

  test.each([
    ['a page of a site that is not the publication’s', 403, ISSUE, { origin: 'https://other.example' }, 'GET'],
    ['a page that hides where it is', 403, ISSUE, { origin: 'null' }, 'GET'],
    ['an issue that is not there', 404, '123456789ABC', {}, 'GET'],
    ['what can be no issue', 404, 'my-issue', {}, 'GET'],
    ['nothing', 404, '', {}, 'GET'],
    ['a change', 405, ISSUE, {}, 'POST'],
    ['an address too long', 414, `${ISSUE}?token=${'x'.repeat(3_000)}`, {}, 'GET'],
  ])('is not told to %s: %d', async (_, status, target, headers, method) => {
    await start(offering());
    const init = { method, headers: { origin: SITE, ...headers } };
    expect((await collector.get(`/offer/${target}`, init)).status).toBe(status);
  });

  test('is not told to another publication’s site', async () => {
    await start(offering());
    await collector.copy.setRules([
      ...[SITE, 'https://theirs.example'].map((site, at) => ({
        publication: (PUBLICATION + at) as PublicationId,
        publicId: `pubcationXY${at + 1}` as PublicId,
        sites: [site],
        tracksOpens: true,
        tracksClicks: true,
        tracksReaders: true,
      })),
    ]);
    expect(await told('', { origin: 'https://theirs.example' })).toBe(403);
    expect(await told()).toEqual([null, CONTROL]);
  });
});
