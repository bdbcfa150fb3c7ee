import type { IssueReport, LinkMatch, ReportBlock, ReportView } from '@readout/api-contract';
import { column, SHARE, WHOLE } from '../written.ts';
import { type Desk, definitions, deskOf, figure, framed, paragraph, paragraphs, type ReportContext } from './frame.ts';

/** An issue that has the link, with what the API says of it. */
export interface SponsoredIssue {
  readonly report: IssueReport;
  /** Its links that lead to what is reported on. */
  readonly links: readonly IssueReport['links'][number][];
}

export interface SponsorFindings {
  /** What is reported on: an address, a page or a site. */
  readonly target: string;
  readonly match: LinkMatch;
  /** When the figures were read; ISO 8601. */
  readonly asOf: string;
  /** That went out, the oldest first. */
  readonly issues: readonly SponsoredIssue[];
  /** Older issues with the link that are left out. */
  readonly more: number;
}

/** Clicks by people and readers, issue by issue, of one destination: for whoever paid for it. */
export function sponsorReportOf(context: ReportContext, found: SponsorFindings): ReportView {
  const desk = deskOf(context);
  const { words, written } = desk;
  const says = words.sponsor;
  const { target, match, issues, asOf } = found;
  const [first, last] = [issues.at(0)?.report.issue.sentAt ?? null, issues.at(-1)?.report.issue.sentAt ?? null];
  return framed(context, {
    kind: 'sponsor',
    title: says.title(hostOf(target)),
    subtitle: target,
    asOf,
    period: {
      from: first,
      to: last === null ? null : asOf,
      text: first === null ? words.none : words.dates(written.day(first), written.day(asOf)),
    },
    filter: [
      { label: words.about.link, text: target },
      { label: words.about.counted, text: says.matches[match] },
    ],
    sections: [
      { title: words.sections.glance, blocks: glance(desk, found) },
      { title: words.sections.issues, blocks: issueByIssue(desk, found) },
      { title: says.place, blocks: linkByLink(desk, found) },
      { title: words.sections.method, blocks: method(desk) },
    ],
  });
}

function hostOf(target: string): string {
  return target.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').split('/')[0] ?? target;
}

const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);

/** Of an issue: what its links to the destination come to. */
function clicked({ links }: SponsoredIssue) {
  return {
    clicks: sum(links, ({ clicks }) => clicks),
    clickers: sum(links, ({ clickers }) => clickers),
    machineClicks: sum(links, ({ machineClicks }) => machineClicks),
    unclearClicks: sum(links, ({ unclearClicks }) => unclearClicks),
  };
}

function glance(desk: Desk, { issues, more }: SponsorFindings): ReportBlock[] {
  const { words, written } = desk;
  const says = words.sponsor;
  const names = words.figures;
  if (issues.length === 0) return paragraphs(says.noIssue);
  const all = issues.map(clicked);
  const [clicks, clickers] = [sum(all, (one) => one.clicks), sum(all, (one) => one.clickers)];
  const readers = sum(issues, ({ report }) => report.figures.readers);
  return [
    paragraph(
      says.finding(written.count(clicks), written.count(clickers), issues.length, written.count(issues.length)),
    ),
    {
      type: 'figures',
      items: [
        figure(desk, names.clicks, clicks, WHOLE),
        figure(desk, names.clickers, clickers, WHOLE),
        figure(desk, says.ofReaders, readers === 0 ? null : clickers / readers, SHARE),
        figure(desk, says.readersPerIssue, readers / issues.length, WHOLE),
        figure(desk, names.issues, issues.length, WHOLE),
        figure(
          desk,
          names.machineClicks,
          sum(all, ({ machineClicks }) => machineClicks),
          WHOLE,
        ),
      ],
    },
    ...paragraphs(says.perIssue, more === 0 ? null : says.more(more, written.count(more))),
  ];
}

