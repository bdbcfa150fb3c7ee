import { describe, expect, test } from '@jest/globals';
import type { Subscription } from '@readout/warehouse';
import fc from 'fast-check';
import { subscriptionInTest } from '../testing/subscription-in-test.ts';
import { trialsOf } from './trials.ts';

const DAY = 86_400_000;
/** A Wednesday, 10:00 in Madrid. */
const NOW = Date.UTC(2026, 3, 1, 8);
const asked = { now: NOW, timeZone: 'Europe/Madrid', weeks: 8 };
const money = (at: number) => ({ at, amount: 900, currency: 'EUR' });

/** A trial of seven days that began so many days ago. */
function trial(daysAgo: number, given: Partial<Subscription> = {}): Subscription {
  const trialFrom = NOW - daysAgo * DAY;
  return subscriptionInTest({
    begun: trialFrom,
    trialFrom,
    trialTo: trialFrom + 7 * DAY,
    status: 'trialing',
    ...given,
  });
}
const paid = (daysAgo: number, after = 7) =>
  trial(daysAgo, { status: 'active', payments: [money(NOW - (daysAgo - after) * DAY)] });
const calledOff = (daysAgo: number) => trial(daysAgo, { cancelled: NOW - (daysAgo - 1) * DAY });

describe('trials', () => {
  test('of none there is nothing to tell', () => {
    expect(trialsOf([], asked)).toMatchObject({
      running: 0,
      started: 0,
      trialDays: null,
      naiveRate: null,
      rate: null,
      curve: [],
      forecast: null,
    });
    expect(trialsOf([], asked).cohorts).toHaveLength(8);
  });

  test('are counted by how they stand, each in one way', () => {
    const all = [
      trial(2),
      trial(6.5),
      calledOff(3),
      calledOff(20),
      paid(20),
      trial(12, { status: 'ended', ended: NOW - 5 * DAY }),
      trial(9, { status: 'past_due', failures: [money(NOW - 2 * DAY)] }),
      // Nobody said what became of it.
      trial(30),
    ];
    const view = trialsOf(all, asked);
    expect(view).toMatchObject({
      running: 3,
      endingThisWeek: 3,
      calledOff: 1,
      started: 8,
      converted: 1,
      cancelled: 2,
      expired: 2,
      paymentFailed: 1,
      recovered: 0,
      trialDays: 7,
      naiveRate: 1 / 8,
    });
    const states = view.cohorts.flatMap(({ converted, cancelled, expired, running, pastDue }) => [
      converted,
      cancelled,
      expired,
      running,
      pastDue,
    ]);
    expect(states.reduce((sum, one) => sum + one, 0)).toBe(8);
    expect(view.cohorts.reduce((sum, { pastDue }) => sum + pastDue, 0)).toBe(1);
  });

  test('begin in weeks of the publication’s time zone, from Monday on', () => {
    // Monday 30 March, midnight in Madrid, which has gone over to summer time the day before.
    const monday = Date.UTC(2026, 2, 29, 22);
    const at = (time: number) => subscriptionInTest({ trialFrom: time, trialTo: time + 7 * DAY });
    const { cohorts } = trialsOf([at(monday), at(monday - 1)], asked);
    expect(cohorts.at(-1)).toMatchObject({ from: new Date(monday).toISOString(), started: 1 });
    expect(cohorts.at(-2)).toMatchObject({ from: new Date(monday - 7 * DAY + 3_600_000).toISOString(), started: 1 });
  });

  test('those that still run do not lower the rate, as they do the naive one', () => {
    const ended = [...Array(10)].flatMap((_, at) => [
      paid(20 + at / 10),
      trial(20 + at / 10, { status: 'ended', ended: NOW - 13 * DAY }),
    ]);
    const running = [...Array(60)].map(() => trial(3));
    const { rate, naiveRate } = trialsOf([...ended, ...running], asked);
    expect(naiveRate).toBeCloseTo(10 / 80);
    expect(rate?.rate).toBeCloseTo(0.5);
    expect(rate?.day).toBe(10);
    expect(rate?.low).toBeLessThan(0.5);
    expect(rate?.high).toBeGreaterThan(0.5);
  });

  test('the rate is Kaplan–Meier’s, by a plain product over days', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ ago: fc.integer({ min: 1, max: 50 }), pays: fc.option(fc.integer({ min: 7, max: 12 })) }),
          { maxLength: 60 },
        ),
        (given) => {
          const all = given.map(({ ago, pays }) => (pays !== null && pays <= ago ? paid(ago, pays) : trial(ago)));
          let share = 1;
          for (let day = 0; day <= 10; day++) {
            const risk = given.filter(
              ({ ago, pays }) => ago >= day && !(pays !== null && pays < day && pays <= ago),
            ).length;
            const events = given.filter(({ ago, pays }) => pays === day && pays <= ago).length;
            if (events > 0) share *= 1 - events / risk;
          }
          const { rate } = trialsOf(all, asked);
          // Who has paid is followed no longer.
          const isKnown = given.some(({ ago, pays }) => ago >= 10 && !(pays !== null && pays < 10 && pays <= ago));
          if (isKnown) expect(rate?.rate).toBeCloseTo(1 - share, 9);
          else if (rate !== null) expect(share).toBe(0);
        },
      ),
    );
  });

  test('a first payment that failed and came after all is recovered', () => {
    const late = trial(20, { status: 'active', failures: [money(NOW - 13 * DAY)], payments: [money(NOW - 12 * DAY)] });
    // Failed later, as a renewal.
    const renewal = { ...paid(50), failures: [money(NOW - 2 * DAY)] };
    expect(trialsOf([late, renewal], asked)).toMatchObject({ paymentFailed: 1, recovered: 1, converted: 2 });
  });

  test('a forecast holds what was paid this month and what running trials will bring', () => {
    const before = [...Array(40)].map((_, at) =>
      at % 2 === 0 ? paid(20 + at / 10) : trial(20 + at / 10, { status: 'ended', ended: NOW - 10 * DAY }),
    );
    const running = [...Array(20)].map(() => trial(3));
    const today = { ...paid(7.1, 7), payments: [money(NOW - DAY / 24)] };
    const { forecast } = trialsOf([...before, ...running, today], asked);
    expect(forecast).toMatchObject({ month: '2026-04', soFar: 1 });
    expect(forecast?.expected).toBeGreaterThan(1 + 20 * 0.4);
    expect(forecast?.expected).toBeLessThan(1 + 20 * 0.6);
    expect(forecast?.low).toBeLessThan(forecast?.expected ?? 0);
    expect(forecast?.high).toBeGreaterThan(forecast?.expected ?? 0);
  });
});
