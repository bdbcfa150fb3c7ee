import type { CreateExperimentRequest, ExperimentView } from '@readout/api-contract';
import { currencyOf, smallestUnits, typedAmount } from '../format/amount.ts';
import type { Currency } from '../format/money.ts';
import { wholeNumber } from './offer-draft.ts';

export type Measure = ExperimentView['measure'];
export type GuardedMeasure = ExperimentView['guardrails'][number]['measure'];

export const MEASURES = ['trial_starts', 'paid', 'revenue'] as const satisfies readonly Measure[];
export const GUARDED = [
  ...MEASURES,
  'refunds',
  'trial_cancellations',
  'unsubscribes',
] as const satisfies readonly GuardedMeasure[];
export const MOST_ARMS = 10;

/** An experiment while it is being written: what stands in the fields. Shares are typed in per cent. */
export interface ExperimentDraft {
  readonly name: string;
  /** The control first. */
  readonly arms: readonly { readonly offer: string; readonly weight: string }[];
  readonly readers: ExperimentView['readers'];
  readonly visitors: boolean;
  readonly share: string;
  readonly measure: Measure;
  readonly guardrails: Readonly<Record<GuardedMeasure, { readonly isOn: boolean; readonly worstChange: string }>>;
  readonly smallestEffect: string;
  /** Empty: what it was lately. */
  readonly baseline: string;
}

const GUARD_AT_FIRST = { isOn: false, worstChange: '10' };

/** An empty one between two offers. */
export function newExperimentDraft(offers: readonly string[]): ExperimentDraft {
  return {
    name: '',
    arms: offers.slice(0, 2).map((offer) => ({ offer, weight: '1' })),
    readers: 'all',
    visitors: false,
    share: '100',
    measure: 'paid',
    guardrails: {
      trial_starts: GUARD_AT_FIRST,
      paid: GUARD_AT_FIRST,
      revenue: GUARD_AT_FIRST,
      refunds: GUARD_AT_FIRST,
      trial_cancellations: GUARD_AT_FIRST,
      unsubscribes: GUARD_AT_FIRST,
    },
    smallestEffect: '20',
    baseline: '',
  };
}

/** @param currency of its offers, in which revenue is written */
export function experimentDraftOf(experiment: ExperimentView, currency: string, locale?: string): ExperimentDraft {
  const { name, arms, readers, visitors, share, measure, guardrails, smallestEffect, baseline } = experiment;
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
  const typed = (value: number) => percent.format(value * 100);
  const written = measure === 'revenue' ? (value: number) => typedAmount(value, currencyOf(currency), locale) : typed;
  const guarded = guardrails.map((one) => [one.measure, { isOn: true, worstChange: typed(one.worstChange) }] as const);
  return {
    name,
    arms: arms.map(({ offer, weight }) => ({ offer, weight: String(weight) })),
    readers,
    visitors,
    share: typed(share),
    measure,
    guardrails: { ...newExperimentDraft([]).guardrails, ...Object.fromEntries(guarded) },
    smallestEffect: typed(smallestEffect),
    baseline: baseline === null ? '' : written(baseline),
  };
}

/** A share as it is typed, in per cent: "12,5" → 0.125; null: none, or not above 0 and at most `most`. */
export function shareTyped(typed: string, most: number): number | null {
  const text = typed.replaceAll(/[\s%]/g, '').replace(',', '.');
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(text)) return null;
  // Not 0.07 × 100 = 7.000000000000001, the other way round.
  const share = Number((Number(text) / 100).toPrecision(12));
  return share > 0 && share <= most ? share : null;
}

/** What the measure is now as it is typed: a share of people, or of revenue an amount in the smallest unit. */
export function baselineTyped({ measure, baseline }: ExperimentDraft, currency: Currency): number | null {
  if (measure !== 'revenue') return shareTyped(baseline, 1);
  const amount = smallestUnits(baseline, currency);
  return amount === null || amount === 0 ? null : amount;
}

/** Largest effect that is asked for: ten times as much. */
export const MOST_EFFECT = 10;

/** The guardrails in the order in which they are sent: what the experiment is about is none. */
export function guardsOf({ guardrails, measure }: ExperimentDraft): readonly GuardedMeasure[] {
  return GUARDED.filter((one) => one !== measure && guardrails[one].isOn);
}

export interface ReadExperiment {
  /** Where something is wrong, by the path in the request: `arms.1.weight`. */
  readonly lacks: ReadonlySet<string>;
  /** Null: something lacks. */
  readonly request: CreateExperimentRequest | null;
}

/** @param lately what the measure was, taken where no baseline is typed */
export function readExperiment(draft: ExperimentDraft, currency: Currency, lately: number | null): ReadExperiment {
  const lacks = new Set<string>();
  const needed = (path: string, value: number | null): number => {
    if (value === null) lacks.add(path);
    return value ?? 0;
  };
  if (draft.name.trim() === '') lacks.add('name');
  const arms = draft.arms.map(({ offer, weight }, at) => {
    const isTwice = draft.arms.findIndex((one) => one.offer === offer) < at;
    if (offer === '' || isTwice) lacks.add(`arms.${at}.offer`);
    return { offer, weight: needed(`arms.${at}.weight`, wholeNumber(weight, 1, 1_000)) };
  });
  const share = needed('share', shareTyped(draft.share, 1));
  const guardrails = guardsOf(draft).map((measure, at) => ({
    measure,
    worstChange: needed(`guardrails.${at}.worstChange`, shareTyped(draft.guardrails[measure].worstChange, 1)),
  }));
  const smallestEffect = needed('smallestEffect', shareTyped(draft.smallestEffect, MOST_EFFECT));
  const isTyped = draft.baseline.trim() !== '';
  const baseline = isTyped ? needed('baseline', baselineTyped(draft, currency)) : lately || null;
  const { readers, visitors, measure } = draft;
  const request = { name: draft.name.trim(), arms, readers, visitors, share, measure };
  return { lacks, request: lacks.size > 0 ? null : { ...request, guardrails, smallestEffect, baseline } };
}

/** What each arm gets of those who take part, from 0 to 1. */
export function sharesOfArms(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => (all === 0 ? 0 : one / all));
}
