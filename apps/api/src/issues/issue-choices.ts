import type { IssueChoices } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from './audience.ts';
import { sameTag } from './issue-search.ts';

/** To whom the issues of other days went is what it was a minute ago. */
const MAY_BE_OLD_MS = 60_000;
const AUDIENCES = ['everyone', 'paying'] as const;

/** The tags and audiences that a publication's issues have, and how many issues have each. */
export async function issueChoices(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  { id: publication }: Publication,
): Promise<IssueChoices> {
  const all = await catalog.allIssues(publication);
  const tags = new Map<string, { readonly tag: string; issues: number }>();
  for (const tag of all.flatMap((issue) => issue.tags)) {
    const known = tags.get(sameTag(tag));
    if (known === undefined) tags.set(sameTag(tag), { tag, issues: 1 });
    else known.issues += 1;
  }
  const figures = await warehouse.figures({ publication, issues: all.map(({ id }) => id), oldMs: MAY_BE_OLD_MS });
  const audiences = figures.map(audienceOf);
  return {
    tags: [...tags.values()].sort((one, other) => one.tag.localeCompare(other.tag, 'und')),
    audiences: AUDIENCES.flatMap((audience) => {
      const issues = audiences.filter((one) => one === audience).length;
      return issues === 0 ? [] : [{ audience, issues }];
    }),
  };
}
