import type { ImportedIssue, IssueWithStructure, Publication } from '@readout/catalog';
import type { ImportedPost } from '@readout/importers';
import { analyseIssue, UnsafeDestinationError } from '@readout/instrumenter';
import { createIssue, saveTracked } from '@readout/new-issue';
import type { ApiDependencies } from '../dependencies.ts';
import type { IssueOfPost } from './worker-messages.ts';

/** Nobody sends it again: it is what any issue's tracked HTML has. */
const MERGE_TAG = '{{ readout_token }}';
const LONGEST = 500;

interface Given {
  readonly source: string;
  readonly post: ImportedPost;
  /** The issue that was made of it before; null: none was. */
  readonly known: ImportedIssue | null;
}

type Dependencies = Pick<ApiDependencies, 'catalog' | 'publicUrl' | 'logger'>;
type Editions = Parameters<typeof analyseIssue>[0];

/** The issue of a post elsewhere: made of it, or as it is since an earlier import; what is newer in the post is left. */
export async function issueOfPost(
  deps: Dependencies,
  publication: Publication,
  { source, post, known }: Given,
): Promise<IssueOfPost> {
  // What went out elsewhere had no link for machines in it.
  const as = { ...publication, plantsHoneypot: false };
  if (known !== null) {
    const issue = await deps.catalog.findIssue(publication.id, known.publicId);
    if (issue !== null) return viewOf(await mended(deps, issue, post));
  }
  const { key, subtitle, sentAt, tags, audience } = post;
  const request = (editions: Editions) => ({
    title: post.title.trim().slice(0, LONGEST) || `Post ${key}`,
    subtitle: subtitle.trim().slice(0, LONGEST),
    sentAt: sentAt === null ? null : new Date(sentAt),
    tags: [...tags],
    editions: [...editions],
    mergeTag: MERGE_TAG,
  });
  const elsewhere = { importedAs: { source, key }, hasPaywall: audience === 'paying' };
  try {
    return viewOf((await createIssue(deps, as, request(editionsOf(post)), elsewhere)).issue);
  } catch (error) {
    if (!(error instanceof UnsafeDestinationError)) throw error;
    deps.logger.warn(
      { publication: publication.publicId, post: key },
      'a post has an unsafe link and is imported without its text',
    );
    return viewOf((await createIssue(deps, as, request([]), elsewhere)).issue);
  }
}

/** An import that ended between an issue and its HTML left it without. */
async function mended(deps: Dependencies, issue: IssueWithStructure, post: ImportedPost): Promise<IssueWithStructure> {
  if (post.html === null || issue.links.length === 0 || (await deps.catalog.editionNames(issue.id)).length > 0)
    return issue;
  const structure = analyseIssue(editionsOf(post));
  if (structure.links.length === issue.links.length) await saveTracked(deps, issue, structure, MERGE_TAG);
  return issue;
}

/** Whole as paying readers got it, and where it says where the paywall is, cut there for the others. */
function editionsOf({ html, audience }: ImportedPost): Editions {
  if (html === null) return [];
  const whole = { edition: 'whole' as const, html };
  if (audience === 'everyone') return [whole];
  const paywallAt = analyseIssue([whole]).editions[0]?.paywallAt ?? null;
  const before = paywallAt === null ? '' : html.slice(0, paywallAt);
  return before.trim() === '' ? [whole] : [whole, { edition: 'cut', html: before }];
}

function viewOf({ id, hasPaywall, links }: IssueWithStructure): IssueOfPost {
  return { id, hasPaywall, links: links.map((link) => ({ id: link.id, section: link.section, url: link.url })) };
}
