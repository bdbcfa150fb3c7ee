import type { IssueId, PublicationId, Segment } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { IssueFigures, SegmentFigures } from '../warehouse.ts';

type Counts = Omit<IssueFigures, 'opens' | 'opensByVerdict' | 'clicks'>;

interface FiguresRow extends Counts {
  readonly human: number;
  readonly proxied: number;
  readonly prefetched: number;
  readonly scanner: number;
  readonly unclear: number;
  readonly humanClicks: number;
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
 * issue was delivered to: as the mail provider reports it or, where it reports nothing, sent less bounced.
 */
export const sets = (publication: PublicationId, issues: readonly IssueId[]) => `
  SELECT
    issue,
    groupBitmapMergeState(f.sent) AS sent_to,
    groupBitmapMergeState(f.bounced) AS bounced_from,
    groupBitmapMergeState(f.delivered) AS reported,
    if(bitmapCardinality(reported) > 0, reported, bitmapAndnot(sent_to, bounced_from)) AS accepted,
    groupBitmapMergeState(f.readers) AS readers_of,
    groupBitmapMergeState(f.clickers) AS clickers_of,
    groupBitmapMergeState(f.paywall) AS hit_paywall,
    groupBitmapMergeState(f.trials) AS started_trial,
    groupBitmapMergeState(f.sent_free) AS free_readers,
    groupBitmapMergeState(f.sent_trial) AS trial_readers,
    groupBitmapMergeState(f.sent_premium) AS premium_readers,
    sum(human_opens) AS human,
    sum(proxied_opens) AS proxied,
    sum(prefetched_opens) AS prefetched,
    sum(scanner_opens) AS scanner,
    sum(unclear_opens) AS unclear,
    sum(f.clicks) AS human_clicks,
    sum(f.machine_clicks) AS clicks_of_machines
  FROM issue_figures AS f
  WHERE publication = ${unsigned(publication)} AND issue IN ${unsignedArray(issues)}
  GROUP BY issue`;

const counts = (publication: PublicationId, issues: readonly IssueId[]) => `
  SELECT
    issue,
    bitmapCardinality(sent_to) AS sent,
    bitmapCardinality(bounced_from) AS bounced,
    bitmapCardinality(accepted) AS delivered,
    bitmapCardinality(readers_of) AS readers,
    bitmapCardinality(clickers_of) AS clickers,
    bitmapCardinality(hit_paywall) AS paywallHits,
    bitmapCardinality(started_trial) AS trialsStarted,
    human, proxied, prefetched, scanner, unclear,
    human_clicks AS humanClicks,
    clicks_of_machines AS machineClicks,
    [${SEGMENTS.map(
      (segment) =>
        `[bitmapCardinality(${segment}_readers), bitmapAndCardinality(accepted, ${segment}_readers), bitmapAndCardinality(readers_of, ${segment}_readers), bitmapAndCardinality(clickers_of, ${segment}_readers)]`,
    ).join(', ')}] AS segments
  FROM (${sets(publication, issues)})`;

/** Of those issues of which anything is known. */
export async function issueFigures(
  engine: Engine,
  publication: PublicationId,
  issues: readonly IssueId[],
): Promise<readonly FiguresBySegment[]> {
  if (issues.length === 0) return [];
  const rows = await engine.rows<FiguresRow>(counts(publication, issues));
  return rows.map(({ human, proxied, prefetched, scanner, unclear, humanClicks, segments, ...numbers }) => ({
    figures: {
      ...numbers,
      opens: human + proxied,
      opensByVerdict: { human, proxied, prefetched, scanner, unclear },
      clicks: humanClicks,
    },
    segments: SEGMENTS.flatMap((segment, at) => {
      const [sentTo = 0, delivered = 0, readers = 0, clickers = 0] = segments[at] ?? [];
      return sentTo === 0 ? [] : [{ segment, delivered, readers, clickers }];
    }),
  }));
}

/** What an issue has of which nothing is known yet. */
export function noFigures(issue: IssueId): IssueFigures {
  return {
    issue,
    sent: 0,
    bounced: 0,
    delivered: 0,
    readers: 0,
    opens: 0,
    opensByVerdict: { human: 0, proxied: 0, prefetched: 0, scanner: 0, unclear: 0 },
    clicks: 0,
    clickers: 0,
    machineClicks: 0,
    paywallHits: 0,
    trialsStarted: 0,
  };
}
