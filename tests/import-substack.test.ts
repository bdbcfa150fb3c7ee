import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  attributionView,
  type ImportView,
  importView,
  issueList,
  revenueView,
  trialsView,
} from '@readout/api-contract';
import { ZipFile } from 'yazl';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const DAY_MS = 86_400_000;
/** A while ago, so that the pages on growth still tell of it. */
const BEGIN = Math.floor(Date.now() / DAY_MS - 40) * DAY_MS + 21_600_000;
const PEOPLE = 240;
const AGENTS = {
  prefetched: 'Mozilla/5.0',
  proxied: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  human:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
} as const;
type Verdict = keyof typeof AGENTS;

/** An export, and what a plain count over its rows gives. */
interface Export {
  readonly path: string;
  readonly issues: ReadonlyMap<
    string,
    { delivered: number; premium: number; readers: number; opens: Record<Verdict, number> }
  >;
  /** Days on which somebody paid for the first time. */
  readonly paid: number;
}

/** The first so many issues of a newsletter; a larger number gives a newer export, with later opens of older issues too. */
async function writeExport(path: string, issues: number, isNewer = false): Promise<Export> {
  const zip = new ZipFile();
  const add = (name: string, lines: readonly string[]) => zip.addBuffer(Buffer.from(`${lines.join('\n')}\n`), name);
  const at = (time: number) => new Date(time).toISOString();
  const address = (person: number) => `reader.${person}@mail${person % 3}.example`;
  const isPaying = (person: number) => person % 8 === 0;
  const paid = Array.from({ length: PEOPLE }, (_, person) => person).filter(isPaying).length;
  const counted = new Map<string, Export['issues'] extends ReadonlyMap<string, infer Count> ? Count : never>();
  const posts = ['post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle'];
  for (let issue = 0; issue < issues; issue++) {
    const sentAt = BEGIN + issue * DAY_MS;
    const audience = issue % 2 === 1 ? 'only_paid' : 'everyone';
    const title = isNewer && issue === 2 ? 'Issue 2 called otherwise' : `Issue ${issue}`;
    posts.push(
      `${9_000 + issue}.issue-${issue},${at(sentAt)},true,${at(sentAt)},newsletter,${audience},${title},Of the sea`,
    );
    zip.addBuffer(
      Buffer.from(
        `<h2>Ebb</h2><p><a href="https://example.org/${issue}">ebb</a></p><div class="paywall-jump"></div><h2>Flood</h2><p>${isNewer && issue === 3 ? 'y' : 'x'}</p>`,
      ),
      `posts/${9_000 + issue}.issue-${issue}.html`,
    );
    const deliveries = ['post_id,timestamp,email,post_type,post_audience,active_subscription'];
    const opens = [
      'post_id,timestamp,email,post_type,post_audience,active_subscription,country,city,region,device_type,client_os,client_type,user_agent',
    ];
    const readers = new Set<number>();
    const seen = { prefetched: 0, proxied: 0, human: 0 };
    let premium = 0;
    for (let person = 0; person < PEOPLE; person++) {
      if (isPaying(person)) premium++;
      deliveries.push(
        `x,${at(sentAt + person)},${address(person)},newsletter,${audience},${isPaying(person) ? 'TRUE' : 'false'}`,
      );
      const verdict = (['prefetched', 'proxied', 'human'] as const)[person % 3] ?? 'human';
      // Some open twice; of a newer export the second time is new for all issues.
      for (let time = 0; time < (person % 5 === 0 && isNewer ? 2 : 1); time++) {
        if ((person + issue) % 4 === 0) continue;
        seen[verdict]++;
        if (verdict !== 'prefetched') readers.add(person);
        opens.push(
          `x,${at(sentAt + 3_600_000 + person * 1_000 + time * DAY_MS)},${address(person)},newsletter,${audience},false,ES,"A town, somewhere",,desktop,x,email,"${AGENTS[verdict]}"`,
        );
      }
    }
    // The same row twice counts once.
    opens.push(opens[1] ?? '');
    counted.set(title, { delivered: PEOPLE, premium, readers: readers.size, opens: seen });
    add(`posts/${9_000 + issue}.delivers.csv`, deliveries);
    add(`posts/${9_000 + issue}.opens.csv`, opens);
  }
  add('posts.csv', posts);
  const list = Array.from({ length: PEOPLE }, (_, person) => {
    const paidAt = isPaying(person) ? at(BEGIN + (person % 10) * DAY_MS + 7_200_000) : '';
    return `${address(person)},${isPaying(person)},${isPaying(person) ? at(BEGIN + 900 * DAY_MS) : ''},monthly,false,${at(BEGIN - DAY_MS + person * 60_000)},${paidAt}`;
  });
  add('email_list.tide.csv', [
    'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at',
    ...list,
  ]);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return { path, issues: counted, paid };
}

