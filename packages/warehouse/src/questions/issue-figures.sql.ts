import type { IssueId, Segment } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { IssueFigures, SegmentFigures } from '../warehouse.ts';
import { type Asked, withArrivals } from './arrivals.sql.ts';

type Counts = Omit<IssueFigures, 'sentTo' | 'opens' | 'opensByVerdict' | 'clicks' | 'readership'>;

interface FiguresRow extends Counts {
  readonly human: number;
  readonly proxied: number;
  readonly prefetched: number;
  readonly scanner: number;
  readonly unclear: number;
  readonly humanClicks: number;
  readonly seenRecipients: number;
  readonly hiddenRecipients: number;
  readonly hiddenClickers: number;
  /** Sent to, delivered, readers and clickers of each of SEGMENTS, in their order. */
  readonly segments: readonly (readonly [number, number, number, number])[];
}

/** A reader's segment is the one with which the issue was sent to them. */
const SEGMENTS = ['free', 'trial', 'premium'] as const satisfies readonly Segment[];

/** An issue's figures, of all its readers and of each segment that it was sent to. */
export interface FiguresBySegment {
  readonly figures: IssueFigures;
  readonly segments: readonly SegmentFigures[];
}

/**
 * Sets of readers of each issue, merged over streams and over parts that are not merged yet. `accepted` is who the
 * issue was delivered to: as the mail provider reports it or, where it reports nothing, sent less bounced. `hidden` is
 * whose message was prefetched and, clicks apart, fetched by nobody who counts: docs/estimated-readers.md.
 */
export const sets = (asked: Asked) => `
  SELECT
    issue,
    groupBitmapMergeState(f.sent) AS sent_to,
    groupBitmapMergeState(f.bounced) AS bounced_from,
    groupBitmapMergeState(f.delivered) AS reported,
    if(bitmapCardinality(reported) > 0, reported, bitmapAndnot(sent_to, bounced_from)) AS accepted,
    groupBitmapMergeState(f.openers) AS openers_of,
    groupBitmapMergeState(f.clickers) AS clickers_of,
    bitmapOr(openers_of, clickers_of) AS readers_of,
    bitmapAndnot(groupBitmapMergeState(f.prefetched), openers_of) AS hidden,
    groupBitmapMergeState(f.paywall) AS hit_paywall,
    groupBitmapMergeState(f.trials) AS started_trial,
    groupBitmapMergeState(f.sent_free) AS free_readers,
    groupBitmapMergeState(f.sent_trial) AS trial_readers,
    groupBitmapMergeState(f.sent_premium) AS premium_readers,
    sum(f.human_opens) AS human,
    sum(f.proxied_opens) AS proxied,
    sum(f.prefetched_opens) AS prefetched,
    sum(f.scanner_opens) AS scanner,
    sum(f.unclear_opens) AS unclear,
    sum(f.clicks) AS human_clicks,
    sum(f.machine_clicks) AS clicks_of_machines,
    sum(f.unclear_clicks) AS clicks_unclear,
    sumIf(
      f.human_opens + f.proxied_opens + f.prefetched_opens + f.scanner_opens + f.unclear_opens
        + f.clicks + f.machine_clicks + f.unclear_clicks,
      f.is_arriving = 1
    ) AS settling
  FROM ${withArrivals('issue_figures', asked)} AS f
  GROUP BY issue`;

/** The figures of each issue, by their names in `IssueFigures`; `segments` as `FiguresRow` has them. */
export const counts = (asked: Asked) => `
  SELECT
    issue,
    bitmapCardinality(sent_to) AS sent,
    bitmapCardinality(bounced_from) AS bounced,
    bitmapCardinality(accepted) AS delivered,
    bitmapCardinality(readers_of) AS readers,
    bitmapCardinality(clickers_of) AS clickers,
    bitmapCardinality(hit_paywall) AS paywallHits,
    bitmapCardinality(started_trial) AS trialsStarted,
    bitmapAndnotCardinality(bitmapOr(accepted, readers_of), hidden) AS seenRecipients,
    bitmapCardinality(hidden) AS hiddenRecipients,
    bitmapAndCardinality(hidden, clickers_of) AS hiddenClickers,
    human, proxied, prefetched, scanner, unclear, settling,
    human_clicks AS humanClicks,
    clicks_of_machines AS machineClicks,
    clicks_unclear AS unclearClicks,
    [${SEGMENTS.map(
      (segment) =>
        `[bitmapCardinality(${segment}_readers), bitmapAndCardinality(accepted, ${segment}_readers), bitmapAndCardinality(readers_of, ${segment}_readers), bitmapAndCardinality(clickers_of, ${segment}_readers)]`,
    ).join(', ')}] AS segments
  FROM (${sets(asked)})`;

/** Of those issues of which anything is known. */
export async function issueFigures(engine: Engine, asked: Asked): Promise<readonly FiguresBySegment[]> {
  if (asked.issues?.length === 0) return [];
  const rows = await engine.rows<FiguresRow>(counts(asked));
  return rows.map(({ segments, ...row }) => ({
    figures: figuresOf(row, segments),
    segments: SEGMENTS.flatMap((segment, at) => {
      const [sentTo = 0, delivered = 0, readers = 0, clickers = 0] = segments[at] ?? [];
      return sentTo === 0 ? [] : [{ segment, delivered, readers, clickers }];
    }),
  }));
}

function figuresOf(
  {
    human,
    proxied,
    prefetched,
    scanner,
    unclear,
    humanClicks,
    seenRecipients,
    hiddenRecipients,
    hiddenClickers,
    ...numbers
  }: Omit<FiguresRow, 'segments'>,
  segments: FiguresRow['segments'],
): IssueFigures {
  const [free = 0, trial = 0, premium = 0] = segments.map(([sentTo]) => sentTo);
  return {
    ...numbers,
    sentTo: { free, trial, premium },
    opens: human + proxied,
    opensByVerdict: { human, proxied, prefetched, scanner, unclear },
    clicks: humanClicks,
    readership: {
      seen: {
        recipients: seenRecipients,
        readers: numbers.readers - hiddenClickers,
        clickers: numbers.clickers - hiddenClickers,
      },
      hidden: { recipients: hiddenRecipients, clickers: hiddenClickers },
    },
  };
}

/** What an issue has of which nothing is known yet. */
export function noFigures(issue: IssueId): IssueFigures {
  return {
    issue,
    sent: 0,
    sentTo: { free: 0, trial: 0, premium: 0 },
    bounced: 0,
    delivered: 0,
    readers: 0,
    opens: 0,
    opensByVerdict: { human: 0, proxied: 0, prefetched: 0, scanner: 0, unclear: 0 },
    clicks: 0,
    clickers: 0,
    machineClicks: 0,
    unclearClicks: 0,
    settling: 0,
    readership: { seen: { recipients: 0, readers: 0, clickers: 0 }, hidden: { recipients: 0, clickers: 0 } },
    paywallHits: 0,
    trialsStarted: 0,
  };
}
