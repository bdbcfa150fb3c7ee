import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateScheduleRequest, ScheduleRunView } from '@readout/api-contract';
import { Webhook } from 'standardwebhooks';
import { Inbox } from '../../../../packages/delivery/src/testing/inbox.ts';
import { Receiver } from '../../../../packages/delivery/src/testing/receiver.ts';
import type { DeliverySettings } from '../dependencies.ts';
import { type ApiInTest, startApi, startApiOver } from '../testing/api-in-test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const time = Date.parse;
const inbox = new Inbox();
const receiver = new Receiver();
let base = '';
let delivery: DeliverySettings;
let api: ApiInTest;
let publication = '';
let path = '';

beforeAll(async () => {
  await Promise.all([inbox.open(), receiver.open()]);
  base = await mkdtemp(join(tmpdir(), 'readout-schedules-'));
  delivery = {
    lookEveryMs: null,
    workDirectory: join(base, 'outgoing'),
    folder: join(base, 'out'),
    allowsPrivateTargets: true,
    mail: { host: '127.0.0.1', port: inbox.port, tls: 'off', login: null, from: 'Readout <readout@example.com>' },
  };
  api = await startApi({ delivery });
}, 60_000);
afterAll(async () => {
  await api.close();
  await Promise.all([inbox.close(), receiver.close()]);
  await rm(base, { recursive: true, force: true });
});

beforeEach(async () => {
  inbox.judge = () => null;
  inbox.arrived.length = 0;
  receiver.taken.length = 0;
  receiver.answers = [];
  api.now = time('2026-03-02T05:00:00Z');
  publication = (
    await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide', timeZone: 'Europe/Madrid' } })
  ).json.id;
  path = `/api/v1/publications/${publication}/schedules`;
});

const weekly: CreateScheduleRequest = {
  name: 'Weekly figures',
  what: { report: { kind: 'growth', formats: ['xlsx'] } },
  cadence: { every: 'week', weekday: 1, hour: 7 },
  destination: { by: 'email', to: ['ana@example.com'] },
};
const create = async (changes: Partial<CreateScheduleRequest> = {}) => {
  const { status, json } = await api.call('POST', path, { body: { ...weekly, ...changes } });
  expect([status, json.detail]).toEqual([201, undefined]);
  return json;
};
/** What is due at a moment is carried out. */
const at = async (iso: string, of: ApiInTest = api) => {
  of.now = time(iso);
  await of.server.runSchedules();
};
const runs = async (id: string): Promise<readonly ScheduleRunView[]> =>
  (await api.call('GET', `${path}/${id}/runs`)).json.items;
const oneRun = async (id: string): Promise<ScheduleRunView> => {
  const [run, ...more] = await runs(id);
  expect(more).toEqual([]);
  if (run === undefined) throw new Error('there is no run');
  return run;
};
const remove = async (id: string) => expect((await api.call('DELETE', `${path}/${id}`)).status).toBe(204);

