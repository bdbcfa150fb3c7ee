import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isPublicId, type ReaderEvent, type ReaderId } from '@readout/events';
import { type ApiInTest, NOW, OWNER_KEY, SETUP_CODE, startApi, startApiOver } from '../testing/api-in-test.ts';

/** How soon a change must be told, ms. */
const SOON = 2_000;
const OWNER = { authorization: `Bearer ${OWNER_KEY}` };

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

interface Told {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
  readonly data: any;
}
interface Listening {
  readonly response: IncomingMessage;
  readonly told: Told[];
  /** How the stream ended: `end` where it was brought to its end. */
  readonly over: Promise<'end' | 'cut'>;
  leave(): void;
}

const open: ClientRequest[] = [];
afterEach(() => {
  for (const request of open.splice(0)) request.destroy();
});

/** Server-sent events, read the way a browser reads them. */
function listen(publication: string, headers: Record<string, string> = OWNER, of = api): Promise<Listening> {
  const path = `/api/v1/publications/${publication}/live`;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port: of.port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      const told: Told[] = [];
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        told.push(...blocks.flatMap(read));
      });
      const over = new Promise<'end' | 'cut'>((settle) => {
        response.on('end', () => settle('end'));
        response.on('error', () => settle('cut'));
      });
      resolve({ response, told, over, leave: () => request.destroy() });
    });
    request.on('error', reject);
    request.end();
    open.push(request);
  });
}

function read(block: string): Told[] {
  const field = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  return field('event') === '' ? [] : [{ event: field('event'), data: JSON.parse(field('data')) }];
}

/** Waits for something to become true; the answer is how long that took, ms. */
async function until(isSo: () => boolean): Promise<number> {
  const begun = performance.now();
  while (!isSo()) {
    if (performance.now() - begun > 10_000) throw new Error('it did not come about');
    await setTimeout(10);
  }
  return performance.now() - begun;
}
const changes = ({ told }: Listening) => told.filter(({ event }) => event === 'changed').map(({ data }) => data);
const isReady = ({ told }: Listening) => told[0]?.event === 'ready';
async function listenUntilReady(...of: Parameters<typeof listen>): Promise<Listening> {
  const listening = await listen(...of);
  await until(() => isReady(listening));
  return listening;
}

