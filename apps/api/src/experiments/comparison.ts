import type { ExperimentResults } from '@readout/api-contract';
import type { GuardedMeasure } from '@readout/events';
import {
  type AlwaysValidOptions,
  type ArmSummary,
  alwaysValidDifference,
  armOfShare,
  relativeLift,
} from '@readout/statistics';
import { isHarm, isShare, summaryOf, type Tally } from './outcomes.ts';

type Told = Omit<ExperimentResults['comparisons'][number], 'offer' | 'measure' | 'daysToKnow'>;

/** Beyond so many times as many people nobody waits. */
const MOST_TIMES = 1_000;
/** By so many standard deviations four of five differences of a size are within reach: a power of 80 %. */
const POWER_DEVIATIONS = 0.841_621_233_572_914_3;

const NOTHING: Told = { difference: null, lift: null, state: 'too_few' };

/**
 * An arm beside the control, by intervals that may be looked at every day. Where less is better, as of refunds, `better`
 * is less.
 * @param smallest what matters, as a share of the control's measure
 */
export function compared(
  control: Tally | null,
  treatment: Tally | null,
  measure: GuardedMeasure,
  smallest: number,
  options: AlwaysValidOptions,
): Told {
  const [one, other] = [enough(control, measure), enough(treatment, measure)];
  if (one === null || other === null) return NOTHING;
  const found = alwaysValidDifference(one, other, options);
  if (found === null) return NOTHING;
  const { difference: value, low, high, pValue } = found;
  const relative = relativeLift(one, other, options);
  const lift = relative && { value: relative.lift, low: relative.low, high: relative.high };
  return { difference: { value, low, high, pValue }, lift, state: stateOf() };

  function stateOf(): Told['state'] {
    if (low > 0) return isHarm(measure) ? 'worse' : 'better';
    if (high < 0) return isHarm(measure) ? 'better' : 'worse';
    return lift !== null && lift.low >= -smallest && lift.high <= smallest ? 'no_difference_that_matters' : 'open';
  }
}

/** Worse by more than it may be, for sure: the whole interval of the lift says so. */
export function isBeyond(lift: Told['lift'], measure: GuardedMeasure, worstChange: number): boolean {
  if (lift === null) return false;
  return isHarm(measure) ? lift.low > worstChange : lift.high < -worstChange;
}

/**
 * How many times as many people both arms need for a difference of the smallest effect to be told from 0 with a power of
 * 80 %, if both stay as they are: its size has to be the interval's half and 0.84 standard deviations. Null: not to be said.
 */
export function timesAsMany(
  control: Tally | null,
  treatment: Tally | null,
  measure: GuardedMeasure,
  smallest: number,
  options: AlwaysValidOptions,
): number | null {
  if (control === null || treatment === null) return null;
  const [one, other] = [summaryOf(control), summaryOf(treatment)];
  const effect = one.mean * smallest;
  if (!(effect > 0 && other.mean > 0)) return null;
  const reaches = (times: number) => {
    const [more, most] = [larger(one, times, measure), larger(other, times, measure)];
    const found = more && most && alwaysValidDifference(more, most, options);
    if (!found) return false;
    const deviation = Math.sqrt(one.variance / (one.people * times) + other.variance / (other.people * times));
    return effect >= (found.high - found.low) / 2 + POWER_DEVIATIONS * deviation;
  };
  if (!reaches(MOST_TIMES)) return null;
  // By halves of their ratio: to a thousandth.
  let [low, high] = [1 / MOST_TIMES, MOST_TIMES];
  while (high / low > 1.001) {
    const middle = Math.sqrt(low * high);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function enough(tally: Tally | null, measure: GuardedMeasure): ArmSummary | null {
  if (tally === null) return null;
  return isShare(measure) ? armOfShare({ count: tally.sum, of: tally.people }) : summaryOf(tally);
}

function larger({ people, mean, variance }: ArmSummary, times: number, measure: GuardedMeasure): ArmSummary | null {
  const of = people * times;
  return isShare(measure) ? armOfShare({ count: mean * of, of }) : { people: of, mean, variance };
}
