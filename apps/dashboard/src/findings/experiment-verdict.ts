import type { ExperimentResults, ExperimentView } from '@readout/api-contract';
import type { GuardedMeasure, Measure } from './experiment-draft.ts';

type Comparison = ExperimentResults['comparisons'][number];
type Lift = NonNullable<Comparison['lift']>;

/** How a measure of an offer stands beside the control's. */
export type Standing =
  | { readonly is: 'more' | 'less' | 'open'; readonly offer: string; readonly measure: Measure; readonly lift: Lift }
  | { readonly is: 'same' | 'unknown'; readonly offer: string; readonly measure: Measure };

/** What to do now; `over`: it was stopped, and there is nothing to do. */
type Advice =
  | { readonly is: 'wait'; readonly days: number }
  | { readonly is: 'wait_on' | 'take' | 'keep' | 'either' | 'stop' | 'over' };

export type Verdict =
  /** The split is broken, and nothing else is to be trusted. */
  | { readonly is: 'broken' }
  | { readonly is: 'nobody' }
  /** A guardrail is, whatever else was found. */
  | { readonly is: 'harm'; readonly offer: string; readonly measure: GuardedMeasure; readonly advice: Advice }
  | { readonly is: 'too_few'; readonly advice: Advice }
  | { readonly is: 'told'; readonly main: Standing; readonly also: Standing | null; readonly advice: Advice };

/** What one wants to know next: more trials are worth something where they are paid for. */
const NEXT = { trial_starts: 'paid', paid: 'revenue', revenue: 'paid' } as const satisfies Record<Measure, Measure>;
/** The most telling first. */
const ORDER = ['better', 'open', 'no_difference_that_matters', 'worse', 'too_few'] as const;

/**
 * What the results come to. Where several offers stand beside the control, it is about the one with most in its favour.
 * All of it rests on intervals that hold whenever one looks.
 */
export function experimentVerdict(
  results: ExperimentResults,
  { measure, state }: Pick<ExperimentView, 'measure' | 'state'>,
): Verdict {
  if (results.sampleRatio.isBroken) return { is: 'broken' };
  if (results.arms.every(({ people }) => people === 0)) return { is: 'nobody' };
  const over = state === 'stopped' ? ({ is: 'over' } as const) : null;
  const broken = results.guardrails.find(({ isBroken }) => isBroken);
  if (broken !== undefined) {
    return { is: 'harm', offer: broken.offer, measure: broken.measure, advice: over ?? { is: 'stop' } };
  }
  const lead = results.comparisons
    .filter((one) => one.measure === measure)
    .toSorted(
      (one, other) =>
        ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || (other.lift?.value ?? 0) - (one.lift?.value ?? 0),
    )[0];
  if (lead === undefined || lead.state === 'too_few') {
    return { is: 'too_few', advice: over ?? waiting(lead?.daysToKnow ?? null) };
  }
  const next = results.others.find((one) => one.measure === NEXT[measure] && one.offer === lead.offer);
  return {
    is: 'told',
    main: standing(lead),
    also: next === undefined ? null : standing(next),
    advice: over ?? adviceOf(lead, next),
  };
}

function standing({ state, offer, measure, lift }: Comparison): Standing {
  if (state === 'no_difference_that_matters') return { is: 'same', offer, measure };
  if (state === 'too_few' || lift === null) return { is: 'unknown', offer, measure };
  return { is: ({ better: 'more', worse: 'less', open: 'open' } as const)[state], offer, measure, lift };
}

function adviceOf(lead: Comparison, next: Comparison | undefined): Advice {
  if (lead.state === 'open') return waiting(lead.daysToKnow);
  if (lead.state === 'worse') return { is: 'keep' };
  if (lead.state === 'no_difference_that_matters') return { is: 'either' };
  if (next?.state === 'worse') return { is: 'keep' };
  return next?.state === 'open' || next?.state === 'too_few' ? waiting(next.daysToKnow) : { is: 'take' };
}

/** It may be known by today, as far as it is foreseen; then it is waited for all the same. */
function waiting(days: number | null): Advice {
  return days === null || days <= 0 ? { is: 'wait_on' } : { is: 'wait', days };
}
