import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { MailProviderKey } from '@readout/catalog';
import type { MailProvider, PublicationId } from '@readout/events';
import { Places } from '@readout/network';
import { readerReference } from '@readout/tokens';
import {
  type Choices,
  CollectorInTest,
  ISSUE,
  LINK,
  NOW,
  PUBLIC_PUBLICATION,
  PUBLICATION,
} from '../testing/collector-in-test.ts';
import {
  byMailgun,
  bySendgrid,
  MAILGUN_KEY,
  mailgunEvent,
  SENDGRID_KEY,
  type Signed,
  sendgridEvent,
} from '../testing/provider-requests.ts';

const SECRET = Buffer.alloc(32, 9);
const REFERENCE = readerReference(SECRET, PUBLIC_PUBLICATION, 'eva@harbour.example').toString('hex');
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36';

let collector: CollectorInTest;
const start = async (choices: Choices = {}) => {
  collector = await CollectorInTest.start(choices);
  const keyOf = (provider: MailProvider, key: string): MailProviderKey => ({
    publication: PUBLICATION,
    provider,
    key,
    createdAt: new Date(),
  });
  await collector.copy.setProviders([keyOf('mailgun', MAILGUN_KEY), keyOf('sendgrid', SENDGRID_KEY)]);
  await collector.copy.setReferenceSecret(SECRET);
  await collector.copy.setPlacesSecret(Buffer.alloc(32, 3));
};
const post = (provider: string, { body, headers }: Signed, publication: string = PUBLIC_PUBLICATION) =>
  collector.get(`/hooks/${provider}/${publication}`, { method: 'POST', headers, body });
let tokens = 0;
const mailgun = (data: unknown, more: Partial<Parameters<typeof byMailgun>[1]> = {}) =>
  post('mailgun', byMailgun(data, { at: NOW, token: `token-${tokens++}`, ...more }));
const sendgrid = (events: readonly unknown[], more: Partial<Parameters<typeof bySendgrid>[1]> = {}) =>
  post('sendgrid', bySendgrid(events, { at: NOW, ...more }));
const refusalOf = async (response: Response) => {
  const { detail, status } = (await response.json()) as { detail: string; status: number };
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(status).toBe(response.status);
  return detail;
};
const requests = (provider: MailProvider, outcome: string) =>
  collector.metric('readout_hook_requests_total', { provider, outcome });
const reports = (provider: MailProvider, fate: string) =>
  collector.metric('readout_hook_reports_total', { provider, fate });

beforeEach(() => start());
afterEach(() => collector.stop());

