import type { IssueId } from '@readout/events';

/** Each issue's own, in the order given; what belongs to none is left out. */
export function byIssue<Thing extends { readonly issue: IssueId | null }>(
  things: readonly Thing[],
): (issue: IssueId) => readonly Thing[] {
  const groups = new Map<IssueId, Thing[]>();
  for (const thing of things) {
    if (thing.issue === null) continue;
    const its = groups.get(thing.issue);
    if (its === undefined) groups.set(thing.issue, [thing]);
    else its.push(thing);
  }
  return (issue) => groups.get(issue) ?? [];
}
