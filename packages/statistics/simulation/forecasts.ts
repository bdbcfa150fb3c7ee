import { type FinalReaders, finalReaders } from '../src/index.ts';
import { seededRandom } from '../src/seeded-random.ts';
import { type CurveWorld, type SimulatedCurve, simulatedCurves } from './reading-curves.ts';

/** Hours since sending at which forecasts are made. */
export const AGES = [1, 3, 6, 12, 24, 48] as const;
/** Hours after which an issue is taken to be done. */
export const DONE = 168;

export interface Foretold {
  readonly age: number;
  readonly truth: number;
  readonly forecast: FinalReaders;
}

export interface ForecastOptions {
  readonly seed: number;
  readonly publications: number;
  /** Finished issues that a forecast is made of. */
  readonly finished: number;
}

/** Of each simulated publication its last issue is foretold at every age, from the finished ones before it. */
export function foretold(world: CurveWorld, { seed, publications, finished }: ForecastOptions): Foretold[] {
  const random = seededRandom(seed);
  return Array.from({ length: publications }, () => {
    const curves = simulatedCurves(random, world, finished + 1, [...AGES, DONE]);
    return forecastsOf(curves.slice(0, -1), curves.at(-1));
  }).flat();
}

/** One issue, held out, from those that are done. Curves are at `AGES` and at `DONE`. */
export function forecastsOf(finished: readonly SimulatedCurve[], heldOut: SimulatedCurve | undefined): Foretold[] {
  if (heldOut === undefined) return [];
  return AGES.flatMap((age, at) => {
    const soFar = ({ recipients, readersAt }: SimulatedCurve) => ({ recipients, readers: readersAt[at] ?? 0 });
    const total = ({ readersAt }: SimulatedCurve) => readersAt.at(-1) ?? 0;
    const forecast = finalReaders(
      soFar(heldOut),
      finished.map((one) => ({ ...soFar(one), total: total(one) })),
    );
    return forecast === null ? [] : { age, truth: total(heldOut), forecast };
  });
}

/** In how many of these cases the interval holds the truth, from 0 to 1. */
export function held(some: readonly Foretold[]): number {
  return some.filter(({ truth, forecast: { low, high } }) => low <= truth && truth <= high).length / some.length;
}
