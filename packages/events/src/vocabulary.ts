/** Every kind of event there is, in the order of their numbers in the warehouse (from 1). Only ever append. */
export const EVENT_KINDS = [
  'sent',
  'delivered',
  'bounced',
  'complained',
  'unsubscribed',
  'opened',
  'clicked',
  'viewed',
  'section_read',
  'paywall_hit',
  'offer_shown',
  'subscribed',
  'trial_started',
  'trial_cancelled',
  'trial_expired',
  'converted',
  'renewed',
  'payment_failed',
  'refunded',
  'cancelled',
  // A page's own button or link that asks to subscribe; one in the mail is `clicked`.
  'call_to_action',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Who caused a fetch, in the order in which they are shown. `none` is for events that no fetch caused (`sent`, `converted`, …).
 * `proxied`: an image proxy that fetches when the reader opens; counted as human.
 * `prefetched`: fetched whether or not anybody reads. `scanner`: a security gateway.
 */
export const FETCH_VERDICTS = ['human', 'proxied', 'prefetched', 'scanner', 'unclear'] as const;
export type FetchVerdict = (typeof FETCH_VERDICTS)[number];
export const VERDICTS = ['none', ...FETCH_VERDICTS] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A reader's standing when the issue went out. */
export const SEGMENTS = ['none', 'free', 'trial', 'premium'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Which edition of an issue: `whole`, or `cut` at the paywall. */
export const EDITIONS = ['none', 'whole', 'cut'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Where an event came from. */
export const SOURCES = ['pixel', 'redirect', 'beacon', 'webhook', 'api', 'import', 'sample'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * What a mail provider itself says of an open or a click. `bot`: a firewall or virus scanner; `apple`, `gmail`: that
 * mailbox provider's machine; `person`: no machine was found in it. `nothing`: nobody was asked.
 */
export const PROVIDER_WORDS = ['nothing', 'bot', 'apple', 'gmail', 'person'] as const;
export type ProviderWord = (typeof PROVIDER_WORDS)[number];

/** Who sends a publication's mail and reports on it, in the order of their numbers in the warehouse (from 1). Only ever append. */
export const MAIL_PROVIDERS = ['mailgun', 'sendgrid', 'ses', 'postmark'] as const;
export type MailProvider = (typeof MAIL_PROVIDERS)[number];

/**
 * What says how subscriptions stand, in the order of their numbers in the warehouse (from 1). `webhook`: any system that
 * signs as Standard Webhooks say; `import`: a file, or a call of the API. Only ever append.
 */
export const BILLING_SYSTEMS = ['stripe', 'webhook', 'import', 'sample'] as const;
export type BillingSystem = (typeof BILLING_SYSTEMS)[number];

/** ISO 4217, of a payment of which nobody knows how much it was: that there was one is all that is known. */
export const UNKNOWN_CURRENCY = 'XXX';

/** Those that report by themselves, to a hook. */
export const REPORTING_SYSTEMS = ['stripe', 'webhook'] as const satisfies readonly BillingSystem[];
export type ReportingSystem = (typeof REPORTING_SYSTEMS)[number];

/**
 * How a subscription stands. `waiting`: its first payment is under way; `trialing`; `active`: paid for; `past_due`: a
 * payment failed and is tried again; `paused`; `ended`. In the order of their numbers in the warehouse (from 1), and of
 * which one stands of two that are said of the same moment: the later. Only ever append.
 */
export const SUBSCRIPTION_STATUSES = ['waiting', 'trialing', 'active', 'past_due', 'paused', 'ended'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** What a link in an issue is for. */
export const LINK_KINDS = [
  'contents',
  'outbound',
  'embed',
  'media',
  'call_to_action',
  'subscribe',
  'unsubscribe',
  // Nobody sees it: whoever follows it is a machine.
  'honeypot',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * Kind of network that a fetch came from. `mail`: mail providers and their image proxies; `security`: mail security
 * gateways; `hosting`: clouds and data centres; `other`: everything else (homes, offices, mobile); `unknown`: no
 * address, or one that is not routed (private, loopback).
 */
export const NETWORK_KINDS = ['unknown', 'other', 'hosting', 'mail', 'security'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];
