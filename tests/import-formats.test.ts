import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ImportView, importView, issueList, type NewImportRequest } from '@readout/api-contract';
import postgres from 'postgres';
import { type PostgresServer, startPostgres } from '../packages/catalog/src/testing/postgres-server.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const DAY_MS = 86_400_000;
const SECOND = 1_000;
const BEGIN = Math.floor(Date.now() / DAY_MS - 40) * DAY_MS + 21_600_000;
const PEOPLE = 60;

/** What happened, as each of the formats tells it: who opened which issue when, so long after it was sent. */
interface Open {
  readonly issue: number;
  readonly person: number;
  readonly after: number;
}

/** Every third opens within seconds of delivery, where nobody can tell who it was. */
function opensOf(issues: number, isNewer: boolean): readonly Open[] {
  const opens: Open[] = [];
  for (let issue = 0; issue < issues; issue++) {
    for (let person = 0; person < PEOPLE; person++) {
      if ((person + issue) % 4 === 0) continue;
      const after = person % 3 === 0 ? 4 * SECOND : 3_600_000 + person * SECOND;
      opens.push({ issue, person, after });
      if (isNewer && person % 5 === 0) opens.push({ issue, person, after: DAY_MS + person * SECOND });
    }
  }
  return opens;
}

const address = (person: number) => `reader.${person}@mail.example`;
const at = (time: number) => new Date(time).toISOString();
const sentAt = (issue: number) => BEGIN + issue * DAY_MS;
const html = (issue: number) => `<h2>Part</h2><p><a href="https://example.org/${issue}">there</a></p>`;

/** Distinct readers and opens of each issue, counted over what was written down. */
function plainly(opens: readonly Open[], knowsDelivery: boolean) {
  const counts = new Map<string, { readers: Set<number>; human: number; unclear: number }>();
  for (const { issue, person, after } of opens) {
    const count = counts.get(`Issue ${issue}`) ?? { readers: new Set(), human: 0, unclear: 0 };
    counts.set(`Issue ${issue}`, count);
    if (knowsDelivery && after <= 10 * SECOND) count.unclear++;
    else {
      count.human++;
      count.readers.add(person);
    }
  }
  return Object.fromEntries(
    [...counts].map(([title, { readers, human, unclear }]) => [title, { readers: readers.size, human, unclear }]),
  );
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let readout: RunningReadout;
let server: PostgresServer;
beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startPostgres();
  readout = await RunningReadout.start(join(folder.path, 'data'));
}, 180_000);
afterAll(async () => {
  await readout?.kill('SIGTERM');
  await server?.stop();
  await folder.remove();
});

const ended = (path: string, state: string) =>
  eventually(
    () => readout.call(importView, path),
    (view) => view.state !== state,
    120_000,
  );

async function ready(publication: string, request: NewImportRequest, content: string | null): Promise<string> {
  const { id } = await readout.call(importView, `/publications/${publication}/imports`, request);
  const path = `/publications/${publication}/imports/${id}`;
  if (content !== null) {
    const name = request.format === 'ghost' ? 'export.json' : 'opens.csv';
    const sent = await fetch(`${readout.address}/api/v1${path}/files/${name}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${OWNER_KEY}`, 'content-type': 'application/octet-stream' },
      body: content,
    });
    expect(sent.status).toBe(200);
  }
  await readout.call(importView, `${path}/look`, {});
  const looked = await ended(path, 'looking');
  if (request.format !== 'table') return path;
  // The columns are taken for what they are, and that is what is asked for.
  const guess = looked.columns?.guess;
  expect(guess).toMatchObject({ address: 'Email', time: 'When', title: 'Subject', kind: 'Event' });
  await readout.call(importView, `${path}/look`, { mapping: guess });
  await ended(path, 'looking');
  return path;
}

async function imported(publication: string, request: NewImportRequest, content: string | null): Promise<ImportView> {
  const path = await ready(publication, request, content);
  await readout.call(importView, `${path}/start`, {});
  const done = await ended(path, 'running');
  expect(done).toMatchObject({ state: 'done', problem: null });
  return done;
}

async function figuresOf(publication: string) {
  const { items } = await readout.call(issueList, `/publications/${publication}/issues?limit=100`);
  return Object.fromEntries(
    items.map(({ title, figures: { readers, opensByVerdict: opens, delivered } }) => [
      title,
      { readers, human: opens.human, unclear: opens.unclear, delivered },
    ]),
  );
}

function ghostExport(issues: number, opens: readonly Open[]): string {
  const first = new Map(opens.toReversed().map((open) => [`${open.issue} ${open.person}`, open]));
  const all = Array.from({ length: issues }, (_, issue) => issue);
  const data = {
    posts: all.map((issue) => ({
      id: `p${issue}`,
      title: `Issue ${issue}`,
      html: html(issue),
      type: 'post',
      status: 'published',
      visibility: 'public',
      published_at: at(sentAt(issue)),
    })),
    emails: all.map((issue) => ({ id: `m${issue}`, post_id: `p${issue}` })),
    email_recipients: all.flatMap((issue) =>
      Array.from({ length: PEOPLE }, (_, person) => {
        const open = first.get(`${issue} ${person}`);
        return {
          id: `r${issue}.${person}`,
          email_id: `m${issue}`,
          member_email: address(person),
          processed_at: at(sentAt(issue)),
          delivered_at: at(sentAt(issue)),
          opened_at: open === undefined ? null : at(sentAt(issue) + open.after),
          failed_at: null,
        };
      }),
    ),
  };
  return JSON.stringify({ db: [{ meta: {}, data }] });
}

