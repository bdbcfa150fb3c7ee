import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EstimateOptions, estimatedReaders, type IssueClicks, type Range } from './estimated-readers.ts';

const issue: IssueClicks = {
  seen: { recipients: 5_000, readers: 2_000, clickers: 200 },
  hidden: { recipients: 5_000, clickers: 150 },
};

function answer(counts: IssueClicks, options?: EstimateOptions) {
  const result = estimatedReaders(counts, options);
  if (!result.ok) throw new Error(result.message);
  return result;
}

function changed(seen: Partial<IssueClicks['seen']>, hidden: Partial<IssueClicks['hidden']> = {}): IssueClicks {
  return { seen: { ...issue.seen, ...seen }, hidden: { ...issue.hidden, ...hidden } };
}

/** Counts that do not contradict each other; whether they are answered or refused is open. */
const anyCounts = fc
  .record({
    clickers: fc.nat(3_000),
    silent: fc.nat(40_000),
    away: fc.nat(100_000),
    hiddenClickers: fc.nat(3_000),
    otherHidden: fc.nat(100_000),
  })
  .map(
    ({ clickers, silent, away, hiddenClickers, otherHidden }): IssueClicks => ({
      seen: { recipients: clickers + silent + away, readers: clickers + silent, clickers },
      hidden: { recipients: hiddenClickers + otherHidden, clickers: hiddenClickers },
    }),
  );

describe('estimated readers', () => {
  test('the example of docs/estimated-readers.md comes out as it stands there', () => {
    expect(answer(issue)).toEqual({
      ok: true,
      hiddenReaders: { estimate: 1_495, low: 1_057, high: 2_119 },
      readers: { estimate: 3_495, low: 3_057, high: 4_119 },
      counted: 2_150,
      seenClickRate: 0.1,
    });
  });

  test('an assumption of equal habits narrows the interval', () => {
    const { hiddenReaders: wide } = answer(issue);
    const { hiddenReaders: narrow } = answer(issue, { clickHabitSpread: 0 });
    expect(narrow.low).toBeGreaterThan(wide.low);
    expect(narrow.high).toBeLessThan(wide.high);
  });

  test('the interval ends where there are no more hidden recipients', () => {
    expect(answer(changed({}, { recipients: 1_400 })).hiddenReaders.high).toBeLessThanOrEqual(1_400);
  });

  test('a publication of millions is answered like a small one', () => {
    const times = 2_000;
    const { hiddenReaders } = answer({
      seen: { recipients: 5_000 * times, readers: 2_000 * times, clickers: 200 * times },
      hidden: { recipients: 5_000 * times, clickers: 150 * times },
    });
    expect(hiddenReaders.estimate / times).toBeCloseTo(1_500, 0);
  });

  const refusals: readonly (readonly [string, string, IssueClicks])[] = [
    ['a negative count', 'inconsistent-counts', changed({ clickers: -1 })],
    ['half a person', 'inconsistent-counts', changed({}, { clickers: 10.5 })],
    ['a count that is no number', 'inconsistent-counts', changed({ readers: Number.NaN })],
    ['more seen readers than recipients', 'inconsistent-counts', changed({ readers: 5_001 })],
    ['more seen clickers than readers', 'inconsistent-counts', changed({ clickers: 2_001 })],
    ['more hidden clickers than recipients', 'inconsistent-counts', changed({}, { clickers: 5_001 })],
    ['nobody hidden', 'nothing-hidden', changed({}, { recipients: 0, clickers: 0 })],
    ['nobody seen to read', 'no-seen-readers', changed({ readers: 0, clickers: 0 })],
    ['9 seen clickers', 'too-few-clicks', changed({ clickers: 9 })],
    ['9 hidden clickers', 'too-few-clicks', changed({}, { clickers: 9 })],
    ['hidden clickers that not even all of them could be', 'clicks-not-explained', changed({}, { clickers: 1_000 })],
  ];
  test.each(refusals)('%s is refused as %s', (_, reason, counts) => {
    expect(estimatedReaders(counts)).toMatchObject({ ok: false, reason, message: expect.stringMatching(/\.$/) });
  });

  test('10 clickers on both sides are answered', () => {
    expect(estimatedReaders(changed({ clickers: 10 }, { clickers: 10 })).ok).toBe(true);
  });

  test.each([
    { clickHabitSpread: -0.1 },
    { clickHabitSpread: Number.NaN },
    { clickHabitSpread: Number.POSITIVE_INFINITY },
    { fewestClickers: 0 },
    { fewestClickers: Number.NaN },
  ])('%p is no option', (options) => {
    expect(() => estimatedReaders(issue, options)).toThrow(RangeError);
  });

  test('every number is whole, within what is possible, and in order', () => {
    fc.assert(
      fc.property(anyCounts, fc.double({ min: 0, max: 2, noNaN: true }), (counts, clickHabitSpread) => {
        const result = estimatedReaders(counts, { clickHabitSpread });
        fc.pre(result.ok);
        const { low, estimate, high } = result.hiddenReaders;
        expect([low, estimate, high].every(Number.isInteger)).toBe(true);
        expect(counts.hidden.clickers).toBeLessThanOrEqual(low);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(estimate).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(counts.hidden.recipients);
        const plusSeen = (range: Range) => Object.values(range).map((people) => people + counts.seen.readers);
        expect(Object.values(result.readers)).toEqual(plusSeen(result.hiddenReaders));
      }),
      { numRuns: 2_000 },
    );
  });

  test('one more hidden clicker never lowers any of the three numbers', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 1, max: 50 }), (counts, more) => {
        fc.pre(counts.hidden.clickers + more <= counts.hidden.recipients);
        const [fewer, with_] = [counts.hidden.clickers, counts.hidden.clickers + more].map((clickers) =>
          estimatedReaders({ ...counts, hidden: { ...counts.hidden, clickers } }),
        );
        fc.pre(fewer?.ok === true && with_?.ok === true);
        if (!fewer?.ok || !with_?.ok) return;
        expect(with_.hiddenReaders.low).toBeGreaterThanOrEqual(fewer.hiddenReaders.low);
        expect(with_.hiddenReaders.estimate).toBeGreaterThanOrEqual(fewer.hiddenReaders.estimate);
        expect(with_.hiddenReaders.high).toBeGreaterThanOrEqual(fewer.hiddenReaders.high);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [10, 10, 0.185],
    [10, 40, 0.185],
    [30, 12, 0],
    [80, 60, 0.185],
  ])(
    'with %d and %d clickers and a spread of %d it agrees with the whole sum',
    (seenClickers, hiddenClickers, spread) => {
      const counts: IssueClicks = {
        seen: { recipients: 1_000, readers: 400, clickers: seenClickers },
        hidden: { recipients: 1_500, clickers: hiddenClickers },
      };
      const { low, estimate, high } = answer(counts, { clickHabitSpread: spread }).hiddenReaders;
      const shareBelow = summed(counts, spread);
      expect(Math.abs(shareBelow(low) - 0.05)).toBeLessThan(0.015);
      expect(Math.abs(shareBelow(estimate) - 0.5)).toBeLessThan(0.03);
      expect(Math.abs(shareBelow(high) - 0.95)).toBeLessThan(0.015);
    },
  );
});

