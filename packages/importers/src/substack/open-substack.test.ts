import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Found, ImportedEvent, ImportSource, Oddity } from '../source.ts';
import { zipOf } from '../testing/zip-of.ts';
import { LIMITS, openArchive } from './archive.ts';
import { openSubstack } from './open-substack.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
const { signal } = new AbortController();
let folder: string;
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-substack-'));
});
afterAll(() => rm(folder, { recursive: true }));

const POSTS = 'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url';
const OPENS =
  'post_id,timestamp,email,post_type,post_audience,active_subscription,country,city,region,device_type,client_os,client_type,user_agent';
const DELIVERS = 'post_id,timestamp,email,post_type,post_audience,active_subscription';
const LIST = 'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at';
const SENT = '2026-02-02T06:00:00.000Z';
const post = (
  id: string,
  more: { audience?: string; published?: string; sent?: string; title?: string; type?: string } = {},
) =>
  `${id}.a-slug,${SENT},${more.published ?? 'true'},${more.sent ?? SENT},${SENT},${more.type ?? 'newsletter'},${more.audience ?? 'everyone'},${more.title ?? `Issue ${id}`},About it,`;
const delivery = (address: string, time = '2026-02-02T06:00:04.000Z', active = 'false') =>
  `1.a-slug,${time},${address},newsletter,everyone,${active}`;
const open = (address: string, time = '2026-02-02T07:00:00.000Z', agent = 'Mozilla/5.0') =>
  `1.a-slug,${time},${address},newsletter,everyone,false,ES,"Cádiz, old town",,desktop,Windows,email,"${agent}"`;
const table = (...lines: string[]) => `${lines.join('\n')}\n`;

const ORDINARY = {
  'posts.csv': table(POSTS, post('1'), post('2', { audience: 'only_paid', title: '"The quiet, long ""harbour"""' })),
  'posts/1.a-slug.html': '<h2>Ebb</h2><p><a href="https://example.org/ebb">ebb</a></p>',
  'posts/2.a-slug.html': '<p>Before</p><div class="paywall-jump"></div><p>Behind</p>',
  'posts/1.delivers.csv': table(
    DELIVERS,
    delivery('ann@mail.example', undefined, 'TRUE'),
    delivery('bob@mail.example'),
  ),
  'posts/1.opens.csv': table(OPENS, open('ann@mail.example'), open('ann@mail.example', '2026-02-03T07:00:00.000Z')),
  'posts/2.a-slug.delivers.csv': table(DELIVERS, delivery('ann@mail.example')),
  'posts/2.a-slug.opens.csv': table(OPENS),
  'email_list.lowtide.csv': table(
    LIST,
    'ann@mail.example,true,2027-01-05T00:00:00.000Z,annual,false,2026-01-01T08:00:00.000Z,2026-01-05T09:00:00.000Z',
    'bob@mail.example,false,,other,false,2026-01-02T08:00:00.000Z,',
  ),
};

async function opened(files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportSource> {
  return openSubstack(await zipOf(join(folder, `${++made}.zip`), files), () => NOW);
}

async function looked(files: Readonly<Record<string, string | Uint8Array>>): Promise<Found> {
  const source = await opened(files);
  try {
    return await source.look(signal, () => {});
  } finally {
    await source.close();
  }
}

const odd = (found: Found, kind: Oddity['kind']) => found.oddities.filter((one) => one.kind === kind);
const withRows = (kind: 'opens' | 'delivers', ...lines: string[]) => ({
  ...ORDINARY,
  [`posts/1.${kind}.csv`]: table(kind === 'opens' ? OPENS : DELIVERS, ...lines),
});

async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
}

async function eventsOf(source: ImportSource) {
  const found: (ImportedEvent & { post: string | null; kind: string })[] = [];
  for await (const { post: of, kind, rows } of source.events(signal)) {
    for (const row of rows) found.push({ post: of, kind, ...row });
  }
  return found;
}