function tableOf(issues: number, opens: readonly Open[]): string {
  const rows = ['Email,When,Subject,Event'];
  for (let issue = 0; issue < issues; issue++) {
    for (let person = 0; person < PEOPLE; person++)
      rows.push(`${address(person)},${at(sentAt(issue))},Issue ${issue},delivered`);
  }
  for (const { issue, person, after } of opens)
    rows.push(`${address(person)},${at(sentAt(issue) + after)},Issue ${issue},open`);
  return rows.join('\n');
}

test.each(['ghost', 'table'] as const)(
  '%s: figures are those of a plain count, once, again and newer, after a crash too',
  async (format) => {
    const write = format === 'ghost' ? ghostExport : tableOf;
    // Of a message Ghost keeps the first open only.
    const [older, newer] = [opensOf(3, false), opensOf(4, format === 'table')];
    const { id } = await readout.createPublication(`${format} one`);
    const withDeliveries = (counts: ReturnType<typeof plainly>) =>
      Object.fromEntries(Object.entries(counts).map(([title, count]) => [title, { ...count, delivered: PEOPLE }]));
    const first = await imported(id, { format }, write(3, older));
    expect(first.found?.oddities.find(({ kind }) => kind === 'agent_not_kept')?.count).toBe(older.length);
    expect(await figuresOf(id)).toEqual(withDeliveries(plainly(older, true)));
    expect((await imported(id, { format }, write(3, older))).counts).toMatchObject({ events: 0 });
    const path = await ready(id, { format }, write(4, newer));
    await readout.call(importView, `${path}/start`, {});
    if (format === 'table') {
      await readout.kill('SIGKILL');
      readout = await RunningReadout.start(join(folder.path, 'data'));
      if ((await readout.call(importView, path)).state !== 'done') await readout.call(importView, `${path}/start`, {});
    }
    expect(await ended(path, 'running')).toMatchObject({ state: 'done' });
    expect(await figuresOf(id)).toEqual(withDeliveries(plainly(newer, true)));
    const clean = (await readout.createPublication(`${format} clean`)).id;
    await imported(clean, { format }, write(4, newer));
    expect(await figuresOf(clean)).toEqual(await figuresOf(id));
  },
  240_000,
);

test('listmonk: figures are those of a plain count, once, again and with what came since', async () => {
  const database = await server.newDatabase();
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  const request = { format: 'listmonk', database } as const;
  try {
    await sql.unsafe(`
      create table subscribers (id int primary key, email text, status text default 'enabled', created_at timestamptz default now());
      create table campaigns (id int primary key, subject text, body text, content_type text default 'html', status text default 'finished',
        type text default 'regular', tags varchar(100)[], sent int default 0, send_at timestamptz, started_at timestamptz, created_at timestamptz default now());
      create table subscriber_lists (subscriber_id int, list_id int, status text, updated_at timestamptz default now());
      create table campaign_views (campaign_id int, subscriber_id int, created_at timestamptz);
      create table links (id int primary key, url text);
      create table link_clicks (campaign_id int, link_id int, subscriber_id int, created_at timestamptz);`);
    for (let person = 0; person < PEOPLE; person++)
      await sql`insert into subscribers (id, email) values (${person + 1}, ${address(person)})`;
    const add = async (opens: readonly Open[], issues: readonly number[]) => {
      for (const issue of issues)
        await sql`insert into campaigns (id, subject, body, sent, started_at) values (${issue + 1}, ${`Issue ${issue}`}, ${html(issue)}, ${PEOPLE}, ${at(sentAt(issue))})`;
      for (const { issue, person, after } of opens)
        await sql`insert into campaign_views values (${issue + 1}, ${person + 1}, ${at(sentAt(issue) + after)})`;
    };
    const [older, newer] = [opensOf(2, false), opensOf(3, true)];
    const { id } = await readout.createPublication('listmonk');
    const plain = (opens: readonly Open[]) =>
      Object.fromEntries(
        Object.entries(plainly(opens, false)).map(([title, count]) => [title, { ...count, delivered: 0 }]),
      );
    await add(older, [0, 1]);
    await imported(id, request, null);
    expect(await figuresOf(id)).toEqual(plain(older));
    expect((await imported(id, request, null)).counts).toMatchObject({ events: 0 });
    const isThere = new Set(older.map((open) => JSON.stringify(open)));
    await add(
      newer.filter((open) => !isThere.has(JSON.stringify(open))),
      [2],
    );
    await imported(id, request, null);
    expect(await figuresOf(id)).toEqual(plain(newer));
  } finally {
    await sql.end();
  }
}, 240_000);
