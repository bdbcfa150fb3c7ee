import { describe, expect, test } from '@jest/globals';
import { experimentResults } from '@readout/api-contract';
import type { Offer } from '@readout/catalog';
import { peoplePerArm, seededRandom } from '@readout/statistics';
import type { BegunAfter, Course } from '@readout/warehouse';
import { experimentInTest, offerInTest, STARTED } from '../testing/experiment-in-test.ts';
import { resultsOf } from './results.ts';

const DAY = 86_400_000;
const WEEK = [offerInTest(1, 7), offerInTest(2, 7)];
const LENGTHS = [offerInTest(1, 7), offerInTest(2, 14)];

interface World {
  readonly offers: readonly Offer[];
  readonly days: number;
  readonly perDay: number;
  /** Of people who begin a trial, and of trials that are paid for, in each arm. */
  readonly begin: readonly number[];
  readonly pay: readonly number[];
  /** Of people in the second of two arms. */
  readonly second?: number;
}

/** Courses as they are known at the end; payments come up to ten days after the trial, and again after a month. */
function simulated({ offers, days, perDay, begin, pay, second = 0.5 }: World, seed: number): readonly Course[] {
  const random = seededRandom(seed);
  const courses = new Map<string, Course>();
  for (let day = 0; day < days; day++) {
    for (let person = 0; person < perDay; person++) {
      const arm = random() < second ? 1 : 0;
      const today = days - 1;
      const exposed = today - day;
      const begun = day + Math.floor(random() * 3);
      const hasBegun = random() < (begin[arm] ?? 0) && begun <= today;
      const paid = begun + (offers[arm]?.trialDays ?? 0) + Math.floor(random() ** 3 * 10);
      const isPaid = random() < (pay[arm] ?? 0);
      const money = [paid, paid + 30].flatMap((at) =>
        isPaid && at <= today ? [{ age: today - at, amount: 800, currency: 'EUR' }] : [],
      );
      const its: BegunAfter = { begun: today - begun, hasTrial: true, calledOff: null, isRunning: false, money };
      const course = { arm, exposed, subscriptions: hasBegun ? [its] : [], unsubscribed: null };
      const key = JSON.stringify(course);
      courses.set(key, { ...course, people: (courses.get(key)?.people ?? 0) + 1 });
    }
  }
  return [...courses.values()];
}

function told(world: World, seed: number, more: Parameters<typeof experimentInTest>[1] = {}) {
  const results = resultsOf({
    experiment: experimentInTest(world.offers, more),
    offers: world.offers,
    exposed: { courses: simulated(world, seed), mixed: 3 },
    asOf: STARTED + (world.days - 1) * DAY,
  });
  return experimentResults.parse(results);
}
const excludesZero = ({ low, high }: { low: number | null; high: number | null }) => (low ?? 0) > 0 || (high ?? 0) < 0;

