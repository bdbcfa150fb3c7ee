import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { type PostgresServer, startPostgres } from '../../../catalog/src/testing/postgres-server.ts';
import { readSource } from '../testing/read-source.ts';
import { openListmonk } from './listmonk-source.ts';

/** As many of listmonk's columns as are read. */
const TABLES = `
  create type subscription as enum ('unconfirmed', 'confirmed', 'unsubscribed');
  create type state as enum ('draft', 'running', 'scheduled', 'paused', 'cancelled', 'finished');
  create type body_kind as enum ('richtext', 'html', 'plain', 'markdown', 'visual');
  create table subscribers (id serial primary key, email text not null, status text not null default 'enabled', created_at timestamptz default now());
  create table campaigns (
    id serial primary key, subject text not null, body text not null, content_type body_kind not null default 'richtext',
    status state not null default 'draft', type text default 'regular', tags varchar(100)[], sent int not null default 0,
    send_at timestamptz, started_at timestamptz, created_at timestamptz default now());
  create table subscriber_lists (subscriber_id int, list_id int, status subscription, updated_at timestamptz default now());
  create table campaign_views (campaign_id int not null, subscriber_id int, created_at timestamptz default now());
  create table links (id serial primary key, url text not null);
  create table link_clicks (campaign_id int, link_id int not null, subscriber_id int, created_at timestamptz default now());`;
const BOUNCES = `
  create type bounce as enum ('soft', 'hard', 'complaint');
  create table bounces (id serial, subscriber_id int not null, campaign_id int, type bounce, created_at timestamptz default now());`;
const ROWS = `
  insert into subscribers (email, created_at) values
    ('a@example.org', '2025-01-01T00:00:00Z'), ('b@example.org', '2025-01-02T00:00:00Z'), ('c@example.org', null);
  insert into campaigns (subject, body, content_type, status, type, tags, sent, started_at) values
    ('First{{ if .X }} now{{ end }}', '<a href="https://example.org/a@TrackLink">x</a>', 'html', 'finished', 'regular', '{News,"A, b"}', 3, '2025-03-02T10:00:00Z'),
    ('Second', '# Two', 'markdown', 'cancelled', 'regular', null, 1, '2025-03-01T10:00:00+02:00'),
    ('Not yet', 'x', 'html', 'scheduled', 'regular', null, 0, null),
    ('Paused at once', 'x', 'html', 'paused', 'regular', null, 0, '2025-03-01T10:00:00Z'),
    ('Confirm', 'x', 'html', 'finished', 'optin', null, 3, '2025-03-01T10:00:00Z');
  insert into subscriber_lists values
    (1, 1, 'unsubscribed', '2025-04-01T00:00:00Z'), (1, 2, 'unsubscribed', '2025-04-02T00:00:00Z'),
    (2, 1, 'unsubscribed', '2025-04-01T00:00:00Z'), (2, 2, 'confirmed', '2025-04-01T00:00:00Z');
  insert into campaign_views values
    (1, 1, '2025-03-02T11:00:00.250Z'), (1, 1, '2025-03-02T12:00:00Z'), (1, null, '2025-03-02T12:00:00Z'), (1, null, '2025-03-02T13:00:00Z'),
    (2, 2, '2025-03-02T12:00:00Z'), (3, 2, '2025-03-02T12:00:00Z');
  insert into links (url) values ('https://example.org/a');
  insert into link_clicks values (1, 1, 2, '2025-03-02T11:01:00Z'), (null, 1, 2, '2025-03-02T11:01:00Z');`;
const BOUNCE_ROWS = `
  insert into bounces (subscriber_id, campaign_id, type, created_at) values
    (1, 1, 'hard', '2025-03-02T10:01:00Z'), (2, 1, 'soft', '2025-03-02T10:01:00Z'), (2, 2, 'complaint', '2025-03-02T10:02:00Z'), (3, null, 'hard', now());`;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server.stop());

async function databaseWith(...statements: readonly string[]): Promise<string> {
  const address = await server.newDatabase();
  const sql = postgres(address, { max: 1 });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
  return address;
}
const at = (text: string) => Date.parse(text);

