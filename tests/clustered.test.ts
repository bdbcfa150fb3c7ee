import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recipientsResponse } from '@readout/api-contract';
import { Cluster, PARTITIONS } from './clustered/cluster.ts';
import {
  brokerKilled,
  clickhouseAway,
  comingAndGoing,
  ingestersKilled,
  replayed,
  zombie,
} from './clustered/cluster-faults.ts';
import { RunningProgram } from './clustered/running-program.ts';
import { quarantined } from './faults/newsletter.ts';
import { eventually, temporaryFolder } from './running-readout.ts';

/** An address that nobody listens at. */
const NOBODY = '127.0.0.1:9';

describe('ingester and API as processes of their own', () => {
  test.each(['ingester', 'api'] as const)(
    'the %s names each setting that it lacks, in a sentence',
    async (app) => {
      const { code, stderr } = await RunningProgram.runToEnd(app, {});
      expect(code).toBe(1);
      const lines = stderr.trim().split('\n');
      expect(lines).toHaveLength(3);
      for (const name of ['KAFKA_BROKERS', 'CLICKHOUSE_URL', 'DATABASE_URL']) {
        expect(lines.filter((line) => line.includes(`set ${name}`))).toHaveLength(1);
      }
    },
    60_000,
  );

  test.each([
    ['ingester', ['kafka', 'warehouse', 'catalog']],
    ['api', ['warehouse', 'catalog']],
  ] as const)(
    'the %s starts without what it needs, says what is missing, and once in its log',
    async (app, needed) => {
      const folder = await temporaryFolder();
      const program = await RunningProgram.start(app, {
        READOUT_DATA_DIR: folder.path,
        KAFKA_BROKERS: NOBODY,
        CLICKHOUSE_URL: `http://${NOBODY}`,
        DATABASE_URL: `postgres://somebody:secret@${NOBODY}/readout`,
      });
      expect((await program.get('/healthz')).status).toBe(200);
      const response = await program.get('/readyz');
      expect(response.status).toBe(503);
      const checks = Object.fromEntries(needed.map((name) => [name, 'not answering']));
      expect(await response.json()).toEqual({ ok: false, checks });
      expect(await program.metric('process_start_time_seconds')).toBeGreaterThan(0);
      // Long enough for several attempts.
      await sleep(8_000);
      const end = await program.kill('SIGTERM');
      expect(end?.code).toBe(0);
      const lines = end?.stderr.trim().split('\n') ?? [];
      expect(lines.filter((line) => line.includes('is away: it is waited for'))).toHaveLength(needed.length);
      expect(end?.stderr).not.toContain('secret');
      await folder.remove();
    },
    60_000,
  );
});

describe('the clustered deployment', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.start({ brokers: 3, readers: 30_000 });
  }, 240_000);
  afterAll(() => cluster?.stop(), 60_000);

  test('counts at one API what was made at the other', async () => {
    const [one, other] = [cluster.api(0), cluster.api(1)];
    const { id } = await one.createPublication('Clustered');
    const issue = await other.createIssue(id, '<p><a href="https://example.com/there">there</a></p>');
    const recipients = Array.from({ length: 40 }, (_, at) => ({ reader: `r${at}`, segment: 'free' }));
    const path = `/publications/${id}/issues/${issue.id}/recipients`;
    const { tokens } = await one.call(recipientsResponse, path, { recipients });
    const [first, second] = tokens.map(({ token }) => token);
    const { address } = cluster.parts.collector;
    const headers = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      accept: 'text/html,image/webp,*/*;q=0.8',
      'accept-language': 'en',
      'sec-fetch-mode': 'navigate',
    };
    expect((await fetch(`${address}/o/${issue.id}/${first}.gif`, { headers })).status).toBe(200);
    const click = await fetch(`${address}/c/${issue.links[0]?.id}/${second}`, { headers, redirect: 'manual' });
    expect(click.headers.get('location')).toBe('https://example.com/there');
    for (const api of [one, other]) {
      const { figures } = await eventually(
        () => api.report(id, issue.id),
        (report) => report.figures.clicks === 1 && report.figures.opens === 1 && report.figures.sent === 40,
      );
      expect(figures).toMatchObject({ sent: 40, opens: 1, clicks: 1, readers: 2 });
    }
    // What was recorded at the first is in the warehouse before the publication goes.
    expect((await one.fetch(`/publications/${id}`, { method: 'DELETE' })).ok).toBe(true);
    expect((await other.fetch(`/publications/${id}`)).status).toBe(404);
  }, 60_000);

  test('whoever signs in at one API is signed in at the other', async () => {
    const [one, other] = cluster.parts.apis;
    const code = /#code=(\S+)/.exec(one.said())?.[1];
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code, password: 'a good long password' });
    const options = { method: 'POST', headers: json, body };
    const answer = await fetch(`${one.address}/api/v1/session/setup`, options);
    expect(await answer.json()).toEqual({ state: 'signed_in' });
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const session = () => fetch(`${other.address}/api/v1/session`, { headers: { cookie } });
    expect(await (await session()).json()).toEqual({ state: 'signed_in' });
    // Its own code opens nothing any more.
    const late = /#code=(\S+)/.exec(other.said())?.[1];
    const again = { ...options, body: JSON.stringify({ code: late, password: 'another long password' }) };
    expect((await fetch(`${other.address}/api/v1/session/setup`, again)).status).toBe(409);
    await fetch(`${one.address}/api/v1/session`, { method: 'DELETE', headers: { cookie, origin: one.address } });
    expect(await (await session()).json()).toEqual({ state: 'signed_out' });
  }, 30_000);

  test('a message that is none of ours holds up nobody, and is shown with its reason', async () => {
    const { byHand, collector } = cluster.parts;
    const issues = await cluster.newIssues();
    const { total } = await quarantined(cluster.api(0));
    await issues.ask(collector.address, { most: 300 });
    for (let partition = 0; partition < PARTITIONS; partition++) await byHand.send(partition, 'nobody’s <message>');
    await issues.ask(collector.address, { most: 300 });
    await issues.everythingIsCountedOnce(collector.address, '');
    const after = await quarantined(cluster.api(1));
    expect(after.total).toBe(total + PARTITIONS);
    expect(after.items[0]?.reason).not.toBe('');
    expect(JSON.stringify(after.items[0])).toContain('nobody’s <message>');
  }, 60_000);

  test('ingesters killed before an insert, and between insert and commit: answered is counted, once', async () => {
    await ingestersKilled(cluster, ['before insert', 'before commit']);
  }, 120_000);

  test('an ingester killed while it commits: answered is counted, once', async () => {
    await ingestersKilled(cluster, ['during commit']);
  }, 120_000);

  test('an ingester stopped in a write for longer than its session is fenced: its late write counts nothing twice', async () => {
    await zombie(cluster);
  }, 120_000);

  test.each(['leader', 'other'] as const)(
    'a broker killed (%s of a partition): answered is counted, once',
    async (which) => {
      await brokerKilled(cluster, which);
    },
    120_000,
  );

  test('ClickHouse away for a while: the ingesters say so, and write everything when it is back', async () => {
    await clickhouseAway(cluster, 4_000);
  }, 120_000);

  test('ingesters come and go under load: each ends in order, answered is counted, once', async () => {
    await comingAndGoing(cluster, 4);
  }, 120_000);

  test('the whole topic read once more changes no figure', async () => {
    await replayed(cluster, 'once-more');
  }, 120_000);
});
