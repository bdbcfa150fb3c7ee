import type {
  AttributionView,
  CohortsView,
  FunnelView,
  ReportBlock,
  ReportView,
  RevenueView,
  TrialsView,
} from '@readout/api-contract';
import { begunTable } from './attribution.ts';
import { cohortBlocks } from './cohorts.ts';
import { type Desk, definitions, deskOf, framed, paragraphs, type ReportContext } from './frame.ts';
import { funnelBlocks, offerTable } from './funnel.ts';
import { revenueBlocks } from './revenue.ts';
import { trialBlocks } from './trials.ts';

/** What the API says of trials, offers and payments. */
export interface GrowthFindings {
  /** By offer. */
  readonly funnel: FunnelView;
  readonly days: number;
  readonly trials: TrialsView;
  readonly revenue: RevenueView;
  readonly attribution: AttributionView;
  /** By month. */
  readonly cohorts: CohortsView;
}

/** How readers come to pay, and go on paying. */
export function growthReportOf(context: ReportContext, found: GrowthFindings): ReportView {
  const desk = deskOf(context);
  const { words, written } = desk;
  const { funnel, days } = found;
  return framed(context, {
    kind: 'growth',
    title: words.kinds.growth,
    subtitle: words.growth.subtitle(written.count(days)),
    asOf: found.trials.asOf,
    period: { from: funnel.from, to: funnel.to, text: words.dates(written.day(funnel.from), written.day(funnel.to)) },
    filter: [],
    sections: [
      { title: words.sections.funnel, blocks: funnelBlocks(desk, funnel) },
      { title: words.sections.offers, blocks: offers(desk, found) },
      { title: words.sections.trials, blocks: trialBlocks(desk, found.trials) },
      { title: words.sections.money, blocks: revenueBlocks(desk, found.revenue) },
      { title: words.sections.cohorts, blocks: cohortBlocks(desk, found.cohorts) },
      { title: words.sections.method, blocks: [method(desk)] },
    ],
  });
}

function offers(desk: Desk, { funnel, attribution }: GrowthFindings): ReportBlock[] {
  const { words } = desk;
  const says = words.growth;
  const shown = offerTable(desk, funnel);
  if (shown === null && attribution.subscriptions === 0) return paragraphs(says.noOffers);
  const begun = attribution.offers
    .filter(({ last }) => last > 0)
    .map((row) => ({ ...row, name: row.title ?? says.noOffer }));
  return [
    ...(shown === null ? [] : [shown]),
    ...(begun.length === 0 ? [] : [begunTable(desk, says.begun, says.offer, begun)]),
  ];
}

function method({ words }: Desk): ReportBlock {
  const { figures, growth, definitions: means } = words;
  return definitions([
    [figures.delivered, means.delivered],
    [figures.readers, means.readers],
    [figures.paywallHits, means.paywallHits],
    [figures.converted, means.converted],
    [growth.rate, means.rate],
    [growth.naive, means.naive],
    [figures.mrr, means.mrr],
    [figures.paid, means.paid],
    [growth.perHit, means.perHit],
    [growth.perTrial, means.perTrial],
    [growth.retention, means.retention],
    [words.month.touch, means.lastTouch],
  ]);
}