describe('a schedule by the calendar', () => {
  test('sends its report once when it is due, and says so', async () => {
    const schedule = await create();
    expect(schedule).toMatchObject({ nextRunAt: '2026-03-02T06:00:00.000Z', lastRun: null, isPaused: false });
    await at('2026-03-02T05:59:59Z');
    expect(await runs(schedule.id)).toEqual([]);
    await at('2026-03-02T06:00:10Z');
    await at('2026-03-02T06:00:40Z');
    expect(inbox.arrived.map(({ to, from }) => [from, to])).toEqual([['readout@example.com', ['ana@example.com']]]);
    expect(inbox.arrived[0]?.text).toMatch(/filename=2026-03-02_growth_Weekly-figures_\w+\.xlsx/);
    expect(await oneRun(schedule.id)).toMatchObject({
      cause: 'time',
      dueAt: '2026-03-02T06:00:00.000Z',
      state: 'done',
      attempts: 1,
      missed: 0,
      reason: null,
      files: [{ name: expect.stringMatching(/\.xlsx$/), sha256: expect.stringMatching(/^[\da-f]{64}$/) }],
    });
    const { items } = (await api.call('GET', path)).json;
    expect(items[0]).toMatchObject({ nextRunAt: '2026-03-09T06:00:00.000Z', lastRun: { state: 'done' } });
    const log = (await api.call('GET', `/api/v1/publications/${publication}/exports`)).json.items;
    expect(log).toMatchObject([
      { actor: 'schedule', key: 'Weekly figures', what: 'report', format: 'xlsx', outcome: 'done' },
    ]);
    await remove(schedule.id);
  }, 30_000);

  test('is caught up once after an outage: at the last time, with how many it stands for', async () => {
    const schedule = await create();
    await at('2026-03-02T06:00:10Z');
    await at('2026-03-26T12:00:00Z');
    const found = await runs(schedule.id);
    expect(found.map(({ dueAt, missed }) => [dueAt, missed])).toEqual([
      ['2026-03-23T06:00:00.000Z', 2],
      ['2026-03-02T06:00:00.000Z', 0],
    ]);
    expect(inbox.arrived).toHaveLength(2);
    expect(inbox.arrived[1]?.text.replaceAll('=\r\n', '')).toMatch(/Readout was away at the 2 times before/);
    await remove(schedule.id);
  }, 30_000);

  test('runs once on each of the days on which clocks change', async () => {
    const schedule = await create({
      what: { export: { what: 'issues', format: 'csv' } },
      cadence: { every: 'week', weekday: 7, hour: 2 },
    });
    // Every quarter of an hour through the nights of both changes in Madrid.
    for (const night of ['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z']) {
      const from = time(night) - HOUR;
      api.now = from;
      await api.call('PATCH', `${path}/${schedule.id}`, { body: { isPaused: true } });
      await api.call('PATCH', `${path}/${schedule.id}`, { body: { isPaused: false } });
      for (let now = from; now < from + 5 * HOUR; now += HOUR / 4) await at(new Date(now).toISOString());
    }
    const found = await runs(schedule.id);
    expect(found.map(({ dueAt, startedAt, missed }) => [dueAt, startedAt, missed])).toEqual([
      ['2026-10-25T00:00:00.000Z', '2026-10-25T00:00:00.000Z', 0],
      ['2026-03-29T01:00:00.000Z', '2026-03-29T01:00:00.000Z', 0],
    ]);
    await remove(schedule.id);
  }, 60_000);

  test('that was paused does not catch up, and runs when it is wanted now', async () => {
    const schedule = await create();
    await api.call('PATCH', `${path}/${schedule.id}`, { body: { isPaused: true } });
    await at('2026-03-10T12:00:00Z');
    const resumed = await api.call('PATCH', `${path}/${schedule.id}`, { body: { isPaused: false } });
    expect(resumed.json).toMatchObject({ isPaused: false, nextRunAt: '2026-03-16T06:00:00.000Z' });
    await at('2026-03-10T12:01:00Z');
    expect(await runs(schedule.id)).toEqual([]);
    const { status, json } = await api.call('POST', `${path}/${schedule.id}/runs`);
    expect([status, json.cause]).toEqual([201, 'now']);
    await settled(schedule.id);
    expect(inbox.arrived).toHaveLength(1);
    // What was wanted in between stands for nothing that is due.
    await at('2026-03-16T06:00:00Z');
    expect((await runs(schedule.id)).map(({ cause, missed }) => [cause, missed])).toEqual([
      ['time', 0],
      ['now', 0],
    ]);
    await remove(schedule.id);
  }, 30_000);
});

/** Waits for what was begun meanwhile. */
async function settled(id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await runs(id)).every(({ endedAt, nextAttemptAt }) => endedAt !== null || nextAttemptAt !== null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it does not come to an end');
}

