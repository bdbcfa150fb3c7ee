import type { IssueClicks } from './estimated-readers.ts';

/**
 * Several issues of one publication as one: for an estimate over a week or a month, or where single issues have too few
 * clicks. People count once for every issue, in what goes in as in the estimate. No issue at all adds up to nobody.
 */
export function issuesAddedUp(issues: readonly IssueClicks[]): IssueClicks {
  const total = (count: (issue: IssueClicks) => number) => issues.reduce((sum, issue) => sum + count(issue), 0);
  return {
    seen: {
      recipients: total(({ seen }) => seen.recipients),
      readers: total(({ seen }) => seen.readers),
      clickers: total(({ seen }) => seen.clickers),
    },
    hidden: {
      recipients: total(({ hidden }) => hidden.recipients),
      clickers: total(({ hidden }) => hidden.clickers),
    },
  };
}
