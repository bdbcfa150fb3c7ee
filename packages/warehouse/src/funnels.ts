import type { IssueId, PublicationId, ReaderId } from '@readout/events';

/**
 * What a funnel is taken apart by. `issue`: `groups` says of each of the issues, in their order, which group it is in,
 * from 1; somebody is in each group whose issue they hit. `offer`: the offers seen in the issues hit, 0 for none. `audience`: the
 * segment that the issues were sent to. The others are each person's at their first hit, and everybody is in one part.
 */
export type FunnelPart =
  | { readonly by: 'issue'; readonly groups: readonly number[] }
  | { readonly by: 'offer' | 'audience' | 'country' | 'client' | 'referrer' };

/** How long people took from one step to another: quartiles, milliseconds. Of those who took both, in this order. */
export interface TimeTaken {
  readonly people: number;
  readonly quarterMs: number;
  readonly medianMs: number;
  readonly threeQuartersMs: number;
}

/** People, each counted once, by how far they came after hitting the paywall; each step after the one before. */
export interface FunnelSteps {
  readonly paywallHits: number;
  readonly offersShown: number;
  readonly trialsStarted: number;
  /** Of those: who paid. */
  readonly converted: number;
  /** From hit to offer, from hit to trial, from trial to payment; null: nobody. */
  readonly took: Readonly<Record<'offer' | 'trial' | 'payment', TimeTaken | null>>;
}

export interface Funnel extends FunnelSteps {
  readonly delivered: number;
  readonly readers: number;
  /**
   * `read`: from the delivery of the first issue that somebody read to the first time they did. `paywallHit`: from there to
   * the hit, in the first issue whose paywall they hit. Null: nobody; who did one without the other, or before it, is left out.
   */
  readonly tookBefore: Readonly<Record<'read' | 'paywallHit', TimeTaken | null>>;
  /** Those who paid, and when (UTC, milliseconds). */
  readonly payers: readonly (readonly [person: ReaderId, at: number])[];
  /** Null: not asked for. Most hits first. */
  readonly parts:
    | readonly (FunnelSteps & {
        /** A group's number, an offer's, a segment, a country, a client, a host; empty or 0: none, or not known. */
        readonly key: string;
        /** Null where a part has none. */
        readonly delivered: number | null;
        readonly readers: number | null;
      })[]
    | null;
}

/** Distinct people of one issue. */
export interface WebReach {
  /** On its web page. */
  readonly viewers: number;
  /** Of those: who hit the paywall. */
  readonly hits: number;
}

export interface Funnels {
  /** Of those issues of which anything is known. */
  webReach(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
  }): Promise<ReadonlyMap<IssueId, WebReach>>;
  /**
   * From delivered to paid, over some issues. Those who are reached are counted by events whose verdict is settled: a few
   * minutes late. `from`: nobody's subscription before this counts (UTC ms), as when the first of the issues went out.
   * `windowMs`: how long after hitting the paywall an offer, a trial and a payment count.
   */
  funnel(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly from: number;
    readonly windowMs: number;
    readonly part?: FunnelPart;
  }): Promise<Funnel>;
}