const newPublication = async (): Promise<string> =>
  (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
async function newIssue(publication: string): Promise<string> {
  const body = { editions: [{ edition: 'whole', html: '<h1>One</h1>' }] };
  return (await api.call('POST', `/api/v1/publications/${publication}/issues`, { body })).json.id;
}

let position = 0;
async function openOnce(issue: string): Promise<void> {
  const target = isPublicId(issue) ? await api.catalog.findIssueTarget(issue) : null;
  if (target === null) throw new Error('the issue is not there');
  const event: ReaderEvent = {
    origin: { partition: 0, collector: 9, position: position++ },
    kind: 'opened',
    time: NOW,
    publication: target.publication,
    issue: target.id,
    section: null,
    link: null,
    reader: 1 as ReaderId,
    segment: 'free',
    edition: 'whole',
    source: 'pixel',
    verdict: 'human',
    reasons: [],
  };
  await api.warehouse.insertEvents([event]);
}

describe('the live stream', () => {
  test('says that it is ready, and is nothing that anybody keeps or holds back', async () => {
    const { response, told } = await listenUntilReady(await newPublication());
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(told).toEqual([{ event: 'ready', data: {} }]);
  });

  test('tells within two seconds which issue has new figures', async () => {
    const publication = await newPublication();
    const [first, second] = [await newIssue(publication), await newIssue(publication)];
    const listening = await listenUntilReady(publication);
    await openOnce(first);
    expect(await until(() => changes(listening).length === 1)).toBeLessThan(SOON);
    await openOnce(second);
    expect(await until(() => changes(listening).length === 2)).toBeLessThan(SOON);
    expect(changes(listening)).toEqual([{ issues: [first] }, { issues: [second] }]);
  });

  test('tells of an issue that was created after it began', async () => {
    const publication = await newPublication();
    await openOnce(await newIssue(publication));
    const listening = await listenUntilReady(publication);
    const later = await newIssue(publication);
    await openOnce(later);
    expect(await until(() => changes(listening).length > 0)).toBeLessThan(SOON);
    expect(changes(listening)).toEqual([{ issues: [later] }]);
  });

  test("tells every listener of a publication, and nobody else's", async () => {
    const [own, other] = [await newPublication(), await newPublication()];
    const [ownIssue, otherIssue] = [await newIssue(own), await newIssue(other)];
    const listeners = [await listenUntilReady(own), await listenUntilReady(own)];
    const elsewhere = await listenUntilReady(other);
    await openOnce(ownIssue);
    await until(() => listeners.every((one) => changes(one).length === 1));
    await openOnce(otherIssue);
    await until(() => changes(elsewhere).length === 1);
    for (const one of listeners) expect(changes(one)).toEqual([{ issues: [ownIssue] }]);
    expect(changes(elsewhere)).toEqual([{ issues: [otherIssue] }]);
  });

  test('goes on for those who stay, and begins again for those who come back', async () => {
    const publication = await newPublication();
    const issue = await newIssue(publication);
    const [leaving, staying] = [await listenUntilReady(publication), await listenUntilReady(publication)];
    leaving.leave();
    await openOnce(issue);
    expect(await until(() => changes(staying).length === 1)).toBeLessThan(SOON);
    staying.leave();
    await setTimeout(600);
    await openOnce(issue);
    const back = await listenUntilReady(publication);
    await openOnce(issue);
    expect(await until(() => changes(back).length === 1)).toBeLessThan(SOON);
    expect(leaving.told).toEqual([{ event: 'ready', data: {} }]);
  });

  test('loses nothing while the warehouse does not answer, and says so once in the log', async () => {
    const publication = await newPublication();
    const issue = await newIssue(publication);
    let isAway = false;
    const warehouse = Object.create(api.warehouse, {
      versions: {
        value: async (id: never) => {
          if (isAway) throw new Error('ClickHouse is away');
          return api.warehouse.versions(id);
        },
      },
    });
    const over = await startApiOver(api, { warehouse });
    const listening = await listenUntilReady(publication, OWNER, over);
    isAway = true;
    await openOnce(issue);
    await setTimeout(1_000);
    expect(changes(listening)).toEqual([]);
    expect(over.logged.filter((line) => line.includes('ClickHouse is away'))).toHaveLength(1);
    isAway = false;
    expect(await until(() => changes(listening).length === 1)).toBeLessThan(SOON);
    expect(changes(listening)).toEqual([{ issues: [issue] }]);
    await over.close();
  });

  test('comes to its end when the API closes, which does not wait for the listener', async () => {
    const over = await startApiOver(api);
    const listening = await listenUntilReady(await newPublication(), OWNER, over);
    await over.server.close();
    expect(await listening.over).toBe('end');
    await over.close();
  });

  test('is for those who may see the publication, with a key or signed in', async () => {
    const [own, other] = [await newPublication(), await newPublication()];
    const path = `/api/v1/publications/${own}/live`;
    const stranger = await api.call('GET', path, { key: null });
    expect([stranger.status, stranger.json.code]).toEqual([401, 'unauthenticated']);
    expect(stranger.headers['content-type']).toMatch(/^application\/problem\+json/);
    const keyOf = async (publication: string) =>
      (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication } })).json.key;
    expect((await api.call('GET', path, { key: await keyOf(other) })).status).toBe(404);
    expect((await api.call('GET', '/api/v1/publications/2NothingHere/live')).status).toBe(404);
    await listenUntilReady(own, { authorization: `Bearer ${await keyOf(own)}` });

    const body = { code: SETUP_CODE, password: 'a long sentence of my own' };
    const { headers } = await api.call('POST', '/api/v1/session/setup', { body, key: null });
    await listenUntilReady(own, { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' });
  });

  test('is not opened by whoever only asks for its headers', async () => {
    const { status, headers, text } = await api.call('HEAD', `/api/v1/publications/${await newPublication()}/live`);
    expect([status, text]).toEqual([200, '']);
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
  });
});
