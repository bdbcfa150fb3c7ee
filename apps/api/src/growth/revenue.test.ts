import { describe, expect, test } from '@jest/globals';
import type { ReaderId } from '@readout/events';
import type { Subscription } from '@readout/warehouse';
import fc from 'fast-check';
import { subscriptionInTest } from '../testing/subscription-in-test.ts';
import { recurringAt, recurringOf } from './recurring.ts';
import { revenueOf } from './revenue.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 3, 15, 12);
const on = (month: number, day = 1) => Date.UTC(2026, month - 1, day, 12);
const asked = {
  now: NOW,
  timeZone: 'Etc/UTC',
  months: 4,
  hits: 100,
  issueNamed: (issue: number) => (issue === 7 ? { id: 'seven', title: 'The seventh' } : null),
};
const price = (amount: number, months = 1, currency = 'EUR') => ({ amount, currency, months });
const standing = (at: number, status: Subscription['status'], cost: ReturnType<typeof price> | null) => ({
  at,
  status,
  price: cost,
  plan: '',
});
const money = (at: number, amount = 900, currency = 'EUR') => ({ at, amount, currency });

/** Paid for monthly from a day on. */
const monthly = (from: number, given: Partial<Subscription> = {}): Subscription =>
  subscriptionInTest({
    begun: from,
    status: 'active',
    payments: [money(from)],
    standings: [standing(from, 'active', price(900))],
    ...given,
  });

describe('what a subscription brings per month', () => {
  test('is nothing before it is paid for, its price over its months, and nothing after its end', () => {
    const one = monthly(on(2), {
      ended: on(4),
      status: 'ended',
      standings: [
        standing(on(1, 25), 'trialing', price(9_600, 12)),
        standing(on(3), 'active', price(1_200)),
        standing(on(3, 10), 'past_due', price(1_200)),
        standing(on(4), 'ended', price(1_200)),
      ],
    });
    const points = recurringOf(one);
    expect([on(1, 26), on(2), on(3), on(3, 11), on(4), on(4, 2)].map((at) => recurringAt(points, at))).toEqual([
      0, 800, 1_200, 1_200, 0, 0,
    ]);
  });

  test('is nothing while it is paused, and of what nobody said the price of', () => {
    const paused = monthly(on(1), {
      standings: [
        standing(on(1), 'active', price(900)),
        standing(on(2), 'paused', price(900)),
        standing(on(3), 'active', price(900)),
      ],
    });
    expect([on(1), on(2), on(3)].map((at) => recurringAt(recurringOf(paused), at))).toEqual([900, 0, 900]);
    expect(recurringOf(monthly(on(1), { standings: [] }))).toEqual([]);
    expect(recurringOf(subscriptionInTest({ standings: [standing(on(1), 'active', price(900))] }))).toEqual([]);
  });
});