/**
 * The same model without the normal approximation: over a grid of click rates and of ratios, and every possible number
 * of hidden readers. Gives P(hidden readers ≤ x).
 */
function summed({ seen, hidden }: IssueClicks, spread: number): (x: number) => number {
  const rates = Array.from({ length: 1_000 }, (_, at) => (at + 0.5) / 1_000).map((rate) => ({
    rate,
    weight: (seen.clickers - 0.5) * Math.log(rate) + (seen.readers - seen.clickers - 0.5) * Math.log1p(-rate),
  }));
  const heaviest = Math.max(...rates.map(({ weight }) => weight));
  const ratios = spread === 0 ? [0] : Array.from({ length: 41 }, (_, at) => (at - 20) / 5);
  const people = Array.from({ length: hidden.recipients - hidden.clickers + 1 }, (_, at) => hidden.clickers + at);
  const total = people.map(() => 0);
  for (const { rate, weight } of rates) {
    if (weight < heaviest - 15) continue;
    for (const z of ratios) {
      const p = rate * Math.exp(spread * z);
      if (p >= 1) continue;
      const share = Math.exp(weight - heaviest - 0.5 * z * z);
      // Binomial terms from one number of readers to the next: C(x + 1, k) = C(x, k) · (x + 1) ÷ (x + 1 − k).
      let term = p ** hidden.clickers;
      people.forEach((x, at) => {
        total[at] = (total[at] ?? 0) + (share * term) / x;
        term *= ((1 - p) * (x + 1)) / (x + 1 - hidden.clickers);
      });
    }
  }
  const all = total.reduce((sum, one) => sum + one, 0);
  return (x) => total.slice(0, x - hidden.clickers + 1).reduce((sum, one) => sum + one, 0) / all;
}
