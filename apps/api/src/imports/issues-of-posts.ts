import type { ImportedPost, ImportSource } from '@readout/importers';
import { changesOf, headingOf, headingPrint, type KnownPost } from './post-prints.ts';
import { takeApart } from './take-apart.ts';
import type { GivenPost, Home, IssueOfPost, Tally } from './worker-messages.ts';

/** Written at once, unless they are long: nobody else asks the catalog meanwhile. */
const AT_ONCE = 25;
const LETTERS_AT_ONCE = 4_000_000;

/**
 * Makes issues of posts that are new, and finds those of the others: one whose title changed since is called so, and its
 * sections and links stay as they are, since its readers were counted on them.
 */
export async function issuesOfPosts(
  source: Pick<ImportSource, 'posts'>,
  home: Pick<Home, 'knownPosts' | 'issues'>,
  signal: AbortSignal,
  tally: Tally,
  onDone: () => void,
): Promise<ReadonlyMap<string, IssueOfPost>> {
  const known = new Map((await home.knownPosts()).map((post) => [post.key, post]));
  const issues = new Map<string, IssueOfPost>();
  let waiting: GivenPost[] = [];
  let letters = 0;
  const flush = async () => {
    const made = await home.issues(waiting);
    for (const [at, issue] of made.entries()) {
      const post = waiting[at];
      if (post === undefined) throw new Error('more issues came than there are posts');
      issues.set(post.key, issue);
      if (issue.heading === 'updated') tally.retitled++;
      if (issue.heading === 'kept' || post.hasChangedText) tally.kept++;
    }
    tally.issues += waiting.length;
    waiting = [];
    letters = 0;
    onDone();
  };
  for await (const post of source.posts(signal)) {
    waiting.push(given(post, known.get(post.key)));
    letters += post.html?.length ?? 0;
    if (waiting.length >= AT_ONCE || letters >= LETTERS_AT_ONCE) await flush();
  }
  if (waiting.length > 0) await flush();
  return issues;
}

function given(post: ImportedPost, known: KnownPost | undefined): GivenPost {
  const { key } = post;
  if (known === undefined) return { key, made: takeApart(post), heading: null, hasChangedText: false };
  const changes = changesOf(post, known);
  const heading = headingOf(post);
  return {
    key,
    made: null,
    heading: changes.heading ? { ...heading, print: headingPrint(heading) } : null,
    hasChangedText: changes.text,
  };
}
