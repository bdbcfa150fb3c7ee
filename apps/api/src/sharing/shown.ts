import type { PublicationOverview, ReportKind, ReportView, SharedSubject } from '@readout/api-contract';
import { reportQuery } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { findIssue } from '../issues/find-issue.ts';
import { reportOn } from '../issues/report-on.ts';
import { overviewOf } from '../overview/overview.ts';
import type { AskedReport } from '../reports/asked.ts';
import { MAKERS } from '../reports/makers.ts';
import { noSuchLink } from './opening.ts';
import { shownIssue } from './subject.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;
type ShownIssue = Awaited<ReturnType<typeof issueShown>>;
type ShownOverview = ReturnType<typeof overviewShown>;

/** What a link shows. Of a report more than its page has: it is cut down to that as it leaves. */
export type Shown =
  | { readonly show: 'report'; readonly report: ReportView }
  | ({ readonly show: 'issue' } & ShownIssue)
  | ({ readonly show: 'overview' } & ShownOverview);

/** @throws {Refusal} as of a link that opens nothing, where what it shows is not there any more. */
export async function shownBy(deps: Deps, publication: Publication, subject: SharedSubject): Promise<Shown> {
  switch (subject.show) {
    case 'issue':
      return {
        show: 'issue',
        ...(await issueShown(deps, publication, await issueOf(deps, publication, subject.issue))),
      };
    case 'overview':
      return { show: 'overview', ...overviewShown(await overviewOf(deps, publication, subject.days)) };
    default: {
      const [kind, asked] = await reportAsked(deps, publication, subject);
      return { show: 'report', report: await MAKERS[kind](deps, publication, asked) };
    }
  }
}

type ReportSubject = Exclude<SharedSubject, { show: 'issue' | 'overview' }>;

async function reportAsked(
  deps: Deps,
  publication: Publication,
  subject: ReportSubject,
): Promise<readonly [ReportKind, AskedReport]> {
  const { language } = subject;
  const asked = (given: object) => reportQuery.parse({ language, ...given });
  switch (subject.show) {
    case 'issue_report':
      return ['issue', asked({ issue: await issueOf(deps, publication, subject.issue) })];
    case 'month_report':
      return ['month', asked(subject.month === null ? {} : { month: subject.month })];
    case 'growth_report':
      return ['growth', asked({ days: subject.days })];
    case 'sponsor_report':
      return ['sponsor', asked({ link: subject.link, match: subject.match })];
  }
}

async function issueOf(deps: Deps, publication: Publication, chosen: string | null): Promise<string> {
  const issue = await shownIssue(deps, publication, chosen);
  if (issue === null) throw noSuchLink();
  return issue.id;
}

async function issueShown(deps: Deps, publication: Publication, id: string) {
  const report = await reportOn(deps, publication, await findIssue(deps.catalog, publication, id));
  const { title, subtitle, sentAt, hasPaywall } = report.issue;
  const { delivered, readers, openRate, clickers, clicks, clickRate, clickToOpenRate } = report.figures;
  return {
    asOf: report.asOf,
    issue: { title, subtitle, sentAt, hasPaywall },
    figures: {
      ...{ delivered, readers, openRate, clickers, clicks, clickRate, clickToOpenRate },
      paywallHits: hasPaywall ? report.figures.paywallHits : null,
      trialsStarted: hasPaywall ? report.figures.trialsStarted : null,
    },
    activity: report.activity,
  };
}

/** Where nothing is compared, the page does not tell of the days before, so neither does the answer. */
function overviewShown(overview: PublicationOverview) {
  const { asOf, days, isComparable, clicks, delivered } = overview;
  const seen = <Figure extends PublicationOverview['readers']>(figure: Figure): Figure =>
    isComparable ? figure : { ...figure, before: 0, change: null };
  return {
    ...{ asOf, days, isComparable },
    readers: seen(overview.readers),
    clickers: seen(overview.clickers),
    clicks: { now: clicks.now },
    paywallHits: seen(overview.paywallHits),
    trialsStarted: seen(overview.trialsStarted),
    converted: seen(overview.converted),
    paying: seen(overview.paying),
    issues: seen(overview.issues),
    delivered: { now: delivered.now },
  };
}
