import type { Verdict } from '@readout/events';
import { type CorpusFetch, type Sequence, TRUTHS, type Truth } from './sequence.ts';

/** Judges all fetches of a sequence, in their order. */
export type Judge = (sequence: Sequence) => readonly Verdict[];

/** A count and what it is a part of; `value` is undefined where there is nothing to take a share of. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value: number | undefined;
}

interface ClassScore {
  readonly truth: Truth;
  /** Of what was judged so, how much is so. */
  readonly precision: Share;
  /** Of what is so, how much was judged so. */
  readonly recall: Share;
}

export interface Mistake {
  readonly sequence: string;
  /** Which fetch of the sequence, from 0. */
  readonly fetch: number;
  readonly truth: Truth;
  readonly judged: Truth;
}

export interface FamilyScore {
  readonly family: string;
  /** Sequences in which every fetch was judged right. */
  readonly right: Share;
  readonly mistakes: readonly Mistake[];
}

export interface Scores {
  readonly sequences: number;
  readonly fetches: number;
  /** First what is so, then what it was judged. */
  readonly confusion: Readonly<Record<Truth, Readonly<Record<Truth, number>>>>;
  readonly classes: readonly ClassScore[];
  readonly humansCondemned: {
    /** Fetches by people, directly or through a proxy, that were judged `scanner` or `prefetched`. */
    readonly fetches: Share;
    /** Of the sequences with a person in them, those in which a fetch of the person was condemned. */
    readonly sequences: Share;
  };
  readonly scannerRecall: Share;
  /** Fetches by machines that would be counted as a reader's: `scanner` or `prefetched` judged `human` or `proxied`. */
  readonly machinesCounted: Share;
  /** By name. */
  readonly families: readonly FamilyScore[];
}

const ofPeople = (verdict: Truth) => verdict === 'human' || verdict === 'proxied';
const ofMachines = (verdict: Truth) => verdict === 'scanner' || verdict === 'prefetched';

interface Judged extends Mistake {
  readonly family: string;
}

function share<T>(list: readonly T[], counts: (one: T) => boolean): Share {
  const count = list.filter(counts).length;
  return { count, of: list.length, value: list.length === 0 ? undefined : count / list.length };
}

function judgedOf(sequence: Sequence, verdicts: readonly Verdict[]): Judged[] {
  if (verdicts.length !== sequence.fetches.length) {
    throw new Error(`${sequence.name}: ${verdicts.length} verdicts for ${sequence.fetches.length} fetches`);
  }
  return sequence.fetches.map(({ truth }: CorpusFetch, fetch) => {
    const judged = TRUTHS.find((one) => one === verdicts[fetch]);
    if (judged === undefined) throw new Error(`${sequence.name}: fetch ${fetch} was judged "${verdicts[fetch]}"`);
    return { family: sequence.family, sequence: sequence.name, fetch, truth, judged };
  });
}

function confusionOf(all: readonly Judged[]): Scores['confusion'] {
  const count = (truth: Truth, judged: Truth) =>
    all.filter((one) => one.truth === truth && one.judged === judged).length;
  const row = (truth: Truth): Record<Truth, number> => ({
    human: count(truth, 'human'),
    proxied: count(truth, 'proxied'),
    prefetched: count(truth, 'prefetched'),
    scanner: count(truth, 'scanner'),
    unclear: count(truth, 'unclear'),
  });
  return {
    human: row('human'),
    proxied: row('proxied'),
    prefetched: row('prefetched'),
    scanner: row('scanner'),
    unclear: row('unclear'),
  };
}

function familyOf(family: string, sequences: readonly (readonly Judged[])[]): FamilyScore {
  const wrong = ({ truth, judged }: Judged) => truth !== judged;
  const mistakes = sequences.flat().filter(wrong);
  return {
    family,
    right: share(sequences, (sequence) => !sequence.some(wrong)),
    mistakes: mistakes.map(({ sequence, fetch, truth, judged }) => ({ sequence, fetch, truth, judged })),
  };
}

/**
 * Holds a judge against what really happened.
 *
 * @throws where the judge does not return one verdict for each fetch, or returns `none`.
 */
export function score(sequences: readonly Sequence[], judge: Judge): Scores {
  const judged = sequences.map((sequence) => judgedOf(sequence, judge(sequence)));
  const all = judged.flat();
  const people = all.filter(({ truth }) => ofPeople(truth));
  const condemned = (one: Judged) => ofPeople(one.truth) && ofMachines(one.judged);
  const names = [...new Set(sequences.map(({ family }) => family))].sort();
  return {
    sequences: sequences.length,
    fetches: all.length,
    confusion: confusionOf(all),
    classes: TRUTHS.map((truth) => ({
      truth,
      precision: share(
        all.filter((one) => one.judged === truth),
        (one) => one.truth === truth,
      ),
      recall: share(
        all.filter((one) => one.truth === truth),
        (one) => one.judged === truth,
      ),
    })),
    humansCondemned: {
      fetches: share(people, condemned),
      sequences: share(
        judged.filter((sequence) => sequence.some(({ truth }) => ofPeople(truth))),
        (sequence) => sequence.some(condemned),
      ),
    },
    scannerRecall: share(
      all.filter(({ truth }) => truth === 'scanner'),
      (one) => one.judged === 'scanner',
    ),
    machinesCounted: share(
      all.filter(({ truth }) => ofMachines(truth)),
      (one) => ofPeople(one.judged),
    ),
    families: names.map((name) =>
      familyOf(
        name,
        judged.filter((_, index) => sequences[index]?.family === name),
      ),
    ),
  };
}
