import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { publicationIn } from '../testing/offers-in-test.ts';

const ALL = '/api/v1/publications/{publication}';
/** Answers with lists that come whole, and why these cannot grow without end. Whatever else lists has a cursor. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/api/v1/rebuild': 'the kinds of work that there are',
  [ALL]: 'the sites of a publication: 20 at most',
  [`${ALL}/overview`]: 'the days asked for, and five figures',
  [`${ALL}/calendar`]: 'the days of a year',
  [`${ALL}/attention`]: 'of each kind what concerns the last issues',
  [`${ALL}/comparison`]: 'the issues that are named',
  [`${ALL}/machines`]: 'as many of the latest issues as are asked for, 200 at most',
  [`${ALL}/schedules`]: '50 at most, each with the last of its runs',
  [`${ALL}/subjects`]: 'traits, weekdays and hours that there are',
  [`${ALL}/readers/groups`]: 'the weeks asked for, 104 at most',
  [`${ALL}/rules`]: 'as many rules as a publication may have',
  [`${ALL}/rules/apply`]: 'from one verdict to another: as many as there are verdicts',
  [`${ALL}/connections`]: 'the sources that Readout knows',
  [`${ALL}/mail-providers`]: 'the providers that Readout knows',
  [`${ALL}/billing/systems`]: 'the systems that Readout knows',
  [`${ALL}/imports/{import}`]: 'files of one import, and columns of one table',
  [`${ALL}/experiments/{experiment}`]: 'the arms of one experiment',
  [`${ALL}/experiments/{experiment}/results`]: 'arms and days of one experiment',
  [`${ALL}/exports/parts`]: 'cut at one moment, as large as `rows` asks for: what comes later is in none of them',
  [`${ALL}/reports/{kind}`]: 'a report: a document of one issue, month, link or stretch of days',
  [`${ALL}/growth/funnel`]: 'steps, and 50 parts at most',
  [`${ALL}/growth/trials`]: 'the weeks asked for, 104 at most',
  [`${ALL}/growth/revenue`]: 'currencies, months asked for, and 20 issues at most',
  [`${ALL}/growth/cohorts`]: '36 at most',
  [`${ALL}/growth/paywall`]: 'the issues of the days asked for',
  [`${ALL}/growth/attribution`]: '50 of each kind at most',
  [`${ALL}/issues/choices`]: 'the tags in use, and four audiences',
  [`${ALL}/issues/{issue}`]: 'sections and links of one issue',
  [`${ALL}/issues/{issue}/report`]: 'sections, links and hours of one issue',
  [`${ALL}/issues/{issue}/editions`]: 'there are two',
  [`${ALL}/issues/{issue}/reading`]: 'sections of one issue',
  [`${ALL}/issues/{issue}/paywall`]: 'steps and sections of one issue',
  [`${ALL}/issues/{issue}/usual`]: 'hours of one issue',
  [`${ALL}/issues/{issue}/verdicts`]: 'verdicts and reasons that there are',
  [`${ALL}/issues/{issue}/clients`]: '100 at most, the rest in one row',
  [`${ALL}/issues/{issue}/domains`]: '100 at most, the rest in one row',
};

let api: ApiInTest;
let publication: string;
// biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
let document: any;
beforeAll(async () => {
  api = await startApi();
  document = (await api.call('GET', '/api/openapi.json', { key: null })).json;
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
}, 120_000);
afterAll(async () => api.close());

interface Listing {
  readonly path: string;
  readonly parameters: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

/** Each GET whose answer has a list in it. */
function listings(): Listing[] {
  return Object.entries<{ get?: Record<string, never> }>(document.paths).flatMap(([path, { get }]) => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const { parameters = [], responses = {} }: any = get ?? {};
    const schema = responses['200']?.content?.['application/json']?.schema;
    const { properties = {} } =
      typeof schema?.$ref === 'string' ? document.components.schemas[schema.$ref.split('/').at(-1)] : (schema ?? {});
    const isList = Object.values<{ type?: string }>(properties).some(({ type }) => type === 'array');
    return isList ? [{ path, parameters: parameters.map(({ name }: { name: string }) => name), properties }] : [];
  });
}

