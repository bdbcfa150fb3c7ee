import type { ImportSource, Oddity } from '@readout/importers';
import { changesOf, headingOf, type KnownPost } from './post-prints.ts';

const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 80;

/** What has changed at the source of posts that are here as issues, for the preview: examples are what they are called now. */
export async function changedPosts(
  source: Pick<ImportSource, 'posts'>,
  known: readonly KnownPost[],
  signal: AbortSignal,
): Promise<readonly Oddity[]> {
  if (known.length === 0) return [];
  const byKey = new Map(known.map((post) => [post.key, post]));
  const [headings, texts]: [string[], string[]] = [[], []];
  for await (const post of source.posts(signal)) {
    const before = byKey.get(post.key);
    if (before === undefined) continue;
    const changes = changesOf(post, before);
    const { title } = headingOf(post);
    if (changes.heading) headings.push(title);
    if (changes.text) texts.push(title);
  }
  return [oddity('changed_title', headings), oddity('changed_text', texts)].filter(({ count }) => count > 0);
}

function oddity(kind: Oddity['kind'], titles: readonly string[]): Oddity {
  const examples = titles.slice(0, MOST_EXAMPLES).map((title) => title.slice(0, LONGEST_EXAMPLE));
  return { kind, file: '', count: titles.length, examples };
}
