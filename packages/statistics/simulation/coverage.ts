import {
  type EstimatedReaders,
  type EstimateOptions,
  estimatedReaders,
  type IssueClicks,
  issuesAddedUp,
  type Refusal,
} from '../src/index.ts';
import { seededRandom } from '../src/seeded-random.ts';
import { simulatedIssues, type World } from './publication.ts';

export interface Answered {
  readonly counts: IssueClicks;
  readonly truth: number;
  readonly result: EstimatedReaders & { readonly ok: true };
}

export interface Simulation {
  readonly answered: readonly Answered[];
  /** Publications that were refused before there were as many answers as wanted. */
  readonly refused: ReadonlyMap<Refusal, number>;
}

export interface SimulationOptions extends EstimateOptions {
  readonly seed: number;
  /** How many publications are answered; the refused ones come on top. */
  readonly answers: number;
  /** Their counts are added up and estimated as one. */
  readonly issues?: number;
}

/** Estimates simulated publications until enough of them were answered. */
export function simulate(world: World, { seed, answers, issues = 1, ...options }: SimulationOptions): Simulation {
  const random = seededRandom(seed);
  const answered: Answered[] = [];
  const refused = new Map<Refusal, number>();
  // A world that nobody gets an answer in ends too.
  for (let tries = 0; answered.length < answers && tries < answers * 20; tries++) {
    const simulated = simulatedIssues(random, world, issues);
    const counts = issuesAddedUp(simulated.map((issue) => issue.counts));
    const result = estimatedReaders(counts, options);
    if (result.ok)
      answered.push({ counts, truth: simulated.reduce((sum, issue) => sum + issue.hiddenReaders, 0), result });
    else refused.set(result.reason, (refused.get(result.reason) ?? 0) + 1);
  }
  return { answered, refused };
}

/** In how many cases of all the interval holds the truth, from 0 to 1. */
export function coverage(answered: readonly Answered[]): number {
  const held = answered.filter(({ truth, result: { hiddenReaders } }) => {
    return hiddenReaders.low <= truth && truth <= hiddenReaders.high;
  });
  return held.length / answered.length;
}
