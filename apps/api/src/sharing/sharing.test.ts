import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createdShare, sharedView } from '@readout/api-contract';
import type { EventKind, LinkId, ReaderEvent, ReaderId } from '@readout/events';
import { SESSION_COOKIE } from '../session/cookie.ts';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { newShareToken } from './share-token.ts';

const DAY = 86_400_000;
const OVERVIEW = { show: 'overview', days: 30 } as const;
let api: ApiInTest;
let directory: string;
/** Of one publication and of another, as the API names them. */
let own = '';
let foreign = '';
let issues: { id: string; title: string; link: string }[] = [];
let strange: { id: string; link: string };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'readout-sharing-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(
    join(directory, 'index.html'),
    '<!doctype html><html><head><meta name="referrer" content="same-origin" /><link rel="preload" href="/api/v1/session" as="fetch" /></head><body></body></html>',
  );
  api = await startApi({ dashboardDirectory: directory });
  const publicationOf = async (name: string) => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name, timeZone: 'Europe/Madrid' } })).json;
    const found = await api.catalog.findPublication(id);
    if (found === null) throw new Error('the publication is not there');
    return found;
  };
  const [publication, other] = [await publicationOf('Low Tide'), await publicationOf('High Tide')];
  const sent = (title: string, days: number, hasPaywall: boolean) => ({
    title,
    subtitle: '',
    sentAt: new Date(NOW - days * DAY),
    hasPaywall,
    sections: [],
    links: [{ url: 'https://shop.example/boots', text: 'boots', kind: 'outbound' as const, section: null, ordinal: 0 }],
  });
  const [first, second] = [
    await api.catalog.createIssue(publication.id, sent('The old harbour', 20, false)),
    await api.catalog.createIssue(publication.id, sent('The quiet harbour', 6, true)),
  ];
  const elsewhere = await api.catalog.createIssue(other.id, sent('Elsewhere', 10, false));
  const nameOf = (issue: typeof first) => ({
    id: issue.publicId,
    title: issue.title,
    link: issue.links[0]?.publicId ?? '',
  });
  [own, foreign] = [publication.publicId, other.publicId];
  issues = [first, second].map(nameOf);
  strange = nameOf(elsewhere);
  let position = 0;
  const event = (kind: EventKind, reader: number, issue: typeof first): ReaderEvent => ({
    origin: { partition: 0, collector: 3, position: position++ },
    kind,
    time: (issue.sentAt?.getTime() ?? 0) + 3_600_000,
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: kind === 'clicked' ? ((issue.links[0]?.id ?? 0) as LinkId) : null,
    reader: reader as ReaderId,
    segment: 'free',
    edition: 'whole',
    source: 'api',
    verdict: kind === 'sent' ? 'none' : 'human',
    reasons: [],
  });
  await api.warehouse.insertEvents([
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((reader) => [event('sent', reader, first), event('sent', reader, second)]),
    ...[1, 2, 3, 4].map((reader) => event('opened', reader, first)),
    ...[1, 2, 3].map((reader) => event('opened', reader, second)),
    event('clicked', 1, second),
  ]);
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  // What was tried in the test before is forgotten, and read anew.
  api.now = Math.max(api.now, NOW) + 600_000;
});

const base = (publication = own) => `/api/v1/publications/${publication}`;
const make = async (subject: object, more: object = {}, publication = own) => {
  const body = { label: 'For the board', subject, expiresAt: null, ...more };
  const { json, status } = await api.call('POST', `${base(publication)}/shares`, { body });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return createdShare.parse(json);
};
const refusalOf = async (subject: object, more: object = {}) => {
  const body = { label: 'For the board', subject, expiresAt: null, ...more };
  const { json } = await api.call('POST', `${base()}/shares`, { body });
  return [json.code, json.errors?.[0]?.path];
};
const open = (token: string, file = '') => api.call('GET', `/api/v1/shared/${token}${file}`, { key: null });
const page = (token: string) =>
  api.call('GET', `/s/${token}`, { key: null, headers: { accept: 'text/html,application/xhtml+xml' } });
const signedIn = async (path: string) => (await api.call('GET', `${base()}/${path}`)).json;

