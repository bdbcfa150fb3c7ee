import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeRecord, type PublicationId, type PublicId, type Statement } from '@readout/events';
import { hashedName, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const SECRET = 'whsec_5Jt0nVb8cYw2Rz6LpHq3Gs7Kd9MxQx7d';
const WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

let api: ApiInTest;
let publication: string;
let id: PublicationId;
let other: string;
let otherKey: string;
beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
  other = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json.id;
  const found = await api.catalog.findPublication(publication as PublicId);
  if (found === null) throw new Error('it was created');
  id = found.id;
  otherKey = (await api.call('POST', '/api/v1/keys', { body: { name: 'x', publication: other } })).json.key;
}, 60_000);
afterAll(async () => api.close());

const path = (rest: string, of = publication) => `/api/v1/publications/${of}/billing/${rest}`;
const set = (system: string, body: unknown, of = publication) =>
  api.call('PUT', path(`systems/${system}`, of), { body });
const csv = { 'content-type': 'text/csv' };

let read = 0;
/** What came into the log since this was asked last. */
async function stated(): Promise<Statement[]> {
  const end = await api.log.end(0);
  const found: Statement[] = [];
  if (end <= read) return found;
  const signal = AbortSignal.timeout(5_000);
  for await (const { records, next } of api.log.read({ partition: 0, from: read, maxRecords: 5_000, signal })) {
    for (const { line } of records) {
      const decoded = decodeRecord(line);
      if (!decoded.ok) throw new Error(`${decoded.reason}: ${line}`);
      if (decoded.record.type === 'statement') found.push(decoded.record);
    }
    if (next >= end) break;
  }
  read = end;
  return found;
}

describe('billing systems of a publication', () => {
  test('are none at first, and the address where each is to report is there', async () => {
    const { status, json } = await api.call('GET', path('systems'));
    expect([status, json.items]).toEqual([200, []]);
    expect(json.hooks).toEqual([
      { system: 'stripe', hook: `https://read.example.com/hooks/stripe/${publication}` },
      { system: 'webhook', hook: `https://read.example.com/hooks/webhook/${publication}` },
    ]);
  });

  test('are set up with a secret that is never read back, set up otherwise, and removed', async () => {
    const { status, json, text } = await set('stripe', { secret: ` ${SECRET} ` });
    expect(status).toBe(200);
    expect(json).toEqual({
      system: 'stripe',
      hook: `https://read.example.com/hooks/stripe/${publication}`,
      hint: 'Qx7d',
      account: null,
      takesTests: false,
      createdAt: expect.stringMatching(/Z$/),
      lastStatementAt: null,
    });
    const listed = await api.call('GET', path('systems'));
    expect(listed.json.items).toEqual([json]);
    expect(text + listed.text + api.logged.join('')).not.toContain(SECRET);
    expect((await api.call('GET', path('systems', other))).json.items).toEqual([]);
    const changed = await set('stripe', { secret: SECRET, account: 'acct_1Letters', takesTests: true });
    expect(changed.json).toMatchObject({ account: 'acct_1Letters', takesTests: true });
    expect(await api.catalog.billingSystems()).toMatchObject([{ secret: SECRET, account: 'acct_1Letters' }]);
    expect((await set('webhook', { secret: WEBHOOK_SECRET })).status).toBe(200);
    for (const system of ['stripe', 'webhook']) {
      expect((await api.call('DELETE', path(`systems/${system}`))).status).toBe(204);
      expect((await api.call('DELETE', path(`systems/${system}`))).json.code).toBe('not_found');
    }
    expect((await api.call('GET', path('systems'))).json.items).toEqual([]);
  });

  test('say of when the last thing is that they stated', async () => {
    await set('stripe', { secret: SECRET });
    const time = Date.UTC(2026, 2, 2, 6, 0, 4, 250);
    const statement = {
      publication: id,
      system: 'stripe',
      time,
      customer: null,
      reader: null,
      issue: null,
      offer: null,
    } as const;
    await api.warehouse.insertStatements([
      { ...statement, subscription: hashedName('sub_1'), says: { what: 'identity' } },
      { ...statement, time: time - 5, subscription: null, says: { what: 'charge', id: 7, payment: 8 } },
      {
        ...statement,
        time: time - 9,
        subscription: null,
        says: { what: 'refund', id: 9, amount: 1, currency: 'EUR', disputed: true, charge: 7 },
      },
    ]);
    const { json } = await api.call('GET', path('systems'));
    expect(json.items).toMatchObject([{ system: 'stripe', lastStatementAt: '2026-03-02T06:00:04.250Z' }]);
    expect((await set('stripe', { secret: SECRET })).json.lastStatementAt).toBe('2026-03-02T06:00:04.250Z');
  });

  test.each([
    ['stripe', { secret: 'short' }, 'secret', /begins with whsec_/],
    ['stripe', { secret: 'sk_live_0123456789abcdefghijklmn' }, 'secret', /API key of Stripe/],
    ['stripe', { secret: '' }, 'secret', /Give the secret/],
    ['stripe', { secret: 'whsec_ two words of some length to be sure' }, 'secret', /no spaces/],
    ['stripe', { secret: `whsec_${'x'.repeat(500)}` }, 'secret', /as long as this/],
    ['stripe', { secret: SECRET, account: 'cus_1' }, 'account', /acct_/],
    ['webhook', { secret: 'whsec_c2hvcnQ=' }, 'secret', /24 bytes/],
    ['webhook', { secret: 'whsec_not-base64-but-rather-long-for-all-that' }, 'secret', /24 bytes/],
    ['webhook', { secret: WEBHOOK_SECRET, account: 'acct_1' }, 'account', /Only Stripe/],
    ['webhook', { secret: WEBHOOK_SECRET, takesTests: true }, 'takesTests', /Only Stripe/],
  ])('of %s are not set up with %j', async (system, body, field, message) => {
    const { status, json } = await set(system, body);
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', field]);
    expect(json.errors[0].message).toMatch(message);
  });

  test('that nobody knows are not found', async () => {
    for (const system of ['import', 'sample', 'Stripe', 'constructor']) {
      expect((await set(system, { secret: SECRET })).json.code).toBe('not_found');
      expect((await api.call('DELETE', path(`systems/${system}`))).json.code).toBe('not_found');
    }
  });
});