describe('what Mailgun reports', () => {
  test('is on disk before the answer, with nothing of the address that the message went to', async () => {
    const response = await mailgun(mailgunEvent('delivered'));
    expect([response.status, await response.json()]).toEqual([200, { recorded: 1 }]);
    const [notice, ...others] = await collector.noticed();
    expect(others).toEqual([]);
    expect(notice).toEqual({
      type: 'notice',
      version: 1,
      provider: 'mailgun',
      id: expect.any(Number),
      event: 'delivered',
      kind: 'delivered',
      time: 1_780_316_790_257,
      publication: PUBLICATION,
      issue: ISSUE,
      token: 'tok',
      reference: REFERENCE,
    });
    expect(JSON.stringify(notice).toLowerCase()).not.toMatch(/eva|harbour|@/);
    expect(await requests('mailgun', 'recorded')).toBe(1);
    expect(await reports('mailgun', 'recorded')).toBe(1);
  });

  test.each([
    ['accepted', {}, 'sent'],
    ['delivered', {}, 'delivered'],
    ['failed', { severity: 'permanent', reason: 'bounce' }, 'bounced'],
    ['rejected', {}, 'bounced'],
    ['complained', {}, 'complained'],
    ['unsubscribed', {}, 'unsubscribed'],
    // Something new: put aside by whoever reads the log, with its reason.
    ['teleported', {}, undefined],
    ['constructor', {}, undefined],
  ])('%s is told in our words', async (event, more, kind) => {
    expect((await mailgun(mailgunEvent(event, more))).status).toBe(200);
    expect((await collector.noticed()).map((notice) => [notice.event, notice.kind])).toEqual([[event, kind]]);
  });

  test('that it failed for the time being is nothing yet', async () => {
    expect((await mailgun(mailgunEvent('failed', { severity: 'temporary' }))).status).toBe(200);
    expect(await collector.noticed()).toEqual([]);
    expect(await reports('mailgun', 'passing')).toBe(1);
  });

  test.each([
    ['apple', 'apple'],
    ['gmail', 'gmail'],
    ['generic', 'bot'],
    ['something new', 'bot'],
    ['', 'person'],
  ])('of a click by %j it says %s', async (bot, said) => {
    const url = `https://read.example/c/${LINK}/tok?utm_source=x`;
    const client = { 'client-info': { 'user-agent': CHROME, bot, 'client-type': 'browser' }, ip: '88.26.241.17', url };
    await mailgun(mailgunEvent('clicked', client));
    const [notice] = await collector.noticed();
    expect(notice).toMatchObject({
      kind: 'clicked',
      said,
      link: LINK,
      agent: CHROME,
      country: 'ES',
      network: 'other',
      place: new Places(Buffer.alloc(32, 3)).of('88.26.241.17'),
      address: '88.26.241.0',
    });
  });

  test('of an open, where the account detects no bots, it says nothing, and nothing is kept', async () => {
    await mailgun(mailgunEvent('opened', { 'client-info': { 'user-agent': CHROME }, ip: '88.26.241.17' }));
    expect(await collector.noticed()).toEqual([]);
  });

  test('about other mail than issues is nothing of ours', async () => {
    for (const variables of [{}, { readout_issue: 'not an id' }, 'none', null, []]) {
      expect((await mailgun(mailgunEvent('delivered', { 'user-variables': variables }))).status).toBe(200);
    }
    expect(await collector.noticed()).toEqual([]);
    expect(await reports('mailgun', 'foreign')).toBe(5);
  });

  test("about another publication's issue is nothing of this one's", async () => {
    const id = 'anotherAssue' as typeof ISSUE;
    await collector.copy.addIssues([{ publicId: id, id: 2 as never, publication: 8 as PublicationId }]);
    await mailgun(mailgunEvent('delivered', { 'user-variables': { readout_issue: id } }));
    expect(await collector.noticed()).toEqual([]);
  });

  test.each([
    ['another key', { key: 'f'.repeat(32) }, 401, /signature does not hold/, 'forged'],
    ['a signature of the day before', { at: NOW - 24 * 3_600_000 }, 401, /too old/, 'stale'],
    ['a signature of tomorrow', { at: NOW + 24 * 3_600_000 }, 401, /time to come/, 'stale'],
  ])('with %s is refused', async (_what, more, status, detail, outcome) => {
    const response = await mailgun(mailgunEvent('delivered'), more);
    expect(response.status).toBe(status);
    expect(await refusalOf(response)).toMatch(detail);
    expect(await collector.noticed()).toEqual([]);
    expect(await requests('mailgun', outcome)).toBe(1);
  });

  test('without a signature, or with one that is none, is refused', async () => {
    const { body } = byMailgun(mailgunEvent('delivered'), { at: NOW });
    const { signature } = JSON.parse(body) as { signature: Record<string, string> };
    const wrong = [
      {},
      { ...signature, signature: 'ab' },
      { ...signature, timestamp: '-1' },
      { ...signature, token: 'x' },
    ];
    for (const one of [undefined, ...wrong]) {
      const sent = JSON.stringify({ signature: one, 'event-data': mailgunEvent('delivered') });
      expect((await post('mailgun', { body: sent, headers: {} })).status).toBe(401);
    }
    expect(await collector.noticed()).toEqual([]);
  });

  test('a token is taken once, whatever stands beside it; of two that come at the same time the other has to come again', async () => {
    const [first, second] = await Promise.all([
      mailgun(mailgunEvent('delivered'), { token: 'the same' }),
      mailgun(mailgunEvent('complained'), { token: 'the same' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 503]);
    const again = await mailgun(mailgunEvent('unsubscribed'), { token: 'the same' });
    expect(again.status).toBe(406);
    expect(await refusalOf(again)).toMatch(/has been used/);
    expect(await collector.noticed()).toHaveLength(1);
  });

  test('what could not be kept may come again under the same token', async () => {
    const full = jest.spyOn(collector.log, 'appendAll').mockRejectedValueOnce(new Error('the disk is full'));
    const refused = await mailgun(mailgunEvent('delivered'), { token: 'one' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    const again = await mailgun(mailgunEvent('delivered'), { token: 'one' });
    expect(again.status).toBe(200);
    expect(full).toHaveBeenCalledTimes(2);
    expect(await requests('mailgun', 'unavailable')).toBe(1);
  });

  test('sent again while the first is under way is not lost, though the first cannot be kept', async () => {
    let fail: (error: Error) => void = () => undefined;
    const underWay = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const keeping = jest.spyOn(collector.log, 'appendAll').mockReturnValueOnce(underWay);
    const first = mailgun(mailgunEvent('delivered'), { token: 'one' });
    while (keeping.mock.calls.length === 0) await sleep(5);
    const meanwhile = await mailgun(mailgunEvent('delivered'), { token: 'one' });
    expect([meanwhile.status, meanwhile.headers.get('retry-after')]).toEqual([503, '60']);
    fail(new Error('the disk is full'));
    expect((await first).status).toBe(503);
    expect((await mailgun(mailgunEvent('delivered'), { token: 'one' })).status).toBe(200);
    expect(await collector.noticed()).toHaveLength(1);
  });

  test.each([
    ['no event', undefined],
    ['an event without an id', mailgunEvent('delivered', { id: undefined })],
    ['a time that is none', mailgunEvent('delivered', { timestamp: 'noon' })],
    ['a time beyond all time', mailgunEvent('delivered', { timestamp: 1e15 })],
  ])('of another shape is refused: %s', async (_what, data) => {
    expect((await mailgun(data)).status).toBe(400);
    expect(await requests('mailgun', 'malformed')).toBe(1);
  });
});

describe('what SendGrid reports', () => {
  test('is many things at once, each in our words, on disk before the answer', async () => {
    const events = [
      sendgridEvent('processed'),
      sendgridEvent('delivered'),
      sendgridEvent('deferred'),
      sendgridEvent('bounce', { type: 'bounce', status: '5.0.0' }),
      sendgridEvent('bounce', { type: 'blocked', sg_event_id: 'blocked' }),
      sendgridEvent('dropped', { reason: 'Bounced Address' }),
      sendgridEvent('spamreport'),
      sendgridEvent('unsubscribe'),
      sendgridEvent('group_unsubscribe', { asm_group_id: 10 }),
      sendgridEvent('open', { sg_machine_open: true, useragent: 'Mozilla/5.0', ip: '88.26.241.17' }),
      sendgridEvent('open', { sg_machine_open: false, sg_event_id: 'open 2' }),
      sendgridEvent('open', { sg_event_id: 'open 3' }),
      sendgridEvent('click', { url: `https://read.example/c/${LINK}/tok` }),
      sendgridEvent('teleported'),
      sendgridEvent('delivered', { readout_issue: undefined, sg_event_id: 'other mail' }),
    ];
    const response = await sendgrid(events);
    expect([response.status, await response.json()]).toEqual([200, { recorded: 10 }]);
    const notices = await collector.noticed();
    expect(notices.map(({ kind, said }) => [kind, said])).toEqual([
      ['sent', undefined],
      ['delivered', undefined],
      ['bounced', undefined],
      ['bounced', undefined],
      ['complained', undefined],
      ['unsubscribed', undefined],
      ['unsubscribed', undefined],
      ['opened', 'apple'],
      ['opened', 'person'],
      [undefined, undefined],
    ]);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(10);
    expect(notices[0]).toMatchObject({ time: 1_780_316_790_000, issue: ISSUE, token: 'tok', reference: REFERENCE });
    expect(JSON.stringify(notices)).not.toMatch(/eva|harbour|@/);
    expect(await reports('sendgrid', 'recorded')).toBe(10);
    expect(await reports('sendgrid', 'passing')).toBe(4);
    expect(await reports('sendgrid', 'foreign')).toBe(1);
  });

  test.each([
    ['no object', 'delivered'],
    ['nothing', null],
    ['without an event', sendgridEvent('delivered', { event: undefined })],
    ['of a time that is none', sendgridEvent('delivered', { timestamp: 'noon' })],
  ])('of which one is %s loses nothing of the others', async (_what, odd) => {
    const response = await sendgrid([sendgridEvent('processed'), odd, sendgridEvent('delivered')]);
    expect([response.status, await response.json()]).toEqual([200, { recorded: 2 }]);
    expect((await collector.noticed()).map(({ kind }) => kind)).toEqual(['sent', 'delivered']);
    expect(await reports('sendgrid', 'malformed')).toBe(1);
    expect((await sendgrid([odd, odd])).status).toBe(400);
    expect(await requests('sendgrid', 'malformed')).toBe(1);
  });

  test('as nothing at all is nothing, and not in a list is refused', async () => {
    const none = await sendgrid([]);
    expect([none.status, await none.json()]).toEqual([200, { recorded: 0 }]);
    expect((await sendgrid(sendgridEvent('delivered') as never)).status).toBe(400);
  });

  test('without a token is known by the address, of which its hash is kept', async () => {
    await sendgrid([sendgridEvent('delivered', { readout_token: undefined, email: ' EVA@harbour.example ' })]);
    const [notice] = await collector.noticed();
    expect(notice).toMatchObject({ reference: REFERENCE });
    expect(notice).not.toHaveProperty('token');
  });

  test('the same event has the same number, however often it comes', async () => {
    await sendgrid([sendgridEvent('delivered')]);
    await sendgrid([sendgridEvent('delivered'), sendgridEvent('delivered', { sg_event_id: 'another' })]);
    const [first, second, third] = (await collector.noticed()).map(({ id }) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('with one byte changed, another time, another key or no signature is refused', async () => {
    const { body, headers } = bySendgrid([sendgridEvent('delivered')], { at: NOW });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const time = 'x-twilio-email-event-webhook-timestamp';
    const attempts: readonly Signed[] = [
      { body: body.replace('delivered', 'complained'), headers },
      { body, headers: { ...headers, [time]: String(Number(headers[time]) + 1) } },
      { body, headers: { ...headers, [time]: 'noon' } },
      bySendgrid([sendgridEvent('delivered')], { at: NOW, key: privateKey }),
      { body, headers: {} },
    ];
    for (const attempt of attempts) expect((await post('sendgrid', attempt)).status).toBe(401);
    expect(await collector.noticed()).toEqual([]);
    expect(await requests('sendgrid', 'forged')).toBe(attempts.length);
    expect((await post('sendgrid', { body, headers })).status).toBe(200);
  });

  test('that was signed two days ago is refused', async () => {
    const response = await sendgrid([sendgridEvent('delivered')], { at: NOW - 48 * 3_600_000 });
    expect(response.status).toBe(401);
    expect(await requests('sendgrid', 'stale')).toBe(1);
  });
});

describe('a hook', () => {
  test('that is nowhere, or of a publication that does not exist or has no such provider, is refused', async () => {
    const signed = byMailgun(mailgunEvent('delivered'), { at: NOW });
    for (const path of ['/hooks', '/hooks/', '/hooks/pigeon/pubcationXYZ', '/hooks/mailgun', '/hooks/mailgun/x/y']) {
      const response = await collector.get(path, { method: 'POST', ...signed });
      expect([path, response.status]).toEqual([path, 404]);
    }
    await collector.copy.setProviders([]);
    await collector.stop();
    await start();
    const other = await post('mailgun', signed, 'pubcationXYA');
    expect(other.status).toBe(404);
    expect(await refusalOf(other)).toMatch(/not set up/);
    expect(await requests('mailgun', 'unknown')).toBe(1);
    expect(await collector.noticed()).toEqual([]);
  });

  test("of one publication takes nothing that another's key has signed", async () => {
    await collector.copy.setRules([
      ...[PUBLIC_PUBLICATION, 'pubcationXYA'].map((publicId, at) => ({
        publication: (PUBLICATION + at) as PublicationId,
        publicId: publicId as typeof PUBLIC_PUBLICATION,
        sites: [],
        tracksOpens: true,
        tracksClicks: true,
        tracksReaders: true,
      })),
    ]);
    await collector.copy.setProviders([
      { publication: PUBLICATION, provider: 'mailgun', key: MAILGUN_KEY, createdAt: new Date() },
      { publication: (PUBLICATION + 1) as PublicationId, provider: 'mailgun', key: 'another', createdAt: new Date() },
    ]);
    const signed = byMailgun(mailgunEvent('delivered'), { at: NOW });
    expect((await post('mailgun', signed, 'pubcationXYA')).status).toBe(401);
    expect((await post('mailgun', signed)).status).toBe(200);
  });

  test('is no place to read, and takes no more than a megabyte', async () => {
    const read = await collector.get(`/hooks/mailgun/${PUBLIC_PUBLICATION}`);
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
    const body = JSON.stringify({ much: 'x'.repeat(1_048_576) });
    const response = await post('mailgun', { body, headers: { 'content-type': 'application/json' } });
    expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
    expect(await requests('mailgun', 'too_large')).toBe(1);
    expect((await post('mailgun', { body: '{', headers: {} })).status).toBe(400);
  });

  test('has 32 requests under way at most; who is over is asked to come again, and finds room when others are done', async () => {
    const { body, headers } = bySendgrid([sendgridEvent('delivered')], { at: NOW });
    const path = `/hooks/sendgrid/${PUBLIC_PUBLICATION}`;
    const head = Object.entries({ ...headers, host: 'x', 'content-length': String(Buffer.byteLength(body)) })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    // Each is there but for its end.
    const sockets = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const socket = connect(collector.port, '127.0.0.1');
        await once(socket, 'connect');
        socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n${body.slice(0, -1)}`);
        return socket;
      }),
    );
    const over = async () => (await post('sendgrid', { body, headers })).status;
    while ((await over()) !== 503) await sleep(10);
    const refused = await post('sendgrid', { body, headers });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await requests('sendgrid', 'unavailable')).toBe(2);
    // One gets its end and is answered, another goes away.
    const answered = once(sockets[0]?.setEncoding('latin1') as Socket, 'data');
    sockets[0]?.write(body.slice(-1));
    expect(String(await answered)).toMatch(/^HTTP\/1.1 200 /);
    expect(await over()).toBe(200);
    for (const socket of sockets) socket.destroy();
    while ((await over()) !== 200) await sleep(10);
  });

  test.each([
    ['opened', { tracksOpens: false }, [['clicked', 'bot']]],
    ['clicked', { tracksClicks: false }, [['opened', 'bot']]],
    ['what may not be known of readers', { tracksReaders: false }, []],
  ])('keeps nothing of what is not collected: %s', async (_what, rules, kept) => {
    await collector.stop();
    await start({ rules });
    for (const event of ['opened', 'clicked']) {
      const client = { 'client-info': { 'user-agent': CHROME, bot: 'generic' }, ip: '88.26.241.17' };
      expect((await mailgun(mailgunEvent(event, client))).status).toBe(200);
    }
    expect((await collector.noticed()).map(({ kind, said }) => [kind, said])).toEqual(kept);
    expect(await reports('mailgun', 'untracked')).toBe(2 - kept.length);
  });

  test('keeps no part of a client’s address where none is to be kept', async () => {
    await collector.stop();
    await start({ settings: { addresses: 'drop' } });
    await mailgun(mailgunEvent('opened', { 'client-info': { bot: 'apple' }, ip: '88.26.241.17' }));
    const [notice] = await collector.noticed();
    expect(notice).toMatchObject({ country: 'ES', said: 'apple' });
    expect(notice).not.toHaveProperty('address');
  });
});
