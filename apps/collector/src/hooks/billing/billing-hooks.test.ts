import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ReportingSystem } from '@readout/events';
import { hashedName, readerReference } from '@readout/tokens';
import {
  bySignedWebhook,
  byStripe,
  STRIPE_SECRET,
  stripeEvent,
  stripeSubscription,
  TOKEN,
  WEBHOOK_SECRET,
} from '../../testing/billing-requests.ts';
import { CollectorInTest, ISSUE, NOW, PUBLIC_PUBLICATION, PUBLICATION } from '../../testing/collector-in-test.ts';
import type { Signed } from '../../testing/provider-requests.ts';

const SECRET = Buffer.alloc(32, 9);
const REFERENCE = readerReference(SECRET, PUBLIC_PUBLICATION, 'eva@harbour.example').toString('hex');

let collector: CollectorInTest;
const setUp = (setup: { account?: string; takesTests?: boolean } = {}) =>
  collector.copy.setBillingSystems(
    (['stripe', 'webhook'] as const).map((system) => ({
      publication: PUBLICATION,
      system,
      secret: system === 'stripe' ? STRIPE_SECRET : WEBHOOK_SECRET,
      account: setup.account ?? null,
      takesTests: setup.takesTests ?? false,
      createdAt: new Date(NOW),
    })),
  );
/** The copy is looked at anew each second; another collector sees what has just been set at once. */
const start = async (setup: Parameters<typeof setUp>[0] = {}) => {
  collector = await CollectorInTest.start();
  await setUp(setup);
  await collector.copy.setReferenceSecret(SECRET);
};
const restart = async (setup: Parameters<typeof setUp>[0]) => {
  await collector.stop();
  await start(setup);
};
const post = (system: ReportingSystem, { body, headers }: Signed, publication: string = PUBLIC_PUBLICATION) =>
  collector.get(`/hooks/${system}/${publication}`, { method: 'POST', headers, body });
const stripe = (event: unknown, more: Partial<Parameters<typeof byStripe>[1]> = {}) =>
  post('stripe', byStripe(event, { at: NOW, ...more }));
const webhook = (json: unknown, more: Partial<Parameters<typeof bySignedWebhook>[1]> = {}) =>
  post('webhook', bySignedWebhook(json, { at: NOW, ...more }));
const detailOf = async (response: Response) => ((await response.json()) as { detail: string }).detail;
const requests = (provider: ReportingSystem, outcome: string) =>
  collector.metric('readout_hook_requests_total', { provider, outcome });
const reports = (provider: ReportingSystem, fate: string) =>
  collector.metric('readout_hook_reports_total', { provider, fate });

beforeEach(() => start());
afterEach(() => collector.stop());

const updated = (more: Readonly<Record<string, unknown>> = {}) =>
  stripeEvent('customer.subscription.updated', stripeSubscription(), more);

