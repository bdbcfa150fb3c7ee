import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Issue, NotInCatalogError, type Publication } from '@readout/catalog';
import { LogUnavailableError } from '@readout/event-log';
import { decodeRecord, type Fact, isPublicId, type ReaderEvent, type ReaderId } from '@readout/events';
import { verifyToken } from '@readout/tokens';
import { type ApiInTest, NOW, startApi, startApiOver } from '../testing/api-in-test.ts';
import { linesOf } from '../testing/counted.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

interface Target {
  readonly publication: Publication;
  /** Path of its issues. */
  readonly path: string;
  readonly key: string;
}

/** A publication of its own, with a key, so that no test sees another's issues. */
async function publicationOfItsOwn(name: string): Promise<Target> {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name } })).json;
  const { key } = (await api.call('POST', '/api/v1/keys', { body: { name, publication: id } })).json;
  const publication = await api.catalog.findPublication(id);
  if (publication === null) throw new Error('the publication is not there');
  return { publication, path: `/api/v1/publications/${id}/issues`, key };
}

const whole = (html: string) => ({ edition: 'whole', html });
const WHOLE =
  '<h1>Low water</h1><h2>Ebb</h2><p><a href="https://example.org/ebb">the ebb</a></p>' +
  '<h2>Flood</h2><p><a href="https://example.org/flood">the flood</a></p>';
const CUT =
  '<h1>Low water</h1><h2>Ebb</h2><p><a href="https://example.org/ebb">the ebb</a></p>' +
  '<p><a href="https://example.org/join">Subscribe</a></p>';
const BOTH = [whole(WHOLE), { edition: 'cut', html: CUT }];

async function createIssue({ path }: Target, more: object = {}) {
  const { status, json } = await api.call('POST', path, { body: { editions: BOTH, ...more } });
  if (status !== 201) throw new Error(`the issue was not created: ${JSON.stringify(json)}`);
  return json;
}

async function storedIssue({ publication }: Target, id: string) {
  const issue = isPublicId(id) ? await api.catalog.findIssue(publication.id, id) : null;
  if (issue === null) throw new NotInCatalogError('the issue is not there');
  return issue;
}

