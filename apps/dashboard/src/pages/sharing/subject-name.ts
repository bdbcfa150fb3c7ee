import type { SharedSubject } from '@readout/api-contract';
import { monthName } from '../../format/month-name.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { sharingWords } from '../../words/sharing-words.ts';

/** What a link shows, in words. @param title of the issue, or the sponsor's address; null: it is not there any more */
export function subjectName(subject: SharedSubject, title: string | null): string {
  const say = sharingWords.shows;
  switch (subject.show) {
    case 'issue_report':
      return subject.issue === null ? say.newestIssueReport : say.issueReport(named(title));
    case 'month_report':
      return subject.month === null ? say.lastMonthReport : say.monthReport(monthName(subject.month));
    case 'growth_report':
      return say.growthReport(numbers.count(subject.days));
    case 'sponsor_report':
      return say.sponsorReport(title ?? say.gone);
    case 'issue':
      return subject.issue === null ? say.newestIssue : say.issue(named(title));
    case 'overview':
      return say.overview(numbers.count(subject.days));
  }
}

function named(title: string | null): string {
  return title === null ? sharingWords.shows.gone : shownTitle(title);
}
