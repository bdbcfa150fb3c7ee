import { KEPT_ON_DISK } from './settings.ts';

/**
 * The events as they happened, and what an issue's page needs of them. Every table carries the origins of what it
 * holds, so that each by itself can tell what is in it: docs/decisions/0003. Numbers that do not apply are 0.
 *
 * The aggregates count people with bitmaps (Roaring, exact): they grow with issues, quarters of an hour and links,
 * not with events. `partition` and `collector` are part of their keys because positions of different
 * collectors cannot be compared; there are few of them.
 */
export const EVENTS_AND_FIGURES = [
  `CREATE TABLE IF NOT EXISTS events (
    publication UInt32 CODEC(ZSTD(1)),
    issue UInt32 CODEC(ZSTD(1)),
    kind Enum8('sent' = 1, 'delivered' = 2, 'bounced' = 3, 'complained' = 4, 'unsubscribed' = 5, 'opened' = 6,
      'clicked' = 7, 'viewed' = 8, 'section_read' = 9, 'paywall_hit' = 10, 'offer_shown' = 11, 'subscribed' = 12,
      'trial_started' = 13, 'trial_cancelled' = 14, 'trial_expired' = 15, 'converted' = 16, 'renewed' = 17,
      'payment_failed' = 18, 'refunded' = 19, 'cancelled' = 20) CODEC(ZSTD(1)),
    time DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    reader UInt32 CODEC(ZSTD(1)),
    link UInt32 CODEC(ZSTD(1)),
    section UInt32 CODEC(ZSTD(1)),
    segment Enum8('none' = 1, 'free' = 2, 'trial' = 3, 'premium' = 4) CODEC(ZSTD(1)),
    edition Enum8('none' = 1, 'whole' = 2, 'cut' = 3) CODEC(ZSTD(1)),
    source Enum8('pixel' = 1, 'redirect' = 2, 'beacon' = 3, 'webhook' = 4, 'api' = 5, 'import' = 6, 'sample' = 7) CODEC(ZSTD(1)),
    verdict Enum8('none' = 1, 'human' = 2, 'proxied' = 3, 'prefetched' = 4, 'scanner' = 5, 'unclear' = 6) CODEC(ZSTD(1)),
    -- Names of rules, joined by commas.
    reasons LowCardinality(String) CODEC(ZSTD(1)),
    -- ISO 3166-1 alpha-2; empty where nobody knows.
    country LowCardinality(String) CODEC(ZSTD(1)),
    network Enum8('unknown' = 1, 'other' = 2, 'hosting' = 3, 'mail' = 4, 'security' = 5) CODEC(ZSTD(1)),
    partition UInt16 CODEC(ZSTD(1)),
    collector UInt32 CODEC(ZSTD(1)),
    position UInt64 CODEC(Delta, ZSTD(1)),
    INDEX by_position position TYPE minmax GRANULARITY 1
  ) ENGINE = MergeTree ORDER BY (publication, issue, kind, time)
  SETTINGS ${KEPT_ON_DISK}`,

  `CREATE TABLE IF NOT EXISTS issue_figures (
    publication UInt32,
    issue UInt32,
    partition UInt16,
    collector UInt32,
    position SimpleAggregateFunction(max, UInt64),
    events SimpleAggregateFunction(sum, UInt64),
    human_opens SimpleAggregateFunction(sum, UInt64),
    proxied_opens SimpleAggregateFunction(sum, UInt64),
    prefetched_opens SimpleAggregateFunction(sum, UInt64),
    scanner_opens SimpleAggregateFunction(sum, UInt64),
    unclear_opens SimpleAggregateFunction(sum, UInt64),
    clicks SimpleAggregateFunction(sum, UInt64),
    machine_clicks SimpleAggregateFunction(sum, UInt64),
    sent AggregateFunction(groupBitmap, UInt32),
    sent_free AggregateFunction(groupBitmap, UInt32),
    sent_trial AggregateFunction(groupBitmap, UInt32),
    sent_premium AggregateFunction(groupBitmap, UInt32),
    delivered AggregateFunction(groupBitmap, UInt32),
    bounced AggregateFunction(groupBitmap, UInt32),
    readers AggregateFunction(groupBitmap, UInt32),
    clickers AggregateFunction(groupBitmap, UInt32),
    paywall AggregateFunction(groupBitmap, UInt32),
    trials AggregateFunction(groupBitmap, UInt32)
  ) ENGINE = AggregatingMergeTree ORDER BY (publication, issue, partition, collector)
  SETTINGS ${KEPT_ON_DISK}`,

  `CREATE TABLE IF NOT EXISTS issue_activity (
    publication UInt32,
    issue UInt32,
    quarter DateTime('UTC'),
    partition UInt16,
    collector UInt32,
    position SimpleAggregateFunction(max, UInt64),
    opens SimpleAggregateFunction(sum, UInt64),
    machine_opens SimpleAggregateFunction(sum, UInt64),
    clicks SimpleAggregateFunction(sum, UInt64),
    readers AggregateFunction(groupBitmap, UInt32)
  ) ENGINE = AggregatingMergeTree ORDER BY (publication, issue, quarter, partition, collector)
  SETTINGS ${KEPT_ON_DISK}`,

  `CREATE TABLE IF NOT EXISTS link_figures (
    publication UInt32,
    issue UInt32,
    link UInt32,
    partition UInt16,
    collector UInt32,
    position SimpleAggregateFunction(max, UInt64),
    clicks SimpleAggregateFunction(sum, UInt64),
    machine_clicks SimpleAggregateFunction(sum, UInt64),
    clickers AggregateFunction(groupBitmap, UInt32)
  ) ENGINE = AggregatingMergeTree ORDER BY (publication, issue, link, partition, collector)
  SETTINGS ${KEPT_ON_DISK}`,

  `CREATE TABLE IF NOT EXISTS quarantine (
    time DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    reason String CODEC(ZSTD(1)),
    line String CODEC(ZSTD(1)),
    partition UInt16,
    collector UInt32,
    position UInt64 CODEC(Delta, ZSTD(1))
  ) ENGINE = MergeTree ORDER BY (partition, collector, position)
  SETTINGS ${KEPT_ON_DISK}`,

  `CREATE TABLE IF NOT EXISTS ledger (
    name LowCardinality(String),
    partition UInt16,
    collector UInt32,
    position SimpleAggregateFunction(max, UInt64)
  ) ENGINE = AggregatingMergeTree ORDER BY (name, partition, collector)
  SETTINGS ${KEPT_ON_DISK}`,
] as const;
