import type { FunnelStep, FunnelView, TimeTaken } from '@readout/api-contract';
import { ratio } from '../format/numbers.ts';

/** What a step is a share of: the one before, except that a trial may begin where no offer was shown. */
const BASES: Readonly<Record<FunnelStep, FunnelStep | null>> = {
  delivered: null,
  read: 'delivered',
  paywall_hit: 'read',
  offer_shown: 'paywall_hit',
  trial_started: 'paywall_hit',
  converted: 'trial_started',
};

export interface FunnelRow {
  readonly step: FunnelStep;
  readonly people: number;
  readonly took: TimeTaken | null;
  readonly base: FunnelStep | null;
  /** Of the people of `base`; the range where it is known. */
  readonly ofBefore: { readonly rate: number; readonly low?: number; readonly high?: number } | null;
  readonly ofFirst: number | null;
}

/** Fewer trials than this are no basis for a rate. */
const FEW_TRIALS = 20;

/** The steps with what each is a share of. Null over nobody, and where it would be more than all of them. */
export function funnelRows(steps: FunnelView['steps']): FunnelRow[] {
  const people = new Map(steps.map((one) => [one.step, one.people]));
  const first = steps[0];
  return steps.map(({ step, people: count, took, share }) => {
    const base = BASES[step];
    const before = base === null ? null : shareOf(count, people.get(base) ?? 0);
    return {
      step,
      people: count,
      took,
      base,
      ofBefore: base === null ? null : (share ?? (before === null ? null : { rate: before })),
      ofFirst: first === undefined || step === first.step ? null : shareOf(count, first.people),
    };
  });
}

function shareOf(part: number, whole: number): number | null {
  const share = ratio(part, whole);
  return share !== null && share > 1 ? null : share;
}

export function peopleAt(steps: FunnelView['steps'], step: FunnelStep): number {
  return steps.find((one) => one.step === step)?.people ?? 0;
}

/** Whether too few have come as far as a trial to conclude anything from the last steps. */
export function isTooFewTrials(steps: FunnelView['steps']): boolean {
  return peopleAt(steps, 'trial_started') < FEW_TRIALS;
}

/** The most people of any part by step: what a full bar in that column stands for. */
export function mostOfParts(items: NonNullable<FunnelView['parts']>['items'], steps: number): number[] {
  return Array.from({ length: steps }, (_, at) => Math.max(0, ...items.map(({ people }) => people[at] ?? 0)));
}
