import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IssueId, PublicationId, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
/** Called in this order by a removal. */
const steps: string[] = [];
beforeAll(async () => {
  api = await startApi({
    ingested: async () => {
      steps.push(`ingested, with ${(await api.catalog.listPublications()).length} publications there`);
    },
  });
}, 60_000);
afterAll(async () => api.close());

const PATH = '/api/v1/publications';
const create = (body: object) => api.call('POST', PATH, { body });
const made = async (name: string) => (await create({ name })).json;
const keyOf = async (publication: string) =>
  (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication } })).json.key;
const listed = async (key?: string) =>
  (await api.call('GET', PATH, key === undefined ? {} : { key })).json.items.map(({ id }: { id: string }) => id);

describe('publications', () => {
  test('there are none at first', async () => {
    const { status, json } = await api.call('GET', PATH);
    expect([status, json]).toEqual([200, { items: [], next: null }]);
  });

  test('one is created with a name and a time zone, and has an address', async () => {
    const { status, headers, json } = await create({ name: ' Low Tide ', timeZone: 'Europe/Madrid' });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(/^\w{12}$/),
      name: 'Low Tide',
      timeZone: 'Europe/Madrid',
      isSample: false,
      sites: [],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
      plantsHoneypot: false,
      showsReaders: false,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(headers.location).toBe(`${PATH}/${json.id}`);
    const read = await api.call('GET', headers.location ?? '');
    expect([read.status, read.json]).toEqual([200, json]);
    expect((await api.call('GET', PATH)).json).toEqual({ items: [json], next: null });
  });

  test('one lives in UTC where no time zone is given', async () => {
    expect((await made('High Tide')).timeZone).toBe('UTC');
  });

  test('two may have the same name', async () => {
    const [one, other] = [await made('Twin'), await made('Twin')];
    expect(one.id).not.toBe(other.id);
    expect(await listed()).toEqual(expect.arrayContaining([one.id, other.id]));
  });

  test.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: '  ' }, 'name'],
    [{ name: 1 }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'A', timeZone: 'Europe/Atlantis' }, 'timeZone'],
    [{ name: 'A', timeZone: '' }, 'timeZone'],
    [{ name: 'A', timeZone: null }, 'timeZone'],
    [{ name: 'A', sites: ['letters.example'] }, 'sites.0'],
    [{ name: 'A', tracksReaders: null }, 'tracksReaders'],
    [{ name: 'A', isSample: true }, 'body'],
    [{ name: 'A', id: '7Qm2XkVb9TcR' }, 'body'],
  ])('refuse %j and name the field', async (body, path) => {
    const before = await listed();
    const { status, json } = await create(body);
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', path]);
    expect(await listed()).toEqual(before);
  });

  test('one changes in what is given, and keeps the rest', async () => {
    const first = await made('Ebb');
    const change = async (body: object) => {
      const { status, json } = await api.call('PATCH', `${PATH}/${first.id}`, { body });
      return [status, json];
    };
    expect(await change({ name: 'Flood' })).toEqual([200, { ...first, name: 'Flood' }]);
    expect(await change({ timeZone: 'Asia/Tokyo' })).toEqual([
      200,
      { ...first, name: 'Flood', timeZone: 'Asia/Tokyo' },
    ]);
    expect(await change({})).toEqual([200, { ...first, name: 'Flood', timeZone: 'Asia/Tokyo' }]);
    for (const [body, path] of [
      [{ name: '' }, 'name'],
      [{ timeZone: 'Nowhere' }, 'timeZone'],
      [{ isSample: true }, 'body'],
    ] as const) {
      const { status, json } = await api.call('PATCH', `${PATH}/${first.id}`, { body });
      expect([status, json.errors[0].path]).toEqual([400, path]);
    }
  });

  test('a key of one sees and changes that one, and neither removes it nor adds another', async () => {
    const [own, other] = [await made('Own'), await made('Other')];
    const key = await keyOf(own.id);
    expect(await listed(key)).toEqual([own.id]);
    expect((await api.call('GET', `${PATH}/${own.id}`, { key })).json).toEqual(own);
    expect((await api.call('GET', `${PATH}/${other.id}`, { key })).status).toBe(404);
    expect((await api.call('POST', PATH, { key, body: { name: 'Mine' } })).status).toBe(403);
    expect((await api.call('DELETE', `${PATH}/${own.id}`, { key })).status).toBe(403);
    const body = { tracksOpens: false };
    expect((await api.call('PATCH', `${PATH}/${other.id}`, { key, body })).json.code).toBe('not_found');
    expect((await api.call('PATCH', `${PATH}/${other.id}`, { key: null, body })).json.code).toBe('unauthenticated');
    expect((await api.call('GET', `${PATH}/${other.id}`)).json).toEqual(other);
    expect((await api.call('PATCH', `${PATH}/${own.id}`, { key, body })).json).toEqual({ ...own, ...body });
    expect((await api.call('GET', `${PATH}/${own.id}`)).json).toEqual({ ...own, ...body });
  });
});

