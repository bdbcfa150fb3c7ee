import type { Segment } from '@readout/events';
import { pick, Random } from './random.ts';

/** How many readers the sample has in the end; the last `NEWCOMERS` of them join while it runs. */
export const SAMPLE_READERS = 20_000;

/** Share of the readers who were not there yet when the first issue went out. */
export const NEWCOMERS = 0.15;

/** Of the readers who are there from the start. */
const START_SHARES = { free: 0.82, premium: 0.16, trial: 0.02 } as const;

const SEED = 11;

export interface SampleReader {
  /** Such as `sample-00001`: what a mail provider would call the reader. */
  readonly reference: string;
  /** The standing with which the sample begins, or in which the reader subscribes. */
  readonly segment: Exclude<Segment, 'none'>;
}

/** The sample's readers in the order in which they subscribed. Newcomers all begin as free readers. */
export function sampleReaders(): readonly SampleReader[] {
  const random = new Random(SEED);
  const segments = ['free', 'premium', 'trial'] as const;
  const shares = segments.map((segment) => START_SHARES[segment]);
  const atStart = firstNewcomer(SAMPLE_READERS);
  return Array.from({ length: SAMPLE_READERS }, (_, index) => ({
    reference: `sample-${String(index + 1).padStart(5, '0')}`,
    segment: index < atStart ? pick(random, segments, shares) : 'free',
  }));
}

/** Index of the first of `count` readers who joins while the sample runs. */
export function firstNewcomer(count: number): number {
  return Math.round(count * (1 - NEWCOMERS));
}