describe('creating an issue', () => {
  let own: Target;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Created');
  });

  test('answers its parts, its address and its tracked HTML', async () => {
    const body = { editions: BOTH, subtitle: 'Of tides', sentAt: '2026-03-02T08:00:00+01:00', mergeTag: '*|TOKEN|*' };
    const { status, headers, json } = await api.call('POST', own.path, { body, key: own.key });
    expect(status).toBe(201);
    expect(headers.location).toBe(`${own.path}/${json.id}`);
    expect(json).toMatchObject({
      title: 'Low water',
      subtitle: 'Of tides',
      sentAt: '2026-03-02T07:00:00.000Z',
      hasPaywall: true,
      notices: [],
      sections: [
        { title: 'Ebb', ordinal: 0, access: 'before' },
        { title: 'Flood', ordinal: 1, access: 'behind' },
      ],
    });
    const linkTo = (url: string) => json.links.find((link: { url: string }) => link.url === url);
    expect(json.links).toHaveLength(3);
    expect(linkTo('https://example.org/flood')).toMatchObject({ text: 'the flood', section: json.sections[1].id });

    const address = (url: string) => `https://read.example.com/c/${linkTo(url).id}/*|TOKEN|*`;
    const pixel = `src="https://read.example.com/o/${json.id}/*|TOKEN|*.gif"`;
    const [first, second] = json.editions;
    expect([first.edition, second.edition]).toEqual(['whole', 'cut']);
    expect(first.html).toContain(`<a href="${address('https://example.org/flood')}">the flood</a>`);
    expect(second.html).toContain(`<a href="${address('https://example.org/join')}">Subscribe</a>`);
    for (const { html } of json.editions) {
      expect(html).toContain(`href="${address('https://example.org/ebb')}"`);
      expect(html).toContain(pixel);
      expect(html).not.toContain('https://example.org/');
    }

    const { editions, notices: _, ...detail } = json;
    const read = await api.call('GET', headers.location ?? '', { key: own.key });
    expect([read.status, read.json]).toEqual([200, detail]);
    for (const edition of editions) {
      const one = await api.call('GET', `${headers.location}/editions/${edition.edition}`);
      expect([one.status, one.json]).toEqual([200, edition]);
    }
  });

  test.each([
    ['its own', { title: ' Given ', editions: [whole('<title>Head</title><h1>Heading</h1>')] }, 'Given'],
    ['that of the head', { editions: [whole('<title>Head</title><h1>Heading</h1>')] }, 'Head'],
    ['the first heading', { editions: [whole('<p>Hello</p><h1>Heading</h1>')] }, 'Heading'],
    ['at most 500 characters', { editions: [whole(`<h1>${'x'.repeat(600)}</h1>`)] }, 'x'.repeat(500)],
  ])('takes as its title %s', async (_, body, title) => {
    const { status, json } = await api.call('POST', own.path, { body });
    expect([status, json.title, json.sentAt, json.hasPaywall]).toEqual([201, title, null, false]);
  });

  test('keeps its tags', async () => {
    const { id, tags } = await createIssue(own, { tags: ['Tides', ' spring '] });
    expect(tags).toEqual(['Tides', 'spring']);
    expect((await storedIssue(own, id)).tags).toEqual(['Tides', 'spring']);
    const { status, json } = await api.call('POST', own.path, { body: { editions: BOTH, tags: ['a', 'A'] } });
    expect([status, json.errors[0]]).toEqual([400, { path: 'tags', message: 'Each tag may be given once.' }]);
  });

  test('asks for a title where none is to be found', async () => {
    for (const html of ['<p>Hello</p>', '<h1> </h1>', '<title></title><p>Hello</p>']) {
      const { status, json } = await api.call('POST', own.path, { body: { editions: [whole(html)] } });
      expect([status, json.code, json.errors[0].path]).toEqual([422, 'unprocessable', 'title']);
    }
  });

  test('tells the author what was left alone, and why', async () => {
    const { notices, links, editions } = await createIssue(own, {
      editions: [
        whole(
          '<h1>One</h1><a href="ftp://example.org/x">x</a><a href="/about">y</a><a href="mailto:a@example.org">z</a>',
        ),
      ],
    });
    expect(notices.map(({ code }: { code: string }) => code)).toEqual(['unsupported_scheme', 'relative_url']);
    expect(notices[0].message).toContain('ftp://example.org/x');
    expect(links).toEqual([]);
    expect(editions[0].html).toContain('<a href="mailto:a@example.org">z</a>');
  });

  test('hides a link for machines where the publication wants it, and shows it to nobody', async () => {
    const trapped = await publicationOfItsOwn('Trapped');
    const at = trapped.path.replace(/\/issues$/, '');
    await api.call('PATCH', at, { body: { plantsHoneypot: true } });
    const { links, editions, notices, id } = await createIssue(trapped);
    const stored = await storedIssue(trapped, id);
    const honeypots = stored.links.filter(({ kind }) => kind === 'honeypot');
    expect(honeypots).toMatchObject([{ url: 'https://example.org/', text: '', section: null }]);
    expect(notices).toEqual([]);
    expect(links).toHaveLength(3);
    for (const { html } of editions) expect(html).toContain(`/c/${honeypots[0]?.publicId}/`);
    const read = await api.call('GET', `${trapped.path}/${id}`);
    expect(read.json.links).toEqual(links);
    const report = await api.call('GET', `${trapped.path}/${id}/report`);
    expect(report.json.links).toHaveLength(3);
    expect(JSON.stringify([read.json, report.json])).not.toContain('honeypot');
    expect(await api.catalog.findLinkTarget(honeypots[0]?.publicId ?? stored.publicId)).toMatchObject({
      url: 'https://example.org/',
    });

    await api.call('PATCH', at, { body: { sites: ['https://letters.example'] } });
    const again = await storedIssue(trapped, (await createIssue(trapped)).id);
    expect(again.links.at(-1)).toMatchObject({ kind: 'honeypot', url: 'https://letters.example/' });

    await api.call('PATCH', at, { body: { sites: [] } });
    const bare = await createIssue(trapped, { editions: [whole('<h1>Bare</h1>')] });
    expect(bare.notices.map(({ code }: { code: string }) => code)).toEqual(['no_honeypot']);

    await api.call('PATCH', at, { body: { plantsHoneypot: false } });
    const without = await storedIssue(trapped, (await createIssue(trapped)).id);
    expect(without.links.map(({ kind }) => kind)).not.toContain('honeypot');
  });

  test.each([
    ['no editions', {}, 'editions'],
    ['an empty list of editions', { editions: [] }, 'editions'],
    ['two editions of the same kind', { editions: [whole('<h1>A</h1>'), whole('<h1>B</h1>')] }, 'editions'],
    ['an edition of no known kind', { editions: [{ edition: 'half', html: '<h1>A</h1>' }] }, 'editions.0.edition'],
    ['an edition without HTML', { editions: [whole('')] }, 'editions.0.html'],
    ['an edition of more than 5,000,000 characters', { editions: [whole('x'.repeat(5_000_001))] }, 'editions.0.html'],
    ['HTML that is no text', { editions: [{ edition: 'whole', html: 1 }] }, 'editions.0.html'],
    ['an empty title', { title: ' ', editions: BOTH }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(501), editions: BOTH }, 'title'],
    ['a subtitle that is too long', { subtitle: 'x'.repeat(1001), editions: BOTH }, 'subtitle'],
    ['a time that is none', { sentAt: 'yesterday', editions: BOTH }, 'sentAt'],
    ['a day that there is not', { sentAt: '2026-02-30T08:00:00Z', editions: BOTH }, 'sentAt'],
    ['a time without its zone', { sentAt: '2026-03-02T08:00:00', editions: BOTH }, 'sentAt'],
    ['a time before there was mail', { sentAt: '1850-03-02T08:00:00Z', editions: BOTH }, 'sentAt'],
    ['a time that no event can have', { sentAt: '2100-01-01T00:00:00Z', editions: BOTH }, 'sentAt'],
    ['a merge tag with markup', { mergeTag: '<b>', editions: BOTH }, 'mergeTag'],
    ['a merge tag with a quote', { mergeTag: '{{ "token" }}', editions: BOTH }, 'mergeTag'],
    ['an empty merge tag', { mergeTag: '', editions: BOTH }, 'mergeTag'],
    ['no object', [], 'body'],
  ])('refuses %s and names the field', async (_, body, path) => {
    const { status, headers, json } = await api.call('POST', own.path, { body });
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', path]);
    expect(json.errors[0].message).not.toBe('');
    expect(json.detail).toContain(`${path}: `);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('names every field that is wrong, and those that it does not know', async () => {
    const { json } = await api.call('POST', own.path, { body: { title: '', mergeTag: '"', editions: [], colour: 1 } });
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['title', 'editions', 'mergeTag', 'body']);
    expect(json.errors[3].message).toContain('colour');
  });

  test('keeps nothing of an issue with an unsafe destination', async () => {
    const before = await api.catalog.countIssues(own.publication.id);
    for (const href of [
      'javascript:alert(1)',
      'java&#10;script:alert(1)',
      'data:text/html,x',
      'https://a.example/&#13;x',
    ]) {
      const body = { editions: [whole(`<h1>One</h1><a href="${href}">x</a>`)] };
      const { status, json } = await api.call('POST', own.path, { body });
      expect([href, status, json.code, json.errors?.[0].path]).toEqual([href, 422, 'unsafe_destination', 'editions']);
    }
    expect(await api.catalog.countIssues(own.publication.id)).toBe(before);
  });

  test.each([
    ['a body that is not JSON', { raw: '{"editions":' }, 400, 'malformed_request'],
    ['no body', {}, 400, 'invalid_request'],
    ['an empty body', { raw: '' }, 400, 'invalid_request'],
    [
      'a form',
      { raw: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported_media_type',
    ],
    ['text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    ['more than 12 MB', { raw: `{"title":"${'x'.repeat(12_000_000)}"}` }, 413, 'body_too_large'],
  ])('refuses %s', async (_, options, expected, code) => {
    const { status, json } = await api.call('POST', own.path, options);
    expect([status, json.code]).toEqual([expected, code]);
  });
});

describe('the list of issues', () => {
  let own: Target;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Listed');
  });
  const page = async (query: string) => (await api.call('GET', `${own.path}?${query}`, { key: own.key })).json;

  test('is empty at first', async () => {
    expect(await page('')).toEqual({ items: [], next: null, total: 0, of: 0 });
  });

  test('comes in pages, newest first, each issue once', async () => {
    for (const [title, sentAt] of [
      ['Third', '2026-02-03T08:00:00Z'],
      ['First', '2026-02-01T08:00:00Z'],
      ['Unsent', null],
      ['Fourth', '2026-02-04T08:00:00Z'],
      ['Second', '2026-02-02T08:00:00Z'],
    ]) {
      await createIssue(own, { title, sentAt });
    }
    const titles: string[][] = [];
    let cursor = '';
    do {
      const { items, next, total } = await page(`limit=2${cursor}`);
      expect(total).toBe(5);
      titles.push(items.map(({ title }: { title: string }) => title));
      cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    expect(titles).toEqual([['Unsent', 'Fourth'], ['Third', 'Second'], ['First']]);
    expect((await page('limit=5')).next).toBeNull();
    expect((await page('')).items).toHaveLength(5);
  });

  test('has rates over nothing as null, and an hour for each of the first 48', async () => {
    const { items } = await page('limit=1');
    expect(items[0].figures).toMatchObject({
      sent: 0,
      readers: 0,
      openRate: null,
      clickRate: null,
      clickToOpenRate: null,
    });
    expect(items[0].readersByHour).toEqual(Array.from({ length: 48 }, () => 0));
  });

  test.each([
    ['cursor=garbage', 'invalid_cursor', 'cursor'],
    [`cursor=${Buffer.from('{"id":1}').toString('base64url')}`, 'invalid_cursor', 'cursor'],
    [`cursor=${'x'.repeat(501)}`, 'invalid_request', 'cursor'],
    ['cursor=', 'invalid_request', 'cursor'],
    ['limit=0', 'invalid_request', 'limit'],
    ['limit=201', 'invalid_request', 'limit'],
    ['limit=1.5', 'invalid_request', 'limit'],
    ['limit=x', 'invalid_request', 'limit'],
    ['page=2', 'invalid_request', 'query'],
  ])('refuses ?%s', async (query, code, path) => {
    const { status, json } = await api.call('GET', `${own.path}?${query}`);
    expect([status, json.code, json.errors[0].path]).toEqual([400, code, path]);
  });
});

