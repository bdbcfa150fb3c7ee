import type { IssueListItem, ReportView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { growthReportOf, issueReportOf, monthReportOf } from '@readout/reports';
import type { ApiDependencies } from '../dependencies.ts';
import { lastMonths, monthOf } from '../growth/calendar-months.ts';
import { funnelOf } from '../growth/funnel.ts';
import { attributionBetween, attributionView, cohortsView, revenueView, trialsView } from '../growth/growth.ts';
import { findIssue } from '../issues/find-issue.ts';
import { listIssues } from '../issues/list-issues.ts';
import { reportOn } from '../issues/report-on.ts';
import { issueUsual } from '../usual/issue-usual.ts';
import { audienceOf, paywallOf, readingOf } from '../whole/whole-issue.ts';
import { type AskedReport, contextOf, missing } from './asked.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** Days after a paywall hit within which a trial and a payment count, as on the page of the funnel. */
const FUNNEL_WINDOW_DAYS = 30;
const TRIAL_WEEKS = 12;
const REVENUE_MONTHS = 12;
const PAGE = 200;

/** What the API answers of an issue, as one report. */
export async function reportOfIssue(deps: Deps, publication: Publication, asked: AskedReport): Promise<ReportView> {
  if (asked.issue === undefined) throw missing('issue', 'Say which issue, by its id.');
  const issue = await findIssue(deps.catalog, publication, asked.issue);
  const [report, usual, reading, paywall, people] = await Promise.all([
    reportOn(deps, publication, issue),
    issueUsual(deps, publication, issue),
    readingOf(deps, publication, issue),
    paywallOf(deps, publication, issue),
    audienceOf(deps, publication, issue),
  ]);
  return issueReportOf(contextOf(deps, publication, asked), { report, usual, reading, paywall, people });
}

/** A month's issues and what they brought; the last whole month where none is named. */
export async function reportOfMonth(deps: Deps, publication: Publication, asked: AskedReport): Promise<ReportView> {
  const now = deps.clock();
  const { timeZone } = publication;
  const back = asked.month === undefined ? 1 : monthsBetween(asked.month, monthOf(now, timeZone));
  if (back < 0) throw missing('month', 'This month has not begun.');
  // As far back as the calendar of computers goes, and no farther.
  if (back > 12 * 200) throw missing('month', 'This month is too long ago.');
  const [before, month] = lastMonths(now, timeZone, back + 2);
  if (before === undefined || month === undefined) throw missing('month', 'There is no such month.');
  const [issues, issuesBefore, revenue, attribution] = await Promise.all([
    sentIn(deps, publication, month.name),
    sentIn(deps, publication, before.name),
    revenueView(deps, publication, { months: back + 2 }),
    attributionBetween(deps, publication, { from: month.from, to: month.to - 1 }),
  ]);
  return monthReportOf(contextOf(deps, publication, asked), {
    month: month.name,
    from: new Date(month.from).toISOString(),
    to: new Date(month.to).toISOString(),
    asOf: new Date(now).toISOString(),
    issues,
    issuesBefore,
    revenue,
    attribution,
  });
}

/** How readers come to pay: what the pages of growth show, as one report. */
export async function reportOfGrowth(deps: Deps, publication: Publication, asked: AskedReport): Promise<ReportView> {
  const { days } = asked;
  const [funnel, trials, revenue, attribution, cohorts] = await Promise.all([
    funnelOf(deps, publication, { days, windowDays: FUNNEL_WINDOW_DAYS, by: 'offer' }),
    trialsView(deps, publication, { weeks: TRIAL_WEEKS }),
    revenueView(deps, publication, { months: REVENUE_MONTHS }),
    attributionView(deps, publication, { days }),
    cohortsView(deps, publication, { by: 'month' }),
  ]);
  return growthReportOf(contextOf(deps, publication, asked), { funnel, days, trials, revenue, attribution, cohorts });
}

/** Issues that went out in a month of the publication's time zone, oldest first. @param month as `2026-03` */
async function sentIn(deps: Deps, publication: Publication, month: string): Promise<readonly IssueListItem[]> {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const last = String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0');
  const all: IssueListItem[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listIssues(deps, publication, {
      limit: PAGE,
      sort: 'sentAt',
      from: `${month}-01`,
      to: `${month}-${last}`,
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  const now = deps.clock();
  return all.filter(({ sentAt }) => sentAt !== null && Date.parse(sentAt) <= now);
}

/** How many months one is before another, both as `2026-03`. */
function monthsBetween(month: string, now: string): number {
  const number = (name: string) => {
    const [year = 0, ordinal = 0] = name.split('-').map(Number);
    return year * 12 + ordinal;
  };
  return number(now) - number(month);
}
