import { z } from 'zod';

/** How far people read an issue's web page, place by place. Everybody is counted once a place. */
export const issueReading = z.object({
  /** Distinct people who were on the page, whatever they did there. */
  webReaders: z.int(),
  /** Before the first section, and then every section in its order. */
  places: z.array(
    z.object({
      /** Id of the section; null: before the first one. */
      section: z.string().nullable(),
      /** Had this section in view. */
      readers: z.int(),
      /** Had this section or a later one in view. Falls from place to place; the first one's is `webReaders`. */
      reached: z.int(),
      /** Of these: had no later one in view. */
      stopped: z.int(),
      /** Hit the paywall when no later section had been in their view. */
      hits: z.int(),
      /** Of these: had a section behind the paywall in view afterwards. */
      wentOn: z.int(),
    }),
  ),
});
export type IssueReading = z.infer<typeof issueReading>;

/** A share of people, with the range in which the truth lies with a probability of 90 %. */
export const shareOfPeople = z.object({
  count: z.int(),
  of: z.int(),
  /** All three from 0 to 1. */
  rate: z.number(),
  low: z.number(),
  high: z.number(),
});
export type ShareOfPeople = z.infer<typeof shareOfPeople>;

/** From an issue's paywall to payment. People, unless it says `inAll`. */
export const issuePaywall = z.object({
  hits: z.int(),
  /** With repeats. */
  hitsInAll: z.int(),
  offersShown: z.int(),
  offersInAll: z.int(),
  /** Attributed to this issue, whether or not a hit of it is known. */
  trialsStarted: z.int(),
  /** Of those trials: whose first payment came. */
  converted: z.int(),
  /** Of those trials: may still convert. */
  running: z.int(),
  /** Null over nobody. */
  offerRate: shareOfPeople.nullable(),
  /** Of the people who hit it. */
  trialRate: shareOfPeople.nullable(),
  /** converted ÷ trialsStarted; null while one of them is running, since nobody knows what it comes to. */
  conversionRate: shareOfPeople.nullable(),
  /** Paid less refunded so far by subscriptions attributed to this issue, currency by currency; none where none was paid. */
  revenue: z.array(
    z.object({
      /** ISO 4217. */
      currency: z.string(),
      /** Decimal places of its smallest unit, in which the amount is. */
      digits: z.int(),
      amount: z.int(),
      subscriptions: z.int(),
    }),
  ),
});
export type IssuePaywall = z.infer<typeof issuePaywall>;

const split = <Row extends z.ZodRawShape>(row: Row) =>
  z.object({
    /** Most people first; nothing of fewer than five people is a row of its own. */
    items: z.array(z.object({ ...row, people: z.int() })),
    /** Everybody else of whom it is known. */
    others: z.int(),
  });

/** Who an issue's people are, as far as their opens, clicks and page views tell. */
export const issuePeople = z.object({
  /** Distinct people with an open, a click or a page view by themselves or through an image proxy. */
  people: z.int(),
  /** ISO 3166-1 alpha-2, by what people fetched themselves: an image proxy is placed nowhere. */
  countries: split({ country: z.string() }),
  /** The programs that showed the mail. */
  clients: split({
    client: z.string(),
    group: z.enum(['mail', 'browser', 'app', 'text', 'proxy', 'machine', 'program', 'other', 'none', 'not_kept']),
  }),
  /** What led people to the web page. */
  referrers: split({
    /** `other`: `host` says which; otherwise a site by all its hosts, or none: a bookmark, the link in the mail. */
    site: z.enum(['x', 'linkedin', 'direct', 'other']),
    host: z.string().nullable(),
  }),
  devices: split({ device: z.enum(['computer', 'phone_or_tablet', 'unknown']) }),
  tenure: z.object({
    /** ISO 8601: when the first issue went out that is known here; null: none has. */
    knownSince: z.string().nullable(),
    /** By when the first issue went out that they were sent; empty where the history is too short to say. */
    items: z.array(
      z.object({
        /** `over_a_month` in place of the other two where the history is shorter than a year. */
        tenure: z.enum(['new', 'under_a_year', 'over_a_year', 'over_a_month']),
        /** Null: fewer than five. */
        delivered: z.int().nullable(),
        readers: z.int().nullable(),
        clickers: z.int().nullable(),
      }),
    ),
  }),
});
export type IssuePeople = z.infer<typeof issuePeople>;