describe('a schedule after each issue', () => {
  test('reports on each once, when it has settled, and on none that was sent before it was made', async () => {
    const issue = async (title: string, sentAt: string) =>
      (
        await api.call('POST', `/api/v1/publications/${publication}/issues`, {
          body: { title, sentAt, editions: [{ edition: 'whole', html: '<h1>Tide</h1>' }] },
        })
      ).json.id;
    await issue('Long ago', '2026-02-20T06:00:00Z');
    const schedule = await create({
      name: 'After a day',
      what: { report: { kind: 'issue', formats: ['xlsx'] }, export: { what: 'links', format: 'csv' } },
      cadence: { every: 'issue', afterHours: 24 },
    });
    expect(schedule.nextRunAt).toBeNull();
    const first = await issue('The first', '2026-03-02T06:00:00Z');
    const second = await issue('The second', '2026-03-03T06:00:00Z');
    expect((await api.call('GET', path)).json.items[0].nextRunAt).toBe('2026-03-03T06:00:00.000Z');
    await at('2026-03-03T05:59:00Z');
    expect(await runs(schedule.id)).toEqual([]);
    await at('2026-03-03T06:00:00Z');
    await at('2026-03-03T06:00:30Z');
    expect((await oneRun(schedule.id)).issue).toEqual({ id: first, title: 'The first' });
    expect(inbox.arrived).toHaveLength(1);
    expect(inbox.arrived[0]?.text).toContain(`2026-03-03_issue_${first}_After-a-day`);
    // Away for a day: what settled meanwhile is made up for.
    await at('2026-03-05T12:00:00Z');
    expect((await runs(schedule.id)).map((run) => run.issue?.id)).toEqual([second, first]);
    // Written down years later, as an import does: nobody waits for it.
    await issue('Found in a drawer', '2026-03-04T06:00:00Z');
    await at('2026-04-20T12:00:00Z');
    expect(await runs(schedule.id)).toHaveLength(2);
    await remove(schedule.id);
  }, 60_000);
});

describe('two that look at one catalog', () => {
  test('never run one thing twice', async () => {
    const other = await startApiOver(api, { delivery: { ...delivery, workDirectory: join(base, 'other') } });
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push((await create({ what: { export: { what: 'issues', format: 'csv' } } })).id);
    await Promise.all([at('2026-03-02T06:00:10Z'), at('2026-03-02T06:00:10Z', other)]);
    await Promise.all([at('2026-03-02T06:05:10Z'), at('2026-03-02T06:05:10Z', other)]);
    // Two files at a time are made by one of them: what waited for that has been tried again by now.
    await Promise.all([at('2026-03-02T06:30:00Z'), at('2026-03-02T06:30:00Z', other)]);
    await at('2026-03-02T12:00:00Z');
    expect(inbox.arrived).toHaveLength(6);
    const named = inbox.arrived.map(({ text }) => /Weekly-figures_(\w+)\.csv/.exec(text)?.[1]);
    expect(named.toSorted()).toEqual(ids.toSorted());
    for (const id of ids) {
      expect(await oneRun(id)).toMatchObject({ state: 'done' });
      await remove(id);
    }
    await other.close();
  }, 60_000);
});