describe('changing an issue', () => {
  let own: Target;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Changed');
  });

  test('changes what is given and leaves the rest', async () => {
    const { editions: _, notices: __, ...created } = await createIssue(own, { sentAt: '2026-03-01T08:00:00Z' });
    const change = async (body: object) => {
      const { status, json } = await api.call('PATCH', `${own.path}/${created.id}`, { body, key: own.key });
      return [status, json];
    };
    expect(await change({ title: 'Slack water' })).toEqual([200, { ...created, title: 'Slack water' }]);
    expect(await change({ subtitle: 'Between', sentAt: '2026-03-02T09:00:00Z' })).toEqual([
      200,
      { ...created, title: 'Slack water', subtitle: 'Between', sentAt: '2026-03-02T09:00:00.000Z' },
    ]);
    const last = { ...created, title: 'Slack water', subtitle: '', sentAt: null };
    expect(await change({ subtitle: '', sentAt: null })).toEqual([200, last]);
    expect(await change({})).toEqual([200, last]);
    expect(await change({ tags: [' Harbour ', 'cafe\u0301'] })).toEqual([
      200,
      { ...last, tags: ['Harbour', 'caf\u00e9'] },
    ]);
    expect(await change({ tags: [] })).toEqual([200, last]);
    expect((await api.call('GET', `${own.path}/${created.id}`)).json).toEqual(last);
  });

  test.each([
    [{ title: '' }, 'title'],
    [{ title: null }, 'title'],
    [{ sentAt: 'soon' }, 'sentAt'],
    [{ sentAt: '1850-01-01T00:00:00Z' }, 'sentAt'],
    [{ editions: BOTH }, 'body'],
    [{ tags: 'harbour' }, 'tags'],
    [{ tags: [' '] }, 'tags.0'],
    [{ tags: ['a', 'x'.repeat(51)] }, 'tags.1'],
    [{ tags: ['Tide', 'tide'] }, 'tags'],
    [{ tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) }, 'tags'],
  ])('refuses %j', async (body, path) => {
    const { id } = await createIssue(own);
    const { status, json } = await api.call('PATCH', `${own.path}/${id}`, { body });
    expect([status, json.errors[0].path]).toEqual([400, path]);
  });
});