describe('what is collected for a publication', () => {
  const change = async (id: string, body: object) => {
    const { status, json } = await api.call('PATCH', `${PATH}/${id}`, { body });
    return [status, json];
  };

  test('may be said when it is created', async () => {
    const settings = { sites: ['https://a.example'], tracksOpens: false, tracksClicks: false, tracksReaders: false };
    const { status, json } = await create({ name: 'Quiet', ...settings });
    expect([status, json]).toEqual([201, expect.objectContaining(settings)]);
    expect((await api.call('GET', `${PATH}/${json.id}`)).json).toEqual(json);
  });

  test.each(['tracksOpens', 'tracksClicks', 'tracksReaders'])('%s is switched off and on by itself', async (name) => {
    const first = await made('Switched');
    expect(await change(first.id, { [name]: false })).toEqual([200, { ...first, [name]: false }]);
    expect((await api.call('GET', `${PATH}/${first.id}`)).json).toEqual({ ...first, [name]: false });
    expect(await change(first.id, { [name]: true })).toEqual([200, first]);
    const [status, { errors }] = await change(first.id, { [name]: 'no' });
    expect([status, errors[0].path]).toEqual([400, name]);
  });

  test('a link for machines is planted only where that was asked for', async () => {
    const first = await made('Trapped');
    expect(first.plantsHoneypot).toBe(false);
    expect(await change(first.id, { plantsHoneypot: true })).toEqual([200, { ...first, plantsHoneypot: true }]);
    expect((await create({ name: 'Trapped at once', plantsHoneypot: true })).json.plantsHoneypot).toBe(true);
    expect(await change(first.id, { plantsHoneypot: false })).toEqual([200, first]);
    const [status, { errors }] = await change(first.id, { plantsHoneypot: 1 });
    expect([status, errors[0].path]).toEqual([400, 'plantsHoneypot']);
  });

  test('sites are kept as origins, each once and in their order, and are replaced as a whole', async () => {
    const first = await made('With sites');
    const given = [
      ' https://Letters.Example/ ',
      'http://localhost:8080',
      'https://letters.example:443',
      'https://bücher.example',
      'https://[2001:db8::1]:8443/',
    ];
    const sites = [
      'https://letters.example',
      'http://localhost:8080',
      'https://xn--bcher-kva.example',
      'https://[2001:db8::1]:8443',
    ];
    expect(await change(first.id, { sites: given })).toEqual([200, { ...first, sites }]);
    expect(await change(first.id, { name: 'Renamed' })).toEqual([200, { ...first, name: 'Renamed', sites }]);
    expect(await change(first.id, { sites: [] })).toEqual([200, { ...first, name: 'Renamed' }]);
  });

  test.each([
    ['letters.example', /is not the address of a web site\. Example: https:/],
    ['', /is not the address of a web site/],
    ['https://', /is not the address of a web site/],
    ['https://a b.example', /is not the address of a web site/],
    ['https://\0.example', /is not the address of a web site/],
    ['ftp://letters.example', /does not begin with https:\/\/ or http:/],
    ['javascript:alert(1)', /is not the address of a web site|does not begin with https/],
    ['null', /is not the address of a web site/],
    ['*', /is not the address of a web site/],
    ['https://*.letters.example', /has a placeholder\. Give each site by its own name\./],
    ['https://letters.example/p/one', /Give the site alone: https:\/\/letters\.example\./],
    ['https://letters.example/?a', /Give the site alone/],
    ['https://letters.example/#a', /Give the site alone/],
    ['https://me:hunter2@letters.example', /holds a user name or a password\. Give the site alone/],
    ['https://me@letters.example', /holds a user name or a password/],
    [`https://${'x'.repeat(300)}`, /300 characters at most/],
    [7, /string/],
    [null, /string/],
  ])('%j is no site, and which one it is stands in the answer', async (site, why) => {
    const first = await made('Without');
    const [status, json] = await change(first.id, { sites: ['https://letters.example', site] });
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', 'sites.1']);
    expect(json.errors[0].message).toMatch(why);
    expect(json.detail).toMatch(why);
    expect((await api.call('GET', `${PATH}/${first.id}`)).json).toEqual(first);
  });

  test('every wrong site is named, each in a line of its own', async () => {
    const { id } = await made('Wrong twice');
    const [, { errors }] = await change(id, { sites: ['one', 'https://two.example', 'three'] });
    expect(errors).toEqual([
      { path: 'sites.0', message: expect.stringMatching(/^“one” is not/) },
      { path: 'sites.2', message: expect.stringMatching(/^“three” is not/) },
    ]);
  });

  test('there may be fifty sites, and no more', async () => {
    const { id } = await made('Many');
    const many = (count: number) => Array.from({ length: count }, (_, n) => `https://${n}.example`);
    const [status, { sites }] = await change(id, { sites: many(50) });
    expect([status, sites]).toEqual([200, many(50)]);
    const [refused, json] = await change(id, { sites: many(51) });
    expect([refused, json.errors]).toEqual([400, [{ path: 'sites', message: 'Give at most 50 sites.' }]]);
    expect((await change(id, { sites: 'https://a.example' }))[1].errors[0].path).toBe('sites');
  });
});

