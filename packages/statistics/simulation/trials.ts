import { type ConversionForecast, forecastConversions, kaplanMeier, mean } from '../src/index.ts';
import { type Random, seededRandom, uniform } from '../src/seeded-random.ts';

export interface TrialsWorld {
  /** Started in the 90 days before. */
  readonly trials: number;
  /** Which share of them converts in the end. */
  readonly conversion: number;
  /** Days from now. */
  readonly horizon: number;
}

/** Days. A fifth of those who convert do so at any time within the trial, most at its end, some after a reminder. */
const TRIAL = 14;
const GRACE = 7;
const HISTORY = 90;

interface ForetoldTrials {
  readonly truth: number;
  readonly forecast: ConversionForecast | null;
}

/** Trials as they stand today, what is foretold of those that may still convert, and how many then do. */
function foretoldTrials(random: Random, world: TrialsWorld, level: number): ForetoldTrials {
  const trials = Array.from({ length: world.trials }, () => ({
    age: Math.floor(uniform(random, 0, HISTORY)),
    convertsAt: random() < world.conversion ? conversionDay(random) : Number.POSITIVE_INFINITY,
  }));
  const curve = kaplanMeier(
    trials.map(({ age, convertsAt }) => ({ time: Math.min(age, convertsAt), happened: convertsAt <= age })),
    level,
  );
  const running = trials.filter(({ age, convertsAt }) => convertsAt > age && age < TRIAL + GRACE);
  return {
    truth: running.filter(({ age, convertsAt }) => convertsAt <= age + world.horizon).length,
    forecast: forecastConversions(
      curve,
      running.map(({ age }) => age),
      world.horizon,
      level,
    ),
  };
}

export const TRIALS: readonly TrialsWorld[] = [
  { trials: 200, conversion: 0.4, horizon: 7 },
  { trials: 500, conversion: 0.4, horizon: 7 },
  { trials: 1_000, conversion: 0.4, horizon: 7 },
  { trials: 3_000, conversion: 0.5, horizon: 14 },
  { trials: 1_000, conversion: 0.05, horizon: 14 },
  { trials: 3_000, conversion: 0.05, horizon: 14 },
];

export interface TrialsResult {
  /** In which share of worlds the 80 % interval held the truth. */
  readonly held: number;
  readonly meanForetold: number;
  readonly meanTruth: number;
}

export function trialsAt(world: TrialsWorld, worlds: number, seed: number): TrialsResult {
  const random = seededRandom(seed);
  const all = Array.from({ length: worlds }, () => foretoldTrials(random, world, 0.8)).flatMap(({ truth, forecast }) =>
    forecast === null ? [] : { truth, ...forecast },
  );
  return {
    held: all.filter(({ truth, low, high }) => low <= truth && truth <= high).length / all.length,
    meanForetold: mean(all.map(({ expected }) => expected)),
    meanTruth: mean(all.map(({ truth }) => truth)),
  };
}

function conversionDay(random: Random): number {
  const when = random();
  if (when < 0.2) return Math.floor(uniform(random, 1, TRIAL));
  return when < 0.8 ? TRIAL : TRIAL + Math.floor(uniform(random, 1, GRACE));
}