describe('a message that does not arrive', () => {
  test('is tried again after growing pauses, and given up in the end, with the words of the server', async () => {
    const schedule = await create({ what: { export: { what: 'issues', format: 'csv' } } });
    inbox.judge = () => ({ code: 451, message: 'Come back later' });
    let now = time('2026-03-02T06:00:00Z');
    const pauses: (number | null)[] = [];
    for (let n = 0; n < 8; n++) {
      await at(new Date(now).toISOString());
      const { nextAttemptAt } = await oneRun(schedule.id);
      pauses.push(nextAttemptAt === null ? null : (time(nextAttemptAt) - now) / 60_000);
      now = nextAttemptAt === null ? now + DAY / 8 : time(nextAttemptAt);
    }
    expect(pauses).toEqual([1, 5, 30, 120, 480, null, null, null]);
    const run = await oneRun(schedule.id);
    expect(run).toMatchObject({ state: 'failed', attempts: 6, reason: '127.0.0.1: 451 Come back later' });
    inbox.judge = () => null;
    expect((await api.call('POST', `${path}/${schedule.id}/runs/${run.id}/retry`)).json.state).toBe('waiting');
    await settled(schedule.id);
    expect(await oneRun(schedule.id)).toMatchObject({ state: 'done', attempts: 7, reason: null });
    expect(inbox.arrived).toHaveLength(1);
    const again = await api.call('POST', `${path}/${schedule.id}/runs/${run.id}/retry`);
    expect([again.status, again.json.code]).toEqual([409, 'conflict']);
    await remove(schedule.id);
  }, 60_000);

  test('or may have, is not sent again by itself, whether the server was silent or we were', async () => {
    const schedule = await create({ what: { export: { what: 'issues', format: 'csv' } } });
    inbox.judge = () => 'cut';
    await at('2026-03-02T06:00:00Z');
    expect(await oneRun(schedule.id)).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('was given the whole message'),
    });
    inbox.judge = () => null;
    await at('2026-03-02T18:00:00Z');
    expect(inbox.arrived).toEqual([]);
    await remove(schedule.id);

    // A process that ended between sending and writing that down.
    const left = await leftBehind('sending');
    await at('2026-03-02T06:01:59Z');
    expect((await oneRun(left)).state).toBe('sending');
    await at('2026-03-02T06:02:00Z');
    expect(await oneRun(left)).toMatchObject({ state: 'unknown', reason: expect.stringContaining('not known') });
    await at('2026-03-02T18:00:00Z');
    expect(inbox.arrived).toEqual([]);
    const { id } = await oneRun(left);
    await api.call('POST', `${path}/${left}/runs/${id}/retry`);
    await settled(left);
    expect(inbox.arrived).toHaveLength(1);
    await remove(left);
  }, 60_000);

  test('since the process ended before it was sent, is sent', async () => {
    const left = await leftBehind('making');
    await at('2026-03-02T06:02:00Z');
    expect(await oneRun(left)).toMatchObject({ state: 'done', attempts: 2 });
    expect(inbox.arrived).toHaveLength(1);
    await remove(left);
  }, 30_000);
});

/** A run as a process leaves it that is killed. */
async function leftBehind(
  state: 'making' | 'sending',
  destination: CreateScheduleRequest['destination'] = weekly.destination,
): Promise<string> {
  api.now = time('2026-03-02T05:00:00Z');
  const schedule = await create({ what: { export: { what: 'issues', format: 'csv' } }, destination });
  const dueAt = new Date('2026-03-02T06:00:00Z');
  const run = await api.catalog.claimRun(schedule.id, {
    key: `time ${dueAt.toISOString()}`,
    cause: 'time',
    dueAt,
    issue: null,
    issueTitle: null,
    missed: 0,
    startedAt: dueAt,
    holder: 'a process that is no more',
    heldUntil: new Date('2026-03-02T06:02:00Z'),
  });
  if (run === null) throw new Error('it is claimed already');
  if (state === 'sending') await api.catalog.changeRun(run, { state });
  return schedule.id;
}

describe('a webhook', () => {
  const destination = () => ({ by: 'webhook', url: `${receiver.address}/figures` }) as const;

  test('that fails twice comes again with the same id, signed, with its files', async () => {
    const schedule = await create({ what: { export: { what: 'issues', format: 'csv' } }, destination: destination() });
    expect(schedule.webhookSecret).toMatch(/^whsec_/);
    receiver.answers = [500, 503];
    await at('2026-03-02T06:00:00Z');
    expect(await oneRun(schedule.id)).toMatchObject({ state: 'waiting', reason: expect.stringContaining('500') });
    await at('2026-03-02T06:01:00Z');
    await at('2026-03-02T06:06:00Z');
    const run = await oneRun(schedule.id);
    expect(run).toMatchObject({ state: 'done', attempts: 3 });
    const ids = receiver.taken.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual(Array(3).fill(`run_${run.id}`));
    const last = receiver.taken[2];
    const { files, publication: whose } = JSON.parse(last?.body ?? '').data;
    expect(whose).toEqual({ id: publication, name: 'Low Tide' });
    expect(Buffer.from(files[0].content, 'base64').toString()).toMatch(/^"issue","title"/);
    // The library holds times against the machine's clock: it is asked about the same message as of now.
    const hook = new Webhook(schedule.webhookSecret);
    const signature = hook.sign(String(ids[2]), new Date(api.now), last?.body ?? '');
    expect(last?.headers['webhook-signature']).toBe(signature);
    await remove(schedule.id);
  }, 30_000);

  test('that was on its way when the process ended is sent again: the receiver knows it by its id', async () => {
    const left = await leftBehind('sending', destination());
    await at('2026-03-02T06:02:00Z');
    const run = await oneRun(left);
    expect(run).toMatchObject({ state: 'done', attempts: 2 });
    expect(receiver.taken.map(({ headers }) => headers['webhook-id'])).toEqual([`run_${run.id}`]);
    await remove(left);
  }, 30_000);
});

