import type { Publication } from '@readout/catalog';
import { groupStretches, READS_ONE_IN } from '@readout/engagement';
import type { GroupDay, GroupQuery } from '@readout/warehouse';
import type { SentIssue } from '../issues/sent-issues.ts';

/** A publication's issues as the warehouse is asked about groups of their readers. @param sent Newest first. */
export function groupQuery({ id }: Pick<Publication, 'id'>, sent: readonly SentIssue[]): GroupQuery {
  return { publication: id, issues: sent.map((issue) => issue.id).reverse(), readsOneIn: READS_ONE_IN };
}

/** By which of the issues readers are in groups on a day. @param sent Newest first. @param day When it began, UTC milliseconds. */
export function groupDay(sent: readonly SentIssue[], day: number): GroupDay {
  const { window, lately } = groupStretches(day);
  const before = (time: number) => sent.filter(({ sentAt }) => sentAt.getTime() < time).length;
  return { from: before(window.from), to: before(window.to), lately: before(lately.from) };
}
