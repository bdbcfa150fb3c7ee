import type { FollowingEffect } from '@readout/api-contract';
import { weekdayOf } from '@readout/local-time';
import { FEWEST_COMPARED, mean, meanDifference } from '@readout/statistics';

export interface RatedIssue {
  /** UTC, milliseconds. */
  readonly sentAt: number;
  readonly day: number;
  readonly openRate: number | null;
}

/** An issue younger than this is still being read: its open rate would be low for that alone. */
const DONE_MS = 72 * 3_600_000;
/** Ordinary issues before and after one that say what was to be expected at the time: the readership changes over the months. */
const AROUND = 6;

type Rated = RatedIssue & { readonly openRate: number; readonly after: 'skipped' | 'second' | 'nothing' | 'mixed' };

/**
 * What a skipped day, or a second issue on one day, does to the open rate of the next issue.
 *
 * Each issue's rate is taken less that of the ordinary issues around it, and less what its weekday usually has beyond that
 * (where there are enough of the weekday); the mean of what is left is compared with that of ordinary issues.
 * @param issues in order of time @param skipped days
 */
export function effects(
  issues: readonly RatedIssue[],
  skipped: readonly number[],
  now: number,
): { readonly afterSkipped: FollowingEffect; readonly afterSecond: FollowingEffect } {
  const rated = markedIssues(issues, skipped).filter(({ sentAt }) => now - sentAt >= DONE_MS);
  const ordinary = rated.filter(({ after }) => after === 'nothing');
  const left = leftOver(ordinary);
  const of = (after: Rated['after']): FollowingEffect => {
    const some = rated.filter((one) => one.after === after).flatMap((one) => left(one) ?? []);
    const effect = meanDifference(
      some,
      ordinary.flatMap((one) => left(one) ?? []),
    );
    return { times: some.length, effect: effect === null ? null : { ...effect } };
  };
  return { afterSkipped: of('skipped'), afterSecond: of('second') };
}

/** What came before each issue that is the first of its day. */
function markedIssues(issues: readonly RatedIssue[], skipped: readonly number[]): Rated[] {
  return issues.flatMap((issue, at) => {
    const before = issues[at - 1];
    if (before === undefined || before.day === issue.day || issue.openRate === null) return [];
    const isAfterSkipped = skipped.some((day) => day > before.day && day < issue.day);
    const isAfterSecond = issues[at - 2]?.day === before.day;
    const after =
      isAfterSkipped && isAfterSecond ? 'mixed' : isAfterSkipped ? 'skipped' : isAfterSecond ? 'second' : 'nothing';
    return [{ ...issue, openRate: issue.openRate, after }];
  });
}

/** An issue's open rate beyond what the ordinary ones around it and its weekday explain; null: there are none. */
function leftOver(ordinary: readonly Rated[]): (issue: Rated) => number | null {
  const beyondTime = (issue: Rated) => {
    const before = ordinary.filter((one) => one.sentAt < issue.sentAt).slice(-AROUND);
    const after = ordinary.filter((one) => one.sentAt > issue.sentAt).slice(0, AROUND);
    const around = [...before, ...after];
    return around.length === 0 ? null : issue.openRate - mean(around.map(({ openRate }) => openRate));
  };
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const its = ordinary.filter(({ day }) => weekdayOf(day) === weekday).flatMap((one) => beyondTime(one) ?? []);
    return its.length < FEWEST_COMPARED ? 0 : mean(its);
  });
  return (issue) => {
    const beyond = beyondTime(issue);
    return beyond === null ? null : beyond - (byWeekday[weekdayOf(issue.day)] ?? 0);
  };
}
