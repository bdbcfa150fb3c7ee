import type { LinkId, ReaderEvent, SectionId, Segment } from '@readout/events';
import type { IssueReportRows, LinkSections } from '../warehouse.ts';

const QUARTER_MS = 900_000;

/**
 * An issue's report, counted the plain way: what the warehouse has to agree with. Written from docs/figures.md.
 * @param isArriving Whether an event's verdict may still change.
 */
export function plainlyCounted(
  all: readonly ReaderEvent[],
  issue: number,
  linkSections: LinkSections,
  isArriving: (event: ReaderEvent) => boolean = () => false,
): IssueReportRows {
  const events = all.filter((event) => event.issue === issue);
  const isHuman = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
  const isMachine = ({ verdict }: ReaderEvent) => verdict === 'prefetched' || verdict === 'scanner';
  const people = (some: readonly ReaderEvent[]) =>
    new Set(some.flatMap(({ reader }) => (reader === null ? [] : [reader])));
  const of = (...kinds: ReaderEvent['kind'][]) => events.filter(({ kind }) => kinds.includes(kind));

  const opens = of('opened');
  const clicks = of('clicked');
  const humanClicks = clicks.filter(isHuman);
  const readers = people([...opens, ...clicks].filter(isHuman));
  const clickers = people(humanClicks);
  const sent = people(of('sent'));
  const bounced = people(of('bounced'));
  const reported = people(of('delivered'));
  const delivered = reported.size > 0 ? reported : new Set([...sent].filter((reader) => !bounced.has(reader)));
  const unclearClicks = clicks.filter((event) => event.verdict === 'unclear');
  const openers = people(opens.filter(isHuman));
  const prefetched = people(opens.filter((event) => event.verdict === 'prefetched'));
  const hidden = new Set([...prefetched].filter((reader) => !openers.has(reader)));
  const seen = [...new Set([...delivered, ...readers])].filter((reader) => !hidden.has(reader));
  const verdict = (one: ReaderEvent['verdict']) => opens.filter((event) => event.verdict === one).length;

  const segments = (['free', 'trial', 'premium'] as const satisfies readonly Segment[]).flatMap((segment) => {
    const members = people(of('sent').filter((event) => event.segment === segment));
    return members.size === 0
      ? []
      : [
          {
            segment,
            delivered: common(delivered, members),
            readers: common(readers, members),
            clickers: common(clickers, members),
          },
        ];
  });

  const links = [...new Set(clicks.flatMap(({ link }) => (link === null ? [] : [link])))].map((link: LinkId) => ({
    link,
    clicks: humanClicks.filter((event) => event.link === link).length,
    clickers: people(humanClicks.filter((event) => event.link === link)).size,
    machineClicks: clicks.filter((event) => event.link === link && isMachine(event)).length,
    unclearClicks: unclearClicks.filter((event) => event.link === link).length,
  }));
  const sectionOf = ({ link }: ReaderEvent) => (link === null ? undefined : linkSections.get(link));
  const sections = [...new Set(clicks.flatMap((event) => sectionOf(event) ?? []))].map((section: SectionId) => ({
    section,
    clicks: humanClicks.filter((event) => sectionOf(event) === section).length,
    clickers: people(humanClicks.filter((event) => sectionOf(event) === section)).size,
  }));

  const starts = new Set([...opens, ...clicks].map(({ time }) => time - (time % QUARTER_MS)));
  const activity = [...starts]
    .toSorted((a, b) => a - b)
    .map((start) => {
      const within = ({ time }: ReaderEvent) => time >= start && time < start + QUARTER_MS;
      return {
        start,
        opens: opens.filter((event) => within(event) && isHuman(event)).length,
        machineOpens: opens.filter((event) => within(event) && (isMachine(event) || event.verdict === 'unclear'))
          .length,
        clicks: humanClicks.filter(within).length,
        readersSoFar: people([...opens, ...clicks].filter((event) => isHuman(event) && event.time < start + QUARTER_MS))
          .size,
      };
    });

  return {
    figures: {
      issue: issue as IssueReportRows['figures']['issue'],
      sent: sent.size,
      sentFree: people(of('sent').filter(({ segment }) => segment === 'free')).size,
      bounced: bounced.size,
      delivered: delivered.size,
      readers: readers.size,
      opens: opens.filter(isHuman).length,
      opensByVerdict: {
        human: verdict('human'),
        proxied: verdict('proxied'),
        prefetched: verdict('prefetched'),
        scanner: verdict('scanner'),
        unclear: verdict('unclear'),
      },
      clicks: humanClicks.length,
      clickers: clickers.size,
      machineClicks: clicks.filter(isMachine).length,
      unclearClicks: unclearClicks.length,
      settling: [...opens, ...clicks].filter((event) => event.verdict !== 'none' && isArriving(event)).length,
      readership: {
        seen: {
          recipients: seen.length,
          readers: seen.filter((reader) => readers.has(reader)).length,
          clickers: seen.filter((reader) => clickers.has(reader)).length,
        },
        hidden: { recipients: hidden.size, clickers: common(hidden, clickers) },
      },
      paywallHits: people(of('paywall_hit').filter((event) => event.verdict === 'none' || isHuman(event))).size,
      trialsStarted: people(of('trial_started')).size,
    },
    segments,
    links,
    sections,
    activity,
  };
}

function common<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): number {
  return [...some].filter((one) => others.has(one)).length;
}

/** In an order of its own, so that two reports can be compared. */
export function sorted(report: IssueReportRows): IssueReportRows {
  return {
    ...report,
    segments: report.segments.toSorted((a, b) => a.segment.localeCompare(b.segment)),
    links: report.links.toSorted((a, b) => a.link - b.link),
    sections: report.sections.toSorted((a, b) => a.section - b.section),
  };
}
