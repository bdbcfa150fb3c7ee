import { describe, expect, test } from '@jest/globals';
import type { BegunAfter, Course } from '@readout/warehouse';
import fc from 'fast-check';
import { tallyOf } from './outcomes.ts';

const GUARDED = ['paid', 'revenue', 'refunds', 'trial_cancellations'] as const;

/** What somebody does, in days since the experiment began and since their trial ended. */
const life = fc.record({
  exposed: fc.integer({ min: 0, max: 60 }),
  begins: fc.option(fc.integer({ min: 0, max: 25 })),
  calledOff: fc.option(fc.integer({ min: -7, max: -1 })),
  money: fc.array(fc.record({ after: fc.integer({ min: 0, max: 50 }), amount: fc.constantFrom(800, 900, -800) })),
});

describe('what is known of an arm', () => {
  test('is the same of trials of different lengths, where people do the same after them', () => {
    const seen = { people: 0, paid: 0 };
    fc.assert(
      fc.property(
        fc.array(life, { maxLength: 30 }),
        fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
        fc.integer({ min: 0, max: 90 }),
        (lives, trialDays, today) => {
          const courses = trialDays.flatMap((days, arm) =>
            lives
              .filter(({ exposed }) => exposed <= today)
              .map(({ exposed, begins, calledOff, money }): Course => {
                const from = exposed + (begins ?? 0);
                const by = (day: number) => (day <= today ? [today - day] : []);
                const its: BegunAfter = {
                  begun: today - from,
                  hasTrial: true,
                  calledOff: calledOff === null ? null : (by(from + days + calledOff)[0] ?? null),
                  isRunning: false,
                  money: money.flatMap(({ after, amount }) =>
                    by(from + days + after).map((age) => ({ age, amount, currency: 'EUR' })),
                  ),
                };
                const subscriptions = begins === null || from > today ? [] : [its];
                return { arm, exposed: today - exposed, subscriptions, unsubscribed: null, people: 1 };
              }),
          );
          const terms = { trialDays, currency: 'EUR' };
          for (const measure of GUARDED) {
            for (const daysAgo of [0, 10]) {
              const [one, other] = [0, 1].map((arm) => tallyOf(courses, arm, measure, terms, daysAgo));
              expect([measure, daysAgo, one]).toEqual([measure, daysAgo, other]);
              seen.people += one?.people ?? 0;
              if (measure === 'paid') seen.paid += one?.sum ?? 0;
            }
          }
        },
      ),
    );
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  test('was the same some days ago as if it had been asked then', () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), fc.integer({ min: 0, max: 80 }), (lives, daysAgo) => {
        const terms = { trialDays: [7, 14], currency: 'EUR' };
        const asked = (today: number) =>
          lives
            .filter(({ exposed }) => exposed <= today)
            .map(({ exposed, begins, money }): Course => {
              const from = exposed + (begins ?? 0);
              const moneys = money.flatMap(({ after, amount }) =>
                from + after <= today ? [{ age: today - from - after, amount, currency: 'EUR' }] : [],
              );
              const its = { begun: today - from, hasTrial: true, calledOff: null, isRunning: false, money: moneys };
              return {
                arm: 0,
                exposed: today - exposed,
                subscriptions: begins === null || from > today ? [] : [its],
                unsubscribed: null,
                people: 1,
              };
            });
        for (const measure of [...GUARDED, 'trial_starts', 'unsubscribes'] as const) {
          expect(tallyOf(asked(90), 0, measure, terms, daysAgo)).toEqual(
            tallyOf(asked(90 - daysAgo), 0, measure, terms, 0),
          );
        }
      }),
    );
  });

  const course = (more: Partial<Course>): Course => ({
    arm: 0,
    exposed: 30,
    subscriptions: [],
    unsubscribed: null,
    people: 1,
    ...more,
  });
  const subscription = (more: Partial<BegunAfter>): BegunAfter => ({
    begun: 30,
    hasTrial: true,
    calledOff: null,
    isRunning: false,
    money: [],
    ...more,
  });
  const euros = (...moneys: readonly [age: number, amount: number][]) =>
    moneys.map(([age, amount]) => ({ age, amount, currency: 'EUR' }));

  test('counts each measure over the people it is of', () => {
    const courses = [
      course({ people: 90 }),
      course({ people: 4, subscriptions: [subscription({})], unsubscribed: 2 }),
      course({ people: 3, subscriptions: [subscription({ money: euros([20, 800]) })] }),
      course({ people: 2, subscriptions: [subscription({ money: euros([20, 800], [15, -800]) })] }),
      course({ people: 1, subscriptions: [subscription({ calledOff: 25 })] }),
      // Too lately for whether they pay to be known.
      course({ people: 50, exposed: 9, subscriptions: [subscription({ begun: 9, money: euros([1, 800]) })] }),
    ];
    const of = (measure: Parameters<typeof tallyOf>[2]) =>
      tallyOf(courses, 0, measure, { trialDays: [7, 7], currency: 'EUR' }, 0);
    expect(of('trial_starts')).toEqual({ people: 150, sum: 60, squares: 60 });
    expect(of('paid')).toEqual({ people: 100, sum: 5, squares: 5 });
    expect(of('revenue')).toEqual({ people: 100, sum: 2_400, squares: 3 * 800 ** 2 });
    expect(of('refunds')).toEqual({ people: 5, sum: 2, squares: 2 });
    expect(of('trial_cancellations')).toEqual({ people: 10, sum: 1, squares: 1 });
    expect(of('unsubscribes')).toEqual({ people: 150, sum: 4, squares: 4 });
  });

  test('is nothing in money where it was paid in another currency', () => {
    const dollars = [{ age: 20, amount: 800, currency: 'USD' }];
    const courses = [course({ subscriptions: [subscription({ money: dollars })] })];
    expect(tallyOf(courses, 0, 'revenue', { trialDays: [7], currency: 'EUR' }, 0)).toBeNull();
    expect(tallyOf(courses, 0, 'paid', { trialDays: [7], currency: 'EUR' }, 0)?.sum).toBe(1);
  });
});
