import { expect, test } from '@jest/globals';
import { PAGE_KINDS, referrerHost } from '@readout/events';
import fc from 'fast-check';
import { beaconBody, readBeaconBody } from './beacon-body.ts';

const id = fc.constantFrom('abcdefghijkm', 'mkjihgfedcba', '0OIl', '', 7);
const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, 0, -1, 1, 1.5, 1e9, 'viewed', 'abcdefghijkm', []));
const event = fc.record(
  {
    kind: fc.oneof({ weight: 5, arbitrary: fc.constantFrom<unknown>(...PAGE_KINDS) }, odd),
    ago: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -5, max: 86_400_005 }) as fc.Arbitrary<unknown> }, odd),
    section: id,
    offer: id,
    more: odd,
  },
  { requiredKeys: ['kind'] },
);
const body = fc.record(
  {
    v: fc.oneof({ weight: 5, arbitrary: fc.constant<unknown>(1) }, odd),
    issue: id,
    token: fc.oneof(fc.constantFrom<unknown>('tok', 'a b', '', 'x'.repeat(65)), odd),
    referrer: fc.oneof(fc.constantFrom<unknown>('t.co', 'https://www.news.example/a"b', ''), odd),
    events: fc.oneof({ weight: 5, arbitrary: fc.array(event, { maxLength: 34 }) as fc.Arbitrary<unknown> }, odd),
    email: odd,
  },
  { requiredKeys: ['v', 'issue', 'events'] },
);

/** As a page should send it; `body` above is as it may come. */
const good = fc.record(
  {
    v: fc.constant(1),
    issue: fc.constant('abcdefghijkm'),
    token: fc.constant('tok'),
    referrer: fc.oneof(fc.constantFrom('https://www.linkedin.com/feed/', 'nothing at all'), fc.string()),
    events: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(...PAGE_KINDS),
          ago: fc.nat(86_400_000),
          section: fc.constant('mkjihgfedcba'),
          offer: fc.constant('oF7dNs2hLbYc'),
        },
        { requiredKeys: ['kind'] },
      ),
      { minLength: 1, maxLength: 32 },
    ),
  },
  { requiredKeys: ['v', 'issue', 'events'] },
);

test('takes what the schema takes, keeps what it says, and refuses all else with a reason', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(body as fc.Arbitrary<unknown>, good, odd), (json) => {
      const read = readBeaconBody(JSON.stringify(json));
      const parsed = beaconBody.safeParse(JSON.parse(JSON.stringify(json)));
      expect(read.ok).toBe(parsed.success);
      if (!read.ok) expect(read.what).toMatch(/.{5,}\.$/);
      if (!read.ok || !parsed.success) return;
      taken++;
      const { issue, token, referrer, events } = parsed.data;
      expect({ ...read.body, events: JSON.parse(`[${read.body.events}]`) }).toEqual({
        issue,
        token,
        referrer: referrer === undefined ? undefined : (referrerHost(referrer) ?? undefined),
        events: events.map((one) => ({ ...one, ago: one.ago ?? 0 })),
      });
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(20);
});
