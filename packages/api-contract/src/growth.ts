import { z } from 'zod';
import { shareOfPeople } from './whole-issue.ts';

/** The steps from the mail to payment, in their order. */
export const FUNNEL_STEPS = ['delivered', 'read', 'paywall_hit', 'offer_shown', 'trial_started', 'converted'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** What a funnel can be taken apart by. */
export const FUNNEL_PARTS = ['issue', 'section', 'offer', 'audience', 'country', 'device', 'source'] as const;
export type FunnelPart = (typeof FUNNEL_PARTS)[number];

/** Quartiles of a time, milliseconds. */
const timeTaken = z.object({
  people: z.int(),
  quarterMs: z.number(),
  medianMs: z.number(),
  threeQuartersMs: z.number(),
});
export type TimeTaken = z.infer<typeof timeTaken>;

/**
 * People who came as far as this step, each once, every step after the ones before it (who saw no offer may still start a
 * trial: a page may show none) and within the window of the paywall hit.
 */
const funnelStep = z.object({
  step: z.enum(FUNNEL_STEPS),
  people: z.int(),
  /**
   * How long it took from the step before; of a trial, from the hit. Of those who took both steps, in this order; null:
   * nobody. Each person's time to reading is that of the first issue that they read, since its delivery, and to the
   * paywall that of the first issue whose paywall they hit, since they first read it.
   */
  took: timeTaken.nullable(),
  /**
   * Of those who came as far as the step before, with its range; of a trial, of those who hit the paywall, since a page
   * may show no offer. Null over nobody, and for the first step.
   */
  share: shareOfPeople.nullable(),
});

const stillPaying = z.object({
  months: z.union([z.literal(1), z.literal(3), z.literal(12)]),
  /**
   * Kaplan–Meier by months since the first payment, until the subscription ended, with its 95 % band: who has not paid for so
   * long yet counts for as long as they have. Null: nobody has been followed for so long.
   */
  rate: z.object({ rate: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Who has been followed for so long, their subscription not ended before. */
  atRisk: z.int(),
  /** The naive count. Of those who converted: who did so long enough ago; and of these, who still paid then. */
  of: z.int(),
  people: z.int(),
});

/** From delivery to payment over the issues of a stretch of time. */
export const funnelView = z.object({
  /** When the first of the issues may have gone out, and the last; ISO 8601. */
  from: z.string(),
  to: z.string(),
  issues: z.int(),
  /** Days after hitting the paywall within which a trial and a payment count. */
  windowDays: z.int(),
  steps: z.array(funnelStep),
  stillPaying: z.array(stillPaying),
  /** Null: it was not asked for. Most people first; where somebody belongs to several parts they are in each. */
  parts: z
    .object({
      by: z.enum(FUNNEL_PARTS),
      items: z.array(
        z.object({
          /** An id, a country (ISO 3166-1 alpha-2), a device, `free`, a host …; null: nobody knows, or none. */
          key: z.string().nullable(),
          /** A title or a name, where the key is an id. */
          name: z.string().nullable(),
          /** People by step, in the order of `steps`; null: the step has no such parts. */
          people: z.array(z.int().nullable()),
        }),
      ),
      /** Parts beyond those. */
      more: z.int(),
    })
    .nullable(),
});
export type FunnelView = z.infer<typeof funnelView>;

/** A share by day, with its 95 % band. */
const curvePoint = z.object({ day: z.number(), rate: z.number(), low: z.number(), high: z.number() });

const trialCohort = z.object({
  /** When the week began in the publication's time zone; ISO 8601, UTC. */
  from: z.string(),
  started: z.int(),
  converted: z.int(),
  /** Called off while the trial ran, and not paid since. */
  cancelled: z.int(),
  /** Ran out without payment. */
  expired: z.int(),
  running: z.int(),
  /** A payment failed and is tried again. */
  pastDue: z.int(),
  /** converted ÷ started: too low while trials run. Null over nobody. */
  naiveRate: z.number().nullable(),
  /** Kaplan–Meier at the end of the trial and a grace of three days, running trials censored; null: nobody has come that far. */
  rate: z.object({ rate: z.number(), low: z.number(), high: z.number(), day: z.number() }).nullable(),
  curve: z.array(curvePoint),
});

/** Trials by how they stand. Money is what is paid; an offer of nothing converts nobody. */
export const trialsView = z.object({
  asOf: z.string(),
  running: z.int(),
  /** Of those: which end within seven days. */
  endingThisWeek: z.int(),
  /** Of the running ones: which were called off and will not be paid. */
  calledOff: z.int(),
  /** Over the trials of the cohorts. */
  started: z.int(),
  converted: z.int(),
  cancelled: z.int(),
  expired: z.int(),
  /** First payments that failed, and of these those that were paid later. */
  paymentFailed: z.int(),
  recovered: z.int(),
  /** Days of the usual trial: the median. */
  trialDays: z.number().nullable(),
  naiveRate: z.number().nullable(),
  rate: trialCohort.shape.rate,
  /** Of all cohorts together. */
  curve: z.array(curvePoint),
  cohorts: z.array(trialCohort),
  /** First payments of this calendar month of the publication's time zone. Null: too few trials have ended to say. */
  forecast: z
    .object({
      /** As `2026-03`. */
      month: z.string(),
      soFar: z.int(),
      /** By the end of the month, of the trials that have begun: with an 80 % interval. */
      expected: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable(),
});
export type TrialsView = z.infer<typeof trialsView>;

/** Monthly recurring revenue and what moved it. In the currency's smallest unit, all of it per month. */
const revenueMonth = z.object({
  /** As `2026-03`, of the publication's time zone. */
  month: z.string(),
  mrr: z.number(),
  new: z.number(),
  expansion: z.number(),
  reactivation: z.number(),
  /** Both at most 0. */
  contraction: z.number(),
  churn: z.number(),
  /** What was paid and what was paid back in that month, in the smallest unit; not per month. */
  paid: z.int(),
  refunded: z.int(),
  subscriptions: z.int(),
});

const revenuePer = z.object({ amount: z.number(), of: z.int(), low: z.number(), high: z.number() });

const currencyRevenue = z.object({
  /** ISO 4217. */
  currency: z.string(),
  /** Decimal places of its smallest unit: 2 for cents. */
  digits: z.int(),
  mrr: z.number(),
  subscriptions: z.int(),
  months: z.array(revenueMonth),
  /** Paid less refunded, per person who hit the paywall, and per trial, of those of the months; with its 90 % interval. Null: nobody. */
  perHit: revenuePer.nullable(),
  perTrial: revenuePer.nullable(),
  /**
   * What one paying reader brings over so many months from the first payment on: no longer than readers have been watched.
   * Null: too few have paid for a month.
   */
  lifetime: z.object({ months: z.int(), amount: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Paid less refunded by subscriptions attributed to an issue, most first. */
  issues: z.array(z.object({ issue: z.string(), title: z.string(), amount: z.int(), subscriptions: z.int() })),
  /** Of subscriptions that no issue is known to have led to. */
  unattributed: z.object({ amount: z.int(), subscriptions: z.int() }),
});

/** Most subscriptions first; currencies are never added up. */
export const revenueView = z.object({ asOf: z.string(), currencies: z.array(currencyRevenue) });
export type RevenueView = z.infer<typeof revenueView>;
export type CurrencyRevenue = z.infer<typeof currencyRevenue>;

/** What led to subscriptions that began in a stretch of time: trials, or first payments where there was no trial. */
export const attributionView = z.object({
  from: z.string(),
  to: z.string(),
  /** Days before the subscription in which a touch counts. */
  windowDays: z.int(),
  subscriptions: z.int(),
  /** With a touch, or told by whoever began the subscription. */
  attributed: z.int(),
  /** Most by last touch first. A subscription counts once in each list; `key` and `title` null: not attributed. */
  issues: z.array(
    z.object({
      key: z.string().nullable(),
      title: z.string().nullable(),
      last: z.int(),
      first: z.int(),
      converted: z.int(),
    }),
  ),
  /** By the section that the paywall stood in, or that the link clicked last stood in. */
  sections: z.array(
    z.object({ key: z.string().nullable(), title: z.string().nullable(), last: z.int(), converted: z.int() }),
  ),
  offers: z.array(
    z.object({ key: z.string().nullable(), title: z.string().nullable(), last: z.int(), converted: z.int() }),
  ),
  /** By the link in the mail that they followed last; `title` is what it says, or its address where it says nothing. */
  links: z.array(
    z.object({ key: z.string().nullable(), title: z.string().nullable(), last: z.int(), converted: z.int() }),
  ),
  /** By what the last touch was. */
  touches: z.array(
    z.object({
      touch: z.enum(['paywall_hit', 'call_to_action', 'clicked', 'viewed', 'told', 'none']),
      last: z.int(),
      converted: z.int(),
    }),
  ),
});
export type AttributionView = z.infer<typeof attributionView>;

export const attributionSettings = z.strictObject({ windowDays: z.int().min(1).max(90) });
export type AttributionSettings = z.infer<typeof attributionSettings>;

const standing = {
  /** Web readers of these issues, how many of them had the section before the paywall in view, and hit the paywall. */
  viewers: z.int(),
  hits: z.int(),
  trials: z.int(),
  converted: z.int(),
  /** hits ÷ viewers, and trials ÷ hits; null over nobody. */
  hitRate: shareOfPeople.nullable(),
  trialRate: shareOfPeople.nullable(),
};

/** Where the paywall stood, and what came of it. People per issue, added up. */
export const paywallPositionsView = z.object({
  from: z.string(),
  to: z.string(),
  /** By how much of the issue stood before it: shares of its sections, from 0 to 1. */
  positions: z.array(z.object({ from: z.number(), to: z.number(), issues: z.int(), ...standing })),
  /** By the section in which, or after which, it stood; most hits first. Sections of several issues by the same title are one. */
  after: z.array(z.object({ title: z.string().nullable(), issues: z.int(), ...standing })),
  /** By what was promised behind it. An issue that promised several counts for each. */
  promised: z.array(z.object({ title: z.string(), issues: z.int(), ...standing })),
  /** Newest first. */
  issues: z.array(
    z.object({
      issue: z.string(),
      title: z.string(),
      sentAt: z.string(),
      after: z.string().nullable(),
      position: z.number(),
      promised: z.array(z.string()),
      ...standing,
    }),
  ),
});
export type PaywallPositionsView = z.infer<typeof paywallPositionsView>;

export const COHORTS_BY = ['month', 'offer', 'issue'] as const;

/** How many of those who began to pay still pay, by months since their first payment. */
export const cohortsView = z.object({
  asOf: z.string(),
  by: z.enum(COHORTS_BY),
  cohorts: z.array(
    z.object({
      /** A month as `2026-03`, or an id; null: not known. */
      key: z.string().nullable(),
      title: z.string().nullable(),
      payers: z.int(),
      /**
       * From month 0 on, as far as anybody of it has come. `rate`: Kaplan–Meier, who has not come that far censored.
       * `of`: who has come that far, or has left before.
       */
      months: z.array(z.object({ month: z.int(), of: z.int(), rate: z.number(), low: z.number(), high: z.number() })),
    }),
  ),
  /** Of all together. */
  all: z.array(z.object({ month: z.int(), of: z.int(), rate: z.number(), low: z.number(), high: z.number() })),
});
export type CohortsView = z.infer<typeof cohortsView>;
