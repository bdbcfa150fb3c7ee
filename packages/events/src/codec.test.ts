import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeRecord, encodeRecord, MAX_RECORD_BYTES } from './codec.ts';
import {
  type Fact,
  type Hit,
  NOTICE_KINDS,
  type Notice,
  PAGE_KINDS,
  type Report,
  type Statement,
} from './log-record.ts';
import {
  BILLING_SYSTEMS,
  EVENT_KINDS,
  MAIL_PROVIDERS,
  NETWORK_KINDS,
  PROVIDER_WORDS,
  SEGMENTS,
  SOURCES,
  SUBSCRIPTION_STATUSES,
} from './vocabulary.ts';

/** Graphemes may be cut in the middle of a surrogate pair here, and anything else may stand in a text too. */
const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength }),
      fc.string({ unit: 'binary', maxLength }),
      fc.constant('"\\\n\u0000'),
    )
    .map((one) => one.slice(0, maxLength));
const id = fc.integer({ min: 1, max: 0xffff_ffff });
const time = fc.integer({ min: 0, max: 4_102_444_799_999 });

const publicId = fc.string({ unit: fc.constantFrom(...'abcdefghijkmXYZ123'), minLength: 12, maxLength: 12 });

const hits: fc.Arbitrary<Hit> = fc.record(
  {
    type: fc.constant('hit' as const),
    version: fc.constant(1 as const),
    kind: fc.constantFrom('opened' as const, 'clicked' as const),
    time,
    target: text(64),
    issue: publicId,
    token: text(64),
    visitor: fc.integer({ min: 1, max: 0x7fff_ffff }),
    method: fc.constantFrom('GET' as const, 'HEAD' as const),
    source: fc.constantFrom(...SOURCES),
    country: fc.constantFrom('ES', 'XK'),
    network: fc.constantFrom(...NETWORK_KINDS),
    address: text(45),
    agent: text(512),
  },
  { requiredKeys: ['type', 'version', 'kind', 'time', 'target', 'token', 'method', 'source'] },
);
const reports: fc.Arbitrary<Report> = fc.record(
  {
    type: fc.constant('report' as const),
    version: fc.constant(1 as const),
    time,
    target: publicId,
    token: text(64),
    visitor: fc.integer({ min: 1, max: 0x7fff_ffff }),
    country: fc.constantFrom('ES', 'XK'),
    network: fc.constantFrom(...NETWORK_KINDS),
    address: text(45),
    agent: text(200),
    referrer: fc.constantFrom('t.co', 'news.example'),
    events: fc.array(
      fc.record(
        { kind: fc.constantFrom(...PAGE_KINDS), ago: fc.nat(86_400_000), section: publicId, offer: publicId },
        { requiredKeys: ['kind', 'ago'] },
      ),
      { minLength: 1, maxLength: 32 },
    ),
  },
  { requiredKeys: ['type', 'version', 'time', 'target', 'token', 'events'] },
);
const facts: fc.Arbitrary<Fact> = fc.record(
  {
    type: fc.constant('fact' as const),
    version: fc.constant(1 as const),
    kind: fc.constantFrom(...EVENT_KINDS),
    time,
    publication: id,
    source: fc.constantFrom(...SOURCES),
    country: fc.constantFrom('ES', 'XK'),
    agent: fc.string({ maxLength: 512 }),
    issue: id,
    reader: id,
    segment: fc.constantFrom(...SEGMENTS),
    referrer: fc.constantFrom('t.co', 'news.example'),
  },
  { requiredKeys: ['type', 'version', 'kind', 'time', 'publication', 'source'] },
);

const notices: fc.Arbitrary<Notice> = fc.record(
  {
    type: fc.constant('notice' as const),
    version: fc.constant(1 as const),
    provider: fc.constantFrom(...MAIL_PROVIDERS),
    id: fc.maxSafeNat(),
    event: text(64),
    kind: fc.constantFrom(...NOTICE_KINDS),
    time,
    publication: id,
    issue: publicId,
    link: publicId,
    token: text(64),
    reference: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
    said: fc.constantFrom(...PROVIDER_WORDS),
    network: fc.constantFrom(...NETWORK_KINDS),
    place: id,
    agent: text(300),
  },
  { requiredKeys: ['type', 'version', 'provider', 'id', 'event', 'time', 'publication', 'issue'] },
);

const money = {
  id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  amount: fc.nat(),
  currency: fc.constantFrom('EUR', 'JPY'),
};
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const statements: fc.Arbitrary<Statement> = fc.record(
  {
    type: fc.constant('statement' as const),
    version: fc.constant(1 as const),
    system: fc.constantFrom(...BILLING_SYSTEMS),
    time,
    publication: id,
    subscription: money.id,
    customer: money.id,
    reader: id,
    token: text(64),
    reference: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
    issue: publicId,
    offer: publicId,
    says: fc.oneof(
      fc.record({
        what: fc.constant('standing' as const),
        status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
        startedAt: time,
        trialFrom: orNull(time),
        trialTo: orNull(time),
        cancelledAt: orNull(time),
        endedAt: orNull(time),
        plan: text(200),
        price: orNull(fc.nat()),
        currency: orNull(money.currency),
        months: orNull(fc.constantFrom(1, 12, 0.25)),
      }),
      fc.record({ what: fc.constantFrom('payment' as const, 'failure' as const), ...money }),
      fc.record(
        { what: fc.constant('refund' as const), ...money, disputed: fc.boolean(), charge: money.id },
        { requiredKeys: ['what', 'id', 'amount', 'currency', 'disputed'] },
      ),
      fc.record({ what: fc.constant('identity' as const) }),
      fc.record({ what: fc.constant('charge' as const), id: money.id, payment: money.id }),
    ),
  },
  { requiredKeys: ['type', 'version', 'system', 'time', 'publication', 'says'] },
);

describe('a record on the wire', () => {
  test('reads back as it was written, on one line, within the size limit', () => {
    fc.assert(
      fc.property(fc.oneof(hits, reports, facts, notices, statements), (record) => {
        const line = encodeRecord(record);
        expect(line).not.toContain('\n');
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_RECORD_BYTES);
        expect(decodeRecord(line)).toEqual({ ok: true, record });
      }),
    );
  });

  test.each([
    ['', 'not JSON'],
    ['{"type":"hit"', 'not JSON'],
    ['{"type":"rumour"}', 'type'],
    ['{"type":"fact","version":2,"kind":"sent","time":1,"publication":1,"source":"api"}', 'version'],
    ['{"type":"fact","version":1,"kind":"sent","time":-1,"publication":1,"source":"api"}', 'time'],
    ['{"type":"fact","version":1,"kind":"sent","time":1,"publication":1,"source":"api","email":"x"}', 'email'],
    ['null', 'record'],
  ])('what cannot be understood is named: %s', (line, reason) => {
    const decoded = decodeRecord(line);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.reason).toContain(reason);
  });

  test('nothing that stands in the log makes the decoder throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => void decodeRecord(line)));
  });
});