describe('recording recipients', () => {
  let own: Target;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Received');
  });
  const record = (id: string, body: object) => api.call('POST', `${own.path}/${id}/recipients`, { body, key: own.key });
  /** What a call wrote into the log. */
  async function written(call: () => Promise<unknown>): Promise<{ readonly lines: string[]; readonly facts: Fact[] }> {
    const before = await api.log.end(0);
    await call();
    const lines = (await linesOf(api.log)).slice(before);
    const facts = lines.flatMap((line) => {
      const decoded = decodeRecord(line);
      return decoded.ok && decoded.record.type === 'fact' ? [decoded.record] : [];
    });
    expect(facts).toHaveLength(lines.length);
    return { lines, facts };
  }

  test('answers tokens that are good, stable and in the order of the request', async () => {
    const { id } = await createIssue(own);
    const recipients = ['carla', 'Ana@example.org', 'bo'].map((reader) => ({ reader, segment: 'free' }));
    const { status, json } = await record(id, { recipients });
    expect([status, json.recorded]).toEqual([200, 3]);
    expect(json.tokens.map(({ reader }: { reader: string }) => reader)).toEqual(['carla', 'Ana@example.org', 'bo']);

    const key = await api.catalog.signingKey(own.publication.id);
    const verified = json.tokens.map(({ token }: { token: string }) => verifyToken(token, () => key));
    for (const one of verified) expect(one).toMatchObject({ ok: true, publication: own.publication.id });
    expect(new Set(verified.map(({ reader }: { reader: number }) => reader)).size).toBe(3);

    const other = (await createIssue(own, { title: 'Another' })).id;
    const again = (await record(other, { recipients: recipients.toReversed() })).json;
    expect(again.tokens).toEqual(json.tokens.toReversed());
    const lower = (await record(other, { recipients: [{ reader: ' ana@EXAMPLE.org ', segment: 'free' }] })).json;
    expect(lower.tokens[0].token).toBe(json.tokens[1].token);
  });

  test('knows the same name in another publication as another reader', async () => {
    const other = await publicationOfItsOwn('Elsewhere');
    const body = { recipients: [{ reader: 'carla', segment: 'free' }] };
    const here = (await record((await createIssue(own)).id, body)).json.tokens[0].token;
    const { id } = await createIssue(other);
    const there = (await api.call('POST', `${other.path}/${id}/recipients`, { body })).json.tokens[0].token;
    const key = await api.catalog.signingKey(other.publication.id);
    expect(there).not.toBe(here);
    expect(verifyToken(there, (id) => (id === key.id ? key : undefined))).toMatchObject({ ok: true });
    expect(verifyToken(here, (id) => (id === key.id ? key : undefined))).toEqual({ ok: false, refusal: 'unknown_key' });
  });

  test('writes a fact for each reader into the log, and nobody by name anywhere', async () => {
    const { id } = await createIssue(own);
    const issue = await storedIssue(own, id);
    const recipients = [
      { reader: 'plain-ana@example.org', segment: 'premium', edition: 'whole' },
      { reader: 'plain-bo@example.org', segment: 'free', edition: 'cut' },
      { reader: 'plain-carla@example.org', segment: 'trial' },
    ];
    const { lines, facts } = await written(() => record(id, { sentAt: '2026-03-02T10:00:00+02:00', recipients }));
    const common = {
      type: 'fact',
      version: 1,
      kind: 'sent',
      time: Date.UTC(2026, 2, 2, 8),
      publication: own.publication.id,
      issue: issue.id,
      domain: 'example.org',
      source: 'api',
    };
    expect(facts.map(({ reader: _, ...fact }) => fact)).toEqual([
      { ...common, segment: 'premium', edition: 'whole' },
      { ...common, segment: 'free', edition: 'cut' },
      { ...common, segment: 'trial' },
    ]);
    expect(new Set(facts.map(({ reader }) => reader)).size).toBe(3);
    expect(lines.join('')).not.toMatch(/plain-|@/);
    expect(api.logged.join('')).not.toContain('plain-');
  });

  test('keeps of an address its domain, or the one that is given; of what is none, nothing', async () => {
    const { id } = await createIssue(own);
    const readers = [
      { reader: 'eda@Bücher.Example' },
      { reader: 'eva@one.example', domain: 'Two.example.' },
      { reader: 'subscriber-7', domain: 'three.example' },
      { reader: 'subscriber-8' },
      { reader: 'emil@localhost' },
    ];
    const { facts } = await written(() =>
      record(id, { recipients: readers.map((one) => ({ ...one, segment: 'free' })) }),
    );
    expect(facts.map(({ domain }) => domain)).toEqual([
      'xn--bcher-kva.example',
      'two.example',
      'three.example',
      undefined,
      undefined,
    ]);
    const wrong = await record(id, { recipients: [{ reader: 'x', segment: 'free', domain: 'a b' }] });
    expect([wrong.status, wrong.json.errors]).toEqual([
      400,
      [{ path: 'recipients.0.domain', message: 'Not a domain. Example: example.org.' }],
    ]);
  });

  test('counts a reader given twice alike once, and answers both', async () => {
    const { id } = await createIssue(own);
    const recipients = [
      { reader: 'dora', segment: 'free' },
      { reader: 'DORA', segment: 'free' },
    ];
    const { facts } = await written(async () => {
      const { json } = await record(id, { recipients });
      expect(json.recorded).toBe(1);
      expect(json.tokens.map(({ reader }: { reader: string }) => reader)).toEqual(['dora', 'DORA']);
      expect(json.tokens[0].token).toBe(json.tokens[1].token);
    });
    expect(facts).toHaveLength(1);
  });

  test.each([
    ['segment', { segment: 'free' }, { segment: 'premium' }],
    ['edition', { segment: 'free', edition: 'cut' }, { segment: 'free', edition: 'whole' }],
    ['edition once', { segment: 'free' }, { segment: 'free', edition: 'whole' }],
  ])('refuses a reader given twice with another %s, and records nobody', async (_, first, second) => {
    const { id } = await createIssue(own);
    const before = await api.catalog.countReaders(own.publication.id);
    const recipients = [
      { reader: 'new', segment: 'free' },
      { reader: 'eva', ...first },
      { reader: 'Eva', ...second },
    ];
    const { facts } = await written(async () => {
      const { status, json } = await record(id, { recipients });
      expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', 'recipients.2']);
    });
    expect(facts).toEqual([]);
    expect(await api.catalog.countReaders(own.publication.id)).toEqual(before);
  });

  test('sets the time of sending where it is unknown, and only there', async () => {
    const { id } = await createIssue(own);
    const recipients = [{ reader: 'fay', segment: 'free' }];
    const sentAt = async () => (await api.call('GET', `${own.path}/${id}`)).json.sentAt;
    const { facts } = await written(() => record(id, { recipients }));
    expect(facts[0]?.time).toBe(NOW);
    expect(await sentAt()).toBe(new Date(NOW).toISOString());
    await record(id, { recipients, sentAt: '2026-03-01T08:00:00Z' });
    expect(await sentAt()).toBe(new Date(NOW).toISOString());
  });

  test('takes 10,000 at once', async () => {
    const { id } = await createIssue(own);
    const recipients = Array.from({ length: 10_000 }, (_, index) => ({
      reader: `many-${index}`,
      segment: index % 2 === 0 ? 'free' : 'premium',
    }));
    const { facts } = await written(async () => {
      const { status, json } = await record(id, { recipients });
      expect([status, json.recorded]).toEqual([200, 10_000]);
      expect(new Set(json.tokens.map(({ token }: { token: string }) => token)).size).toBe(10_000);
      expect(json.tokens[9_999].reader).toBe('many-9999');
    });
    expect(facts).toHaveLength(10_000);
    const many = [...recipients, { reader: 'one too many', segment: 'free' }];
    const { status, json } = await record(id, { recipients: many });
    expect([status, json.errors[0].path]).toEqual([400, 'recipients']);
  });

  test.each([
    [{}, 'recipients'],
    [{ recipients: [] }, 'recipients'],
    [{ recipients: [{ reader: ' ', segment: 'free' }] }, 'recipients.0.reader'],
    [{ recipients: [{ reader: 'x'.repeat(321), segment: 'free' }] }, 'recipients.0.reader'],
    [{ recipients: [{ reader: 'a', segment: 'none' }] }, 'recipients.0.segment'],
    [{ recipients: [{ reader: 'a', segment: 'free', edition: 'none' }] }, 'recipients.0.edition'],
    [{ recipients: [{ reader: 'a', segment: 'free', name: 'A' }] }, 'recipients.0'],
    [{ recipients: [{ reader: 'a', segment: 'free' }], sentAt: '1850-01-01T00:00:00Z' }, 'sentAt'],
  ])('refuses %j', async (body, path) => {
    const { id } = await createIssue(own);
    const { facts } = await written(async () => {
      const { status, json } = await record(id, body);
      expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', path]);
    });
    expect(facts).toEqual([]);
  });

  test('refuses more than 3 MB', async () => {
    const { id } = await createIssue(own);
    const { status, json } = await api.call('POST', `${own.path}/${id}/recipients`, {
      raw: `{"recipients":"${'x'.repeat(3_000_000)}"}`,
    });
    expect([status, json.code]).toEqual([413, 'body_too_large']);
  });

  test('says so where the log takes nothing, and does not call the issue sent', async () => {
    const { id } = await createIssue(own);
    const full = Object.create(api.log, {
      appendAll: { value: async () => Promise.reject(new LogUnavailableError('the disk is full')) },
    });
    const over = await startApiOver(api, { log: full });
    const { status, headers, json } = await over.call('POST', `${own.path}/${id}/recipients`, {
      body: { recipients: [{ reader: 'gus', segment: 'free' }] },
    });
    await over.close();
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'log_unavailable', '5']);
    expect((await storedIssue(own, id)).sentAt).toBeNull();
  });
});