describe('every list of the API', () => {
  test('comes page by page, or stands among those that cannot grow', () => {
    const whole = listings().filter(({ parameters }) => !parameters.includes('cursor'));
    expect(whole.map(({ path }) => path).sort()).toEqual(Object.keys(BOUNDED).sort());
    expect(listings().length).toBeGreaterThan(whole.length + 10);
  });

  test('that comes page by page does so in one way', () => {
    const inPages = listings().filter(({ parameters }) => parameters.includes('cursor'));
    const unlike = inPages.filter(
      ({ parameters, properties }) => !(parameters.includes('limit') && 'items' in properties && 'next' in properties),
    );
    expect(unlike.map(({ path }) => path)).toEqual([]);
    for (const { path } of inPages) {
      const invalid = document.paths[path].get.responses['400'].content['application/problem+json'].examples;
      expect([path, Object.keys(invalid)]).toEqual([path, expect.arrayContaining(['invalid_cursor'])]);
    }
  });

  test('refuses a cursor that is not its own with a sentence on what to do', async () => {
    const foreign = [Buffer.from('someone else').toString('base64url'), 'x', '%00', '-1'];
    const paths = listings().filter(
      ({ path, parameters }) => parameters.includes('cursor') && !/\{(?!publication)/.test(path),
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const { path } of paths) {
      // Single readers are shown nowhere here, which comes first.
      if (path.endsWith('/readers')) continue;
      for (const cursor of foreign) {
        const { status, json } = await api.call(
          'GET',
          `${path.replace('{publication}', publication)}?cursor=${cursor}`,
        );
        expect([path, cursor, status, json.code]).toEqual([path, cursor, 400, 'invalid_cursor']);
        expect(json.detail).toMatch(/`next`/);
      }
    }
  });
});

describe('pages', () => {
  const COUNT = 5;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async function walked(path: string, between: () => Promise<unknown> = async () => {}): Promise<any[]> {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const found: any[] = [];
    let cursor = '';
    for (let pages = 0; pages < 20; pages++) {
      const { status, json } = await api.call('GET', `${path}?limit=2${cursor}`);
      expect([path, status]).toEqual([path, 200]);
      expect(json.items.length).toBeLessThanOrEqual(2);
      found.push(...json.items);
      if (json.next === null) return found;
      cursor = `&cursor=${encodeURIComponent(json.next)}`;
      await between();
    }
    throw new Error(`${path} has no end`);
  }

  test('of what people make by hand hold everything once, also while something is added', async () => {
    const made = await publicationIn(api);
    const offers: string[] = [];
    for (let n = 0; n < COUNT; n++) offers.push(await made.offer({ name: `offer ${n}` }));
    const draft = () => made.draft(offers.slice(0, 2));
    for (let n = 0; n < COUNT; n++) {
      await draft();
      await publicationIn(api, `publication ${n}`);
    }
    for (const path of ['/api/v1/keys', '/api/v1/publications', `${made.path}/offers`, `${made.path}/experiments`]) {
      const all = (await api.call('GET', path)).json.items;
      expect([path, all.length >= COUNT]).toEqual([path, true]);
      expect(await walked(path)).toEqual(all);
    }
    // The newest stands first: what is added meanwhile is not met, and moves nothing.
    const experiments = (await api.call('GET', `${made.path}/experiments`)).json.items;
    expect(await walked(`${made.path}/experiments`, draft)).toEqual(experiments);
  });

  test('of the quarantine hold everything once, also while more is put aside', async () => {
    let position = 0;
    const putAside = () =>
      api.warehouse.insertQuarantine([
        {
          origin: { partition: 0, collector: 5, position: ++position },
          reason: 'not JSON',
          line: `line ${position}`,
          // Of some the moment is the same.
          time: NOW + Math.floor(position / 3),
        },
      ]);
    for (let n = 0; n < COUNT + 2; n++) await putAside();
    const all = (await api.call('GET', '/api/v1/quarantine')).json.items;
    expect(all).toHaveLength(COUNT + 2);
    expect(await walked('/api/v1/quarantine', putAside)).toEqual(all);
  });
});
