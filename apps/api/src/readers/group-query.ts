import type { Publication } from '@readout/catalog';
import { groupStretches, READS_ONE_IN } from '@readout/engagement';
import type { GroupQuery } from '@readout/warehouse';
import type { SentIssue } from '../issues/sent-issues.ts';

/**
 * By which issues readers are in groups on a day.
 * @param sent The publication's issues that went out, newest first. @param day When it began, UTC milliseconds.
 */
export function groupQuery({ id }: Pick<Publication, 'id'>, sent: readonly SentIssue[], day: number): GroupQuery {
  const { window, lately } = groupStretches(day);
  const before = (time: number) => sent.filter(({ sentAt }) => sentAt.getTime() < time).toReversed();
  const earlier = before(window.from);
  const counted = before(window.to).slice(earlier.length);
  return {
    publication: id,
    window: counted.map((issue) => issue.id),
    earlier: earlier.map((issue) => issue.id),
    lately: earlier.length - before(lately.from).length,
    readsOneIn: READS_ONE_IN,
  };
}