describe('revenue', () => {
  test('of none is none', () => {
    expect(revenueOf([], asked)).toEqual({ asOf: new Date(NOW).toISOString(), currencies: [] });
  });

  test('moves by what is new, more, less, gone and back, person by person', () => {
    const person = (number: number) => ({ person: number as ReaderId });
    const all = [
      monthly(on(2, 10), person(1)),
      // More from March on.
      monthly(on(1, 5), {
        ...person(2),
        standings: [standing(on(1, 5), 'active', price(900)), standing(on(3, 5), 'active', price(1_500))],
      }),
      // Gone in February, and back by another subscription in April.
      monthly(on(1, 5), { ...person(3), ended: on(2, 5), status: 'ended' }),
      monthly(on(4, 5), person(3)),
      // From monthly to yearly by another subscription in the same month: less, but nobody left.
      monthly(on(1, 5), { ...person(4), ended: on(3, 6), status: 'ended' }),
      monthly(on(3, 6), {
        ...person(4),
        payments: [money(on(3, 6), 9_000)],
        standings: [standing(on(3, 6), 'active', price(9_000, 12))],
      }),
    ];
    const [euros] = revenueOf(all, asked).currencies;
    expect(
      euros?.months.map(({ month, ...moved }) => [
        month,
        moved.new,
        moved.expansion,
        moved.reactivation,
        moved.contraction,
        moved.churn,
        moved.mrr,
      ]),
    ).toEqual([
      ['2026-01', 2_700, 0, 0, 0, 0, 2_700],
      ['2026-02', 900, 0, 0, 0, -900, 2_700],
      ['2026-03', 0, 600, 0, -150, 0, 3_150],
      ['2026-04', 0, 0, 900, 0, 0, 4_050],
    ]);
    expect(euros).toMatchObject({ mrr: 4_050, subscriptions: 4, digits: 2 });
  });

  test('movements of a month add up to its change, whatever happened', () => {
    const moment = fc.integer({ min: 0, max: 150 }).map((days) => on(1) + days * DAY);
    const subscription = fc
      .record({
        from: moment,
        until: fc.option(moment),
        person: fc.integer({ min: 1, max: 4 }),
        standings: fc.array(
          fc.tuple(
            moment,
            fc.constantFrom('active' as const, 'past_due' as const, 'paused' as const),
            fc.constantFrom(500, 900),
          ),
          { maxLength: 4 },
        ),
      })
      .map(({ from, until, person, standings }) =>
        monthly(from, {
          person: person as ReaderId,
          ended: until !== null && until >= from ? until : null,
          standings: standings
            .map(([at, status, cost]) => standing(at, status, price(cost)))
            .sort((one, other) => one.at - other.at),
        }),
      );
    fc.assert(
      fc.property(fc.array(subscription, { maxLength: 8 }), (all) => {
        for (const { months, mrr } of revenueOf(all, { ...asked, now: on(6), months: 8 }).currencies) {
          let before = 0;
          for (const month of months) {
            before += month.new + month.expansion + month.reactivation + month.contraction + month.churn;
            expect(before).toBeCloseTo(month.mrr, 6);
          }
          expect(before).toBeCloseTo(mrr, 6);
        }
      }),
    );
  });

  test('currencies are never added up, and have the digits of their own', () => {
    const yen = monthly(on(2), {
      person: 9 as ReaderId,
      payments: [money(on(2), 1_000, 'JPY')],
      standings: [standing(on(2), 'active', price(1_000, 1, 'JPY'))],
    });
    const { currencies } = revenueOf([monthly(on(2)), monthly(on(3)), yen], asked);
    expect(currencies.map(({ currency, digits, mrr }) => [currency, digits, mrr])).toEqual([
      ['EUR', 2, 1_800],
      ['JPY', 0, 1_000],
    ]);
  });

  test('what was paid less what was paid back goes to the issue that led there, and to none where none is known', () => {
    const led = monthly(on(3), {
      issue: 7 as Subscription['issue'],
      touch: 'paywall_hit',
      refunds: [{ ...money(on(3, 4), 300), isDisputed: false }],
    });
    const [euros] = revenueOf([led, monthly(on(3, 2))], asked).currencies;
    expect(euros?.issues).toEqual([{ issue: 'seven', title: 'The seventh', amount: 600, subscriptions: 1 }]);
    expect(euros).toMatchObject({
      unattributed: { amount: 900, subscriptions: 1 },
      perHit: { amount: 6, of: 100 },
      perTrial: null,
    });
    expect(euros?.months.find(({ month }) => month === '2026-03')).toMatchObject({ paid: 1_800, refunded: 300 });
  });

  test('a reader’s worth is told for no longer than ten have been watched', () => {
    const since = (days: number) => monthly(NOW - days * DAY);
    expect(
      revenueOf(
        [...Array(9)].map(() => since(200)),
        asked,
      ).currencies[0]?.lifetime,
    ).toBeNull();
    const lifetime = revenueOf([...Array(10)].map(() => since(100)).concat(since(300)), asked).currencies[0]?.lifetime;
    // Nobody left in three months.
    expect(lifetime).toMatchObject({ months: 3, amount: 2_700, high: 2_700 });
    expect(lifetime?.low).toBeLessThan(2_700);
  });
});