describe('a link shows without sign-in', () => {
  test('an issue, with the figures that its own page has, and no others', async () => {
    const { token } = await make({ show: 'issue', issue: issues[0]?.id });
    const { json } = await open(token);
    const { figures, activity } = await signedIn(`issues/${issues[0]?.id}/report`);
    expect(json).toEqual(sharedView.parse(json));
    expect(json).toMatchObject({ show: 'issue', issue: { title: 'The old harbour' }, activity });
    expect(json.figures).toEqual({
      ...Object.fromEntries(Object.keys(json.figures).map((name) => [name, figures[name]])),
      paywallHits: null,
      trialsStarted: null,
    });
    expect(json.figures.readers).toBe(4);
    expect(Object.keys(json)).toEqual(['show', 'publication', 'asOf', 'issue', 'figures', 'activity']);
  });

  test('the newest issue, whichever that is by then', async () => {
    const { token, link } = await make({ show: 'issue', issue: null });
    expect(link.title).toBeNull();
    expect((await open(token)).json.issue.title).toBe('The quiet harbour');
    const { json } = await api.call('POST', `${base()}/issues`, {
      body: {
        title: 'Just out',
        sentAt: new Date(api.now).toISOString(),
        editions: [{ edition: 'whole', html: '<h1>One</h1>' }],
      },
    });
    api.now += 60_000;
    expect((await open(token)).json.issue.title).toBe('Just out');
    await api.call('PATCH', `${base()}/issues/${json.id}`, { body: { sentAt: null } });
  });

  test('the last days, as home tells of them', async () => {
    const { token } = await make(OVERVIEW);
    const { json } = await open(token);
    const overview = await signedIn('overview?days=30');
    expect(json.readers).toEqual({ ...overview.readers, before: 0, change: null });
    expect([json.days, json.clicks, json.delivered]).toEqual([
      overview.days,
      { now: overview.clicks.now },
      { now: overview.delivered.now },
    ]);
    expect(json.readers.now).toBe(4);
  });

  test.each([
    ['issue', () => ({ show: 'issue_report', issue: issues[1]?.id }), () => `issue?issue=${issues[1]?.id}`],
    ['newest issue', () => ({ show: 'issue_report', issue: null }), () => `issue?issue=${issues[1]?.id}`],
    ['month', () => ({ show: 'month_report', month: '2026-02' }), () => 'month?month=2026-02'],
    ['last month', () => ({ show: 'month_report', month: null }), () => 'month'],
    ['growth', () => ({ show: 'growth_report', days: 30 }), () => 'growth?days=30'],
    [
      'sponsor',
      () => ({ show: 'sponsor_report', link: issues[0]?.link, match: 'page' }),
      () => `sponsor?link=${issues[0]?.link}`,
    ],
  ])('a report (%s) as it is made for those who sign in', async (_, subject, path) => {
    const { token } = await make({ ...subject(), language: 'es' });
    const { json } = await open(token);
    const report = await signedIn(`reports/${path()}${path().includes('?') ? '&' : '?'}language=es`);
    expect(json.report.sections).toEqual(report.sections);
    expect(json.report).toMatchObject({ title: report.title, language: 'es', publication: { name: 'Low Tide' } });
    expect(json.files).toBe(false);
  });

  test('and holds nothing that its page has not: no id, no other issue, nothing of the link itself', async () => {
    const subjects = [
      { show: 'issue', issue: issues[0]?.id },
      OVERVIEW,
      { show: 'issue_report', language: 'en', issue: issues[0]?.id },
      { show: 'growth_report', language: 'en', days: 90 },
    ];
    const names = [own, foreign, ...issues.flatMap(({ id, link }) => [id, link])];
    for (const subject of subjects) {
      const { token, link } = await make(subject, { label: 'Whom this is for' });
      const { text } = await open(token);
      for (const name of [...names, link.id, token, 'Whom this is for']) {
        expect([subject.show, name, text.includes(name)]).toEqual([subject.show, name, false]);
      }
      if ('issue' in subject) expect(text).not.toContain('The quiet harbour');
    }
  });

  test('and is counted, told to no search engine, kept by nobody, and its address to no other site', async () => {
    const { token, link } = await make(OVERVIEW);
    for (let times = 0; times < 3; times++) {
      const { headers } = await open(token);
      expect(headers).toMatchObject({
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    }
    const { items } = await signedIn('shares');
    const found = items.find(({ id }: { id: string }) => id === link.id);
    expect(found).toMatchObject({ opened: 3, lastOpenedAt: new Date(api.now).toISOString(), actor: 'operator_key' });
  });
});

describe('a link opens nothing', () => {
  test('where it was guessed, has expired, was revoked or is not of this kind, all in the same words', async () => {
    const [expiring, revoked] = [
      await make(OVERVIEW, { expiresAt: new Date(api.now + 60_000).toISOString() }),
      await make(OVERVIEW),
    ];
    for (const { token } of [expiring, revoked]) expect((await open(token)).status).toBe(200);
    expect((await api.call('DELETE', `${base()}/shares/${revoked.link.id}`)).json.state).toBe('revoked');
    api.now += 60_000;
    const answers = [];
    for (const token of [newShareToken(), expiring.token, revoked.token, 'x', issues[0]?.id ?? '', own]) {
      for (const file of ['', '/report.pdf', '/report.xlsx']) {
        const { status, text, headers } = await open(token, file);
        const { date: _date, connection: _connection, ...others } = headers;
        answers.push(JSON.stringify({ status, text, others }));
      }
      answers.push((await page(token)).status);
    }
    expect([...new Set(answers)]).toHaveLength(2);
    expect(answers[0]).toMatch(/"status":404.*not_found.*noindex/);
    expect(answers[3]).toBe(404);
  });

  test('from the moment on that it is revoked, also while its figures are still remembered; and again once restored', async () => {
    const { token, link } = await make(OVERVIEW);
    expect((await open(token)).status).toBe(200);
    await api.call('DELETE', `${base()}/shares/${link.id}`);
    expect((await open(token)).status).toBe(404);
    expect((await api.call('POST', `${base()}/shares/${link.id}/restore`)).json.state).toBe('open');
    expect((await open(token)).status).toBe(200);
    await api.call('DELETE', `${base()}/shares/${link.id}`);
    api.now += 3_600_001;
    expect((await api.call('POST', `${base()}/shares/${link.id}/restore`)).json.code).toBe('conflict');
  });

  test('once its publication is gone', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Ebb' } })).json;
    const { token } = await make(OVERVIEW, {}, id);
    expect((await open(token)).status).toBe(200);
    await api.call('DELETE', `/api/v1/publications/${id}`);
    expect((await open(token)).status).toBe(404);
  });

  test('to whoever guesses on and on; those that work go on working, and one that is dead counts once', async () => {
    const [working, fresh, dead] = [await make(OVERVIEW), await make(OVERVIEW), await make(OVERVIEW)];
    await open(working.token);
    await api.call('DELETE', `${base()}/shares/${dead.link.id}`);
    for (let times = 0; times < 40; times++) expect((await open(dead.token)).status).toBe(404);
    const statuses = [];
    for (let times = 0; times < 25; times++) statuses.push((await open(newShareToken())).status);
    expect(statuses).toEqual([...Array(19).fill(404), ...Array(6).fill(429)]);
    expect((await open(working.token)).status).toBe(200);
    const held = await open(fresh.token);
    expect([held.status, held.json.code, Number(held.headers['retry-after']) > 0]).toEqual([
      429,
      'too_many_attempts',
      true,
    ]);
    expect((await page(newShareToken())).status).toBe(429);
    api.now += 300_001;
    expect((await open(fresh.token)).status).toBe(200);
  });
});

test('the secret of a link opens no other route of the API', async () => {
  const { token } = await make({ show: 'issue_report', language: 'en', issue: issues[0]?.id }, { files: true });
  const document = (await api.call('GET', '/api/openapi.json', { key: null })).json;
  const operations = Object.entries<Record<string, { security: object[] }>>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { security }]) => ({ method: method.toUpperCase(), path, security })),
  );
  const guarded = operations.filter(({ security }) => security.length > 0);
  expect(guarded.length).toBeGreaterThan(60);
  // Not asked: whoever is on the server's own machine may, with or without a key.
  const away = { 'x-forwarded-for': '192.0.2.7' };
  for (const { method, path } of guarded) {
    const filled = path
      .replace('{publication}', own)
      .replace('{issue}', issues[0]?.id ?? '')
      .replace(/\{\w+\}/g, token);
    for (const [key, headers] of [
      [token, away],
      [null, { ...away, cookie: `${SESSION_COOKIE}=${token}` }],
      [null, { ...away, 'x-readout-share': token }],
    ] as const) {
      for (const query of ['', `?token=${token}&share=${token}`]) {
        const { status } = await api.call(method, filled + query, { key, headers });
        expect([method, path, status]).toEqual([method, path, 401]);
      }
    }
  }
  // Of the routes that ask nobody, three answer to it.
  const answering = operations.filter(({ path }) => path.includes('{token}'));
  expect(answering.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /api/v1/shared/{token}',
    'GET /api/v1/shared/{token}/report.pdf',
    'GET /api/v1/shared/{token}/report.xlsx',
  ]);
});

