import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readerReference } from '@readout/tokens';
import { CollectorInTest, ISSUE, NOW, PUBLIC_PUBLICATION, PUBLICATION } from '../testing/collector-in-test.ts';
import type { Signed } from '../testing/provider-requests.ts';
import { selfSigned } from '../testing/self-signed.ts';
import {
  bySns,
  CERTIFICATE_URL,
  confirmationBySns,
  SUBSCRIBE_URL,
  sesEvent,
  sesNotification,
  TOPIC,
} from '../testing/sns-requests.ts';

const DAY = 86_400_000;
const SNS = selfSigned('sns.amazonaws.com', NOW - DAY, NOW + 300 * DAY);
const STRANGER = selfSigned('sns.amazonaws.com', NOW - DAY, NOW + 300 * DAY);
const EXPIRED = selfSigned('sns.amazonaws.com', NOW - 300 * DAY, NOW - DAY);
const SECRET = Buffer.alloc(32, 9);
const OTHER_TOPIC = 'arn:aws:sns:eu-west-1:999999999999:readout';
const HOST = 'https://sns.eu-west-1.amazonaws.com';

let collector: CollectorInTest;
/** What was asked of the network, in order. */
let asked: string[];
/** What answers there. */
let network: Record<string, string | Error>;

beforeEach(async () => {
  asked = [];
  network = { [CERTIFICATE_URL]: SNS.pem, [SUBSCRIBE_URL]: '<ConfirmSubscriptionResponse/>' };
  collector = await CollectorInTest.start({
    fetchText: async ({ href }) => {
      asked.push(href);
      const answer = network[href] ?? new Error('404');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  await collector.copy.setProviders([
    { publication: PUBLICATION, provider: 'ses', key: TOPIC, createdAt: new Date(NOW) },
  ]);
  await collector.copy.setReferenceSecret(SECRET);
});
afterEach(() => collector.stop());

const post = ({ body, headers }: Signed) =>
  collector.get(`/hooks/ses/${PUBLIC_PUBLICATION}`, { method: 'POST', headers, body });
const sent = { key: SNS.key, at: NOW };
const publish = (published: unknown, more: Partial<Parameters<typeof bySns>[1]> = {}) =>
  post(bySns(published, { ...sent, ...more }));
const detailOf = async (response: Response) => ((await response.json()) as { detail: string }).detail;
const requests = (outcome: string) => collector.metric('readout_hook_requests_total', { provider: 'ses', outcome });

describe('what Amazon SES reports', () => {
  test.each(['1', '2'] as const)(
    'is on disk before the answer, signed in version %s, with nothing of the address that the message went to',
    async (version) => {
      const response = await publish(sesEvent('Delivery'), { version });
      expect([response.status, await response.json()]).toEqual([200, { recorded: 1 }]);
      const notices = await collector.noticed();
      expect(notices).toEqual([
        {
          type: 'notice',
          version: 1,
          provider: 'ses',
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
      expect(asked).toEqual([CERTIFICATE_URL]);
    },
  );

  const bounce = (bounceType: string) => ({
    bounce: { bounceType, timestamp: '2026-06-01T12:26:30.257Z', bouncedRecipients: [{ emailAddress: 'x@y.example' }] },
  });
  const preferences = (newTopicPreferences: unknown) => ({
    subscription: { timestamp: '2026-06-01T12:26:30.257Z', newTopicPreferences },
  });
  test.each([
    ['Send', {}, ['sent']],
    ['Delivery', {}, ['delivered']],
    ['Bounce', {}, ['bounced']],
    ['Bounce', bounce('Transient'), []],
    ['Bounce', bounce('Undetermined'), []],
    ['Complaint', {}, ['complained']],
    ['Complaint', { complaint: { timestamp: '2026-06-01T12:26:30.257Z', complaintFeedbackType: 'not-spam' } }, []],
    ['Reject', {}, ['bounced']],
    ['Rendering Failure', {}, ['bounced']],
    ['DeliveryDelay', {}, []],
    // SES says nothing of machines, and its opens and clicks are not counted beside ours.
    ['Open', {}, []],
    ['Click', {}, []],
    ['Subscription', {}, ['unsubscribed']],
    ['Subscription', preferences({ unsubscribeAll: false, topicSubscriptionStatus: [] }), []],
    [
      'Subscription',
      preferences({ topicSubscriptionStatus: [{ topicName: 'letters', subscriptionStatus: 'OptOut' }] }),
      ['unsubscribed'],
    ],
    // Something new: put aside by whoever reads the log, with its name.
    ['Teleported', {}, [undefined]],
  ])('%s is told in our words, with %j', async (event, more, kinds) => {
    expect((await publish(sesEvent(event, more))).status).toBe(200);
    const notices = await collector.noticed();
    expect(notices.map(({ kind }) => kind)).toEqual(kinds);
    for (const notice of notices) expect(notice.event).toBe(event);
  });

  test.each(['Bounce', 'Complaint', 'Delivery'])(
    'of an identity, without a configuration set, is known by headers, and is the same %s that a set reports',
    async (name) => {
      await publish(sesNotification(name));
      await publish(sesEvent(name));
      const [first, second] = await collector.noticed();
      expect(first).toMatchObject({ issue: ISSUE, token: 'tok' });
      expect(second).toEqual(first);
    },
  );

  test('of several recipients is one report each, by their addresses and no token', async () => {
    const recipients = ['eva@harbour.example', 'ida@harbour.example'];
    const delivery = { timestamp: '2026-06-01T12:26:30.257Z', recipients };
    await publish(sesEvent('Delivery', { delivery }, { destination: recipients }));
    const notices = await collector.noticed();
    expect(notices.map(({ reference }) => reference)).toEqual(
      recipients.map((one) => readerReference(SECRET, PUBLIC_PUBLICATION, one).toString('hex')),
    );
    expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
    for (const notice of notices) expect(notice).not.toHaveProperty('token');
  });

  test('again, later and out of order, has the same number each time', async () => {
    const [delivery, send] = [bySns(sesEvent('Delivery'), sent), bySns(sesEvent('Send'), sent)];
    for (const one of [delivery, send, delivery]) expect((await post(one)).status).toBe(200);
    collector.now = NOW + 3_600_000;
    expect((await post(delivery)).status).toBe(200);
    const ids = (await collector.noticed()).map(({ id }) => id);
    expect(ids[2]).toBe(ids[0]);
    expect(ids[3]).toBe(ids[0]);
    expect(ids[1]).not.toBe(ids[0]);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  test.each([
    'Successfully validated SNS topic for Amazon SES event publishing.',
    '{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed."}',
  ])('to try the topic out is taken, and is nothing: %s', async (published) => {
    const response = await publish(published);
    expect([response.status, await response.json()]).toEqual([200, { recorded: 0 }]);
  });

  test('of other mail is passed over; of another shape it is refused', async () => {
    expect((await publish(sesEvent('Delivery', {}, { tags: {} }))).status).toBe(200);
    for (const odd of [{}, [], { eventType: 'Delivery' }, sesEvent('Delivery', {}, { timestamp: 'noon' })]) {
      expect((await publish(odd)).status).toBe(400);
    }
    expect(await collector.noticed()).toEqual([]);
  });
});

describe('what is not from Amazon SES', () => {
  test('is refused when a byte of it is changed, or somebody else signed it', async () => {
    const signed = bySns(sesEvent('Delivery'), sent);
    const changes: readonly ((message: Record<string, string>) => Record<string, string | undefined>)[] = [
      (message) => ({ ...message, Message: JSON.stringify(sesEvent('Complaint')) }),
      (message) => ({ ...message, MessageId: 'another' }),
      (message) => ({ ...message, Subject: 'one that was not there' }),
      (message) => ({ ...message, SignatureVersion: '1' }),
      (message) => ({ ...message, Timestamp: new Date(NOW - 1).toISOString() }),
      (message) => ({ ...message, Signature: 'AAAA' }),
      (message) => ({ ...message, Signature: undefined }),
      (message) => ({ ...message, SignatureVersion: '3' }),
    ];
    for (const change of changes) {
      const body = JSON.stringify(change(JSON.parse(signed.body) as Record<string, string>));
      expect((await post({ ...signed, body })).status).toBe(401);
    }
    expect((await publish(sesEvent('Delivery'), { key: STRANGER.key })).status).toBe(401);
    expect(await requests('forged')).toBe(changes.length + 1);
    expect(await collector.noticed()).toEqual([]);
  });

  test('is refused without a question where the certificate is said to stand elsewhere', async () => {
    const places = [
      'https://evil.example/SimpleNotificationService-1.pem',
      'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem',
      'https://sns.us-east-1.amazonaws.com/x.pem',
      'https://s3.eu-west-1.amazonaws.com/x.pem',
      'https://sns.eu-west-1.amazonaws.com@evil.example/x.pem',
      'https://user:word@sns.eu-west-1.amazonaws.com/x.pem',
      'https://sns.eu-west-1.amazonaws.com:8443/x.pem',
      'http://sns.eu-west-1.amazonaws.com/x.pem',
      'http://169.254.169.254/latest/meta-data/x.pem',
      'file:///etc/x.pem',
      `${HOST}/x.pem?and=more`,
      `${HOST}/x.pem#more`,
      `${HOST}/some/where/x.pem`,
      `${HOST}/x.txt`,
      `${HOST}/`,
      'no address',
      '',
    ];
    for (const SigningCertURL of places) {
      network[SigningCertURL] = STRANGER.pem;
      const response = await publish(sesEvent('Delivery'), { key: STRANGER.key, more: { SigningCertURL } });
      expect([SigningCertURL, response.status]).toEqual([SigningCertURL, 401]);
      expect(await detailOf(response)).toMatch(/stands elsewhere/);
    }
    expect(asked).toEqual([]);
  });

  test('is refused without a question where it is of another topic, though SNS signed it', async () => {
    const response = await publish(sesEvent('Delivery'), { more: { TopicArn: OTHER_TOPIC } });
    expect([response.status, await detailOf(response)]).toEqual([401, expect.stringMatching(/another topic/)]);
    expect(asked).toEqual([]);
  });

  test('is refused where SNS delivers raw, with what to do', async () => {
    const response = await post({
      body: JSON.stringify(sesEvent('Delivery')),
      headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-rawdelivery': 'true' },
    });
    expect([response.status, await detailOf(response)]).toEqual([401, expect.stringMatching(/turn raw message/)]);
  });

  test.each([
    ['three hours old', NOW - 3 * 3_600_000],
    ['of tomorrow', NOW + 24 * 3_600_000],
  ])('is refused when it is %s', async (_what, at) => {
    expect((await publish(sesEvent('Delivery'), { at })).status).toBe(401);
    expect(await requests('stale')).toBe(1);
  });

  test('is refused where the certificate is past its days, or none', async () => {
    for (const pem of [EXPIRED.pem, 'no certificate']) {
      const address = `${HOST}/${pem.length}.pem`;
      network[address] = pem;
      const response = await publish(sesEvent('Delivery'), { key: EXPIRED.key, more: { SigningCertURL: address } });
      expect(response.status).toBe(401);
    }
    expect(await collector.noticed()).toEqual([]);
  });

  test('cannot be told while the certificate cannot be had: it is to come again, and is not asked for again at once', async () => {
    network[CERTIFICATE_URL] = new Error('nobody answers');
    const refused = await publish(sesEvent('Delivery'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect((await publish(sesEvent('Delivery'))).status).toBe(503);
    expect(asked).toEqual([CERTIFICATE_URL]);
    network[CERTIFICATE_URL] = SNS.pem;
    collector.now = NOW + 16_000;
    expect((await publish(sesEvent('Delivery'))).status).toBe(200);
    expect(await requests('unavailable')).toBe(2);
  });
});

describe('the subscription to the topic', () => {
  test('is confirmed with SNS itself, once its request has been verified', async () => {
    const response = await post(confirmationBySns(sent));
    expect([response.status, await response.json()]).toEqual([200, { recorded: 0 }]);
    expect(asked).toEqual([CERTIFICATE_URL, SUBSCRIBE_URL]);
  });

  test.each([
    ['elsewhere', 'https://evil.example/?Action=ConfirmSubscription'],
    ['inside', 'http://127.0.0.1:8123/?query=DROP'],
    ['another region', SUBSCRIBE_URL.replace('sns.eu-west-1', 'sns.us-east-1')],
    ['another topic', SUBSCRIBE_URL.replace(TOPIC, OTHER_TOPIC)],
    ['another action', SUBSCRIBE_URL.replace('ConfirmSubscription', 'DeleteTopic')],
    ['another token', SUBSCRIBE_URL.replace('Token=2336', 'Token=9999')],
    ['another path', SUBSCRIBE_URL.replace('.com/?', '.com/elsewhere?')],
    ['another port', SUBSCRIBE_URL.replace('.com/?', '.com:8080/?')],
    ['nowhere', ''],
  ])('is not confirmed where the address leads to %s, whoever signed it', async (_where, SubscribeURL) => {
    network[SubscribeURL] = 'caught';
    expect((await post(confirmationBySns({ ...sent, more: { SubscribeURL } }))).status).toBe(400);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  test('is not confirmed for another topic, a stranger, or an address that was put into it later', async () => {
    const { body, headers } = confirmationBySns(sent);
    const changed = body.replace('Token=2336412f37', 'Token=0000000000');
    const attempts = [
      confirmationBySns({ ...sent, more: { TopicArn: OTHER_TOPIC } }),
      confirmationBySns({ ...sent, key: STRANGER.key }),
      { body: changed, headers },
    ];
    for (const attempt of attempts) expect((await post(attempt)).status).toBe(401);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  test('is asked for again where SNS does not answer', async () => {
    network[SUBSCRIBE_URL] = new Error('nobody answers');
    expect((await post(confirmationBySns(sent))).status).toBe(503);
    network[SUBSCRIBE_URL] = '<ConfirmSubscriptionResponse/>';
    expect((await post(confirmationBySns(sent))).status).toBe(200);
  });

  test('may end: that is taken, and nothing is asked', async () => {
    const ended = confirmationBySns({ ...sent, more: { Type: 'UnsubscribeConfirmation' } });
    expect((await post(ended)).status).toBe(200);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });
});
