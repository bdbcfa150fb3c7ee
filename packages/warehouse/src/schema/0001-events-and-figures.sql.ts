import { AGGREGATES } from './aggregates.sql.ts';
import type { Column, Table, View } from './table.ts';

const column = (name: string, type: string, codec?: string): Column =>
  codec === undefined ? { name, type } : { name, type, codec };
const KIND = `Enum8('sent' = 1, 'delivered' = 2, 'bounced' = 3, 'complained' = 4, 'unsubscribed' = 5, 'opened' = 6, 'clicked' = 7, 'viewed' = 8, 'section_read' = 9, 'paywall_hit' = 10, 'offer_shown' = 11, 'subscribed' = 12, 'trial_started' = 13, 'trial_cancelled' = 14, 'trial_expired' = 15, 'converted' = 16, 'renewed' = 17, 'payment_failed' = 18, 'refunded' = 19, 'cancelled' = 20, 'call_to_action' = 21)`;
const SOURCE = `Enum8('pixel' = 1, 'redirect' = 2, 'beacon' = 3, 'webhook' = 4, 'api' = 5, 'import' = 6, 'sample' = 7)`;
const VERDICT = `Enum8('none' = 1, 'human' = 2, 'proxied' = 3, 'prefetched' = 4, 'scanner' = 5, 'unclear' = 6)`;
const PROVIDER = `Enum8('mailgun' = 1, 'sendgrid' = 2, 'ses' = 3, 'postmark' = 4)`;
const BILLING_SYSTEM = `Enum8('stripe' = 1, 'webhook' = 2, 'import' = 3, 'sample' = 4)`;
const STATUS = `Enum8('none' = 0, 'waiting' = 1, 'trialing' = 2, 'active' = 3, 'past_due' = 4, 'paused' = 5, 'ended' = 6)`;
/** What the mail provider itself says of a fetch. */
const SAID = `Enum8('nothing' = 1, 'bot' = 2, 'apple' = 3, 'gmail' = 4, 'person' = 5)`;
const ZSTD = 'ZSTD(1)';
const RISING = 'Delta, ZSTD(1)';

/** Numbers that do not apply are 0. */
export const EVENT_COLUMNS: readonly Column[] = [
  column('publication', 'UInt32', ZSTD),
  column('issue', 'UInt32', ZSTD),
  column('kind', KIND, ZSTD),
  column('time', `DateTime64(3, 'UTC')`, RISING),
  column('reader', 'UInt32', ZSTD),
  column('link', 'UInt32', ZSTD),
  column('section', 'UInt32', ZSTD),
  column('offer', 'UInt32', ZSTD),
  column('segment', `Enum8('none' = 1, 'free' = 2, 'trial' = 3, 'premium' = 4)`, ZSTD),
  column('edition', `Enum8('none' = 1, 'whole' = 2, 'cut' = 3)`, ZSTD),
  column('source', SOURCE, ZSTD),
  column('verdict', VERDICT, ZSTD),
  // Names of rules, joined by commas.
  column('reasons', 'LowCardinality(String)', ZSTD),
  // ISO 3166-1 alpha-2; empty where nobody knows.
  column('country', 'LowCardinality(String)', ZSTD),
  column('network', `Enum8('unknown' = 1, 'other' = 2, 'hosting' = 3, 'mail' = 4, 'security' = 5)`, ZSTD),
  // What a fetch's verdict can be made of again. No fetch: empty, `none` and 0.
  column('client', 'LowCardinality(String)', ZSTD),
  column('method', `Enum8('none' = 1, 'GET' = 2, 'HEAD' = 3)`, ZSTD),
  column('place', 'UInt32', ZSTD),
  column('shape', 'UInt16', ZSTD),
  // In hundredths.
  column('confidence', 'UInt8', ZSTD),
  // Of the address that an issue was sent to; empty where nobody said.
  column('domain', 'LowCardinality(String)', ZSTD),
  // Host of the page that led to a web page that was viewed; empty where there was none, or nobody said.
  column('referrer', 'LowCardinality(String)', ZSTD),
  column('said', SAID, ZSTD),
  column('partition', 'UInt16', ZSTD),
  column('collector', 'UInt32', ZSTD),
  column('position', 'UInt64', RISING),
];

const ISSUE = [column('publication', 'UInt32'), column('issue', 'UInt32')];
const ORIGIN = [
  column('partition', 'UInt16'),
  column('collector', 'UInt32'),
  column('position', 'SimpleAggregateFunction(max, UInt64)'),
];
const sums = (...names: readonly string[]) => names.map((name) => column(name, 'SimpleAggregateFunction(sum, UInt64)'));
const sets = (...names: readonly string[]) =>
  names.map((name) => column(name, 'AggregateFunction(groupBitmap, UInt32)'));