describe('what Stripe reports', () => {
  test('is on disk before the answer, with no name and no address', async () => {
    const response = await stripe(updated());
    expect([response.status, await response.json()]).toEqual([200, { recorded: 1 }]);
    const [statement, ...others] = await collector.stated();
    expect(others).toEqual([]);
    expect(statement).toEqual({
      type: 'statement',
      version: 1,
      system: 'stripe',
      time: 1_780_316_790_000,
      publication: PUBLICATION,
      subscription: hashedName('sub_1'),
      customer: hashedName('cus_1'),
      token: TOKEN,
      reference: REFERENCE,
      issue: ISSUE,
      says: {
        what: 'standing',
        status: 'trialing',
        startedAt: 1_780_316_690_000,
        trialFrom: 1_780_316_690_000,
        trialTo: 1_781_526_290_000,
        cancelledAt: null,
        endedAt: null,
        plan: 'Premium',
        price: 900,
        currency: 'EUR',
        months: 1,
      },
    });
    expect(JSON.stringify(statement).toLowerCase()).not.toMatch(/eva|rossi|harbour|@|sub_1|cus_1/);
    expect(await requests('stripe', 'recorded')).toBe(1);
    expect(await reports('stripe', 'recorded')).toBe(1);
  });

  test('again is the same again, whatever came between', async () => {
    const deleted = stripeEvent('customer.subscription.deleted', stripeSubscription({ status: 'canceled' }));
    for (const event of [updated(), deleted, updated()]) expect((await stripe(event)).status).toBe(200);
    const [first, second, third] = await collector.stated();
    expect(third).toEqual(first);
    expect(second).not.toEqual(first);
  });

  test('of a kind that decides nothing is answered and passed over', async () => {
    for (const type of ['payout.paid', 'customer.source.created', 'constructor']) {
      const response = await stripe(stripeEvent(type, { id: 'x' }));
      expect([response.status, await response.json()]).toEqual([200, { recorded: 0 }]);
    }
    // Known, and of nothing that is paid for.
    await stripe(stripeEvent('checkout.session.completed', { id: 'cs_1', created: 1, subscription: null }));
    expect(await collector.stated()).toEqual([]);
    expect(await reports('stripe', 'passing')).toBe(4);
  });

  test('with one byte changed, another secret, another time or no signature is refused', async () => {
    const { body, headers } = byStripe(updated(), { at: NOW });
    const signature = headers['stripe-signature'] ?? '';
    const attempts: readonly Signed[] = [
      { body: body.replace('trialing', 'canceled'), headers },
      { body: `${body} `, headers },
      byStripe(updated(), { at: NOW, secret: 'whsec_another' }),
      { body, headers: { ...headers, 'stripe-signature': signature.replace(/t=\d+/, `t=${NOW / 1_000 - 1}`) } },
      { body, headers: { ...headers, 'stripe-signature': signature.replace('v1=', 'v0=') } },
      { body, headers: { ...headers, 'stripe-signature': '' } },
      { body, headers: {} },
    ];
    for (const attempt of attempts) {
      const response = await post('stripe', attempt);
      expect(response.status).toBe(401);
      expect(await detailOf(response)).toMatch(/signature does not hold/);
    }
    expect(await collector.stated()).toEqual([]);
    expect(await requests('stripe', 'forged')).toBe(attempts.length);
    // Told once, not for each.
    expect(collector.logged).toHaveLength(1);
    expect((await post('stripe', { body, headers })).status).toBe(200);
  });

  test('signed some minutes ago is taken, and no more after five', async () => {
    expect((await stripe(updated(), { at: NOW - 299_000 })).status).toBe(200);
    const stale = await stripe(updated(), { at: NOW - 302_000 });
    expect(stale.status).toBe(401);
    expect(await detailOf(stale)).toMatch(/too old/);
    expect(await requests('stripe', 'stale')).toBe(1);
  });

  test('while its secret is changed is signed with both, of which one is known', async () => {
    const { body, headers } = byStripe(updated(), { at: NOW });
    const other = byStripe(updated(), { at: NOW, secret: 'whsec_new' }).headers['stripe-signature'] ?? '';
    const both = `${other},${(headers['stripe-signature'] ?? '').split(',')[1]}`;
    expect((await post('stripe', { body, headers: { ...headers, 'stripe-signature': both } })).status).toBe(200);
  });

  test('of another account is nothing of ours, and nothing to send again', async () => {
    const response = await stripe(updated({ account: 'acct_another' }));
    expect([response.status, await response.json()]).toEqual([
      200,
      { recorded: 0, passedOver: expect.stringMatching(/connected account/) },
    ]);
    expect(await collector.stated()).toEqual([]);
    expect(await reports('stripe', 'foreign')).toBe(1);
    expect(collector.logged.join('')).toMatch(
      /connected account.*evt_1Letters0001|evt_1Letters0001.*connected account/,
    );
    await restart({ account: 'acct_ours' });
    await stripe(updated({ account: 'acct_another' }));
    expect(await collector.stated()).toEqual([]);
    await stripe(updated({ account: 'acct_ours' }));
    expect(await collector.stated()).toHaveLength(1);
  });

  test('as a test is not taken, unless tests are', async () => {
    const response = await stripe(updated({ livemode: false }));
    expect([response.status, await response.json()]).toEqual([
      200,
      { recorded: 0, passedOver: expect.stringMatching(/test/) },
    ]);
    expect(await collector.stated()).toEqual([]);
    expect(await reports('stripe', 'test')).toBe(1);
    expect(collector.logged.join('')).toMatch(/is a test/);
    await restart({ takesTests: true });
    await stripe(updated({ livemode: false }));
    expect(await collector.stated()).toHaveLength(1);
  });

  test.each([
    ['that is none', { hello: 'world' }, /no event/],
    ['without contents', { id: 'evt_1', object: 'v2.core.event', type: 'v1.billing.meter.no_meter_found' }, /no event/],
    ['of a known kind and another shape', stripeEvent('invoice.paid', { id: 'in_1' }), /invoice\.paid/],
  ])('as an event %s is refused, told, and sent again until it is understood', async (_what, event, detail) => {
    const response = await stripe(event);
    expect(response.status).toBe(400);
    expect(await detailOf(response)).toMatch(detail);
    expect(await requests('stripe', 'malformed')).toBe(1);
    expect(collector.logged.join('')).toMatch(detail);
  });

  test('and cannot be kept is asked for again', async () => {
    jest.spyOn(collector.log, 'appendAll').mockRejectedValueOnce(new Error('the disk is full'));
    const response = await stripe(updated());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect((await stripe(updated())).status).toBe(200);
  });

  test('on a publication that does not exist, or has no Stripe, is refused', async () => {
    expect((await post('stripe', byStripe(updated(), { at: NOW }), 'pubcationXYA')).status).toBe(404);
    await collector.stop();
    collector = await CollectorInTest.start();
    const response = await stripe(updated());
    expect(response.status).toBe(404);
    expect(await detailOf(response)).toMatch(/not set up/);
  });
});