test('is nobody else’s: neither with another publication’s key nor signed out', async () => {
  const calls = [
    ['GET', 'systems', undefined],
    ['PUT', 'systems/stripe', { secret: SECRET }],
    ['DELETE', 'systems/stripe', undefined],
    ['POST', 'statements', { statements: [] }],
    ['POST', 'import', []],
  ] as const;
  for (const [method, rest, body] of calls) {
    const withBody = body === undefined ? {} : { body };
    expect([rest, (await api.call(method, path(rest), { key: otherKey, ...withBody })).status]).toEqual([rest, 404]);
    expect([rest, (await api.call(method, path(rest), { key: null, ...withBody })).status]).toEqual([rest, 401]);
  }
  expect((await api.call('GET', path('systems', other), { key: otherKey })).status).toBe(200);
  expect(await stated()).toEqual([]);
});

const AT = '2026-03-01T12:00:00Z';
const STANDING = {
  time: AT,
  subscription: 'S-1',
  reader: ' Eva@Harbour.example ',
  standing: {
    status: 'trialing',
    startedAt: AT,
    trialTo: '2026-03-15',
    plan: 'Premium',
    price: 900,
    currency: 'eur',
    interval: 'month',
  },
};

describe('statements', () => {
  test('are in the log when they are answered, without names and addresses', async () => {
    const secret = await api.catalog.installationSecret(REFERENCE_SECRET);
    const { status, json } = await api.call('POST', path('statements'), {
      body: {
        statements: [
          STANDING,
          { time: 1_772_366_400, subscription: 'S-1', payment: { id: 'P-1', amount: 900, currency: 'EUR' } },
          { time: AT, refund: { id: 'R-1', amount: 900, currency: 'EUR', payment: 'P-1', disputed: true } },
        ],
      },
    });
    expect([status, json]).toEqual([200, { recorded: 4 }]);
    const common = { type: 'statement', version: 1, system: 'import', time: Date.parse(AT), publication: id };
    const subscription = hashedName('S-1');
    expect(await stated()).toEqual([
      {
        ...common,
        subscription,
        reference: readerReference(secret, publication as PublicId, 'eva@harbour.example').toString('hex'),
        says: {
          what: 'standing',
          status: 'trialing',
          startedAt: Date.parse(AT),
          trialFrom: Date.parse(AT),
          trialTo: Date.UTC(2026, 2, 15),
          cancelledAt: null,
          endedAt: null,
          plan: 'Premium',
          price: 900,
          currency: 'EUR',
          months: 1,
        },
      },
      { ...common, subscription, says: { what: 'payment', id: hashedName('P-1'), amount: 900, currency: 'EUR' } },
      { ...common, says: { what: 'charge', id: hashedName('P-1'), payment: hashedName('P-1') } },
      {
        ...common,
        says: {
          what: 'refund',
          id: hashedName('R-1'),
          amount: 900,
          currency: 'EUR',
          disputed: true,
          charge: hashedName('P-1'),
        },
      },
    ]);
  });

  const standing = (more: object) => ({ ...STANDING, standing: { ...STANDING.standing, ...more } });
  const money = { id: 'P-1', amount: 900, currency: 'EUR' };
  test.each([
    [{ ...STANDING, time: 'noon' }, 'time'],
    [{ ...STANDING, time: 1_772_366_400_000 }, 'time'],
    [{ ...STANDING, token: 'eva@harbour.example' }, 'token'],
    [{ ...STANDING, issue: '12' }, 'issue'],
    [{ ...STANDING, subscription: '' }, 'subscription'],
    [{ ...STANDING, email: 'x' }, ''],
    [{ ...STANDING, payment: money }, 'payment'],
    [standing({ status: 'asleep' }), 'standing.status'],
    [standing({ trialTo: null }), 'standing.trialTo'],
    [standing({ trialTo: '2026-02-01' }), 'standing.trialTo'],
    [standing({ status: 'ended' }), 'standing.endedAt'],
    [standing({ endedAt: AT }), 'standing.endedAt'],
    [standing({ price: -1 }), 'standing.price'],
    [standing({ price: 9.5 }), 'standing.price'],
    [standing({ currency: 'euro' }), 'standing.currency'],
    [standing({ interval: null }), 'standing.interval'],
    [{ time: AT, payment: money }, 'subscription'],
    [{ time: AT, refund: money }, 'subscription'],
    [{ time: AT, customer: 'C-1' }, 'standing'],
    [{ time: AT, reader: 'x' }, 'subscription'],
  ])('of which one has a mistake are none of them written: %j', async (wrong, field) => {
    const { status, json } = await api.call('POST', path('statements'), { body: { statements: [STANDING, wrong] } });
    expect([status, json.code]).toEqual([400, 'invalid_request']);
    expect(json.errors.map((error: { path: string }) => error.path)).toContain(`statements.1${field && `.${field}`}`);
    expect(await stated()).toEqual([]);
  });

  test('are at most a thousand, and at least one', async () => {
    for (const length of [0, 1_001]) {
      const { json } = await api.call('POST', path('statements'), {
        body: { statements: Array.from({ length }, () => STANDING) },
      });
      expect(json.errors[0].path).toBe('statements');
    }
    const body = { statements: Array.from({ length: 1_000 }, () => STANDING) };
    expect((await api.call('POST', path('statements'), { body })).json).toEqual({ recorded: 1_000 });
    expect(await stated()).toHaveLength(1_000);
  });
});