/**
 * The events as they happened, and what an issue's page needs of them. Every table carries the origins of what it
 * holds, so that each by itself can tell what is in it: docs/decisions/0003.
 *
 * The aggregates count people with bitmaps (Roaring, exact): they grow with issues, quarters of an hour and links,
 * not with events. `partition` and `collector` are part of their keys because positions of different
 * collectors cannot be compared; there are few of them.
 */
export const TABLES = {
  events: {
    name: 'events',
    engine: 'MergeTree',
    orderBy: ['publication', 'issue', 'kind', 'time'],
    columns: EVENT_COLUMNS,
    indices: ['INDEX by_origin (partition, collector, position) TYPE minmax GRANULARITY 1'],
  },
  /**
   * Events whose verdict is the first look's, for as long as they wait for the settled one; then they are written to
   * `events`. A row counts as long as the table that is asked has not come that far: docs/decisions/0008. Those of a
   * log partition are dropped together once all are settled.
   */
  arrivals: {
    name: 'arrivals',
    engine: 'MergeTree',
    orderBy: ['publication', 'issue', 'kind', 'time'],
    partitionBy: ['partition', 'toStartOfFiveMinutes(arrived)'],
    columns: [...EVENT_COLUMNS, column('arrived', `DateTime('UTC')`, RISING)],
  },
  issue_figures: {
    name: 'issue_figures',
    engine: 'AggregatingMergeTree',
    orderBy: ['publication', 'issue', 'partition', 'collector'],
    granularity: 8,
    columns: [
      ...ISSUE,
      ...ORIGIN,
      ...sums('events', 'human_opens', 'proxied_opens', 'prefetched_opens', 'scanner_opens', 'unclear_opens'),
      ...sums('clicks', 'machine_clicks', 'unclear_clicks'),
      ...sets('sent', 'sent_free', 'sent_trial', 'sent_premium', 'delivered', 'bounced'),
      ...sets('openers', 'clickers', 'prefetched', 'paywall', 'trials'),
    ],
  },
  issue_activity: {
    name: 'issue_activity',
    engine: 'AggregatingMergeTree',
    orderBy: ['publication', 'issue', 'quarter', 'partition', 'collector'],
    granularity: 256,
    columns: [
      ...ISSUE,
      column('quarter', `DateTime('UTC')`),
      ...ORIGIN,
      ...sums('opens', 'machine_opens', 'clicks'),
      ...sets('readers'),
    ],
  },
  link_figures: {
    name: 'link_figures',
    engine: 'AggregatingMergeTree',
    orderBy: ['publication', 'issue', 'link', 'partition', 'collector'],
    granularity: 32,
    columns: [
      ...ISSUE,
      column('link', 'UInt32'),
      ...ORIGIN,
      ...sums('clicks', 'machine_clicks', 'unclear_clicks'),
      ...sets('clickers'),
    ],
  },
  quarantine: {
    name: 'quarantine',
    engine: 'MergeTree',
    orderBy: ['partition', 'collector', 'position'],
    columns: [
      column('time', `DateTime64(3, 'UTC')`, RISING),
      column('reason', 'String', ZSTD),
      column('line', 'String', ZSTD),
      column('partition', 'UInt16'),
      column('collector', 'UInt32'),
      column('position', 'UInt64', RISING),
    ],
  },
  /** Which quarantined record was counted after all, and as which record of the log: the first one that tried. */
  replays: {
    name: 'replays',
    engine: 'MergeTree',
    orderBy: ['of_partition', 'of_collector', 'of_position'],
    columns: [
      column('of_partition', 'UInt16'),
      column('of_collector', 'UInt32'),
      column('of_position', 'UInt64'),
      column('partition', 'UInt16'),
      column('collector', 'UInt32'),
      column('position', 'UInt64'),
    ],
  },
  /**
   * Which report of a mail provider was counted, and as which record of the log: the first that came. By the time that
   * the provider gives, since a repeated one has the same: docs/decisions/0010.
   */
  notices: {
    name: 'notices',
    engine: 'MergeTree',
    orderBy: ['publication', 'provider', 'time', 'id'],
    columns: [
      column('publication', 'UInt32', ZSTD),
      column('provider', PROVIDER, ZSTD),
      column('time', `DateTime64(3, 'UTC')`, RISING),
      column('id', 'UInt64'),
      column('partition', 'UInt16', ZSTD),
      column('collector', 'UInt32', ZSTD),
      column('position', 'UInt64', RISING),
    ],
  },
  /**
   * What billing systems state of subscriptions, as often as they state it: what is asked of it does not depend on order
   * or repeats (docs/decisions/0011), so that it needs no ledger. Numbers that do not apply are 0, as are times.
   */
  billing: {
    name: 'billing',
    engine: 'MergeTree',
    orderBy: ['publication', 'subscription', 'time'],
    columns: [
      column('publication', 'UInt32', ZSTD),
      column('subscription', 'UInt64', ZSTD),
      column('system', BILLING_SYSTEM, ZSTD),
      // Milliseconds since 1970, all of these: they are compared and counted with, not read.
      column('time', 'UInt64', RISING),
      column('customer', 'UInt64', ZSTD),
      column('reader', 'UInt32', ZSTD),
      column('issue', 'UInt32', ZSTD),
      column('offer', 'UInt32', ZSTD),
      column(
        'what',
        `Enum8('standing' = 1, 'payment' = 2, 'failure' = 3, 'refund' = 4, 'identity' = 5, 'charge' = 6)`,
        ZSTD,
      ),
      column('status', STATUS, ZSTD),
      column('started', 'UInt64', ZSTD),
      column('trial_from', 'UInt64', ZSTD),
      column('trial_to', 'UInt64', ZSTD),
      column('cancelled', 'UInt64', ZSTD),
      column('ended', 'UInt64', ZSTD),
      column('plan', 'LowCardinality(String)', ZSTD),
      column('price', 'UInt64', ZSTD),
      // Empty: nobody said what it costs.
      column('currency', 'LowCardinality(String)', ZSTD),
      column('months', 'Float64', ZSTD),
      // Of a payment, a failure, a refund or a charge.
      column('id', 'UInt64', ZSTD),
      column('amount', 'UInt64', ZSTD),
      column('disputed', 'UInt8', ZSTD),
      // Of a refund the charge that is given back, of a charge the payment that it was for.
      column('of', 'UInt64', ZSTD),
    ],
  },
  /** Fetches that somebody made to try out whether they arrive, as often as they come. They are no events. */
  checks: {
    name: 'checks',
    engine: 'MergeTree',
    orderBy: ['publication', 'check', 'time'],
    columns: [
      column('publication', 'UInt32', ZSTD),
      column('check', 'UInt32', ZSTD),
      column('time', `DateTime64(3, 'UTC')`, RISING),
      // When it was written here.
      column('written', `DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC')`, RISING),
    ],
  },
  /**
   * Verdicts that came out differently when history was judged anew, on their way into `events`: docs/decisions/0009.
   * Those of one run are dropped together.
   */
  revisions: {
    name: 'revisions',
    engine: 'MergeTree',
    orderBy: ['key'],
    partitionBy: ['run'],
    columns: [
      column('run', 'UInt64'),
      column('key', 'UInt128'),
      column('verdict', VERDICT),
      column('reasons', 'LowCardinality(String)'),
      column('confidence', 'UInt8'),
    ],
  },
  /**
   * What the catalog calls things, for the views that people ask by themselves (docs/decisions/0016): of each publication
   * all of it at once, under a version. The highest version counts; older ones are dropped.
   */
  catalog_names: {
    name: 'catalog_names',
    engine: 'MergeTree',
    orderBy: ['kind', 'number'],
    partitionBy: ['publication', 'version'],
    columns: [
      column('publication', 'UInt32'),
      column('version', 'UInt64'),
      column('kind', `Enum8('publication' = 1, 'issue' = 2, 'section' = 3, 'link' = 4, 'offer' = 5)`),
      column('number', 'UInt32'),
      column('id', 'String', ZSTD),
      column('name', 'String', ZSTD),
      // 0 and empty where they do not apply.
      column('issue', 'UInt32', ZSTD),
      column('section', 'UInt32', ZSTD),
      column('ordinal', 'UInt32', ZSTD),
      column('text', 'String', ZSTD),
      column('word', 'LowCardinality(String)', ZSTD),
      column('tags', 'String', ZSTD),
      column('flag', 'UInt8', ZSTD),
      // UTC, milliseconds since 1970; 0: never.
      column('sent', 'UInt64', ZSTD),
    ],
  },
  /** Marks of tables whose own rows do not say how far they go: some were removed, or none came of the last events. */
  ledger: {
    name: 'ledger',
    engine: 'AggregatingMergeTree',
    orderBy: ['name', 'partition', 'collector'],
    columns: [column('name', 'LowCardinality(String)'), ...ORIGIN],
  },
  /** Who may write a partition's events: the highest claim. See writing/fences.ts. */
  fences: {
    name: 'fences',
    engine: 'AggregatingMergeTree',
    orderBy: ['partition'],
    columns: [column('partition', 'UInt16'), column('claim', 'SimpleAggregateFunction(max, String)')],
  },
  /** What is put in here goes into `events` and into each aggregate, parsed once. */
  incoming: { name: 'incoming', engine: 'Null', orderBy: [], columns: EVENT_COLUMNS },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof TABLES;

export const VIEWS: readonly View[] = [
  {
    name: 'incoming_to_events',
    from: 'incoming',
    into: 'events',
    select: EVENT_COLUMNS.map(({ name }) => name).join(', '),
    rest: '',
  },
  ...AGGREGATES.map(({ table, columns, select, where, groupBy }) => ({
    name: `incoming_to_${table}`,
    from: 'incoming',
    into: table,
    select: select.map((expression, at) => `${expression} AS ${columns[at] ?? ''}`).join(', '),
    rest: `WHERE ${where} GROUP BY ${groupBy.join(', ')}`,
  })),
];
