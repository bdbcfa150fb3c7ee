import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Publication } from '@readout/catalog';
import type { IssueId, PublicId, ReaderEvent, ReaderId } from '@readout/events';
import fc from 'fast-check';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const DAY = 86_400_000;

/** An issue as it is made up: each count is of the readers numbered from 1 on. */
interface MadeUp {
  readonly title: string;
  readonly sentAt: number | null;
  readonly tags: readonly string[];
  readonly free: number;
  readonly premium: number;
  readonly readers: number;
  readonly clickers: number;
  readonly hits: number;
  readonly trials: number;
}

/** Titles, and how they are without accents and case. */
const TITLES = new Map([
  ['Señal de marea', 'senal de marea'],
  ['SEÑAL 10', 'senal 10'],
  ['Señal 9', 'senal 9'],
  ['Große Straße', 'grosse strasse'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
  ['مدّ وجزر', 'مد وجزر'],
  ['ebb & flow', 'ebb & flow'],
]);
const WORDS = new Map([
  ['señal', 'senal'],
  ['SENAL  9', 'senal 9'],
  ['strasse', 'strasse'],
  ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
  ['مد', 'مد'],
  ['marea de', 'marea de'],
  ['  ', ''],
  ['nowhere', 'nowhere'],
]);
const ZONES = ['UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
const TAGS = ['Harbour', 'Tides', 'Ship, old'];
const FIGURES = [
  'delivered',
  'readers',
  'openRate',
  'clickers',
  'clickRate',
  'clickToOpenRate',
  'paywallHits',
  'trialsStarted',
];

const count = fc.integer({ min: 0, max: 4 });
const madeUp: fc.Arbitrary<MadeUp> = fc.record({
  title: fc.constantFrom(...TITLES.keys()),
  // Around the hour in which Madrid, and a week later New York, change their clocks; several at the same moment.
  sentAt: fc.option(
    fc.integer({ min: -20, max: 20 }).map((at) => Date.UTC(2025, 9, 26) + at * 11 * 3_600_000),
    { freq: 8 },
  ),
  tags: fc.subarray(TAGS).map((tags) => tags.map((tag, at) => (at === 0 ? tag : tag.toUpperCase()))),
  free: count,
  premium: count,
  readers: count,
  clickers: count,
  hits: count,
  trials: count,
});

const days = fc
  .integer({ min: -12, max: 12 })
  .map((at) => new Date(Date.UTC(2025, 9, 26) + at * DAY).toISOString().slice(0, 10));
/** Each narrows down a search in one of four, so that most find something. */
const sometimes = <T>(one: fc.Arbitrary<T>) =>
  fc.tuple(fc.integer({ min: 0, max: 3 }), one).map(([roll, value]) => (roll === 0 ? value : undefined));
const searches = fc
  .record({
    sort: fc
      .tuple(fc.constantFrom('', '-'), fc.constantFrom('sentAt', 'title', ...FIGURES))
      .map(([minus, name]) => minus + name),
    q: sometimes(fc.constantFrom(...WORDS.keys())),
    between: sometimes(fc.tuple(days, days).map((both) => both.toSorted())),
    audience: sometimes(fc.constantFrom('everyone', 'paying')),
    tag: sometimes(fc.subarray(['harbour', 'TIDES', 'ship, OLD'], { minLength: 1, maxLength: 2 })),
    weekday: sometimes(fc.integer({ min: 1, max: 7 })),
  })
  .map(({ between, ...search }) => ({ ...search, from: between?.[0], to: between?.[1] }));
type Search = Partial<typeof searches extends fc.Arbitrary<infer Made> ? Made : never>;

let position = 0;
/** Writes it down: the issue by the catalog, what its readers did as settled events. */
async function make(publication: Publication, issues: readonly MadeUp[]): Promise<PublicId[]> {
  const ids: PublicId[] = [];
  const events: ReaderEvent[] = [];
  for (const one of issues) {
    const { id, publicId } = await api.catalog.createIssue(publication.id, {
      title: one.title,
      subtitle: '',
      sentAt: one.sentAt === null ? null : new Date(one.sentAt),
      hasPaywall: true,
      tags: one.tags,
      sections: [],
      links: [],
    });
    ids.push(publicId);
    const add = (kind: ReaderEvent['kind'], readers: number, more: Partial<ReaderEvent> = {}, from = 0) => {
      for (let reader = 1; reader <= readers; reader++) events.push(event(publication, id, kind, from + reader, more));
    };
    add('sent', one.free, { segment: 'free' });
    add('sent', one.premium, { segment: 'premium' }, one.free);
    add('opened', one.readers, { verdict: 'human' });
    add('clicked', one.clickers, { verdict: 'human' });
    add('paywall_hit', one.hits);
    add('trial_started', one.trials);
  }
  await api.warehouse.insertEvents(events);
  return ids;
}

function event(
  publication: Publication,
  issue: IssueId,
  kind: ReaderEvent['kind'],
  reader: number,
  more: Partial<ReaderEvent>,
): ReaderEvent {
  return {
    origin: { partition: 0, collector: 1, position: position++ },
    kind,
    time: Date.UTC(2025, 9, 27),
    publication: publication.id,
    issue,
    section: null,
    link: null,
    reader: reader as ReaderId,
    segment: 'none',
    edition: 'none',
    source: 'api',
    verdict: 'none',
    reasons: [],
    ...more,
  };
}

/** What the list has to be, by going through all issues one by one. */
function plainly(issues: readonly MadeUp[], search: Search, timeZone: string): number[] {
  const figure = (one: MadeUp, name: string): number | null => {
    const delivered = one.free + one.premium;
    const readers = Math.max(one.readers, one.clickers);
    const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
    const all: Record<string, number | null> = {
      delivered,
      readers,
      clickers: one.clickers,
      paywallHits: one.hits,
      trialsStarted: one.trials,
      openRate: share(readers, delivered),
      clickRate: share(one.clickers, delivered),
      clickToOpenRate: share(one.clickers, readers),
    };
    return all[name] ?? null;
  };
  const audience = (one: MadeUp) => (one.free > 0 ? 'everyone' : one.premium > 0 ? 'paying' : 'nobody');
  const holds = (one: MadeUp) => {
    const text = TITLES.get(one.title) ?? '';
    const day = one.sentAt === null ? null : new Date(one.sentAt).toLocaleString('sv-SE', { timeZone }).slice(0, 10);
    const weekday =
      one.sentAt === null ? null : new Date(one.sentAt).toLocaleString('en-GB', { timeZone, weekday: 'long' });
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    return (
      (WORDS.get(search.q ?? '  ') ?? '').split(' ').every((word) => text.includes(word)) &&
      (search.tag ?? []).every((tag) => one.tags.some((its) => its.toUpperCase() === tag.toUpperCase())) &&
      (search.audience === undefined || audience(one) === search.audience) &&
      (search.from === undefined || (day !== null && day >= search.from)) &&
      (search.to === undefined || (day !== null && day <= search.to)) &&
      (search.weekday === undefined || weekday === names[search.weekday - 1])
    );
  };
  const sort = search.sort ?? '-sentAt';
  const [name, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const newest = (a: number, b: number) => {
    const [first, second] = [issues[a]?.sentAt ?? 1e15, issues[b]?.sentAt ?? 1e15];
    return first === second ? b - a : second - first;
  };
  const order = (a: number, b: number): number => {
    const [one, other] = [issues[a], issues[b]];
    if (one === undefined || other === undefined) throw new Error('there is no such issue');
    if (name === 'sentAt') return sign * ((one.sentAt ?? 1e15) - (other.sentAt ?? 1e15));
    if (name === 'title') return sign * one.title.localeCompare(other.title, 'und', { numeric: true });
    const [first, second] = [figure(one, name), figure(other, name)];
    if (first === null) return second === null ? 0 : 1;
    return second === null ? -1 : sign * (first - second);
  };
  return issues.flatMap((one, at) => (holds(one) ? [at] : [])).sort((a, b) => order(a, b) || newest(a, b));
}

const addressOf = (search: Search, more: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams(more);
  for (const [key, value] of Object.entries(search)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(key, String(one));
  }
  return query.toString();
};

async function newPublication(timeZone: string) {
  const publication = await api.catalog.createPublication({ name: 'Listed', timeZone, isSample: false });
  return { publication, path: `/api/v1/publications/${publication.publicId}/issues` };
}

describe('the list of issues', () => {
  test('is what a plain look at every issue says, however it is sorted, narrowed down and cut into pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Never few: fast-check begins with small ones, in which nothing is found and nothing has to be put in order.
        fc.array(madeUp, { minLength: 20, maxLength: 24 }),
        fc.array(fc.tuple(searches, fc.integer({ min: 3, max: 15 })), { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...ZONES),
        async (issues, asked, zone) => {
          const { publication, path } = await newPublication(zone);
          const ids = await make(publication, issues);
          for (const [search, limit] of asked) {
            const expected = plainly(issues, search, zone);
            const found: number[] = [];
            let cursor: string | null = null;
            do {
              const more = { limit: String(limit), ...(cursor === null ? {} : { cursor }) };
              const { status, json } = await api.call('GET', `${path}?${addressOf(search, more)}`);
              expect([status, json.total, json.of]).toEqual([200, expected.length, issues.length]);
              found.push(...json.items.map((one: { id: PublicId }) => ids.indexOf(one.id)));
              cursor = json.next;
            } while (cursor !== null && found.length <= issues.length);
            expect([search, found]).toEqual([search, expected]);
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 300_000);

  describe('of a few', () => {
    let path: string;
    beforeAll(async () => {
      const made = await newPublication('Europe/Madrid');
      path = made.path;
      const nothing = { sentAt: null, tags: [], free: 0, premium: 0, readers: 0, clickers: 0, hits: 0, trials: 0 };
      await make(made.publication, [
        { ...nothing, title: 'One', sentAt: 1e12, tags: ['harbour', 'Zinc'], free: 2, premium: 1, readers: 3 },
        { ...nothing, title: 'Two', sentAt: 1.1e12, tags: ['Harbour'], premium: 2, readers: 1 },
        { ...nothing, title: 'Three' },
      ]);
    });
    const page = async (query: string) => (await api.call('GET', `${path}?${query}`)).json;
    const titles = async (query: string) => (await page(query)).items.map(({ title }: { title: string }) => title);

    test('says of each to whom it went and what its tags are', async () => {
      const { items } = await page('');
      expect(items.map((one: Record<string, unknown>) => [one['title'], one['audience'], one['tags']])).toEqual([
        ['Three', null, []],
        ['Two', 'paying', ['Harbour']],
        ['One', 'everyone', ['harbour', 'Zinc']],
      ]);
    });

    test('can be narrowed down by what occurs', async () => {
      const { status, json } = await api.call('GET', `${path}/choices`);
      expect(status).toBe(200);
      expect(json).toEqual({
        tags: [
          { tag: 'Harbour', issues: 2 },
          { tag: 'Zinc', issues: 1 },
        ],
        audiences: [
          { audience: 'everyone', issues: 1 },
          { audience: 'paying', issues: 1 },
        ],
      });
    });

    test('takes a tag once or several times, and no tag of the filter twice into account', async () => {
      expect(await titles('tag=harbour')).toEqual(['Two', 'One']);
      expect(await titles('tag=HARBOUR&tag=zinc')).toEqual(['One']);
      expect(await titles('tag=harbour&tag=Harbour')).toEqual(['Two', 'One']);
    });

    test('goes on where it was when an issue comes in between', async () => {
      const made = await newPublication('UTC');
      const at = (title: string, readers: number): MadeUp => ({
        title,
        sentAt: 1e12,
        tags: [],
        free: 10,
        premium: 0,
        readers,
        clickers: 0,
        hits: 0,
        trials: 0,
      });
      await make(made.publication, [at('c', 3), at('b', 2), at('a', 1)]);
      const first = (await api.call('GET', `${made.path}?sort=-readers&limit=2`)).json;
      expect(first.items.map(({ title }: { title: string }) => title)).toEqual(['c', 'b']);
      await make(made.publication, [at('more', 9), at('same', 2)]);
      const second = (await api.call('GET', `${made.path}?sort=-readers&limit=5&cursor=${first.next}`)).json;
      // One with as many readers that is newer stands before the last one seen.
      expect(second.items.map(({ title }: { title: string }) => title)).toEqual(['a']);
      expect([second.total, second.next]).toEqual([5, null]);
    });

    test('refuses a cursor of another sort, of another filter and of none', async () => {
      const lists = [
        '',
        'sort=sentAt',
        'sort=-readers',
        'sort=readers',
        'sort=title',
        'q=o',
        'tag=harbour',
        'from=1990-01-01',
      ];
      const cursors = await Promise.all(lists.map(async (query) => (await page(`${query}&limit=1`)).next));
      for (const [at, query] of lists.entries()) {
        for (const [other, cursor] of cursors.entries()) {
          const { status, json } = await api.call('GET', `${path}?${query}&cursor=${encodeURIComponent(cursor)}`);
          expect([query, lists[other], status, json.code]).toEqual([
            query,
            lists[other],
            at === other ? 200 : 400,
            at === other ? undefined : 'invalid_cursor',
          ]);
        }
      }
      const own = Buffer.from(cursors[2], 'base64url').toString('latin1');
      const forged = [own.replace(/^\S+/, '2NothingHere'), own.replace(/\S+$/, 'x'), ` ${own}`, `${own} 0`];
      for (const text of forged) {
        const cursor = Buffer.from(text, 'latin1').toString('base64url');
        const { status, json } = await api.call('GET', `${path}?sort=-readers&cursor=${cursor}`);
        expect([text, status, json.code]).toEqual([text, 400, 'invalid_cursor']);
      }
    });

    test.each([
      ['sort=', 'sort'],
      ['sort=opens', 'sort'],
      ['sort=--readers', 'sort'],
      ['sort=readers&sort=title', 'sort'],
      [`q=${'x'.repeat(201)}`, 'q'],
      ['from=yesterday', 'from'],
      ['from=2026-02-30', 'from'],
      ['to=2026-2-3', 'to'],
      ['from=2026-03-02&to=2026-03-01', 'to'],
      ['audience=all', 'audience'],
      ['tag=', 'tag'],
      [`tag=${'x'.repeat(51)}`, 'tag'],
      ['weekday=0', 'weekday'],
      ['weekday=8', 'weekday'],
      ['weekday=', 'weekday'],
      ['weekday=monday', 'weekday'],
      ['colour=red', 'query'],
    ])('refuses ?%s', async (query, field) => {
      const { status, json } = await api.call('GET', `${path}?${query}`);
      expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', field]);
    });
  });
});