describe('an export of Substack', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let data: string;
  let readout: RunningReadout;
  let older: Export;
  let newer: Export;
  beforeAll(async () => {
    folder = await temporaryFolder();
    data = join(folder.path, 'data');
    older = await writeExport(join(folder.path, 'older.zip'), 8);
    newer = await writeExport(join(folder.path, 'newer.zip'), 10, true);
    readout = await RunningReadout.start(data);
  }, 120_000);
  afterAll(async () => {
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const imports = (publication: string) => `/publications/${publication}/imports`;

  /** Makes an import of a file, looked through. */
  async function ready(publication: string, file: string): Promise<ImportView> {
    const { id } = await readout.call(importView, imports(publication), { format: 'substack' });
    const path = `${imports(publication)}/${id}`;
    const sent = await fetch(`${readout.address}/api/v1${path}/files/export.zip`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${OWNER_KEY}`, 'content-type': 'application/octet-stream' },
      body: await readFile(file),
    });
    expect(sent.status).toBe(200);
    await readout.call(importView, `${path}/look`, {});
    return ended(path, 'looking');
  }

  const ended = (path: string, state: string) =>
    eventually(
      () => readout.call(importView, path),
      (view) => view.state !== state,
      120_000,
    );

  async function imported(publication: string, file: string): Promise<ImportView> {
    const { id, problem } = await ready(publication, file);
    expect(problem).toBeNull();
    await readout.call(importView, `${imports(publication)}/${id}/start`, {});
    return ended(`${imports(publication)}/${id}`, 'running');
  }

  /** All that pages show of it, by the issues' titles. */
  async function figuresOf(publication: string) {
    const { items } = await readout.call(issueList, `/publications/${publication}/issues?limit=100`);
    const trials = await readout.call(trialsView, `/publications/${publication}/growth/trials`);
    const figures = items.map(({ title, hasPaywall, sentAt, audience, figures }) => [
      title,
      { hasPaywall, sentAt, audience, figures },
    ]);
    return { issues: Object.fromEntries(figures), trials: { ...trials, asOf: null } };
  }

  /** Against the plain count over the files. */
  async function expectCounted(publication: string, { issues }: Export) {
    const { items } = await readout.call(issueList, `/publications/${publication}/issues?limit=100`);
    expect(items).toHaveLength(issues.size);
    for (const { title, figures } of items) {
      const plain = issues.get(title);
      expect(figures).toMatchObject({ sent: plain?.delivered, delivered: plain?.delivered, readers: plain?.readers });
      expect(figures.opensByVerdict).toEqual({ ...plain?.opens, scanner: 0, unclear: 0 });
    }
  }

  test('is counted as a plain count over its files counts it, and once however often it is imported', async () => {
    const { id } = await readout.createPublication('Tide');
    const first = await imported(id, older.path);
    expect(first).toMatchObject({ state: 'done', problem: null, found: { name: 'tide', posts: 8, people: PEOPLE } });
    const opened = [...older.issues.values()].reduce(
      (sum, { opens }) => sum + opens.human + opens.proxied + opens.prefetched,
      0,
    );
    expect(first.counts).toEqual({
      issues: 8,
      readers: PEOPLE,
      events: opened + 8 * PEOPLE + PEOPLE,
      statements: 2 * older.paid,
      known: 0,
      leftOut: 8,
      retitled: 0,
      kept: 0,
    });
    await expectCounted(id, older);
    const before = await figuresOf(id);
    const again = await imported(id, older.path);
    expect(again.counts).toMatchObject({ events: 0, statements: 0, known: opened + 8 * PEOPLE + PEOPLE + older.paid });
    expect(await figuresOf(id)).toEqual(before);
  }, 240_000);

  test('that is newer adds what is new, also after a crash in the middle: as if it alone had been imported', async () => {
    const clean = (await readout.createPublication('Clean')).id;
    await imported(clean, newer.path);
    await expectCounted(clean, newer);
    const broken = (await readout.createPublication('Broken')).id;
    await imported(broken, older.path);
    const job = await ready(broken, newer.path);
    expect(job.found?.oddities).toEqual(
      expect.arrayContaining([
        { kind: 'changed_title', file: '', count: 1, examples: ['Issue 2 called otherwise'] },
        { kind: 'changed_text', file: '', count: 1, examples: ['Issue 3'] },
      ]),
    );
    const path = `${imports(broken)}/${job.id}`;
    await readout.call(importView, `${path}/start`, {});
    await eventually(
      () => readout.call(importView, path),
      ({ state, progress }) => state !== 'running' || progress?.step !== 'looking',
    );
    await readout.kill('SIGKILL');
    readout = await RunningReadout.start(data);
    const stopped = await readout.call(importView, path);
    if (stopped.state !== 'done') {
      expect(stopped).toMatchObject({ state: 'stopped', problem: expect.stringMatching(/goes on where it was/) });
      await readout.call(importView, `${path}/start`, {});
      expect(await ended(path, 'running')).toMatchObject({ state: 'done' });
    }
    // What was counted in the moment of the crash is lost, as the new title may be; that it was written is seen below.
    expect((await readout.call(importView, path)).counts).toMatchObject({ kept: 1 });
    await expectCounted(broken, newer);
    const [one, other] = [await figuresOf(broken), await figuresOf(clean)];
    expect(one).toEqual(other);
  }, 240_000);

  test('can be cancelled, and gone on with', async () => {
    const { id } = await readout.createPublication('Cancelled');
    const { id: job } = await ready(id, newer.path);
    const path = `${imports(id)}/${job}`;
    await readout.call(importView, `${path}/start`, {});
    const cancelled = await readout.fetch(`${path}/cancel`, { body: {} });
    expect(cancelled.status).toBe(200);
    expect(await readout.call(importView, path)).toMatchObject({ state: 'stopped', problem: null, progress: null });
    await readout.call(importView, `${path}/start`, {});
    expect(await ended(path, 'running')).toMatchObject({ state: 'done' });
    await expectCounted(id, newer);
  }, 240_000);

  test('attributes first payments to the issue before them', async () => {
    const { id } = await readout.createPublication('Payments');
    await imported(id, older.path);
    const view = await readout.call(attributionView, `/publications/${id}/growth/attribution`);
    // Whoever paid on the day of an issue, or within a week after the last one.
    const plain = new Map<string, number>();
    for (let person = 0; person < PEOPLE; person += 8) {
      const title = `Issue ${Math.min(person % 10, 7)}`;
      plain.set(title, (plain.get(title) ?? 0) + 1);
    }
    expect(new Map(view.issues.map(({ title, converted }) => [title, converted]))).toEqual(plain);
    expect(view.touches.find(({ touch }) => touch === 'told')).toMatchObject({
      last: older.paid,
      converted: older.paid,
    });
    // How much it was nobody knows, so that there is no revenue, and none is made up.
    expect((await readout.call(revenueView, `/publications/${id}/growth/revenue`)).currencies).toEqual([]);
  }, 240_000);

  test('leaves no address on the disk or in what is logged, and no file of its own', async () => {
    const found: string[] = [];
    let files = 0;
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files++;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const content = await readFile(path).catch(() => Buffer.alloc(0));
      if (content.includes('reader.8@') || content.includes('reader.17@mail')) found.push(path);
    }
    expect(files).toBeGreaterThan(20);
    expect(found).toEqual([]);
    expect(await readdir(join(data, 'imports'))).toEqual([]);
    const { stdout, stderr } = await readout.kill('SIGTERM');
    expect(`${stdout}${stderr}`).not.toContain('@mail');
  }, 120_000);
});