describe('an ordinary export', () => {
  test('is counted as it is, with nothing odd about it', async () => {
    const progress: number[] = [];
    const source = await opened(ORDINARY);
    expect(await source.look(signal, ({ done, total }) => progress.push(done / (total ?? 1)))).toEqual({
      name: 'lowtide',
      posts: 2,
      people: 2,
      events: { delivered: 3, opened: 2 },
      from: Date.parse('2026-02-02T06:00:04.000Z'),
      to: Date.parse('2026-02-03T07:00:00.000Z'),
      oddities: [],
    });
    expect(progress.at(-1)).toBe(1);
    await source.close();
  });

  test('gives its posts with their texts, its people and its events', async () => {
    const source = await opened(ORDINARY);
    expect(await all(source.posts(signal))).toEqual([
      {
        key: '1',
        title: 'Issue 1',
        subtitle: 'About it',
        sentAt: Date.parse(SENT),
        html: ORDINARY['posts/1.a-slug.html'],
        audience: 'everyone',
        tags: [],
      },
      expect.objectContaining({ key: '2', title: 'The quiet, long "harbour"', audience: 'paying' }),
    ]);
    expect((await all(source.people(signal))).flat()).toEqual([
      {
        address: 'ann@mail.example',
        segment: 'premium',
        subscribedAt: Date.parse('2026-01-01T08:00:00.000Z'),
        firstPaymentAt: Date.parse('2026-01-05T09:00:00.000Z'),
        paidUntil: Date.parse('2027-01-05T00:00:00.000Z'),
        plan: 'annual',
      },
      expect.objectContaining({ address: 'bob@mail.example', segment: 'free', firstPaymentAt: null, paidUntil: null }),
    ]);
    const events = await eventsOf(source);
    expect(events).toHaveLength(5);
    expect(events[0]).toEqual({
      post: '1',
      kind: 'delivered',
      address: 'ann@mail.example',
      time: Date.parse('2026-02-02T06:00:04.000Z'),
      segment: 'premium',
    });
    expect(events[2]).toEqual({
      post: '1',
      kind: 'opened',
      address: 'ann@mail.example',
      time: Date.parse('2026-02-02T07:00:00.000Z'),
      segment: 'free',
      country: 'ES',
      agent: 'Mozilla/5.0',
    });
    await source.close();
  });

  test('may lie in folders of somebody who packed it again, with what a Mac leaves there', async () => {
    const moved = Object.fromEntries(Object.entries(ORDINARY).map(([name, text]) => [`mine/export 2/${name}`, text]));
    const found = await looked({ ...moved, '__MACOSX/mine/._posts.csv': 'x', 'mine/.DS_Store': 'x' });
    expect(found).toMatchObject({ posts: 2, people: 2, events: { delivered: 3, opened: 2 }, oddities: [] });
  });

  test('of the same posts under new slugs has the same keys', async () => {
    const source = await opened({ 'posts.csv': table(POSTS, post('1').replace('a-slug', 'renamed')) });
    expect((await all(source.posts(signal))).map(({ key }) => key)).toEqual(['1']);
    await source.close();
  });
});

