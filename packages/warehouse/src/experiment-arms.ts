import type { OfferId, PublicationId, PublicId } from '@readout/events';

/** Who takes part in an experiment, as packages/experiments has it. */
export interface Participants {
  readonly experiment: PublicId;
  readonly readers: 'all' | 'free';
  readonly visitors: boolean;
  readonly share: number;
}

export interface ExposureQuery {
  readonly publication: PublicationId;
  /** The arms' offers, in their order; null: everybody who hit the paywall, as one arm, whatever they were offered. */
  readonly offers: readonly OfferId[] | null;
  /** Null: everybody. */
  readonly participants: Participants | null;
  /** UTC, milliseconds: from when to before when somebody has to have been shown an offer, and a subscription to have begun. */
  readonly from: number;
  readonly to: number;
  /** UTC, milliseconds: what happened later is not known. */
  readonly asOf: number;
}

/**
 * A subscription that somebody began after they were first shown an offer of the experiment. Ages are full days (of 24
 * hours) before `asOf`: what has the age 3 had happened three days ago, and not yet four days ago.
 */
export interface BegunAfter {
  readonly begun: number;
  readonly hasTrial: boolean;
  /** When the trial was called off; null: it was not. */
  readonly calledOff: number | null;
  /** A trial that may still be paid for. */
  readonly isRunning: boolean;
  /** Payments, and refunds as negative amounts, in the currency's smallest unit. */
  readonly money: readonly { readonly age: number; readonly amount: number; readonly currency: string }[];
}

/** So many people did the same on the same days. */
export interface Course {
  /** Which of the offers they saw, from 0. */
  readonly arm: number;
  /** Of their first exposure. */
  readonly exposed: number;
  readonly subscriptions: readonly BegunAfter[];
  /** The first time after it; null: never. */
  readonly unsubscribed: number | null;
  readonly people: number;
}

export interface Exposed {
  /** Nearly everybody did nothing: there are about as many rows as days and arms, and people who subscribed. */
  readonly courses: readonly Course[];
  /** People who saw the offers of several arms: in no course. */
  readonly mixed: number;
}

export interface ExperimentArms {
  /**
   * Who was shown which offer of an experiment, and what they did then. Somebody is exposed when they first saw an offer
   * of an arm, hit a paywall with it, or followed a call to action to it. A subscription counts from a second before it:
   * billing systems give whole seconds.
   */
  experimentArms(query: ExposureQuery): Promise<Exposed>;
}