describe('the results of an experiment', () => {
  test.each([
    ['of the same trials', WEEK, 'paid'],
    ['of trials of 7 and 14 days', LENGTHS, 'paid'],
    ['of trials of 7 and 14 days', LENGTHS, 'revenue'],
    ['of trials of 7 and 14 days', LENGTHS, 'trial_starts'],
  ] as const)(
    'where nothing differs find a difference on any day in no more than one of twenty: %s, %s %s',
    (_, offers, measure) => {
      const world = { offers, days: 60, perDay: 150, begin: [0.12, 0.12], pay: [0.5, 0.5] };
      const tests = 100;
      const count = { answered: 0, found: 0, uneven: 0 };
      for (let seed = 0; seed < tests; seed++) {
        const { history, comparisons, sampleRatio } = told(world, seed, { measure, baseline: 0.06 });
        if (history.some(({ lift }) => lift !== null)) count.answered++;
        if (history.some(excludesZero) || /better|worse/.test(comparisons[0]?.state ?? '')) count.found++;
        if (sampleRatio.isBroken) count.uneven++;
      }
      expect(count.answered).toBe(tests);
      expect(count.found).toBeLessThanOrEqual(tests / 20);
      expect(count.uneven).toBe(0);
    },
    60_000,
  );

  test('are not those of the shorter trial’s earlier payments', () => {
    const { arms, comparisons, others } = told(
      { offers: LENGTHS, days: 35, perDay: 3_000, begin: [0.1, 0.1], pay: [0.5, 0.5] },
      7,
    );
    const [short, long] = arms;
    // Of all people, far fewer have paid yet.
    expect((long?.paid ?? 0) / (short?.paid ?? 1)).toBeLessThan(0.75);
    expect(Math.abs((long?.value ?? 0) / (short?.value ?? 1) - 1)).toBeLessThan(0.06);
    expect(comparisons[0]?.state).toBe('no_difference_that_matters');
    expect(others.find(({ measure }) => measure === 'revenue')?.state).toBe('no_difference_that_matters');
    expect(short?.mature).toBeLessThan((short?.people ?? 0) * 0.6);
  });

  test('find what differs, and say which arm is the best', () => {
    const { arms, comparisons, history, guardrails } = told(
      { offers: WEEK, days: 60, perDay: 400, begin: [0.12, 0.12], pay: [0.3, 0.5] },
      3,
      { guardrails: [{ measure: 'revenue', worstChange: 0.1 }] },
    );
    expect(comparisons).toMatchObject([{ offer: 'offer2', measure: 'paid', state: 'better', daysToKnow: 0 }]);
    expect(arms.map(({ probabilityBest }) => Math.round(probabilityBest ?? 0))).toEqual([0, 1]);
    expect(guardrails).toMatchObject([{ measure: 'revenue', isBroken: false }]);
    const last = history.at(-1);
    expect([last?.low, last?.high]).toEqual([comparisons[0]?.lift?.low, comparisons[0]?.lift?.high]);
    expect(history).toHaveLength(60);
    expect(history[0]).toEqual({ day: '2026-01-05', offer: 'offer2', people: 0, lift: null, low: null, high: null });
  });

  test('tell of a guardrail that is broken', () => {
    const { guardrails } = told({ offers: WEEK, days: 60, perDay: 600, begin: [0.12, 0.16], pay: [0.6, 0.2] }, 4, {
      measure: 'trial_starts',
      guardrails: [{ measure: 'revenue', worstChange: 0.1 }],
    });
    expect(guardrails).toMatchObject([{ measure: 'revenue', isBroken: true, state: 'worse' }]);
  });

  test('tell that people came otherwise than the weights say', () => {
    const world = { offers: WEEK, days: 20, perDay: 400, begin: [0.1, 0.1], pay: [0.5, 0.5], second: 0.25 };
    expect(told(world, 5).sampleRatio.isBroken).toBe(true);
    const arms = WEEK.map(({ publicId }, at) => ({ offer: publicId, weight: at === 0 ? 3 : 1 }));
    expect(told(world, 5, { arms }).sampleRatio).toEqual({ pValue: expect.any(Number), isBroken: false });
  });

  test('still tell of a split that was uneven once and is even by now', () => {
    const course = (arm: number, exposed: number, people: number): Course => ({
      arm,
      exposed,
      people,
      subscriptions: [],
      unsubscribed: null,
    });
    const exposed = {
      courses: [course(0, 9, 2_000), course(1, 9, 1_500), course(0, 2, 1_500), course(1, 2, 2_000)],
      mixed: 0,
    };
    const asOf = STARTED + 10 * DAY;
    const { sampleRatio } = resultsOf({ experiment: experimentInTest(WEEK), offers: WEEK, exposed, asOf });
    expect(sampleRatio.isBroken).toBe(true);
  });

  test('count nobody who saw several arms, and say how many they are', () => {
    const { arms, mixed } = told({ offers: WEEK, days: 5, perDay: 100, begin: [0, 0], pay: [0, 0] }, 6);
    expect([mixed, arms.reduce((sum, { people }) => sum + people, 0)]).toEqual([3, 500]);
  });

  test('of nobody are none', () => {
    const experiment = experimentInTest(WEEK, { baseline: 0.05 });
    const results = resultsOf({ experiment, offers: WEEK, exposed: { courses: [], mixed: 0 }, asOf: STARTED + 1 });
    expect(experimentResults.parse(results)).toMatchObject({
      arms: [{ people: 0, value: null, interval: null, probabilityBest: null }, { people: 0 }],
      comparisons: [{ state: 'too_few', difference: null, lift: null, daysToKnow: null }],
      sampleRatio: { pValue: null, isBroken: false },
      peopleNeeded: peoplePerArm({ base: 0.05, smallestLift: 0.2, power: 0.8, level: 0.95, arms: 2 }),
    });
  });

  test('foretell how many days it takes: about half as many where twice as many people come', () => {
    const world = { offers: WEEK, days: 40, begin: [0.12, 0.12], pay: [0.5, 0.5] };
    const more = { measure: 'trial_starts', smallestEffect: 0.1 } as const;
    const [few, many] = [200, 400].map((perDay) => told({ ...world, perDay }, 8, more).comparisons[0]?.daysToKnow ?? 0);
    // From the beginning on.
    const [all, half] = [(few ?? 0) + 40, (many ?? 0) + 40];
    expect(few).toBeGreaterThan(0);
    expect(half / all).toBeGreaterThan(0.35);
    expect(half / all).toBeLessThan(0.75);
    const stoppedAt = new Date(STARTED + 39 * DAY);
    expect(told({ ...world, perDay: 200 }, 8, { ...more, stoppedAt }).comparisons[0]?.daysToKnow).toBeNull();
  });
});