describe('removing a publication', () => {
  const opened = (position: number, publication: PublicationId, issue: IssueId): ReaderEvent => ({
    origin: { partition: 0, collector: 3, position },
    kind: 'opened',
    time: NOW,
    publication,
    issue,
    section: null,
    link: null,
    reader: 1 as ReaderId,
    segment: 'free',
    edition: 'whole',
    source: 'pixel',
    verdict: 'human',
    reasons: [],
  });

  test('takes its issues, readers, keys and figures along, and nothing of another one', async () => {
    const gone = await made('Gone');
    const kept = await made('Kept');
    const keys = { gone: await keyOf(gone.id), kept: await keyOf(kept.id) };
    const body = { editions: [{ edition: 'whole', html: '<h1>One</h1><a href="https://example.org/">x</a>' }] };
    const issues = {
      gone: (await api.call('POST', `${PATH}/${gone.id}/issues`, { body })).json,
      kept: (await api.call('POST', `${PATH}/${kept.id}/issues`, { body })).json,
    };
    const inCatalog = {
      gone: await api.catalog.findIssueTarget(issues.gone.id),
      kept: await api.catalog.findIssueTarget(issues.kept.id),
    };
    if (inCatalog.gone === null || inCatalog.kept === null) throw new Error('the issues are not there');
    await api.warehouse.insertEvents([
      opened(0, inCatalog.gone.publication, inCatalog.gone.id),
      opened(1, inCatalog.kept.publication, inCatalog.kept.id),
    ]);
    const before = (await listed()).length;
    steps.length = 0;

    const { status, text } = await api.call('DELETE', `${PATH}/${gone.id}`);
    expect([status, text]).toEqual([204, '']);
    // What the log holds is counted while the publication is still there.
    expect(steps).toEqual([`ingested, with ${before} publications there`]);

    expect(await listed()).not.toContain(gone.id);
    expect((await api.call('GET', `${PATH}/${gone.id}`)).status).toBe(404);
    expect((await api.call('GET', `${PATH}/${gone.id}/issues`)).status).toBe(404);
    expect((await api.call('GET', PATH, { key: keys.gone })).status).toBe(401);
    expect(await api.catalog.findIssueTarget(issues.gone.id)).toBeNull();
    expect(await api.catalog.findLinkTarget(issues.gone.links[0].id)).toBeNull();
    expect((await api.warehouse.versions(inCatalog.gone.publication)).size).toBe(0);

    expect(await listed(keys.kept)).toEqual([kept.id]);
    const report = await api.call('GET', `${PATH}/${kept.id}/issues/${issues.kept.id}/report`, { key: keys.kept });
    expect(report.json.figures).toMatchObject({ readers: 1, opens: 1 });
  });

  test('works once: then there is nothing any more', async () => {
    const { id } = await made('Once');
    expect((await api.call('DELETE', `${PATH}/${id}`)).status).toBe(204);
    const second = await api.call('DELETE', `${PATH}/${id}`);
    expect([second.status, second.json.code]).toEqual([404, 'not_found']);
  });
});