describe('the report', () => {
  let own: Target;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Reported');
  });
  const report = (id: string) => api.call('GET', `${own.path}/${id}/report`, { key: own.key });

  let position = 0;
  type Happening = Partial<ReaderEvent> & Pick<ReaderEvent, 'kind' | 'time'>;
  const event = (issue: Issue, reader: number | null, happening: Happening): ReaderEvent => ({
    origin: { partition: 0, collector: 7, position: position++ },
    publication: own.publication.id,
    issue: issue.id,
    section: null,
    link: null,
    reader: reader as ReaderId | null,
    segment: 'none',
    edition: 'none',
    source: 'api',
    verdict: 'none',
    reasons: [],
    ...happening,
  });

  test('lists every link and section over nothing, with rates of null', async () => {
    const { editions: _, notices: __, ...created } = await createIssue(own);
    const { status, json } = await report(created.id);
    expect(status).toBe(200);
    expect(json.issue).toEqual(created);
    expect(json.asOf).toBe(new Date(NOW).toISOString());
    expect(json.figures).toMatchObject({ sent: 0, openRate: null, clickRate: null, clickToOpenRate: null });
    expect(json.segments).toEqual(
      ['free', 'trial', 'premium'].map((segment) => ({ segment, delivered: 0, readers: 0, clickers: 0 })),
    );
    expect(json.activity).toEqual([]);
    expect(json.links).toEqual(
      created.links.map((link: object) => ({ ...link, clicks: 0, clickers: 0, machineClicks: 0, unclearClicks: 0 })),
    );
    expect(json.sections).toEqual(created.sections.map((section: object) => ({ ...section, clicks: 0, clickers: 0 })));
  });

  test('counts what happened: figures, segments, hours, links and sections', async () => {
    const sentAt = NOW - 2 * HOUR;
    const { id } = await createIssue(own, { sentAt: new Date(sentAt).toISOString() });
    const issue = await storedIssue(own, id);
    const at = (minutes: number) => sentAt + minutes * MINUTE;
    const link = (url: string) => {
      const found = issue.links.find((one) => one.url === url);
      if (found === undefined) throw new Error(`no link to ${url}`);
      return { link: found.id, section: found.section };
    };
    const ebb = link('https://example.org/ebb');
    const flood = link('https://example.org/flood');
    const segments = ['free', 'free', 'trial', 'premium'] as const;
    await api.warehouse.insertEvents([
      ...segments.map((segment, index) =>
        event(issue, index + 1, { kind: 'sent', time: sentAt, segment, edition: segment === 'free' ? 'cut' : 'whole' }),
      ),
      event(issue, 2, { kind: 'bounced', time: at(1) }),
      event(issue, 3, { kind: 'opened', time: at(2), verdict: 'prefetched', source: 'pixel' }),
      event(issue, 3, { kind: 'opened', time: at(3), verdict: 'scanner', source: 'pixel' }),
      event(issue, 3, { kind: 'clicked', time: at(3), verdict: 'scanner', source: 'redirect', ...ebb }),
      event(issue, 3, { kind: 'clicked', time: at(4), verdict: 'unclear', source: 'redirect', ...ebb }),
      event(issue, 1, { kind: 'opened', time: at(10), verdict: 'human', source: 'pixel' }),
      event(issue, 1, { kind: 'paywall_hit', time: at(11) }),
      event(issue, 1, { kind: 'trial_started', time: at(12) }),
      event(issue, 1, { kind: 'clicked', time: at(20), verdict: 'human', source: 'redirect', ...ebb }),
      event(issue, 4, { kind: 'opened', time: at(70), verdict: 'proxied', source: 'pixel' }),
      event(issue, 4, { kind: 'clicked', time: at(75), verdict: 'human', source: 'redirect', ...flood }),
      event(issue, 4, { kind: 'clicked', time: at(76), verdict: 'human', source: 'redirect', ...flood }),
    ]);

    const { json } = await report(id);
    expect(json.figures).toEqual({
      sent: 4,
      bounced: 1,
      delivered: 3,
      readers: 2,
      opens: 2,
      opensByVerdict: { human: 1, proxied: 1, prefetched: 1, scanner: 1, unclear: 0 },
      clicks: 3,
      clickers: 2,
      machineClicks: 1,
      unclearClicks: 1,
      settling: 0,
      paywallHits: 1,
      trialsStarted: 1,
      openRate: 2 / 3,
      clickRate: 2 / 3,
      clickToOpenRate: 1,
    });
    expect(json.segments).toEqual([
      { segment: 'free', delivered: 1, readers: 1, clickers: 1 },
      { segment: 'trial', delivered: 1, readers: 0, clickers: 0 },
      { segment: 'premium', delivered: 1, readers: 1, clickers: 1 },
    ]);
    const hour = (hour: number, counts: object) => ({ hour, start: new Date(at(60 * hour)).toISOString(), ...counts });
    expect(json.activity).toEqual([
      hour(0, { opens: 1, machineOpens: 2, clicks: 1, readersSoFar: 1 }),
      hour(1, { opens: 1, machineOpens: 0, clicks: 2, readersSoFar: 2 }),
      hour(2, { opens: 0, machineOpens: 0, clicks: 0, readersSoFar: 2 }),
    ]);
    expect(
      json.links.map(({ url, clicks, clickers, machineClicks, unclearClicks }: Record<string, unknown>) => [
        url,
        clicks,
        clickers,
        machineClicks,
        unclearClicks,
      ]),
    ).toEqual([
      ['https://example.org/flood', 2, 1, 0, 0],
      ['https://example.org/ebb', 1, 1, 1, 1],
      ['https://example.org/join', 0, 0, 0, 0],
    ]);
    expect(json.jump).toBeNull();
    expect(json.estimate).toMatchObject({ ok: false, reason: 'too-few-clicks' });
    expect(json.sections).toMatchObject([
      { title: 'Ebb', clicks: 1, clickers: 1 },
      { title: 'Flood', clicks: 2, clickers: 1 },
    ]);

    const list = (await api.call('GET', own.path)).json.items.find((one: { id: string }) => one.id === id);
    expect(list.figures).toEqual(json.figures);
    expect(list.readersByHour).toEqual([1, 1, ...Array.from({ length: 46 }, () => 0)]);
  });

  test('is of one issue: what happened to another is not in it', async () => {
    const { id } = await createIssue(own);
    expect((await report(id)).json.figures).toMatchObject({ sent: 0, readers: 0, clicks: 0 });
  });
});

