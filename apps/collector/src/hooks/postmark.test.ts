import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readerReference } from '@readout/tokens';
import { CollectorInTest, ISSUE, PUBLIC_PUBLICATION, PUBLICATION } from '../testing/collector-in-test.ts';
import { basic, byPostmark, POSTMARK_KEY, postmarkRecord } from '../testing/postmark-requests.ts';

const SECRET = Buffer.alloc(32, 9);

let collector: CollectorInTest;
beforeEach(async () => {
  collector = await CollectorInTest.start();
  await collector.copy.setProviders([
    { publication: PUBLICATION, provider: 'postmark', key: POSTMARK_KEY, createdAt: new Date() },
  ]);
  await collector.copy.setReferenceSecret(SECRET);
});
afterEach(() => collector.stop());

const post = (record: unknown, given?: Readonly<Record<string, string>>) => {
  const { body, headers } = byPostmark(record, given);
  return collector.get(`/hooks/postmark/${PUBLIC_PUBLICATION}`, { method: 'POST', headers, body });
};

describe('what Postmark reports', () => {
  test('is on disk before the answer, with nothing of the address that the message went to', async () => {
    const response = await post(postmarkRecord('Delivery'));
    expect([response.status, await response.json()]).toEqual([200, { recorded: 1 }]);
    const notices = await collector.noticed();
    expect(notices).toEqual([
      {
        type: 'notice',
        version: 1,
        provider: 'postmark',
        id: expect.any(Number),
        event: 'Delivery',
        kind: 'delivered',
        time: 1_780_316_790_257,
        publication: PUBLICATION,
        issue: ISSUE,
        token: 'tok',
        reference: readerReference(SECRET, PUBLIC_PUBLICATION, 'eva@harbour.example').toString('hex'),
      },
    ]);
    expect(JSON.stringify(notices).toLowerCase()).not.toMatch(/harbour|@/);
  });

  const bounce = (Type: string) => ({ Type });
  test.each([
    ['Delivery', {}, ['delivered']],
    ['Bounce', {}, ['bounced']],
    ...['BadEmailAddress', 'ManuallyDeactivated', 'SMTPApiError', 'DMARCPolicy', 'VirusNotification'].map(
      (type) => ['Bounce', bounce(type), ['bounced']] as const,
    ),
    ...['SoftBounce', 'Transient', 'DnsError', 'Blocked', 'AutoResponder', 'SpamNotification', 'Unknown'].map(
      (type) => ['Bounce', bounce(type), []] as const,
    ),
    ['Bounce', bounce('SpamComplaint'), ['complained']],
    ['Bounce', bounce('Unsubscribe'), ['unsubscribed']],
    ['SpamComplaint', {}, ['complained']],
    ['SubscriptionChange', {}, ['unsubscribed']],
    ['SubscriptionChange', { SuppressSending: false }, []],
    ['SubscriptionChange', { Origin: 'Customer' }, []],
    ['SubscriptionChange', { SuppressionReason: 'HardBounce' }, []],
    // Postmark says nothing of machines, and its opens and clicks are not counted beside ours.
    ['Open', {}, []],
    ['Click', {}, []],
  ])('%s is told in our words, with %j', async (type, more, kinds) => {
    expect((await post(postmarkRecord(type, more))).status).toBe(200);
    expect((await collector.noticed()).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    ['Teleported', { ReceivedAt: '2026-06-01T12:26:30Z' }, 'Teleported'],
    ['Bounce', { Type: 'Teleported' }, 'Bounce Teleported'],
    ['constructor', { ReceivedAt: '2026-06-01T12:26:30Z' }, 'constructor'],
  ])('of a new kind is put aside with its name: %s %j', async (type, more, event) => {
    expect((await post(postmarkRecord(type, more))).status).toBe(200);
    const [notice] = await collector.noticed();
    expect(notice).toMatchObject({ event });
    expect(notice).not.toHaveProperty('kind');
  });

  test('again, later and out of order, has the same number each time', async () => {
    const bounced = postmarkRecord('Bounce', { Type: 'SoftBounce', ID: 7 });
    for (const one of [postmarkRecord('Bounce'), postmarkRecord('Delivery'), bounced, postmarkRecord('Bounce')]) {
      expect((await post(one)).status).toBe(200);
    }
    const notices = await collector.noticed();
    expect(notices.map(({ kind }) => kind)).toEqual(['bounced', 'delivered', 'bounced']);
    expect(notices[2]).toEqual(notices[0]);
    expect(notices[1]?.id).not.toBe(notices[0]?.id);
  });

  test('of other mail is passed over; of another shape it is refused', async () => {
    expect((await post(postmarkRecord('Delivery', { Metadata: {} }))).status).toBe(200);
    const odd = [
      {},
      [],
      postmarkRecord('Delivery', { DeliveredAt: undefined }),
      postmarkRecord('Delivery', { DeliveredAt: 'noon' }),
      postmarkRecord('Delivery', { MessageID: undefined }),
    ];
    for (const one of odd) expect((await post(one)).status).toBe(400);
    expect(await collector.noticed()).toEqual([]);
  });
});

describe('who reports for Postmark', () => {
  test.each([
    ['basic authentication', { authorization: basic('readout', POSTMARK_KEY) }],
    ['whatever the user is called', { authorization: basic('', POSTMARK_KEY) }],
    ['a header of its own', { 'X-Readout-Key': POSTMARK_KEY }],
  ])('is known by the password: %s', async (_how, headers) => {
    expect((await post(postmarkRecord('Delivery'), headers)).status).toBe(200);
  });

  test.each([
    ['nothing', {}],
    ['another password', { authorization: basic('readout', `${POSTMARK_KEY}0`) }],
    ['a part of it', { authorization: basic('readout', POSTMARK_KEY.slice(0, -1)) }],
    ['the password as the user', { authorization: basic(POSTMARK_KEY, '') }],
    ['another way', { authorization: `Bearer ${POSTMARK_KEY}` }],
    ['no base64', { authorization: 'Basic ?' }],
    ['an empty header', { 'X-Readout-Key': '' }],
    ['another header', { 'X-Readout-Key': 'another', authorization: basic('readout', POSTMARK_KEY) }],
  ])('is refused with %s', async (_what, headers) => {
    const response = await post(postmarkRecord('Delivery'), headers);
    expect(response.status).toBe(401);
    expect(((await response.json()) as { detail: string }).detail).toMatch(/password is not that/);
    expect(await collector.noticed()).toEqual([]);
    const refused = { provider: 'postmark', outcome: 'forged' };
    expect(await collector.metric('readout_hook_requests_total', refused)).toBe(1);
  });
});