describe('what is odd', () => {
  test('drafts are left out with all that is of them; a post that went out only on the web is none', async () => {
    const found = await looked({
      ...ORDINARY,
      'posts.csv': table(POSTS, post('1'), post('2', { sent: '' }), post('3', { published: 'false', sent: '' })),
      'posts/3.a-slug.html': 'later',
    });
    expect(found.posts).toBe(2);
    expect(odd(found, 'draft')).toEqual([{ kind: 'draft', file: 'posts.csv', count: 1, examples: ['3'] }]);
    expect(odd(found, 'unknown_post')).toEqual([]);
  });

  test('missing texts, tables and lists are told by their posts', async () => {
    const found = await looked({
      'posts.csv': ORDINARY['posts.csv'],
      'posts/1.opens.csv': ORDINARY['posts/1.opens.csv'],
    });
    expect(odd(found, 'missing_text')[0]).toMatchObject({ count: 2, examples: ['1', '2'] });
    expect(odd(found, 'missing_file')).toEqual([
      { kind: 'missing_file', file: 'posts/*.delivers.csv', count: 2, examples: ['1', '2'] },
      { kind: 'missing_file', file: 'posts/*.opens.csv', count: 1, examples: ['2'] },
      { kind: 'missing_file', file: 'email_list.*.csv', count: 1, examples: [] },
    ]);
  });

  test('unknown files, and tables of posts that are not in the list, are passed over', async () => {
    const found = await looked({
      ...ORDINARY,
      'notes.txt': 'x',
      'posts/9.opens.csv': table(OPENS, open('ann@mail.example')),
    });
    expect(odd(found, 'unknown_file')).toEqual([{ kind: 'unknown_file', file: '', count: 1, examples: ['notes.txt'] }]);
    expect(odd(found, 'unknown_post')).toEqual([{ kind: 'unknown_post', file: '', count: 1, examples: ['9'] }]);
    expect(found.events.opened).toBe(2);
  });

  test('columns may stand in another order, in capitals, be missing, or be new', async () => {
    const found = await looked({
      ...ORDINARY,
      'posts/1.opens.csv': table('EMAIL,shoe_size,Timestamp', 'ann@mail.example,38,2026-02-02T07:00:00.000Z'),
    });
    expect(found.events.opened).toBe(1);
    expect(odd(found, 'unknown_column')[0]).toMatchObject({ file: 'posts/*.opens.csv', examples: ['1: shoe_size'] });
    expect(odd(found, 'missing_column')[0]).toMatchObject({
      count: 3,
      examples: ['1: active_subscription', '1: country', '1: user_agent'],
    });
  });

  test('a table without its times or addresses is not read, and the others are', async () => {
    const found = await looked({ ...ORDINARY, 'posts/1.opens.csv': table('post_id,email', '1,ann@mail.example') });
    expect(found.events).toEqual({ delivered: 3, opened: 0 });
    expect(odd(found, 'missing_column')[0]?.examples).toContain('1: timestamp');
  });

  test('a table whose first line is no line of names says so without naming anybody', async () => {
    const found = await looked({ ...ORDINARY, 'posts/1.opens.csv': table(open('ann@mail.example')) });
    expect(found.events.opened).toBe(0);
    expect(JSON.stringify(found)).not.toContain('@');
  });

  test.each([
    ['without a zone', '2026-02-02 07:00:00', 'time_without_zone', Date.UTC(2026, 1, 2, 7)],
    ['with an offset', '2026-02-02T07:00:00+01:00', null, Date.UTC(2026, 1, 2, 6)],
    ['with an offset as PostgreSQL writes it', '2026-02-02 07:00:00.25+00', null, Date.UTC(2026, 1, 2, 7, 0, 0, 250)],
    ['of a day alone', '2026-02-02', 'time_without_zone', Date.UTC(2026, 1, 2)],
    ['that is none', 'yesterday', 'unreadable_time', null],
    ['that no calendar has', '2026-02-30T07:00:00.000Z', 'unreadable_time', null],
    ['that has not come', '2026-03-04T07:00:00.000Z', 'future_time', null],
  ] as const)('a time %s', async (_, time, kind, expected) => {
    const source = await opened(withRows('opens', open('ann@mail.example', time)));
    const found = await source.look(signal, () => {});
    expect(found.oddities).toEqual(
      kind === null ? [] : [{ kind, file: 'posts/*.opens.csv', count: 1, examples: ['1: 2'] }],
    );
    const times = (await eventsOf(source)).filter((one) => one.kind === 'opened').map((one) => one.time);
    expect(times).toEqual(expected === null ? [] : [expected]);
    await source.close();
  });

  test('addresses that are none, and rows that say the same, are told by their lines and never by who it is', async () => {
    const found = await looked(
      withRows('opens', open('not an address'), open('ann@mail.example'), open('ann@mail.example'), open('')),
    );
    expect(odd(found, 'unreadable_address')).toEqual([
      { kind: 'unreadable_address', file: 'posts/*.opens.csv', count: 2, examples: ['1: 2', '1: 5'] },
    ]);
    expect(odd(found, 'repeated_row')[0]).toMatchObject({ count: 1 });
    expect(JSON.stringify(found)).not.toMatch(/@|ann/);
  });

  test('posts and people who stand there twice count once', async () => {
    const source = await opened({
      ...ORDINARY,
      'posts.csv': table(POSTS, post('1'), post('1', { title: 'Again' }), post('2')),
      'email_list.lowtide.csv': table(LIST, 'ann@mail.example,true,,,,,', 'ANN@mail.example,false,,,,,'),
    });
    const found = await source.look(signal, () => {});
    expect(odd(found, 'repeated_id')).toEqual([{ kind: 'repeated_id', file: 'posts.csv', count: 1, examples: ['1'] }]);
    expect(odd(found, 'repeated_row')[0]).toMatchObject({ file: 'email_list.lowtide.csv', examples: ['3'] });
    expect((await all(source.posts(signal))).map(({ title }) => title)).toEqual(['Issue 1', 'Issue 2']);
    expect((await all(source.people(signal))).flat()).toHaveLength(1);
    await source.close();
  });

  test('a quote that is never closed costs its own line and no other', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => open(`reader${at}@mail.example`));
    rows[100] = rows[100]?.replace('Cádiz, old town"', 'Cádiz, old town') ?? '';
    const found = await looked(withRows('opens', ...rows));
    expect(found.events.opened).toBe(499);
    expect(odd(found, 'unreadable_row')).toEqual([
      { kind: 'unreadable_row', file: 'posts/*.opens.csv', count: 1, examples: ['1: 102'] },
    ]);
  });

  test('values may hold line breaks, and later lines keep their numbers', async () => {
    const broken = open('ann@mail.example').replace('Cádiz, old town', 'Cádiz\nold ""town""');
    const source = await opened(withRows('opens', broken, open('bob@mail.example', 'never')));
    const found = await source.look(signal, () => {});
    expect(odd(found, 'unreadable_time')[0]?.examples).toEqual(['1: 4']);
    expect((await eventsOf(source)).filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    await source.close();
  });
});