describe('a folder', () => {
  test('gets each file whole under a name of its run, and again under the same name', async () => {
    const schedule = await create({
      name: 'À la carte / 2026',
      what: { export: { what: 'issues', format: 'parquet' } },
      destination: { by: 'folder', folder: 'weekly' },
    });
    await at('2026-03-02T06:00:00Z');
    await at('2026-03-09T06:00:00Z');
    const folder = join(base, 'out', publication, 'weekly');
    const names = [
      `2026-03-02_issues_À-la-carte-2026_${schedule.id}.parquet`,
      `2026-03-09_issues_À-la-carte-2026_${schedule.id}.parquet`,
    ];
    expect((await readdir(folder)).toSorted()).toEqual(names);
    const whole = await readFile(join(folder, names[0] ?? ''));
    expect([whole.subarray(0, 4).toString(), whole.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
    expect(await readdir(delivery.workDirectory)).toEqual([]);
    const log = (await api.call('GET', `/api/v1/publications/${publication}/exports`)).json.items;
    expect(log[0]).toMatchObject({ actor: 'schedule', what: 'issues', format: 'parquet', outcome: 'done', rows: 0 });
    await remove(schedule.id);
  }, 30_000);
});

describe('what cannot be carried out', () => {
  test.each([
    ['nothing to make', { what: {} }, 'what'],
    [
      'a sponsor report on nobody’s link',
      { what: { report: { kind: 'sponsor', formats: ['pdf'] } } },
      'what.report.link',
    ],
    ['a target that is none', { destination: { by: 'webhook', url: 'ftp://example.com' } }, 'destination.url'],
    ['a folder above', { destination: { by: 'folder', folder: '../etc' } }, 'destination.folder'],
    ['nobody to write to', { destination: { by: 'email', to: [] } }, 'destination.to'],
    ['a header in an address', { destination: { by: 'email', to: ['a@b.com\r\nBcc: c@d.com'] } }, 'destination.to.0'],
    ['an eighth day', { cadence: { every: 'week', weekday: 8, hour: 7 } }, 'cadence.weekday'],
    ['an hour in between', { cadence: { every: 'issue', afterHours: 48 } }, 'cadence.afterHours'],
    ['no name', { name: ' ' }, 'name'],
  ])('is refused: %s', async (_, changes, where) => {
    const { status, json } = await api.call('POST', path, { body: { ...weekly, ...changes } });
    expect([status, json.errors?.[0]?.path]).toEqual([400, where]);
  });

  test('is refused where the operator allows no private targets and has set no folder', async () => {
    const strict = await startApiOver(api);
    const inside = await strict.call('POST', path, {
      body: { ...weekly, destination: { by: 'webhook', url: 'http://127.0.0.1/' } },
    });
    expect(inside.json.errors[0]).toMatchObject({ path: 'destination.url', message: expect.stringContaining('https') });
    const folder = await strict.call('POST', path, { body: { ...weekly, destination: { by: 'folder', folder: '' } } });
    expect(folder.json.errors[0].message).toContain('READOUT_DELIVERY_FOLDER');
    expect((await strict.call('GET', path)).json.ways).toEqual({ email: false, folder: false });
    // By an address within, whatever it is called: refused when it is due, and nothing arrives.
    const target = { by: 'webhook', url: receiver.address.replace('http:', 'https:') } as const;
    const schedule = await create({ what: { export: { what: 'issues', format: 'csv' } }, destination: target });
    await at('2026-03-02T06:00:00Z', strict);
    expect(await oneRun(schedule.id)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('READOUT_DELIVERY_PRIVATE_TARGETS'),
    });
    expect(receiver.taken).toEqual([]);
    await remove(schedule.id);
    await strict.close();
  }, 30_000);

  test('of a report is told in the run, and tried again only where that helps', async () => {
    const schedule = await create({ what: { report: { kind: 'issue', formats: ['pdf'] } } });
    await at('2026-03-02T06:00:00Z');
    expect(await oneRun(schedule.id)).toMatchObject({ state: 'failed', reason: 'No issue had gone out by then.' });
    await remove(schedule.id);
  });

  test('by whom: neither without a key nor with that of another publication', async () => {
    const schedule = await create();
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: id } })).json;
    const server = path.replace('/schedules', '/mail-server');
    for (const [method, where, body] of [
      ['GET', path],
      ['POST', path, weekly],
      ['PATCH', `${path}/${schedule.id}`, { isPaused: true }],
      ['DELETE', `${path}/${schedule.id}`],
      ['GET', `${path}/${schedule.id}/runs`],
      ['POST', `${path}/${schedule.id}/runs`],
      ['POST', `${path}/${schedule.id}/runs/Ru2mVx7RgYmA/retry`],
      ['GET', server],
      ['PUT', server, { host: 'smtp.example.com', port: 587, from: 'a@example.com' }],
      ['DELETE', server],
      ['POST', `${server}/test`, { to: 'a@example.com' }],
    ] as const) {
      expect([method, where, (await api.call(method, where, { key: null, body })).status]).toEqual([
        method,
        where,
        401,
      ]);
      expect([method, where, (await api.call(method, where, { key, body })).status]).toEqual([method, where, 404]);
      // Nor by the name of a publication that one may enter.
      const other = where.replace(publication, id);
      if (where.includes(schedule.id)) {
        expect([method, other, (await api.call(method, other, { key, body })).status]).toEqual([method, other, 404]);
      }
    }
    expect((await api.call('GET', path)).json.items).toHaveLength(1);
    await remove(schedule.id);
  });
});

