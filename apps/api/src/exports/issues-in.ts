import type { Catalog, Issue, Publication } from '@readout/catalog';
import type { Narrowed } from './filter.ts';

/** So many issues are asked about at once. */
const AT_ONCE = 200;

/** Issues that were asked for, newest first: by when they went out, where that was asked. */
export async function issuesIn(
  catalog: Pick<Catalog, 'allIssues'>,
  publication: Publication,
  { issue, events: { from, to } }: Narrowed,
): Promise<readonly Issue[]> {
  const all = await catalog.allIssues(publication.id);
  return all.filter(({ id, sentAt }) => {
    const isNamed = issue === null || id === issue.id;
    const isAfter = from === undefined || (sentAt !== null && sentAt.getTime() >= from);
    const isBefore = to === undefined || (sentAt !== null && sentAt.getTime() < to);
    return isNamed && isAfter && isBefore;
  });
}

/** What a question answers about many issues, asked about some at a time. */
export async function inStretches<Answer>(
  issues: readonly Issue[],
  ask: (some: readonly Issue[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < issues.length; at += AT_ONCE) answers.push(...(await ask(issues.slice(at, at + AT_ONCE))));
  return answers;
}
