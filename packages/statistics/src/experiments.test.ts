import { describe, expect, test } from '@jest/globals';
import { A_DIFFERENCE, HARDLY_ENOUGH, NO_DIFFERENCE, peekedAt } from '../simulation/peeked-tests.ts';
import { AS_INTENDED, BROKEN, splitsAt } from '../simulation/splits.ts';
import { TRIALS, trialsAt } from '../simulation/trials.ts';

/** docs/statistics.md has the numbers, from the same seed, with more splits and trials. */
const SEED = 2026;

describe('looked at every evening for 30 to 60 days, an always-valid 95 % interval', () => {
  test.each(NO_DIFFERENCE)('holds the truth on all of them in 95 %% of tests or more: $name', (world) => {
    const { answered, held, heldLift, found, usualHeld } = peekedAt(world, SEED);
    expect(answered / world.tests).toBeGreaterThan(0.7);
    expect(held).toBeGreaterThanOrEqual(0.95);
    expect(heldLift).toBeGreaterThanOrEqual(0.95);
    // Without a difference, to miss it is to find one.
    expect(found).toBeCloseTo(1 - held, 12);
    expect(usualHeld).toBeLessThan(0.9);
  });

  test.each(A_DIFFERENCE)('does so where there is a difference: $name', (world) => {
    const { held, heldLift } = peekedAt(world, SEED);
    expect(held).toBeGreaterThanOrEqual(0.95);
    expect(heldLift).toBeGreaterThanOrEqual(0.95);
  });

  test('misleads in few of all tests, where hardly any is ever answered', () => {
    const { answered, held } = peekedAt(HARDLY_ENOUGH, SEED);
    expect((answered * (1 - held)) / HARDLY_ENOUGH.tests).toBeLessThan(0.01);
  });
});

describe('a split as intended', () => {
  test.each(AS_INTENDED)('is called uneven at its level once, at most so in sequence: $name', (world) => {
    const { once, oncePeeked, sequentialPeeked } = splitsAt(world, 2_000, SEED);
    // Three standard deviations of 5 % of 2,000.
    expect(Math.abs(once - 0.05)).toBeLessThan(0.015);
    expect(sequentialPeeked).toBeLessThanOrEqual(0.05);
    expect(oncePeeked).toBeGreaterThan(0.2);
  });
});

test.each(BROKEN)('a broken split is found while people come: $name', (world) => {
  expect(splitsAt(world, 500, SEED).sequentialPeeked).toBeGreaterThan(0.9);
});

describe('of conversions to come', () => {
  test.each(TRIALS)('the 80 %% interval holds 75 to 85 %%: $trials trials, $conversion of whom convert', (world) => {
    const { held, meanForetold, meanTruth } = trialsAt(world, 500, SEED);
    expect(held).toBeGreaterThanOrEqual(0.75);
    expect(held).toBeLessThanOrEqual(0.85);
    expect(Math.abs(meanForetold / meanTruth - 1)).toBeLessThan(0.05);
  });
});