describe('the mail server of a publication', () => {
  test('is its own or the operator’s, keeps its password sealed, and is tried with a test message', async () => {
    const server = path.replace('/schedules', '/mail-server');
    expect((await api.call('GET', server)).json).toMatchObject({ whose: 'operator', host: null, hasPassword: false });
    const own = new Inbox();
    await own.open({ user: 'tide', password: 'a sealed secret' });
    const body = {
      host: '127.0.0.1',
      port: own.port,
      tls: 'off',
      user: 'tide',
      password: 'not this one',
      from: 'Tide <tide@example.com>',
    };
    const { json } = await api.call('PUT', server, { body });
    expect(json).toMatchObject({ whose: 'publication', host: '127.0.0.1', user: 'tide', hasPassword: true });
    const wrong = (await api.call('POST', `${server}/test`, { body: { to: 'ana@example.com' } })).json;
    expect(wrong).toEqual({ outcome: 'failed', why: expect.stringMatching(/^127.0.0.1: 535 /) });
    await api.call('PUT', server, { body: { ...body, password: 'a sealed secret' } });
    const kept = { ...body, password: undefined, from: 'Other <other@example.com>' };
    expect((await api.call('PUT', server, { body: kept })).status).toBe(200);
    const right = (await api.call('POST', `${server}/test`, { body: { to: 'ana@example.com' } })).json;
    expect(right).toEqual({ outcome: 'done', why: null });
    expect(own.arrived).toMatchObject([{ from: 'other@example.com', to: ['ana@example.com'] }]);
    // Given to one server, it goes to no other.
    const elsewhere = await api.call('PUT', server, { body: { ...kept, host: 'smtp.example.com' } });
    expect([elsewhere.status, elsewhere.json.errors[0].path]).toEqual([400, 'password']);
    const { id } = (await api.catalog.listPublications()).find((one) => one.publicId === publication) ?? {};
    const sealed = id === undefined ? null : (await api.catalog.mailServer(id))?.password;
    expect(Buffer.from(sealed ?? []).toString('latin1')).not.toContain('sealed secret');
    expect(api.logged.join('')).not.toContain('sealed secret');
    expect((await api.call('DELETE', server)).status).toBe(204);
    expect((await api.call('DELETE', server)).status).toBe(404);
    await own.close();
  });
});
