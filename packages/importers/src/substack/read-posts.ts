import { columnsOf } from '../csv/columns.ts';
import { readCsv } from '../csv/read-csv.ts';
import { instantIn } from '../instant.ts';
import type { Noting } from '../oddities.ts';
import { UnreadableImportError } from '../source.ts';
import { isTrue } from './is-true.ts';

/** A post that went out. */
export interface Post {
  /** Substack's number of it: what stands behind it, the slug, changes with its title. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** UTC, milliseconds. */
  readonly sentAt: number | null;
  readonly isForPaying: boolean;
  /** As `podcast`; empty: an ordinary one. */
  readonly type: string;
}

const NEEDED = ['post_id'] as const;
const WANTED = [
  'post_date',
  'is_published',
  'email_sent_at',
  'inbox_sent_at',
  'type',
  'audience',
  'title',
  'subtitle',
] as const;
/** Older exports have no `inbox_sent_at`. */
const QUIET = ['inbox_sent_at', 'podcast_url'];
const ORDINARY = new Set(['', 'newsletter', 'post']);
const LONGEST = 500;

/**
 * Posts that were sent or published, the earliest first, and the numbers of those that were not.
 * @throws {UnreadableImportError} where it is no list of posts.
 */
export async function readPosts(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  oddities: Noting,
): Promise<{ readonly posts: readonly Post[]; readonly drafts: ReadonlySet<string> }> {
  const posts = new Map<string, Post>();
  const drafts = new Set<string>();
  let columns: ReturnType<typeof columnsOf<(typeof NEEDED)[number] | (typeof WANTED)[number]>> | undefined;
  for await (const { columns: header, rows, lines } of readCsv(bytes, file, oddities)) {
    columns ??= columnsOf(header, { needed: NEEDED, wanted: WANTED, quiet: QUIET }, file, oddities);
    if (columns === null) {
      throw new UnreadableImportError(
        `${file} has no column post_id, so it is not Substack's list of posts. Download the export again, and give it as it comes.`,
      );
    }
    const places = columns;
    for (const [at, row] of rows.entries()) {
      const line = lines[at] ?? 0;
      const cell = (name: keyof typeof places) => row[places[name]]?.trim() ?? '';
      const [, id] = /^(\d+)(\.|$)/.exec(cell('post_id')) ?? [];
      if (id === undefined) {
        oddities.note('unreadable_row', file, line);
        continue;
      }
      if (posts.has(id) || drafts.has(id)) {
        oddities.note('repeated_id', file, id);
        continue;
      }
      const moment = (text: string) => {
        if (text === '') return null;
        const instant = instantIn(text);
        if (instant === null) oddities.note('unreadable_time', file, line);
        else if (!instant.hasZone) oddities.note('time_without_zone', file, line);
        return instant?.time ?? null;
      };
      const mailed = moment(cell('email_sent_at'));
      const isPublished = places.is_published === -1 || isTrue(cell('is_published'));
      if (!isPublished && mailed === null) {
        drafts.add(id);
        oddities.note('draft', file, id);
        continue;
      }
      const type = cell('type').toLowerCase();
      posts.set(id, {
        id,
        title: cell('title').slice(0, LONGEST),
        subtitle: cell('subtitle').slice(0, LONGEST),
        sentAt: mailed ?? moment(cell('inbox_sent_at')) ?? moment(cell('post_date')),
        isForPaying: /^(only_paid|founding|paid)$/i.test(cell('audience')),
        type: ORDINARY.has(type) ? '' : type.slice(0, 40),
      });
    }
  }
  const sorted = [...posts.values()].sort(
    (one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0) || Number(one.id) - Number(other.id),
  );
  return { posts: sorted, drafts };
}
