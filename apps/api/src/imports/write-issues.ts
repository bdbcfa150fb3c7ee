import type { ImportedIssue, Link, Publication } from '@readout/catalog';
import type { IssueId } from '@readout/events';
import { trackedEditions } from '@readout/new-issue';
import type { ApiDependencies } from '../dependencies.ts';
import { headingPrint } from './post-prints.ts';
import type { GivenPost, IssueOfPost, NewPost } from './worker-messages.ts';

/** Nobody sends it again: it is what any issue's tracked HTML has. */
const MERGE_TAG = '{{ readout_token }}';

type Dependencies = Pick<ApiDependencies, 'catalog' | 'publicUrl' | 'logger'>;

/** The issues of posts elsewhere, in their order: new ones are written all at once, the others are found. */
export async function writeIssues(
  deps: Dependencies,
  publication: Publication,
  source: string,
  posts: readonly GivenPost[],
  known: ReadonlyMap<string, ImportedIssue>,
): Promise<readonly IssueOfPost[]> {
  const made = await writeNew(
    deps,
    publication,
    source,
    posts.flatMap(({ made }) => made ?? []),
  );
  const found = posts.flatMap(({ key }) => known.get(key) ?? []);
  const links = linksByIssue(await deps.catalog.linksOf(found.map(({ id }) => id)));
  const all: IssueOfPost[] = [];
  for (const { key, heading } of posts) {
    const fresh = made.get(key);
    const issue = known.get(key);
    if (fresh !== undefined) all.push(fresh);
    else if (issue === undefined) throw new Error('a post is said to be known, and is not');
    else {
      const { id, hasPaywall } = issue;
      const called = heading === null ? 'same' : await callIt(deps, publication, source, issue, heading);
      all.push({ id, hasPaywall, links: links.get(id) ?? [], heading: called });
    }
  }
  return all;
}

async function writeNew(
  { catalog, publicUrl, logger }: Dependencies,
  publication: Publication,
  source: string,
  posts: readonly NewPost[],
): Promise<ReadonlyMap<string, IssueOfPost>> {
  if (posts.length === 0) return new Map();
  for (const { key, hasUnsafeLink } of posts) {
    if (!hasUnsafeLink) continue;
    const told = { publication: publication.publicId, post: key };
    logger.warn(told, 'a post has an unsafe link and is imported without its text');
  }
  const written = await catalog.createIssues(
    publication.id,
    posts.map(({ key, title, subtitle, sentAt, tags, isForPaying, structure, prints }) => ({
      title,
      subtitle,
      sentAt: sentAt === null ? null : new Date(sentAt),
      hasPaywall: structure.hasPaywall || isForPaying,
      tags,
      sections: structure.sections,
      links: structure.links,
      importedAs: { source, key, ...prints },
    })),
    (issue, at) => {
      const structure = posts[at]?.structure;
      return structure === undefined ? [] : trackedEditions(issue, structure, { publicUrl, mergeTag: MERGE_TAG });
    },
  );
  return new Map(
    written.map(({ id, hasPaywall, links }, at) => {
      const key = posts[at]?.key ?? '';
      return [key, { id, hasPaywall, links: links.map(linkView), heading: 'same' }];
    }),
  );
}

/** Calls an issue what its post is called now, unless somebody has called it otherwise here. */
async function callIt(
  { catalog }: Dependencies,
  publication: Publication,
  source: string,
  issue: ImportedIssue,
  { print, ...heading }: NonNullable<GivenPost['heading']>,
): Promise<'updated' | 'kept'> {
  const isOurs = headingPrint(issue) !== issue.heading;
  const post = { source, key: issue.key, heading: print };
  await catalog.changeImportedHeading(publication.id, post, isOurs ? null : heading);
  return isOurs ? 'kept' : 'updated';
}

function linksByIssue(links: readonly (Link & { readonly issue: IssueId })[]) {
  const all = new Map<IssueId, IssueOfPost['links'][number][]>();
  for (const link of [...links].sort((one, other) => one.ordinal - other.ordinal)) {
    const its = all.get(link.issue) ?? [];
    its.push(linkView(link));
    all.set(link.issue, its);
  }
  return all;
}

function linkView({ id, section, url }: Link): IssueOfPost['links'][number] {
  return { id, section, url };
}