describe('an issue of another publication', () => {
  let own: Target;
  let other: Target;
  let id: string;
  beforeAll(async () => {
    own = await publicationOfItsOwn('Own');
    other = await publicationOfItsOwn('Other');
    id = (await createIssue(other)).id;
  });

  const requests = [
    ['GET', '', undefined],
    ['PATCH', '', { title: 'Taken over' }],
    ['GET', '/report', undefined],
    ['GET', '/editions/whole', undefined],
    ['POST', '/recipients', { recipients: [{ reader: 'a', segment: 'free' }] }],
  ] as const;

  test.each(requests)('is not found: %s %s', async (method, path, body) => {
    const answers = await Promise.all([
      api.call(method, `${own.path}/${id}${path}`, { body }),
      api.call(method, `${own.path}/${id}${path}`, { body, key: own.key }),
      api.call(method, `${own.path}/2NothingHere${path}`, { body, key: own.key }),
      api.call(method, `${own.path}/no-such-shape${path}`, { body, key: own.key }),
    ]);
    for (const { status, text } of answers) expect([status, text]).toEqual([404, answers[2]?.text]);
    expect((await api.call(method, `${other.path}/${id}${path}`, { body, key: own.key })).status).toBe(404);
    expect((await storedIssue(other, id)).title).toBe('Low water');
  });

  test('is in no list but its own', async () => {
    expect((await api.call('GET', own.path, { key: own.key })).json).toEqual({
      items: [],
      next: null,
      total: 0,
      of: 0,
    });
    expect((await api.call('GET', other.path, { key: own.key })).status).toBe(404);
    expect((await api.call('GET', other.path, { key: other.key })).json.total).toBe(1);
  });

  test('has the editions that it has, and no others', async () => {
    const { id: single } = await createIssue(own, { editions: [whole('<h1>One</h1>')] });
    for (const edition of ['cut', 'none', 'half']) {
      const { status, json } = await api.call('GET', `${own.path}/${single}/editions/${edition}`);
      expect([status, json.code]).toEqual([404, 'not_found']);
    }
    expect((await api.call('GET', `${own.path}/${single}/editions/whole`)).status).toBe(200);
  });
});