function issueByIssue({ words, written }: Desk, { issues }: SponsorFindings): ReportBlock[] {
  const says = words.sponsor;
  const names = words.figures;
  const all = issues.map((one) => ({ ...one, ...clicked(one) }));
  const [first] = all;
  if (first === undefined) return [];
  const most = all.reduce((best, one) => (one.clicks > best.clicks ? one : best), first);
  const whole = (value: number) => written.cell(value, WHOLE);
  const share = (part: number, of: number) => written.cell(of === 0 ? null : part / of, SHARE);
  const [delivered, readers, clickers] = [
    sum(all, ({ report }) => report.figures.delivered),
    sum(all, ({ report }) => report.figures.readers),
    sum(all, (one) => one.clickers),
  ];
  return [
    ...(all.length < 2
      ? []
      : [
          {
            type: 'bars' as const,
            title: says.chart,
            says: says.chartSays(written.count(most.clicks), most.report.issue.title),
            unit: says.unit,
            y: WHOLE,
            direction: 'up' as const,
            items: all.map(({ report, clicks }) => ({
              label: report.issue.sentAt === null ? words.none : written.shortDay(report.issue.sentAt),
              cell: whole(clicks),
              detail: null,
              range: null,
            })),
            reference: null,
          },
        ]),
    {
      type: 'table',
      title: says.table,
      columns: [
        column.date(words.month.date),
        column.text(words.month.title),
        column.count(names.delivered),
        column.count(names.readers),
        column.count(names.clicks),
        column.count(names.clickers),
        column.quotient(says.ofReaders, 5, 3),
        column.count(names.machineClicks),
        column.count(names.unclearClicks),
      ],
      rows: all.map(({ report: { issue, figures }, ...one }) => [
        written.dayCell(issue.sentAt),
        written.word(issue.title),
        whole(figures.delivered),
        whole(figures.readers),
        whole(one.clicks),
        whole(one.clickers),
        share(one.clickers, figures.readers),
        whole(one.machineClicks),
        whole(one.unclearClicks),
      ]),
      total: [
        written.word(words.about.total),
        written.word(''),
        whole(delivered),
        whole(readers),
        whole(sum(all, ({ clicks }) => clicks)),
        whole(clickers),
        share(clickers, readers),
        whole(sum(all, ({ machineClicks }) => machineClicks)),
        whole(sum(all, ({ unclearClicks }) => unclearClicks)),
      ],
      note: says.perIssue,
    },
  ];
}

/** Where an issue has several of them, or they lead to different pages, each by itself. */
function linkByLink({ words, written }: Desk, { issues }: SponsorFindings): ReportBlock[] {
  const says = words.sponsor;
  const all = issues.flatMap(({ report: { issue }, links }) => {
    const titles = new Map(issue.sections.map(({ id, title }) => [id, title]));
    return links.map((link) => ({ issue, link, section: titles.get(link.section ?? '') ?? words.none }));
  });
  if (new Set(all.map(({ link }) => link.url)).size < 2 && all.length === issues.length) return [];
  return [
    {
      type: 'table',
      title: says.place,
      columns: [
        column.text(words.month.title),
        column.text(says.text),
        column.text(says.section),
        column.text(words.issue.address),
        column.count(words.figures.clicks),
        column.count(words.figures.clickers, false),
      ],
      rows: all.map(({ issue, link, section }) => [
        written.word(issue.title),
        written.word(link.text === '' ? words.none : link.text),
        written.word(section),
        written.word(link.url),
        written.cell(link.clicks, WHOLE),
        written.cell(link.clickers, WHOLE),
      ]),
      total: null,
      note: says.perLink,
    },
  ];
}

function method({ words }: Desk): ReportBlock[] {
  const { figures, definitions: means } = words;
  return [
    definitions(words.sponsor.method.map(([term = '', text = '']) => [term, text])),
    definitions([
      [figures.delivered, means.delivered],
      [figures.clicks, means.clicks],
      [figures.clickers, means.clickers],
    ]),
  ];
}
