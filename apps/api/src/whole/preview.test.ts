import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

const WHOLE = `<!doctype html><head><title>Ebb</title><style>@import "https://t.example/a.css";h2{color:#123}</style></head>
<h2>One</h2><p><a href="https://example.org/a" onclick="x()">a</a><img src="https://t.example/p.png" width="300" height="100" alt="The harbour"></p>
<script>x()</script><!-- paywall --><h2>Two</h2><p><a href="https://example.org/b">b</a></p>`;
const CUT = WHOLE.replace(/<h2>Two[\s\S]*/, '<p><a href="https://example.org/premium">Keep reading</a></p>');

let api: ApiInTest;
let publication: string;
// biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
let issue: any;
let path: string;

beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
  const editions = [
    { edition: 'whole', html: WHOLE },
    { edition: 'cut', html: CUT },
  ];
  issue = (await api.call('POST', `/api/v1/publications/${publication}/issues`, { body: { editions } })).json;
  path = `/api/v1/publications/${publication}/issues/${issue.id}/editions`;
}, 60_000);
afterAll(async () => api.close());

describe('an edition to be looked at', () => {
  test('has the ids of the links and sections that the issue has, and nothing that runs or fetches', async () => {
    const { status, json } = await api.call('GET', `${path}/whole/preview`);
    expect([status, json.edition]).toEqual([200, 'whole']);
    const ids = (name: string) => [...json.html.matchAll(new RegExp(`${name}="(\\w{12})"`, 'g'))].map(([, id]) => id);
    const linkTo = (url: string) => issue.links.find((one: { url: string }) => one.url === url).id;
    expect(ids('data-readout-link')).toEqual([linkTo('https://example.org/a'), linkTo('https://example.org/b')]);
    expect(ids('data-readout-section')).toEqual(issue.sections.map(({ id }: { id: string }) => id));
    expect(json.html).toContain('data-readout-paywall');
    expect(json.html).toContain('h2{color:#123}');
    expect(json.html).toContain('The harbour');
    expect(json.html).not.toMatch(/t\.example|example\.org|x\(\)|read\.example\.com/);
    const cut = (await api.call('GET', `${path}/cut/preview`)).json;
    expect(cut.html).toContain(`data-readout-link="${linkTo('https://example.org/premium')}"`);
    expect(cut.html).not.toContain(issue.sections[1].id);
  });

  test('comes under a policy that lets nothing run even where it is opened by itself', async () => {
    const { headers } = await api.call('GET', `${path}/whole/preview`);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const elsewhere = await api.call('GET', '/api/v1/publications');
    expect(elsewhere.headers['content-security-policy']).toMatch(/^default-src 'self';/);
  });

  test('is refused where there is none, and to whom it is not for', async () => {
    const of = async (where: string, key?: string | null) =>
      (await api.call('GET', where, key === undefined ? {} : { key })).status;
    expect(await of(`${path}/none/preview`)).toBe(404);
    expect(await of(`${path.replace(issue.id, '2NothingHere')}/whole/preview`)).toBe(404);
    const body = { editions: [{ edition: 'whole', html: '<h1>One edition</h1>' }] };
    expect((await api.call('GET', path)).json).toEqual({ items: ['whole', 'cut'] });
    const single = (await api.call('POST', `/api/v1/publications/${publication}/issues`, { body })).json;
    expect(await of(`${path.replace(issue.id, single.id)}/cut/preview`)).toBe(404);
    expect((await api.call('GET', path.replace(issue.id, single.id))).json).toEqual({ items: ['whole'] });
    for (const where of [path, `${path}/whole/preview`]) expect(await of(where, null)).toBe(401);
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'Other' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.id } })).json;
    for (const where of [path, `${path}/whole/preview`]) expect(await of(where, key)).toBe(404);
  });
});
