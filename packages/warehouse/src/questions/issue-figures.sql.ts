import type { IssueId, PublicationId, Segment } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { IssueFigures, SegmentFigures } from '../warehouse.ts';

interface FiguresRow extends Omit<IssueFigures, 'opens' | 'opensByVerdict' | 'clicks'> {
  readonly human: number;
  readonly proxied: number;
  readonly prefetched: number;
  readonly scanner: number;
  readonly unclear: number;
  readonly humanClicks: number;
}

/**
 * Sets of readers of each issue, merged over streams and over parts that are not merged yet. `accepted` is who the
 * issue was delivered to: as the mail provider reports it or, where it reports nothing, sent less bounced.
 */
const SETS = `
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
  WHERE publication = {publication:UInt32} AND issue IN {issues:Array(UInt32)}
  GROUP BY issue`;

const FIGURES = `
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
    clicks_of_machines AS machineClicks
  FROM (${SETS})`;

/** Figures of those issues of which anything is known. */
export async function issueFigures(
  engine: Engine,
  publication: PublicationId,
  issues: readonly IssueId[],
): Promise<IssueFigures[]> {
  const rows = await engine.rows<FiguresRow>(FIGURES, { publication, issues });
  return rows.map(({ human, proxied, prefetched, scanner, unclear, humanClicks, ...counts }) => ({
    ...counts,
    opens: human + proxied,
    opensByVerdict: { human, proxied, prefetched, scanner, unclear },
    clicks: humanClicks,
  }));
}

/** A reader's segment is the one with which the issue was sent to them. */
const SEGMENTS = `
  SELECT
    (arrayJoin([('free', free_readers), ('trial', trial_readers), ('premium', premium_readers)]) AS one).1 AS segment,
    bitmapAndCardinality(accepted, one.2) AS delivered,
    bitmapAndCardinality(readers_of, one.2) AS readers,
    bitmapAndCardinality(clickers_of, one.2) AS clickers
  FROM (${SETS})
  WHERE bitmapCardinality(one.2) > 0`;

export function segmentFigures(engine: Engine, publication: PublicationId, issue: IssueId): Promise<SegmentFigures[]> {
  return engine.rows<SegmentFigures & { segment: Segment }>(SEGMENTS, { publication, issues: [issue] });
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
