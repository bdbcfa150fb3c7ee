import { sampleRatioCheck, sampleRatioSequential } from '../src/index.ts';
import { binomial, type Random, seededRandom } from '../src/seeded-random.ts';

/** A test whose people are split by these weights, and is looked at every evening. */
export interface SplitWorld {
  readonly name: string;
  readonly weights: readonly number[];
  /** How they really come; the weights where nothing is broken. */
  readonly really: readonly number[];
  readonly days: number;
  /** A day, over all arms. */
  readonly people: number;
}

/** p-values of one test: looked at once, at its end, and the smallest of all evenings. */
interface SplitSeen {
  readonly once: number;
  readonly smallestOnce: number;
  readonly smallestSequential: number;
}

function peekedSplit(random: Random, { weights, really, days, people }: SplitWorld): SplitSeen {
  let counts = weights.map(() => 0);
  let [once, smallestOnce, smallestSequential] = [1, 1, 1];
  for (let day = 1; day <= days; day++) {
    const today = split(random, people, really);
    counts = counts.map((count, arm) => count + (today[arm] ?? 0));
    once = sampleRatioCheck(counts, weights) ?? 1;
    smallestOnce = Math.min(smallestOnce, once);
    smallestSequential = Math.min(smallestSequential, sampleRatioSequential(counts, weights) ?? 1);
  }
  return { once, smallestOnce, smallestSequential };
}

const [EVEN, UNEVEN] = [
  [1, 1],
  [80, 10, 10],
];

export const AS_INTENDED: readonly SplitWorld[] = [
  { name: 'one to one, 200 a day', weights: EVEN, really: EVEN, days: 60, people: 200 },
  { name: 'one to one, 5,000 a day', weights: EVEN, really: EVEN, days: 60, people: 5_000 },
  { name: '80 to 10 to 10, 300 a day', weights: UNEVEN, really: UNEVEN, days: 60, people: 300 },
];

export const BROKEN: readonly SplitWorld[] = [
  { name: '51 to 49 instead of one to one, 1,000 a day', weights: EVEN, really: [51, 49], days: 60, people: 1_000 },
];

/** Which share of tests is called uneven at 5 %. */
export interface SplitResult {
  readonly once: number;
  /** The check for one look, looked at every evening. */
  readonly oncePeeked: number;
  readonly sequentialPeeked: number;
}

export function splitsAt(world: SplitWorld, tests: number, seed: number): SplitResult {
  const random = seededRandom(seed);
  const all = Array.from({ length: tests }, () => peekedSplit(random, world));
  const share = (of: (seen: SplitSeen) => number) => all.filter((seen) => of(seen) < 0.05).length / tests;
  return {
    once: share((seen) => seen.once),
    oncePeeked: share((seen) => seen.smallestOnce),
    sequentialPeeked: share((seen) => seen.smallestSequential),
  };
}

function split(random: Random, people: number, weights: readonly number[]): readonly number[] {
  let [left, weightLeft] = [people, weights.reduce((sum, one) => sum + one, 0)];
  return weights.map((weight) => {
    const drawn = weight >= weightLeft ? left : binomial(random, left, weight / weightLeft);
    left -= drawn;
    weightLeft -= weight;
    return drawn;
  });
}
