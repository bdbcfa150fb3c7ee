import type {
  IssuePaywall,
  IssuePeople,
  IssueReading,
  IssueReport,
  IssueUsual,
  ReportFormat,
  ReportView,
  UsualRange,
} from '@readout/api-contract';
import { SHARE, WHOLE } from '../written.ts';
import { audienceBlocks } from './audience.ts';
import { type Desk, definitions, deskOf, figure, framed, paragraphs, type ReportContext } from './frame.ts';
import { paceChart } from './pace.ts';
import { paywallBlocks } from './paywall.ts';
import { linkBlocks, readingBlocks, verdictBlocks } from './whole-issue.ts';

/** What the API says of one issue. */
export interface IssueFindings {
  readonly report: IssueReport;
  readonly usual: IssueUsual;
  readonly reading: IssueReading;
  readonly paywall: IssuePaywall;
  readonly people: IssuePeople;
}

/** How one issue did. */
export function issueReportOf(context: ReportContext, found: IssueFindings): ReportView {
  const desk = deskOf(context);
  const { words, written } = desk;
  const { report, usual, reading, paywall, people } = found;
  const { issue } = report;
  const about = words.about;
  return framed(context, {
    kind: 'issue',
    title: issue.title,
    subtitle: issue.subtitle,
    asOf: report.asOf,
    period: {
      from: issue.sentAt,
      to: report.asOf,
      text: issue.sentAt === null ? about.notSent : words.dates(written.day(issue.sentAt), written.day(report.asOf)),
    },
    filter: [
      { label: about.issue, text: issue.title },
      { label: about.sent, text: issue.sentAt === null ? about.notSent : written.moment(issue.sentAt) },
      ...(issue.tags.length === 0 ? [] : [{ label: about.tags, text: issue.tags.join(', ') }]),
    ],
    sections: [
      { title: words.sections.glance, blocks: glance(desk, report, usual, issue.hasPaywall) },
      { title: words.sections.pace, blocks: paceChart(desk, report, usual) },
      { title: words.sections.audience, blocks: audienceBlocks(desk, report, people) },
      {
        title: words.sections.sections,
        blocks: [...readingBlocks(desk, report, reading), ...linkBlocks(desk, report)],
      },
      { title: words.sections.paywall, blocks: issue.hasPaywall ? paywallBlocks(desk, paywall) : [] },
      { title: words.sections.machines, blocks: verdictBlocks(desk, report) },
      { title: words.sections.method, blocks: [method(desk, issue.hasPaywall)] },
    ],
  });
}

function glance(
  desk: Desk,
  report: IssueReport,
  usual: IssueUsual,
  hasPaywall: boolean,
): ReportView['sections'][number]['blocks'] {
  const { words, written } = desk;
  const { figures, estimate, jump } = report;
  const item = (label: string, value: number | null, format: ReportFormat, range: UsualRange | null) =>
    figure(desk, label, value, format, { comparison: range === null ? null : usually(desk, range, format) });
  const names = words.figures;
  const { forecast } = usual;
  return [
    {
      type: 'figures',
      items: [
        item(names.readers, figures.readers, WHOLE, usual.figures.readers),
        item(names.openRate, figures.openRate, SHARE, usual.figures.openRate),
        item(names.delivered, figures.delivered, WHOLE, null),
        item(names.clickers, figures.clickers, WHOLE, usual.figures.clickers),
        item(names.clickRate, figures.clickRate, SHARE, usual.figures.clickRate),
        item(names.clickToOpenRate, figures.clickToOpenRate, SHARE, usual.figures.clickToOpenRate),
        ...(hasPaywall
          ? [
              item(names.paywallHits, figures.paywallHits, WHOLE, usual.figures.paywallHits),
              item(names.trialsStarted, figures.trialsStarted, WHOLE, usual.figures.trialsStarted),
            ]
          : []),
        ...(estimate.ok
          ? [
              figure(desk, names.estimated, estimate.readers.estimate, WHOLE, {
                range: {
                  low: estimate.readers.low,
                  high: estimate.readers.high,
                  text: words.range90(spanOf(desk, estimate.readers, WHOLE)),
                },
              }),
            ]
          : []),
      ],
    },
    ...paragraphs(
      figures.sent === 0 ? words.issue.noSends : null,
      usual.figures.readers === null
        ? words.issue.tooFew
        : words.issue.compared(usual.issues, written.count(usual.issues)),
      forecast === null ? null : words.issue.forecast(spanOf(desk, forecast, WHOLE)),
      jump?.times == null
        ? null
        : words.issue.jump(new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(jump.times)),
      figures.settling === 0 ? null : words.issue.settling(figures.settling, written.count(figures.settling)),
    ),
  ];
}

function usually(desk: Desk, range: UsualRange, format: ReportFormat): string {
  return desk.words.usually(spanOf(desk, range, format));
}

function spanOf({ words, written }: Desk, { low, high }: { low: number; high: number }, format: ReportFormat): string {
  return words.span(written.text(low, format), written.text(high, format));
}

function method({ words }: Desk, hasPaywall: boolean): ReportView['sections'][number]['blocks'][number] {
  const { figures, definitions: means } = words;
  return definitions([
    [figures.delivered, means.delivered],
    [figures.readers, means.readers],
    [figures.openRate, means.openRate],
    [figures.clickers, means.clickers],
    [figures.clickRate, means.clickRate],
    [figures.clickToOpenRate, means.clickToOpenRate],
    [figures.estimated, means.estimated],
    ...(hasPaywall
      ? ([
          [figures.paywallHits, means.paywallHits],
          [figures.trialsStarted, means.trialsStarted],
        ] as const)
      : []),
  ]);
}
