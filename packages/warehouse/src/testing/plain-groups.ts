import type { IssueId, ReaderEvent } from '@readout/events';
import type { GroupCounts, GroupDay, GroupMember, GroupName, GroupQuery, Standing } from '../reader-groups.ts';

/** A reader found out the plain way, with all standings with which the last issue was sent to them. */
export type PlainMember = GroupMember & { readonly standings: ReadonlySet<string> };

/** Everybody to whom an issue of the window was sent, person by person, by their numbers. Written from docs/figures.md. */
export function plainMembers(
  events: readonly ReaderEvent[],
  { publication, issues, readsOneIn }: GroupQuery,
  { from, to, lately }: GroupDay,
): readonly PlainMember[] {
  const mine = events.filter((event) => event.publication === publication);
  const isPerson = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
  const did = (reader: unknown, issue: IssueId, test: (event: ReaderEvent) => boolean) =>
    mine.some((event) => event.reader === reader && event.issue === issue && test(event));
  const [earlier, window, recent] = [issues.slice(0, from), issues.slice(from, to), issues.slice(lately, to)];
  const readers = new Set(mine.flatMap(({ reader }) => reader ?? []));
  return [...readers]
    .toSorted((a, b) => a - b)
    .flatMap((reader) => {
      const wasSent = (issue: IssueId) => did(reader, issue, ({ kind }) => kind === 'sent');
      const hasRead = (issue: IssueId) =>
        wasSent(issue) &&
        did(reader, issue, (one) => (one.kind === 'opened' || one.kind === 'clicked') && isPerson(one));
      const wasFetched = (issue: IssueId) =>
        did(reader, issue, ({ kind, verdict }) => kind === 'opened' && verdict === 'prefetched');
      const sent = window.filter(wasSent);
      const last = sent.at(-1);
      if (last === undefined) return [];
      const read = sent.filter(hasRead);
      const unseen = sent.filter((issue) => !hasRead(issue) && wasFetched(issue));
      const group: GroupName = !earlier.some(wasSent)
        ? 'new'
        : read.length / sent.length >= 1 / readsOneIn
          ? 'engaged'
          : (read.length + unseen.length) / sent.length >= 1 / readsOneIn
            ? 'hidden'
            : recent.some(hasRead)
              ? 'fading'
              : 'dormant';
      const standings = new Set(
        mine
          .filter((one) => one.kind === 'sent' && one.reader === reader && one.issue === last)
          .map(({ segment }) => segment),
      );
      const standing = (['premium', 'trial', 'free'] as const).find((one) => standings.has(one)) ?? null;
      const lastRead = recent.findLast(hasRead) ?? null;
      return [{ reader, group, standing, sent: sent.length, read: read.length, lastRead, standings }];
    });
}

/** How many of them are in each group. */
export function plainGroupCounts(members: readonly PlainMember[]): GroupCounts {
  const sizes = (some: readonly PlainMember[]) => {
    const of = (name: GroupName) => some.filter(({ group }) => group === name).length;
    return {
      new: of('new'),
      engaged: of('engaged'),
      fading: of('fading'),
      dormant: of('dormant'),
      hidden: of('hidden'),
    };
  };
  const having = (standing: Standing) => sizes(members.filter((one) => one.standings.has(standing)));
  return {
    all: sizes(members),
    byStanding: { free: having('free'), trial: having('trial'), premium: having('premium') },
  };
}
