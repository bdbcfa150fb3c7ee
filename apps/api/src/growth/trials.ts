import type { TrialsView } from '@readout/api-contract';
import { localDay, startOfDay, weekdayOf } from '@readout/local-time';
import { conversionBy, forecastConversions, kaplanMeier, type Observation, quantiles } from '@readout/statistics';
import { type Subscription, TRIAL_GRACE_DAYS } from '@readout/warehouse';
import { lastMonths } from './calendar-months.ts';

const DAY_MS = 86_400_000;
const BAND = 0.95;
const FORECAST = 0.8;
/** A curve is drawn for so long after the usual trial has ended. */
const DAYS_BEYOND = 14;
const WEEK_DAYS = 7;

/** A subscription that began with a trial. */
type Trial = Subscription & { readonly trialFrom: number };
type Outcome = 'converted' | 'cancelled' | 'expired' | 'running' | 'pastDue';

/** Trials of the last weeks of the publication's time zone, this week among them, and what became of them. */
export function trialsOf(
  subscriptions: readonly Subscription[],
  { now, timeZone, weeks }: { readonly now: number; readonly timeZone: string; readonly weeks: number },
): TrialsView {
  const trials = subscriptions.filter((one): one is Trial => one.trialFrom !== null && one.trialFrom <= now);
  const starts = weekStarts(now, timeZone, weeks);
  const first = starts[0] ?? now;
  const recent = trials.filter(({ trialFrom }) => trialFrom >= first);
  const [, trialDays = null] = recent.length === 0 ? [] : [0, ...quantiles(recent.map(lengthOf), [0.5])];
  const day = (trialDays ?? WEEK_DAYS) + TRIAL_GRACE_DAYS;
  const underWay = trials.filter((trial) => isUnderWay(trial, now));
  const failed = recent.filter(({ failures, payments: [paid] }) =>
    failures.some(({ at }) => paid === undefined || at < paid.at),
  );
  const { started, naiveRate, rate, curve, ...outcomes } = cohortOf(recent, { now, day });
  return {
    asOf: new Date(now).toISOString(),
    running: underWay.length,
    endingThisWeek: underWay.filter(({ trialTo }) => (trialTo ?? now) - now <= WEEK_DAYS * DAY_MS).length,
    calledOff: underWay.filter(isCalledOff).length,
    started,
    converted: outcomes.converted,
    cancelled: outcomes.cancelled,
    expired: outcomes.expired,
    paymentFailed: failed.length,
    recovered: failed.filter(({ payments }) => payments.length > 0).length,
    trialDays,
    naiveRate,
    rate,
    curve,
    cohorts: starts.map((from, at) => {
      const to = starts[at + 1] ?? Number.POSITIVE_INFINITY;
      const its = recent.filter(({ trialFrom }) => trialFrom >= from && trialFrom < to);
      return { from: new Date(from).toISOString(), ...cohortOf(its, { now, day }) };
    }),
    forecast: forecastOf(subscriptions, recent, { now, timeZone }),
  };
}

function cohortOf(trials: readonly Trial[], { now, day }: { readonly now: number; readonly day: number }) {
  const counts: Record<Outcome, number> = { converted: 0, cancelled: 0, expired: 0, running: 0, pastDue: 0 };
  for (const trial of trials) counts[outcomeOf(trial, now)]++;
  const curve = kaplanMeier(
    trials.map((trial) => followed(trial, now)),
    BAND,
  );
  const at = conversionBy(curve, day);
  const days = Math.min(day + DAYS_BEYOND, Math.floor(curve.followed.at(-1) ?? -1));
  return {
    started: trials.length,
    ...counts,
    naiveRate: trials.length === 0 ? null : counts.converted / trials.length,
    rate: at && { rate: at.share, low: at.low, high: at.high, day },
    curve: Array.from({ length: days + 1 }, (_, on) => {
      const { share = 0, low = 0, high = 0 } = conversionBy(curve, on) ?? {};
      return { day: on, rate: share, low, high };
    }),
  };
}

/**
 * Until its first payment, or until now: of a trial that was called off or ran out it is known, too, that nothing was
 * paid by now, and left out the rest would look better than they are.
 */
function followed({ trialFrom, payments: [paid] }: Trial, now: number): Observation {
  const happened = paid !== undefined && paid.at <= now;
  return { time: Math.max(0, ((happened ? paid.at : now) - trialFrom) / DAY_MS), happened };
}

function outcomeOf(trial: Trial, now: number): Outcome {
  const { payments, ended, status, trialTo } = trial;
  if (payments.length > 0) return 'converted';
  if (isCalledOff(trial)) return 'cancelled';
  if (ended !== null) return 'expired';
  if (status === 'past_due') return 'pastDue';
  // Where nobody says what became of it.
  return now > (trialTo ?? now) + TRIAL_GRACE_DAYS * DAY_MS ? 'expired' : 'running';
}

function isCalledOff({ cancelled, trialTo }: Trial): boolean {
  return cancelled !== null && cancelled < (trialTo ?? 0);
}

function isUnderWay({ payments, ended, trialTo }: Trial, now: number): boolean {
  return payments.length === 0 && ended === null && trialTo !== null && trialTo > now;
}

function lengthOf({ trialFrom, trialTo }: Trial): number {
  return Math.max(0, Math.round(((trialTo ?? trialFrom) - trialFrom) / DAY_MS));
}

/** First payments of this month: those that came, and those that trials of the last weeks will bring. */
function forecastOf(
  subscriptions: readonly Subscription[],
  trials: readonly Trial[],
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): TrialsView['forecast'] {
  const [month] = lastMonths(now, timeZone, 1);
  if (month === undefined) return null;
  const soFar = subscriptions.filter(
    ({ payments: [paid] }) => paid !== undefined && paid.at >= month.from && paid.at <= now,
  );
  const curve = kaplanMeier(
    trials.map((trial) => followed(trial, now)),
    BAND,
  );
  const ages = trials
    .filter(({ payments }) => payments.length === 0)
    .map(({ trialFrom }) => (now - trialFrom) / DAY_MS);
  const further = forecastConversions(curve, ages, (month.to - now) / DAY_MS, FORECAST);
  if (further === null) return null;
  return {
    month: month.name,
    soFar: soFar.length,
    expected: soFar.length + further.expected,
    low: soFar.length + further.low,
    high: soFar.length + further.high,
  };
}

/** Mondays, oldest first, that of this week last. */
function weekStarts(now: number, timeZone: string, weeks: number): readonly number[] {
  const today = localDay(now, timeZone);
  const monday = today - ((weekdayOf(today) + 6) % 7);
  return Array.from({ length: weeks }, (_, at) => startOfDay(monday - 7 * (weeks - 1 - at), timeZone));
}