describe('how it is written', () => {
  const title = 'Müßiggang – “señor”';
  const posts = table(POSTS, post('1', { title: `"${title}"` }));
  const windows = Buffer.from(posts.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
  test.each<[string, Uint8Array, string[]]>([
    ['UTF-8', Buffer.from(posts), []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${posts}`), []],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${posts}`, 'utf16le'), ['utf-16le']],
    ['Windows-1252', windows, ['windows-1252']],
    ['lines of Windows', Buffer.from(posts.replaceAll('\n', '\r\n')), []],
    ['lines of old Macs', Buffer.from(posts.replaceAll('\n', '\r')), []],
    ['no line break at its end', Buffer.from(posts.trimEnd()), []],
    ['semicolons', Buffer.from(posts.replaceAll(',', ';')), []],
  ])('%s', async (_, bytes, encodings) => {
    const source = await opened({ 'posts.csv': bytes });
    expect((await all(source.posts(signal))).map((one) => one.title)).toEqual([title]);
    const found = await source.look(signal, () => {});
    expect(odd(found, 'other_encoding').flatMap(({ examples }) => examples)).toEqual(encodings);
    await source.close();
  });

  test('booleans as true, TRUE and as a spreadsheet leaves them', async () => {
    const words = ['true', 'TRUE', 'True', '1', 'false', 'FALSE', '', '0'];
    const source = await opened({
      ...ORDINARY,
      'email_list.x.csv': table(LIST, ...words.map((word, at) => `reader${at}@mail.example,${word},,,,,`)),
      'email_list.lowtide.csv': table(LIST),
    });
    const people = (await all(source.people(signal))).flat();
    expect(people.map(({ segment }) => segment === 'premium')).toEqual(words.map((word) => /true|1/i.test(word)));
    await source.close();
  });
});

describe('an archive', () => {
  const refused = async (path: string) => {
    const error = await openSubstack(path).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'UNREADABLE_IMPORT' });
    return String(error);
  };

  test('that is none, is cut off, or is no export of Substack is refused in words', async () => {
    const text = join(folder, 'text.zip');
    await writeFile(text, 'this is no archive');
    expect(await refused(text)).toMatch(/not a ZIP archive/);
    const whole = await zipOf(join(folder, 'whole.zip'), ORDINARY);
    const cut = join(folder, 'cut.zip');
    await writeFile(cut, (await readFile(whole)).subarray(0, 700));
    expect(await refused(cut)).toMatch(/not a ZIP archive/);
    expect(await refused(await zipOf(join(folder, 'other.zip'), { 'a.txt': 'x' }))).toMatch(/no posts\.csv/);
    const noIds = { 'posts.csv': table('title', 'x') };
    expect(await refused(await zipOf(join(folder, 'no-ids.zip'), noIds))).toMatch(/no column post_id/);
  });

  test.each(['../../evil.csv', '/etc/evil.csv', '..\\evil.csv', 'C:/evil.csv'])(
    'with %s in it is refused',
    async (name) => {
      // Writers of archives refuse such names as well: it is put in place of another of the same length.
      const stand = 'x'.repeat(name.length);
      const path = await zipOf(join(folder, `${++made}.zip`), { ...ORDINARY, [stand]: 'x' });
      await writeFile(path, Buffer.from((await readFile(path)).toString('latin1').replaceAll(stand, name), 'latin1'));
      expect(await refused(path)).toMatch(/leave its folder|not a ZIP/);
    },
  );

  test('that would unpack to far more than it is, is refused before anything is unpacked', async () => {
    const path = await zipOf(join(folder, 'bomb.zip'), { ...ORDINARY, 'posts/1.opens.csv': Buffer.alloc(20_000_000) });
    expect(await refused(path)).toMatch(/would fill the disk/);
  });

  test('with too many files, or too much in them, is refused', async () => {
    const path = await zipOf(join(folder, 'many.zip'), ORDINARY);
    await expect(openArchive(path, { ...LIMITS, entries: 3 })).rejects.toThrow(/more than 3 files/);
    await expect(openArchive(path, { ...LIMITS, bytes: 1_000 })).rejects.toThrow(/once it is unpacked/);
    await expect(openArchive(path, { ...LIMITS, entryBytes: 100 })).rejects.toThrow(/once it is unpacked/);
  });

  test('whose file is longer than it says is not read to its end', async () => {
    const path = await zipOf(join(folder, 'lies.zip'), ORDINARY);
    const bytes = await readFile(path);
    // In the central directory (APPNOTE 4.3.12) the length unpacked stands 24 bytes in.
    const at = bytes.lastIndexOf('posts/1.opens.csv') - 46;
    bytes.writeUInt32LE(10, at + 24);
    await writeFile(path, bytes);
    const source = await openSubstack(path, () => NOW);
    await expect(source.look(signal, () => {})).rejects.toThrow();
    await source.close();
  });
});
