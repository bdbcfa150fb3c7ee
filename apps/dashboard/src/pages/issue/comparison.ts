import type { IssueListItem } from '@readout/api-contract';
import { ageWhereYoung, earlierIssues, readersAtAge, type UsualRange, usualRange } from '../../findings/usual.ts';
import { ratio } from '../../format/numbers.ts';

export interface Comparison {
  readonly openRate: UsualRange | null;
  readonly clickRate: UsualRange | null;
  readonly clickToOpenRate: UsualRange | null;
  /** The comparison is with what earlier issues had at the same age. */
  readonly young: boolean;
}

/**
 * What is usual for an issue at its age. Clicks are known by total only: a young issue's are compared with nothing.
 * @param now milliseconds since 1970
 */
export function compare(items: readonly IssueListItem[], sentAt: string | null, now: number): Comparison {
  if (sentAt === null) return { openRate: null, clickRate: null, clickToOpenRate: null, young: false };
  const earlier = earlierIssues(items, sentAt);
  const age = ageWhereYoung(sentAt, now);
  const range = (pick: (one: IssueListItem) => number | null) => usualRange(earlier.flatMap((one) => pick(one) ?? []));
  if (age === null) {
    return {
      openRate: range((one) => one.figures.openRate),
      clickRate: range((one) => one.figures.clickRate),
      clickToOpenRate: range((one) => one.figures.clickToOpenRate),
      young: false,
    };
  }
  return {
    openRate: range((one) => ratio(readersAtAge(one, age), one.figures.delivered)),
    clickRate: null,
    clickToOpenRate: null,
    young: true,
  };
}
