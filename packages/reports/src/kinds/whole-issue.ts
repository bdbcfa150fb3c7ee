import { type FetchVerdict, type IssueReading, type IssueReport, type ReportBlock } from '@readout/api-contract';
import { column, SHARE, WHOLE } from '../written.ts';
import type { Desk } from './frame.ts';

/** How far the web page was read; nothing where nobody was on it. */
export function readingBlocks({ words, written }: Desk, { issue }: IssueReport, reading: IssueReading): ReportBlock[] {
  if (reading.webReaders === 0) return [];
  const titles = new Map(issue.sections.map(({ id, title }) => [id, title]));
  return [
    {
      type: 'table',
      title: words.issue.reading,
      columns: [
        column.text(words.issue.section),
        column.count(words.figures.readers, false),
        column.count(words.issue.reached, false),
        column.count(words.issue.stopped),
      ],
      rows: reading.places.map(({ section, readers, reached, stopped }) => [
        written.word(section === null ? words.issue.opening : (titles.get(section) ?? words.none)),
        written.cell(readers, WHOLE),
        written.cell(reached, WHOLE),
        written.cell(stopped, WHOLE),
      ]),
      total: null,
      note: null,
    },
  ];
}

/** Sections and links with who clicked them. */
export function linkBlocks({ words, written }: Desk, { sections, links, figures }: IssueReport): ReportBlock[] {
  const says = words.issue;
  const whole = (value: number | null) => written.cell(value, WHOLE);
  if (links.length === 0) return [{ type: 'text', text: says.noLinks }];
  const { clicks, clickers, machineClicks, unclearClicks } = words.figures;
  return [
    ...(sections.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            title: says.sectionsTitle,
            columns: [column.text(says.section), column.count(clickers, false), column.count(clicks)],
            rows: sections.map((section) => [
              written.word(section.title),
              whole(section.clickers),
              whole(section.clicks),
            ]),
            total: null,
            note: null,
          },
        ]),
    {
      type: 'table',
      title: says.linksTitle,
      columns: [
        column.text(says.link),
        column.text(says.address),
        column.count(clickers, false),
        column.count(clicks),
        column.count(machineClicks),
        column.count(unclearClicks),
      ],
      rows: links.map((link) => [
        written.word(link.text === '' ? words.none : link.text),
        written.word(link.url),
        whole(link.clickers),
        whole(link.clicks),
        whole(link.machineClicks),
        whole(link.unclearClicks),
      ]),
      total: [
        written.word(words.about.total),
        written.word(''),
        whole(figures.clickers),
        ...(['clicks', 'machineClicks', 'unclearClicks'] as const).map((of) =>
          whole(links.reduce((sum, link) => sum + link[of], 0)),
        ),
      ],
      note: says.manyInSum,
    },
  ];
}

const VERDICTS: readonly FetchVerdict[] = ['human', 'proxied', 'prefetched', 'scanner', 'unclear'];

/** Opens by who caused them, and whom that hides. */
export function verdictBlocks({ words, written }: Desk, { figures, estimate }: IssueReport): ReportBlock[] {
  const says = words.issue;
  const all = VERDICTS.reduce((sum, verdict) => sum + figures.opensByVerdict[verdict], 0);
  if (all === 0) return [];
  return [
    {
      type: 'table',
      title: says.verdicts,
      columns: [column.text(says.verdict), column.count(says.opens), column.share(says.share)],
      rows: VERDICTS.map((verdict) => [
        written.word(says.verdictNames[verdict]),
        written.cell(figures.opensByVerdict[verdict], WHOLE),
        written.cell(figures.opensByVerdict[verdict] / all, SHARE),
      ]),
      total: [written.word(words.about.total), written.cell(all, WHOLE), written.cell(1, SHARE)],
      note: null,
    },
    ...(estimate.ok
      ? [
          {
            type: 'text' as const,
            text: says.estimate(
              written.count(estimate.counted),
              written.count(estimate.hiddenReaders.estimate),
              words.span(written.count(estimate.hiddenReaders.low), written.count(estimate.hiddenReaders.high)),
            ),
          },
        ]
      : []),
  ];
}