describe('a database of listmonk', () => {
  test('gives campaigns, people and what readers did', async () => {
    const { found, posts, people, events, oddities } = await readSource(
      await openListmonk(await databaseWith(TABLES, BOUNCES, ROWS, BOUNCE_ROWS)),
    );
    expect(posts).toEqual([
      {
        key: '2',
        title: 'Second',
        subtitle: '',
        sentAt: at('2025-03-01T08:00:00Z'),
        html: '<h1>Two</h1>\n',
        audience: 'everyone',
        tags: [],
      },
      {
        key: '1',
        title: 'First now',
        subtitle: '',
        sentAt: at('2025-03-02T10:00:00Z'),
        html: '<a href="https://example.org/a">x</a>',
        audience: 'everyone',
        tags: ['News', 'A, b'],
      },
    ]);
    const person = { segment: 'free', firstPaymentAt: null, paidUntil: null, plan: '' };
    expect(people).toEqual([
      { ...person, address: 'a@example.org', subscribedAt: at('2025-01-01T00:00:00Z') },
      { ...person, address: 'b@example.org', subscribedAt: at('2025-01-02T00:00:00Z') },
      { ...person, address: 'c@example.org', subscribedAt: null },
    ]);
    expect(events).toEqual([
      { post: '2', kind: 'opened', rows: [{ address: 'b@example.org', time: at('2025-03-02T12:00:00Z') }] },
      { post: '2', kind: 'complained', rows: [{ address: 'b@example.org', time: at('2025-03-02T10:02:00Z') }] },
      {
        post: '1',
        kind: 'opened',
        rows: [
          { address: 'a@example.org', time: at('2025-03-02T11:00:00.250Z') },
          { address: 'a@example.org', time: at('2025-03-02T12:00:00Z') },
        ],
      },
      {
        post: '1',
        kind: 'clicked',
        rows: [{ address: 'b@example.org', time: at('2025-03-02T11:01:00Z'), url: 'https://example.org/a' }],
      },
      { post: '1', kind: 'bounced', rows: [{ address: 'a@example.org', time: at('2025-03-02T10:01:00Z') }] },
      { post: null, kind: 'unsubscribed', rows: [{ address: 'a@example.org', time: at('2025-04-02T00:00:00Z') }] },
    ]);
    expect(found).toMatchObject({
      name: null,
      posts: 2,
      people: 3,
      events: { opened: 3, clicked: 1, bounced: 1, complained: 1, unsubscribed: 1 },
      from: at('2025-03-02T10:01:00Z'),
      to: at('2025-04-02T00:00:00Z'),
    });
    expect(oddities).toEqual({
      'draft of campaigns': 2,
      'unknown_kind of campaigns': 1,
      'recipients_not_kept of campaigns': 2,
      'unreadable_address of campaign_views': 2,
      'unknown_post of campaign_views': 1,
      'unknown_post of link_clicks': 1,
      'unknown_post of bounces': 1,
      'unknown_kind of bounces': 1,
      agent_not_kept: 4,
    });
    expect(JSON.stringify(found)).not.toContain('@');
  });

  test('is read by the role that the document makes, which can do no more', async () => {
    const document = await readFile(new URL('../../../../docs/import-listmonk.md', import.meta.url), 'utf8');
    const grants = /```sql\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
    const address = new URL(await databaseWith(TABLES, BOUNCES, ROWS, BOUNCE_ROWS, grants));
    const owner = postgres(address.href, { max: 1 });
    [address.username, address.password] = ['readout_reader', 'secret'];
    try {
      const { found, people } = await readSource(await openListmonk(address.href));
      expect([found.posts, people.length]).toEqual([2, 3]);
      await owner`revoke select on links from readout_reader`;
      await expect(readSource(await openListmonk(address.href))).rejects.toThrow('Grant it SELECT');
    } finally {
      await owner.unsafe('drop owned by readout_reader; drop role readout_reader;');
      await owner.end();
    }
  });

  test('with many views gives them in chunks, each once', async () => {
    const { events } = await readSource(
      await openListmonk(
        await databaseWith(
          TABLES,
          ROWS,
          `insert into campaign_views select 1, 1 + n % 3, timestamptz '2025-03-03' + n * interval '1 second' from generate_series(1, 12000) as n`,
        ),
      ),
    );
    const opened = events.filter(({ post, kind }) => post === '1' && kind === 'opened');
    expect(opened.map(({ rows }) => rows.length)).toEqual([5_000, 5_000, 2_002]);
    expect(new Set(opened.flatMap(({ rows }) => rows.map(({ time }) => time))).size).toBe(12_002);
  });

  test('that is none of its own is refused with what to do', async () => {
    await expect(openListmonk(await databaseWith())).rejects.toThrow('has not the tables of listmonk');
    const address = new URL(await server.newDatabase());
    address.password = 'other';
    await expect(openListmonk(address.href)).rejects.toThrow('does not let this user in');
    await expect(openListmonk('postgres://x:y@127.0.0.1:1/listmonk')).rejects.toThrow(
      'cannot be reached (ECONNREFUSED)',
    );
    await expect(openListmonk('mysql://localhost/x')).rejects.toThrow('postgres://reader:secret@');
  });

  test('is let go when nobody wants it any more', async () => {
    const source = await openListmonk(await databaseWith(TABLES, ROWS));
    await expect(source.look(AbortSignal.abort(), () => {})).rejects.toThrow('aborted');
    const stop = new AbortController();
    const events = source.events(stop.signal)[Symbol.asyncIterator]();
    await events.next();
    stop.abort();
    await expect(events.next()).rejects.toThrow('aborted');
    // The connection is free again, and in no transaction.
    const posts = [];
    for await (const { key } of source.posts(new AbortController().signal)) posts.push(key);
    expect(posts).toEqual(['2', '1']);
    await source.close();
  });
});
