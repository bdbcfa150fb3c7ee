import type { Statement } from '@readout/events';
import type { Run } from './journal.ts';
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

const MOST_MONTHS_BEFORE = 12;
const CURRENCY = 'EUR';
/** In cents. */
const PRICES = { monthly: 800, yearly: 8_000 } as const;

type Standing = Extract<Statement['says'], { what: 'standing' }>;

/** What those who were there before the sample began bring along: running trials and payment plans. */
export function beginSubscription(run: Run, person: Person, from: number): void {
  const { random, journal } = run;
  const since = Math.max(person.joinedAt, from);
  if (person.joinedAt > from) journal.joined(person.joinedAt, person, person.begins);
  if (person.begins === 'trial') {
    startTrial(run, person, since - random.between(0.05, 6.9) * DAY);
  } else if (person.begins === 'premium') {
    const period = random.chance(PAYS_YEARLY) ? YEAR : MONTH;
    const first = since + random.unit() * period;
    // For how long they have paid already, by nothing that is drawn: the rest of the sample hangs on the draws.
    const before = period === YEAR ? 1 : 1 + (person.id % MOST_MONTHS_BEFORE);
    const subscription = new Subscription(run, person, first - before * period, null);
    for (let ago = before; ago > 0; ago--) subscription.pays(first - ago * period, period);
    pay(run, person, subscription, period, since, first);
  }
}

/** One subscription of the sample, as its billing system would tell of it. */
class Subscription {
  readonly #run: Run;
  readonly #person: Person;
  readonly #id: number;
  #standing: Standing;
  #payments = 0;

  /** @param at UTC, ms: when it begins. @param trialTo when its trial ends; null: it has none */
  constructor(run: Run, person: Person, at: number, trialTo: number | null) {
    this.#run = run;
    this.#person = person;
    // Each has one at most.
    this.#id = person.id;
    this.#standing = {
      what: 'standing',
      status: trialTo === null ? 'active' : 'trialing',
      startedAt: Math.floor(at),
      trialFrom: trialTo === null ? null : Math.floor(at),
      trialTo: trialTo === null ? null : Math.floor(trialTo),
      cancelledAt: null,
      endedAt: null,
      plan: 'monthly',
      price: PRICES.monthly,
      currency: CURRENCY,
      months: 1,
    };
    if (trialTo !== null) this.stands(at, {});
  }

  stands(at: number, change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    this.#run.journal.stated(at, this.#person, this.#id, this.#standing);
  }

  /** @param period what is paid for, ms */
  pays(at: number, period: number): void {
    const plan = period === YEAR ? 'yearly' : 'monthly';
    this.stands(at, { status: 'active', plan, price: PRICES[plan], months: period === YEAR ? 12 : 1 });
    this.#money('payment', at);
  }

  fails(at: number): void {
    this.#money('failure', at);
    this.stands(at, { status: 'past_due' });
  }

  isRefunded(at: number): void {
    const { amount, currency } = this.#bill();
    this.#run.journal.stated(at, this.#person, this.#id, {
      what: 'refund',
      id: this.#person.id * 1_000 + this.#payments,
      amount,
      currency,
      disputed: false,
    });
    this.ends(at);
  }

  /** It is not to go on, though it still does. */
  isCancelled(at: number): void {
    this.stands(at, { cancelledAt: Math.floor(at) });
  }

  ends(at: number): void {
    this.stands(at, { status: 'ended', endedAt: Math.floor(at) });
  }

  #money(what: 'payment' | 'failure', at: number): void {
    if (what === 'payment') this.#payments++;
    const id = this.#person.id * 1_000 + this.#payments + (what === 'failure' ? 500 : 0);
    this.#run.journal.stated(at, this.#person, this.#id, { what, id, ...this.#bill() });
  }

  #bill() {
    return { amount: this.#standing.price ?? 0, currency: CURRENCY };
  }
}

/**
 * A trial of seven days and what comes of it: cancelled (most on the first day or near the last), run out, a
 * payment that fails, or paid for.
 *
 * @param at UTC, ms.
 */
export function startTrial(run: Run, person: Person, at: number): void {
  const { random } = run;
  const end = at + TRIAL;
  person.trialFrom = at;
  person.trialUntil = end;
  const subscription = new Subscription(run, person, at, end);

  const outcome = random.unit();
  const cancels = 0.52 - 0.35 * person.engagement;
  if (outcome < cancels) {
    subscription.isCancelled(at + cancelledAfter(random));
    subscription.ends(end);
  } else if (outcome < cancels + RUNS_OUT) {
    subscription.ends(end);
  } else if (outcome < cancels + RUNS_OUT + FIRST_PAYMENT_FAILS) {
    subscription.fails(end + random.between(1, 50) * MINUTE);
    person.trialUntil = end + random.between(0.5, 3) * DAY;
    if (random.chance(0.5)) convert(run, person, subscription, person.trialUntil);
    else subscription.ends(person.trialUntil);
  } else {
    convert(run, person, subscription, end + random.between(0.5, 55) * MINUTE);
  }
}

/** Within the first day, any time, or in the last two days, after the reminder. */
function cancelledAfter(random: Random): number {
  const when = random.unit();
  if (when < 0.35) return Math.min(random.logNormal(2 * HOUR, 1.2), DAY);
  if (when < 0.6) return random.between(1, 5) * DAY;
  return TRIAL - random.unit() ** 2 * 2 * DAY - MINUTE;
}

function convert(run: Run, person: Person, subscription: Subscription, at: number): void {
  person.trialUntil = at;
  person.premiumFrom = at;
  const period = run.random.chance(PAYS_YEARLY) ? YEAR : MONTH;
  subscription.pays(at, period);
  pay(run, person, subscription, period, at, at + period);
}

/** Payments from the one due at `first` on, until the reader leaves. Access lasts as long as it is paid for. */
function pay(
  { random, journal }: Run,
  person: Person,
  subscription: Subscription,
  period: number,
  since: number,
  first: number,
): void {
  const cancels = period === YEAR ? CANCELS_A_YEAR : CANCELS_A_MONTH;
  // A month past the end, since a cancellation comes before the payment that it spares.
  for (let due = first; due <= journal.now + MONTH; due += period) {
    if (random.chance(cancels)) {
      person.premiumUntil = due;
      const earlier = random.unit() ** 2 * Math.min(MONTH, due - since);
      subscription.isCancelled(due - earlier);
      subscription.ends(due);
      return;
    }
    if (random.chance(PAYMENT_FAILS)) {
      subscription.fails(due);
      if (!random.chance(FAILURE_IS_MENDED)) {
        person.premiumUntil = due + 5 * DAY;
        subscription.ends(person.premiumUntil);
        return;
      }
      subscription.pays(due + random.between(1, 4) * DAY, period);
    } else {
      subscription.pays(due, period);
    }
    if (random.chance(REFUNDED)) {
      person.premiumUntil = due + random.between(4.2, 7) * DAY;
      subscription.isRefunded(person.premiumUntil);
      return;
    }
  }
}