describe('an import', () => {
  const FILE = [
    'subscription,reader,status,started_at,trial_end,plan,price,currency,interval,first_paid_at,Shoe size',
    'S-1,eva@harbour.example,active,2026-01-02,2026-01-16,Premium,9.00,EUR,month,2026-01-16,42',
    'S-2,otto@harbour.example,trialing,2026-02-20,2026-03-06,Premium,9.00,EUR,month,,41',
  ].join('\r\n');
  const FOUND = {
    rows: 2,
    subscriptions: 2,
    statuses: { waiting: 0, trialing: 1, active: 1, past_due: 0, paused: 0, ended: 0 },
    payments: 1,
    refunds: 0,
    readers: 2,
    knownReaders: 1,
    unknownColumns: ['Shoe size'],
    firstStartedAt: '2026-01-02T00:00:00.000Z',
    lastStartedAt: '2026-02-20T00:00:00.000Z',
  };

  test('of a file says what it finds first, and then writes it', async () => {
    const secret = await api.catalog.installationSecret(REFERENCE_SECRET);
    const reference = readerReference(secret, publication as PublicId, 'eva@harbour.example');
    await api.catalog.upsertReaders(id, [{ reference, segment: 'premium' }]);
    const preview = await api.call('POST', path('import?preview=true'), { raw: FILE, headers: csv });
    expect([preview.status, preview.json]).toEqual([200, { preview: true, ...FOUND, recorded: 0 }]);
    expect(await stated()).toEqual([]);
    const { json } = await api.call('POST', path('import'), { raw: `\ufeff${FILE}`, headers: csv });
    expect(json).toEqual({ preview: false, ...FOUND, recorded: 3 });
    const records = await stated();
    expect(records.map(({ time, system, says }) => [time, system, says.what])).toEqual([
      [NOW, 'import', 'standing'],
      [Date.UTC(2026, 0, 16), 'import', 'payment'],
      [NOW, 'import', 'standing'],
    ]);
    expect(records[0]?.reference).toBe(reference.toString('hex'));
    expect(JSON.stringify(records) + api.logged.join('')).not.toMatch(/eva|otto|harbour/);
    const again = await api.call('POST', path('import?asOf=2026-02-28T06:00:00Z'), { raw: FILE, headers: csv });
    expect(again.json.recorded).toBe(3);
    expect((await stated()).map(({ time }) => time)).toContain(Date.UTC(2026, 1, 28, 6));
  });

  test('of a file with mistakes writes nothing and names each by its line', async () => {
    const raw = `${FILE}\r\nS-3,,asleep,noon,,,,,,,`;
    const { status, json } = await api.call('POST', path('import'), { raw, headers: csv });
    expect([status, json.code]).toEqual([400, 'invalid_request']);
    expect(json.detail).toMatch(/^Nothing was imported\. line 4, status: Not one of/);
    expect(json.errors.map((error: { path: string }) => error.path)).toEqual(['line 4, status', 'line 4, started_at']);
    expect(await stated()).toEqual([]);
  });

  test('of what Stripe lists is the same as what its webhook says', async () => {
    const subscription = {
      id: 'sub_1',
      object: 'subscription',
      status: 'active',
      customer: 'cus_1',
      created: 1_772_000_000,
      items: {
        data: [{ price: { id: 'price_1', currency: 'eur', unit_amount: 900, recurring: { interval: 'month' } } }],
      },
    };
    const invoice = {
      id: 'in_1',
      object: 'invoice',
      status: 'paid',
      created: 1_772_000_000,
      currency: 'eur',
      customer: 'cus_1',
      customer_email: 'otto@harbour.example',
      amount_paid: 900,
      subscription: 'sub_1',
    };
    const body = { object: 'list', data: [subscription, invoice], has_more: false };
    const { json } = await api.call('POST', path('import?preview=false'), { body });
    expect(json).toMatchObject({ rows: 2, subscriptions: 1, payments: 1, readers: 1, knownReaders: 0, recorded: 2 });
    const records = await stated();
    expect(records).toMatchObject([
      { system: 'stripe', time: NOW, subscription: hashedName('sub_1'), says: { what: 'standing', price: 900 } },
      { system: 'stripe', subscription: hashedName('sub_1'), says: { what: 'payment', id: hashedName('in_1') } },
    ]);
  });

  test.each([
    ['no list', { data: [] }, {}, 400, 'invalid_request'],
    ['things that are none of Stripe’s', [{ object: 'payout' }], {}, 400, 'invalid_request'],
    ['no file', '', csv, 400, 'invalid_request'],
    ['a file in another encoding', 'subscription\n\u00e9', { ...csv, latin: 'yes' }, 400, 'malformed_request'],
    ['something else', 'a', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
  ])('of %s is refused', async (_what, given, headers, status, code) => {
    if ('latin' in headers) {
      // The test client writes UTF-8: so it is asked by hand.
      const answer = await fetch(`http://127.0.0.1:${api.port}${path('import')}`, {
        method: 'POST',
        headers: { ...csv, authorization: `Bearer ro_${'k'.repeat(43)}` },
        body: Buffer.from(given as string, 'latin1'),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
      return;
    }
    const options = typeof given === 'string' ? { raw: given, headers } : { body: given, headers };
    const { status: got, json } = await api.call('POST', path('import'), options);
    expect([got, json.code]).toEqual([status, code]);
    expect(await stated()).toEqual([]);
  });

  test('asks for a time that is one, and knows no other questions', async () => {
    for (const query of ['asOf=noon', 'preview=maybe', 'dry=true']) {
      const { status } = await api.call('POST', path(`import?${query}`), { raw: FILE, headers: csv });
      expect([query, status]).toEqual([query, 400]);
    }
  });

  test('is the only thing that takes CSV', async () => {
    const { json } = await api.call('POST', path('statements'), { raw: FILE, headers: csv });
    expect(json.code).toBe('unsupported_media_type');
  });
});