const STANDING = {
  time: '2026-06-01T12:26:30Z',
  subscription: 'S-1',
  customer: 'C-1',
  reader: 'eva@harbour.example',
  token: TOKEN,
  issue: ISSUE,
  standing: {
    status: 'active',
    startedAt: 1_780_000_000,
    plan: 'Premium',
    price: 900,
    currency: 'eur',
    interval: 'year',
  },
};

describe('what another system reports, signed as Standard Webhooks are', () => {
  test('is on disk before the answer, with no name and no address', async () => {
    const response = await webhook(STANDING);
    expect([response.status, await response.json()]).toEqual([200, { recorded: 1 }]);
    const [statement] = await collector.stated();
    expect(statement).toEqual({
      type: 'statement',
      version: 1,
      system: 'webhook',
      time: 1_780_316_790_000,
      publication: PUBLICATION,
      subscription: hashedName('S-1'),
      customer: hashedName('C-1'),
      token: TOKEN,
      reference: REFERENCE,
      issue: ISSUE,
      says: {
        what: 'standing',
        status: 'active',
        startedAt: 1_780_000_000_000,
        trialFrom: null,
        trialTo: null,
        cancelledAt: null,
        endedAt: null,
        plan: 'Premium',
        price: 900,
        currency: 'EUR',
        months: 12,
      },
    });
  });

  test('may be several things at once', async () => {
    const time = '2026-06-01T12:26:30Z';
    const money = { amount: 900, currency: 'EUR' };
    const statements = [
      STANDING,
      { time, subscription: 'S-1', payment: { id: 'P-1', ...money } },
      { time, subscription: 'S-1', failure: { id: 'F-1', ...money } },
      { time, refund: { id: 'R-1', ...money, payment: 'P-1' } },
      { time, customer: 'C-1', reader: 'eva@harbour.example' },
    ];
    const response = await webhook({ statements });
    // A refund that names its payment says two things.
    expect([response.status, await response.json()]).toEqual([200, { recorded: 6 }]);
    expect((await collector.stated()).map(({ says }) => says.what)).toEqual([
      'standing',
      'payment',
      'failure',
      'charge',
      'refund',
      'identity',
    ]);
  });

  test('again under the same id is the same again', async () => {
    for (let time = 0; time < 2; time++) expect((await webhook(STANDING, { id: 'msg_7' })).status).toBe(200);
    const [first, second] = await collector.stated();
    expect(second).toEqual(first);
  });

  test('with one byte changed, another id, secret or time, or no signature is refused', async () => {
    const { body, headers } = bySignedWebhook(STANDING, { at: NOW });
    const other = `whsec_${Buffer.alloc(24, 6).toString('base64')}`;
    const attempts: readonly Signed[] = [
      { body: body.replace('active', 'paused'), headers },
      { body, headers: { ...headers, 'webhook-id': 'msg_2' } },
      { body, headers: { ...headers, 'webhook-timestamp': String(NOW / 1_000 + 1) } },
      { body, headers: { ...headers, 'webhook-timestamp': 'noon' } },
      { body, headers: { ...headers, 'webhook-signature': 'v1,' } },
      {
        body,
        headers: { ...headers, 'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1,', 'v1a,') },
      },
      bySignedWebhook(STANDING, { at: NOW, secret: other }),
      { body, headers: {} },
    ];
    for (const attempt of attempts) expect((await post('webhook', attempt)).status).toBe(401);
    expect(await requests('webhook', 'forged')).toBe(attempts.length);
    const both = `v1,${Buffer.alloc(32).toString('base64')} ${headers['webhook-signature']}`;
    expect((await post('webhook', { body, headers: { ...headers, 'webhook-signature': both } })).status).toBe(200);
  });

  test.each([-301_000, 301_000])('signed %d ms from now is refused', async (away) => {
    expect((await webhook(STANDING, { at: NOW + away })).status).toBe(401);
    expect(await requests('webhook', 'stale')).toBe(1);
  });

  test.each([
    [{ ...STANDING, standing: { ...STANDING.standing, status: 'asleep' } }, /^standing\.status: /],
    [{ statements: [STANDING, { ...STANDING, time: 'noon' }] }, /^statements\.1\.time: Not a time/],
    [{ statements: [] }, /^statements: Give at least one/],
    [{ statements: Array.from({ length: 1_001 }, () => STANDING) }, /^statements: At most 1000/],
    [{ ...STANDING, email: 'eva@harbour.example' }, /email/],
    [[], /^body: /],
  ])('that has not the documented shape is told what is wrong: %#', async (json, detail) => {
    const response = await webhook(json);
    expect(response.status).toBe(400);
    expect(await detailOf(response)).toMatch(detail);
    expect(await collector.stated()).toEqual([]);
  });
});

test('a secret of one billing system opens no other', async () => {
  expect((await post('stripe', bySignedWebhook(updated(), { at: NOW }))).status).toBe(401);
  expect((await post('webhook', byStripe(STANDING, { at: NOW }))).status).toBe(401);
});