test('the secret is told once, kept nowhere, and not in the log', async () => {
  const { token, address } = await make(OVERVIEW);
  expect(token).toMatch(/^rs_[\w-]{43}$/);
  expect(address).toBe(`https://read.example.com/s/${token}`);
  await page(token);
  await open(token);
  await open(token, '/report.pdf');
  const secret = token.slice(3);
  const listed = await api.call('GET', `${base()}/shares`);
  const exports = await api.call('GET', `${base()}/exports`);
  expect(listed.text + exports.text).not.toContain(secret);
  expect(api.logged.join('\n')).not.toContain(secret);
});

describe('the page of a link', () => {
  test('stands within no other site, unless the link names it', async () => {
    const [closed, embeddable] = [
      await make(OVERVIEW),
      await make(OVERVIEW, { sites: ['https://board.example/', 'https://news.example:8443'] }),
    ];
    const shut = (await page(closed.token)).headers;
    expect(shut['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(shut['x-frame-options']).toBe('DENY');
    const { headers } = await page(embeddable.token);
    expect(headers['content-security-policy']).toMatch(
      /frame-ancestors https:\/\/board\.example https:\/\/news\.example:8443$/,
    );
    expect(headers['x-frame-options']).toBeUndefined();
    await api.call('DELETE', `${base()}/shares/${embeddable.link.id}`);
    expect((await page(embeddable.token)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
    // What is answered as data stands within no page at all.
    expect((await open(closed.token)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('is told to no search engine, kept by nobody, and asks for no session', async () => {
    const { token } = await make(OVERVIEW);
    const { status, headers, text } = await page(token);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers).toMatchObject({
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
    // A slash more is the same page, and not the one of those who sign in.
    expect((await page(`${token}/`)).headers['x-robots-tag']).toBe('noindex, nofollow, noarchive');
    expect(text).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(text).toContain('<meta name="referrer" content="no-referrer">');
    expect(text).not.toContain('same-origin');
    expect(text).not.toContain('/session');
  });

  test.each([
    'https://a.example; script-src *',
    'https://*.example',
    'https://a.example/page',
    'javascript:alert(1)',
    "'self'",
    '*',
  ])('is not opened to %s', async (site) => {
    expect(await refusalOf(OVERVIEW, { sites: [site] })).toEqual(['invalid_request', 'sites.0']);
  });
});

describe('the files of a shared report', () => {
  const subject = { show: 'sponsor_report', language: 'en', match: 'page' } as const;

  test('are made where the link allows it, and are in the log of exports by its name', async () => {
    const { token } = await make({ ...subject, link: issues[0]?.link }, { files: true, label: 'Boots Ltd' });
    expect((await open(token)).json.files).toBe(true);
    api.now += 1_000;
    const pdf = await open(token, '/report.pdf');
    api.now += 1_000;
    expect([pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(pdf.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': expect.any(String) });
    expect((await open(token, '/report.xlsx')).headers['content-type']).toMatch(/spreadsheetml/);
    const { items } = await signedIn('exports?limit=2');
    expect(items).toMatchObject([
      { actor: 'share', key: 'Boots Ltd', what: 'report', format: 'xlsx', outcome: 'done', bytes: expect.any(Number) },
      { actor: 'share', key: 'Boots Ltd', what: 'report', format: 'pdf', outcome: 'done', sha256: expect.any(String) },
    ]);
  }, 60_000);

  test('are not there where it does not', async () => {
    const { token } = await make({ ...subject, link: issues[0]?.link });
    for (const file of ['/report.pdf', '/report.xlsx']) {
      const { status, json } = await open(token, file);
      expect([status, json.code]).toEqual([404, 'not_found']);
    }
    expect(await refusalOf(OVERVIEW, { files: true })).toEqual(['invalid_request', 'files']);
  });
});

describe('links are made and revoked', () => {
  test('of what the publication has, and of no other', async () => {
    for (const show of ['issue', 'issue_report'] as const) {
      const language = show === 'issue' ? {} : { language: 'en' };
      expect(await refusalOf({ show, ...language, issue: strange.id })).toEqual(['unprocessable', 'subject.issue']);
      expect(await refusalOf({ show, ...language, issue: 'nothing' })).toEqual(['unprocessable', 'subject.issue']);
    }
    const sponsor = { show: 'sponsor_report', language: 'en', match: 'page' };
    expect(await refusalOf({ ...sponsor, link: strange.link })).toEqual(['unprocessable', 'subject.link']);
    expect(await refusalOf({ show: 'readers' })).toEqual(['invalid_request', 'subject.show']);
    expect(await refusalOf(OVERVIEW, { expiresAt: new Date(api.now).toISOString() })).toEqual([
      'invalid_request',
      'expiresAt',
    ]);
    expect(await refusalOf(OVERVIEW, { label: ' ' })).toEqual(['invalid_request', 'label']);
  });

  test("by the owner and by keys of the publication, never by another's", async () => {
    const keyOf = async (publication: string) =>
      (await api.call('POST', '/api/v1/keys', { body: { name: 'Board report', publication } })).json.key;
    const [key, strangers] = [await keyOf(own), await keyOf(foreign)];
    const body = { label: 'Mine', subject: OVERVIEW, expiresAt: null };
    const { json } = await api.call('POST', `${base()}/shares`, { body, key });
    expect(json.link).toMatchObject({ actor: 'key', key: 'Board report' });
    const calls = [
      ['GET', `${base()}/shares`, undefined],
      ['POST', `${base()}/shares`, body],
      ['DELETE', `${base()}/shares/${json.link.id}`, undefined],
      ['POST', `${base()}/shares/${json.link.id}/restore`, undefined],
    ] as const;
    for (const [method, path, sent] of calls) {
      expect((await api.call(method, path, { body: sent, key: null })).status).toBe(401);
      expect((await api.call(method, path, { body: sent, key: strangers })).status).toBe(404);
    }
    // Under the address of their own publication it is not there either.
    const theirs = `${base(foreign)}/shares/${json.link.id}`;
    expect((await api.call('DELETE', theirs, { key: strangers })).json.code).toBe('not_found');
    expect((await api.call('POST', `${theirs}/restore`, { key: strangers })).json.code).toBe('conflict');
    expect((await open(json.token)).status).toBe(200);
    expect((await api.call('GET', `${base(foreign)}/shares`)).json.items).toEqual([]);
  });

  test('with all of it in the log of exports', async () => {
    const { link } = await make({ show: 'issue', issue: issues[0]?.id }, { label: 'Ms Ruiz' });
    expect(link.title).toBe('The old harbour');
    await api.call('DELETE', `${base()}/shares/${link.id}`);
    await api.call('POST', `${base()}/shares/${link.id}/restore`);
    const { items } = await signedIn('exports?limit=3');
    const logged = items.map(({ what, actor, filter }: Record<string, unknown>) => [what, actor, filter]);
    const filter = expect.objectContaining({ link: link.id, label: 'Ms Ruiz', show: 'issue', issue: issues[0]?.id });
    expect(logged.map(([what]: unknown[]) => what).sort()).toEqual(['link_made', 'link_restored', 'link_revoked']);
    for (const one of logged) expect(one.slice(1)).toEqual(['operator_key', filter]);
  });

  test('page by page', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Neap' } })).json;
    for (const label of ['a', 'b', 'c']) await make(OVERVIEW, { label }, id);
    const first = (await api.call('GET', `${base(id)}/shares?limit=2`)).json;
    const rest = (await api.call('GET', `${base(id)}/shares?limit=2&cursor=${first.next}`)).json;
    expect([...first.items, ...rest.items].map(({ label }: { label: string }) => label).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(rest.next).toBeNull();
    expect((await api.call('GET', `${base(id)}/shares?cursor=x`)).json.code).toBe('invalid_cursor');
  });
});
