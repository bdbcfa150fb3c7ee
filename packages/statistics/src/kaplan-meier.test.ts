import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversionBy, kaplanMeier, survivalAt } from './kaplan-meier.ts';
import type { Observation } from './observation.ts';

const observations: fc.Arbitrary<Observation[]> = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 30 }), happened: fc.boolean() }),
  { maxLength: 80 },
);
const events = (...times: readonly number[]): Observation[] => times.map((time) => ({ time, happened: true }));
const censored = (...times: readonly number[]): Observation[] => times.map((time) => ({ time, happened: false }));

describe('a survival curve', () => {
  test('counts who stops being followed at the time of an event as at risk of it', () => {
    const { steps } = kaplanMeier([...events(2, 3, 3), ...censored(3, 5)], 0.95);
    expect(steps).toMatchObject([
      { time: 2, atRisk: 5, events: 1, survival: expect.closeTo(4 / 5, 14) },
      { time: 3, atRisk: 4, events: 2, survival: expect.closeTo(2 / 5, 14) },
    ]);
  });

  test('is, with everybody followed to the end, the share to whom it has not happened', () => {
    const all = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(all, (times) => {
        const curve = kaplanMeier(events(...times), 0.9);
        for (const moment of [0, 1, 4.5, 9, 12]) {
          const left = times.filter((time) => time > moment).length / times.length;
          expect(survivalAt(curve, moment)?.survival).toBeCloseTo(left, 12);
        }
      }),
    );
  });

  test('never rises, and stays within its band, whatever the order of people', () => {
    fc.assert(
      fc.property(observations, (people) => {
        const curve = kaplanMeier(people, 0.9);
        expect(kaplanMeier(people.toReversed(), 0.9)).toEqual(curve);
        let before = 1;
        for (const { survival, low, high, atRisk, events: count } of curve.steps) {
          expect(survival).toBeLessThan(before);
          expect(low).toBeLessThanOrEqual(survival);
          expect(high).toBeGreaterThanOrEqual(survival);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(atRisk);
          before = survival;
        }
      }),
    );
  });

  test('of nobody, or with nothing happening, has no steps', () => {
    expect(kaplanMeier([], 0.9)).toEqual({ level: 0.9, steps: [], followed: [] });
    expect(kaplanMeier(censored(3, 1), 0.9)).toEqual({ level: 0.9, steps: [], followed: [1, 3] });
  });

  test.each([-1, Number.NaN])('refuses a time of %d', (time) => {
    expect(() => kaplanMeier(events(time), 0.9)).toThrow(RangeError);
  });

  test('that has come down to nobody has a band from 0 to where it went before', () => {
    const { steps } = kaplanMeier(events(1, 2, 3), 0.9);
    expect(steps[2]).toMatchObject({ survival: 0, low: 0, high: steps[1]?.high });
    expect(survivalAt(kaplanMeier(events(1), 0.9), 5)).toEqual({ survival: 0, low: 0, high: 1 });
  });
});

describe('the curve at a time', () => {
  const curve = kaplanMeier([...events(4, 10), ...censored(6, 12, 12)], 0.9);

  test('is that of the last step', () => {
    expect(survivalAt(curve, 4)?.survival).toBeCloseTo(4 / 5, 14);
    expect(survivalAt(curve, 9.9)?.survival).toBeCloseTo(4 / 5, 14);
    expect(survivalAt(curve, 12)?.survival).toBeCloseTo((4 / 5) * (2 / 3), 14);
  });

  test('is not known where nobody was followed for so long', () => {
    expect(survivalAt(curve, 12.1)).toBeNull();
    expect(conversionBy(curve, 12.1)).toBeNull();
    expect(survivalAt(kaplanMeier([], 0.9), 0)).toBeNull();
  });

  test('is 1 before the first event, and the surer the more were followed', () => {
    // Of five, nobody: 0.05 to the power of a fifth.
    expect(survivalAt(curve, 3)).toEqual({ survival: 1, low: expect.closeTo(0.05 ** 0.2, 14), high: 1 });
    expect(survivalAt(kaplanMeier(censored(1, 1, 8), 0.9), 5)?.low).toBeCloseTo(0.05, 14);
  });

  test('is, of who converted, 1 less it', () => {
    const [at, by] = [survivalAt(curve, 10), conversionBy(curve, 10)];
    expect(by?.share).toBeCloseTo(1 - (at?.survival ?? 0), 14);
    expect(by?.low).toBeCloseTo(1 - (at?.high ?? 0), 14);
    expect(by?.high).toBeCloseTo(1 - (at?.low ?? 0), 14);
  });
});
