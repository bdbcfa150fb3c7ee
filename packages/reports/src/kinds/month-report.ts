import type {
  AttributionView,
  CurrencyRevenue,
  IssueListItem,
  ReportBlock,
  ReportFigures,
  ReportFormat,
  ReportView,
  RevenueView,
} from '@readout/api-contract';
import { median, SHARE, WHOLE } from '../written.ts';
import { attributionBlocks } from './attribution.ts';
import { type Desk, definitions, deskOf, figure, framed, paragraphs, type ReportContext } from './frame.ts';
import { issuesTable, totalsOf } from './issues-table.ts';
import { inUnits, movementTable } from './money.ts';

/** What the API says of one month, and of the one before. */
export interface MonthFindings {
  /** As `2026-03`. */
  readonly month: string;
  /** Its first moment and that of the next one; ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** Issues that went out in it, the oldest first. */
  readonly issues: readonly IssueListItem[];
  readonly issuesBefore: readonly IssueListItem[];
  readonly revenue: RevenueView;
  /** Of subscriptions that began in the month. */
  readonly attribution: AttributionView;
}

/** How a month's issues did, and what they brought. */
export function monthReportOf(context: ReportContext, found: MonthFindings): ReportView {
  const desk = deskOf(context);
  const { words, written } = desk;
  const { month, from, to, asOf } = found;
  const name = written.month(month);
  const lastMoment = new Date(Date.parse(to) - 1).toISOString();
  return framed(context, {
    kind: 'month',
    title: name.charAt(0).toUpperCase() + name.slice(1),
    subtitle: context.publication.name,
    asOf,
    period: { from, to, text: words.dates(written.day(from), written.day(lastMoment)) },
    filter: [],
    sections: [
      { title: words.sections.glance, blocks: glance(desk, found) },
      { title: words.sections.issues, blocks: issueByIssue(desk, found) },
      { title: words.sections.led, blocks: attributionBlocks(desk, found.attribution) },
      { title: words.sections.money, blocks: moneyBlocks(desk, found) },
      { title: words.sections.method, blocks: [method(desk)] },
    ],
  });
}

function glance(desk: Desk, { issues, issuesBefore, asOf, to }: MonthFindings): ReportBlock[] {
  const { words, written } = desk;
  const says = words.month;
  const isOver = Date.parse(asOf) >= Date.parse(to);
  if (issues.length === 0) return paragraphs(says.nothing, isOver ? null : says.unfinished);
  const [now, before] = [totalsOf(issues), totalsOf(issuesBefore)];
  const perIssue = (all: readonly IssueListItem[]) => median(all.map(({ figures }) => figures.readers));
  const item = (
    label: string,
    value: number | null,
    earlier: number | null,
    format: ReportFormat,
  ): ReportFigures['items'][number] =>
    figure(desk, label, value, format, {
      comparison:
        issuesBefore.length === 0 || earlier === null ? null : words.monthBefore(written.text(earlier, format)),
    });
  const names = words.figures;
  const most = issues.reduce((best, one) => ((one.figures.openRate ?? 0) > (best.figures.openRate ?? 0) ? one : best));
  const trials = issues.reduce((best, one) => (one.figures.trialsStarted > best.figures.trialsStarted ? one : best));
  return [
    ...paragraphs(
      says.finding(
        issues.length,
        written.count(issues.length),
        written.count(now.delivered),
        written.share(now.openRate),
      ),
    ),
    {
      type: 'figures',
      items: [
        item(names.issues, issues.length, issuesBefore.length, WHOLE),
        item(names.delivered, now.delivered, before.delivered, WHOLE),
        item(names.readersPerIssue, perIssue(issues), perIssue(issuesBefore), WHOLE),
        item(names.openRate, now.openRate, before.openRate, SHARE),
        item(names.clickRate, now.clickRate, before.clickRate, SHARE),
        item(names.clickToOpenRate, now.clickToOpenRate, before.clickToOpenRate, SHARE),
        item(names.clicks, now.clicks, before.clicks, WHOLE),
        item(names.paywallHits, now.paywallHits, before.paywallHits, WHOLE),
        item(names.trialsStarted, now.trialsStarted, before.trialsStarted, WHOLE),
      ],
    },
    ...paragraphs(
      most.figures.openRate === null ? null : says.most(most.title, written.share(most.figures.openRate)),
      trials.figures.trialsStarted === 0
        ? null
        : says.mostTrials(trials.title, trials.figures.trialsStarted, written.count(trials.figures.trialsStarted)),
      isOver ? null : says.unfinished,
    ),
  ];
}

