import type { Delivery, Run } from './journal.ts';
import { DAY, HOUR, MINUTE } from './local-time.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

const TRIAL = 7 * DAY;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const RUNS_OUT = 0.1;
const FIRST_PAYMENT_FAILS = 0.06;
const PAYS_YEARLY = 0.35;
const CANCELS_A_MONTH = 0.035;
const CANCELS_A_YEAR = 0.2;
const PAYMENT_FAILS = 0.025;
const FAILURE_IS_MENDED = 0.7;
const REFUNDED = 0.004;

/** What those who were there before the sample began bring along: running trials and payment plans. */
export function beginSubscription(run: Run, person: Person, from: number): void {
  const { random, journal } = run;
  const since = Math.max(person.joinedAt, from);
  if (person.joinedAt > from) journal.subscription('subscribed', person.joinedAt, person, person.begins);
  if (person.begins === 'trial') {
    startTrial(run, person, since - random.between(0.05, 6.9) * DAY, null);
  } else if (person.begins === 'premium') {
    const period = random.chance(PAYS_YEARLY) ? YEAR : MONTH;
    pay(run, person, period, since, since + random.unit() * period);
  }
}

/**
 * A trial of seven days and what comes of it: cancelled (most on the first day or near the last), run out, a
 * payment that fails, or paid for.
 *
 * @param at UTC, ms.
 * @param delivery The issue whose paywall led there; null where that was before the sample.
 */
export function startTrial(run: Run, person: Person, at: number, delivery: Delivery | null): void {
  const { random, journal } = run;
  const end = at + TRIAL;
  person.trialFrom = at;
  person.trialUntil = end;
  if (delivery === null) journal.subscription('trial_started', at, person, 'free');
  else journal.fact('trial_started', at, person, delivery);

  const outcome = random.unit();
  const cancels = 0.52 - 0.35 * person.engagement;
  if (outcome < cancels) {
    journal.subscription('trial_cancelled', at + cancelledAfter(random), person, 'trial');
  } else if (outcome < cancels + RUNS_OUT) {
    journal.subscription('trial_expired', end, person, 'trial');
  } else if (outcome < cancels + RUNS_OUT + FIRST_PAYMENT_FAILS) {
    journal.subscription('payment_failed', end + random.between(1, 50) * MINUTE, person, 'trial');
    person.trialUntil = end + random.between(0.5, 3) * DAY;
    if (random.chance(0.5)) convert(run, person, person.trialUntil);
    else journal.subscription('trial_expired', person.trialUntil, person, 'trial');
  } else {
    convert(run, person, end + random.between(0.5, 55) * MINUTE);
  }
}

/** Within the first day, any time, or in the last two days, after the reminder. */
function cancelledAfter(random: Random): number {
  const when = random.unit();
  if (when < 0.35) return Math.min(random.logNormal(2 * HOUR, 1.2), DAY);
  if (when < 0.6) return random.between(1, 5) * DAY;
  return TRIAL - random.unit() ** 2 * 2 * DAY - MINUTE;
}

function convert(run: Run, person: Person, at: number): void {
  person.trialUntil = at;
  person.premiumFrom = at;
  run.journal.subscription('converted', at, person, 'trial');
  const period = run.random.chance(PAYS_YEARLY) ? YEAR : MONTH;
  pay(run, person, period, at, at + period);
}

/** Payments from the one due at `first` on, until the reader leaves. Access lasts as long as it is paid for. */
function pay({ random, journal }: Run, person: Person, period: number, since: number, first: number): void {
  const cancels = period === YEAR ? CANCELS_A_YEAR : CANCELS_A_MONTH;
  // A month past the end, since a cancellation comes before the payment that it spares.
  for (let due = first; due <= journal.now + MONTH; due += period) {
    if (random.chance(cancels)) {
      person.premiumUntil = due;
      const earlier = random.unit() ** 2 * Math.min(MONTH, due - since);
      journal.subscription('cancelled', due - earlier, person, 'premium');
      return;
    }
    if (random.chance(PAYMENT_FAILS)) {
      journal.subscription('payment_failed', due, person, 'premium');
      if (!random.chance(FAILURE_IS_MENDED)) {
        person.premiumUntil = due + 5 * DAY;
        journal.subscription('cancelled', person.premiumUntil, person, 'premium');
        return;
      }
      journal.subscription('renewed', due + random.between(1, 4) * DAY, person, 'premium');
    } else {
      journal.subscription('renewed', due, person, 'premium');
    }
    if (random.chance(REFUNDED)) {
      person.premiumUntil = due + random.between(4.2, 7) * DAY;
      journal.subscription('refunded', person.premiumUntil, person, 'premium');
      return;
    }
  }
}