function issueByIssue(desk: Desk, { issues }: MonthFindings): ReportBlock[] {
  const { words, written } = desk;
  const says = words.month;
  const rated = issues.flatMap(({ title, sentAt, figures: { openRate } }) =>
    openRate === null || sentAt === null ? [] : [{ title, sentAt, openRate }],
  );
  const [first] = rated;
  if (first === undefined) return [];
  const best = rated.reduce((most, one) => (one.openRate > most.openRate ? one : most), first);
  const least = rated.reduce((most, one) => (one.openRate < most.openRate ? one : most), first);
  const middle = median(rated.map(({ openRate }) => openRate));
  return [
    {
      type: 'bars',
      title: says.chart,
      says: says.chartSays(
        written.shortDay(best.sentAt),
        written.share(best.openRate),
        written.shortDay(least.sentAt),
        written.share(least.openRate),
      ),
      unit: says.ofDelivered,
      y: SHARE,
      direction: 'up',
      items: rated.map(({ sentAt, openRate }) => ({
        label: written.shortDay(sentAt),
        cell: written.cell(openRate, SHARE),
        detail: null,
        range: null,
      })),
      reference: middle === null ? null : { label: says.median(written.share(middle)), value: middle },
    },
    issuesTable(desk, issues),
  ];
}

function moneyBlocks(desk: Desk, { month, revenue }: MonthFindings): ReportBlock[] {
  const known = revenue.currencies.flatMap((currency) => {
    const now = currency.months.find((one) => one.month === month);
    return now === undefined ? [] : [{ currency, now }];
  });
  if (known.length === 0) return paragraphs(desk.words.month.noMoney);
  return known.flatMap(({ currency, now }) => [
    { type: 'figures' as const, items: moneyFigures(desk, currency, now, month) },
    movementTable(desk, currency, [now]),
  ]);
}

function moneyFigures(
  desk: Desk,
  currency: CurrencyRevenue,
  now: CurrencyRevenue['months'][number],
  month: string,
): ReportFigures['items'] {
  const { words, written } = desk;
  const { format, of } = inUnits(currency);
  const before = currency.months[currency.months.findIndex((one) => one.month === month) - 1];
  const item = (label: string, value: number, earlier: number | undefined, shape: ReportFormat) =>
    figure(desk, label, value, shape, {
      comparison: earlier === undefined ? null : words.monthBefore(written.text(earlier, shape)),
    });
  const names = words.figures;
  const earlier = (pick: (one: CurrencyRevenue['months'][number]) => number) =>
    before === undefined ? undefined : pick(before);
  return [
    item(
      names.mrr,
      of(now.mrr),
      earlier(({ mrr }) => of(mrr)),
      format,
    ),
    item(
      names.subscriptions,
      now.subscriptions,
      earlier(({ subscriptions }) => subscriptions),
      WHOLE,
    ),
    item(
      names.paid,
      of(now.paid),
      earlier(({ paid }) => of(paid)),
      format,
    ),
    item(
      names.refunded,
      of(now.refunded),
      earlier(({ refunded }) => of(refunded)),
      format,
    ),
  ];
}

function method({ words }: Desk): ReportBlock {
  const { figures, definitions: means } = words;
  return definitions([
    [figures.delivered, means.delivered],
    [figures.readers, means.readers],
    [figures.openRate, means.openRate],
    [figures.clickRate, means.clickRate],
    [figures.clickToOpenRate, means.clickToOpenRate],
    [figures.paywallHits, means.paywallHits],
    [figures.trialsStarted, means.trialsStarted],
    [words.month.touch, means.attributed],
    [figures.mrr, means.mrr],
    [figures.paid, means.paid],
  ]);
}
