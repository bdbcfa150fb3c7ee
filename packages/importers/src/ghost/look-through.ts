import { Grouping } from '../grouping.ts';
import { Oddities } from '../oddities.ts';
import { UnreadableImportError } from '../source.ts';
import { type ExportRow, exportRows } from './export-rows.ts';
import { hasText, standingOf, textIn } from './read-post.ts';
import { RECIPIENTS, recipientEvents } from './recipient-events.ts';

/** What has to be known of all of an export before a part of it can be given out. */
export interface Looked {
  /** Ids of the posts that went out, each with its place among the table's rows. */
  readonly posts: ReadonlyMap<string, number>;
  /** Of a post. */
  readonly tags: (post: string) => readonly string[];
  /** A mail's id, and its post's. */
  readonly emails: ReadonlyMap<string, string>;
  readonly grouping: Grouping;
  readonly name: string | null;
  /** Of the events; infinite where there are none. */
  readonly from: number;
  readonly to: number;
  readonly oddities: Oddities;
}

const TABLES = new Set(['posts', 'tags', 'posts_tags', 'settings', 'emails', RECIPIENTS]);

/** @throws {UnreadableImportError} where there is not one post in it. */
export async function lookThrough(pieces: AsyncIterable<Uint8Array>, now: number): Promise<Looked> {
  const looking = new Looking(now);
  for await (const rows of exportRows(pieces, TABLES)) for (const row of rows) looking.take(row);
  return looking.finish();
}

class Looking {
  readonly #now: number;
  readonly #oddities = new Oddities();
  readonly #posts = new Map<string, number>();
  readonly #tagNames = new Map<string, string>();
  readonly #tagsOf = new Map<string, { readonly id: string; readonly order: number }[]>();
  readonly #emails = new Map<string, string>();
  readonly #grouping = new Grouping();
  #rows = 0;
  #name: string | null = null;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  constructor(now: number) {
    this.#now = now;
  }

  take({ table, row }: ExportRow): void {
    const id = textIn(row, 'id');
    if (table === 'posts') this.#post(row, id);
    else if (table === 'tags') this.#tagNames.set(id, textIn(row, 'name'));
    else if (table === 'emails') this.#emails.set(id, textIn(row, 'post_id'));
    else if (table === RECIPIENTS) this.#recipient(row);
    else if (table === 'settings') {
      if (textIn(row, 'key') === 'title') this.#name = textIn(row, 'value') || null;
    } else {
      const post = textIn(row, 'post_id');
      const tags = this.#tagsOf.get(post) ?? [];
      tags.push({ id: textIn(row, 'tag_id'), order: Number(row['sort_order']) || 0 });
      this.#tagsOf.set(post, tags);
    }
  }

  finish(): Looked {
    if (this.#rows === 0) {
      throw new UnreadableImportError(
        'There are no posts in the export. Ghost makes it under Settings → Import/Export → Export → Content & settings.',
      );
    }
    const strangers = this.#grouping.retain((email) => this.#posts.has(this.#emails.get(email ?? '') ?? ''));
    for (const [email, rows] of strangers) this.#oddities.note('unknown_post', RECIPIENTS, email, rows);
    // An ordinary export says of no mail who got it, and who opened it.
    if (this.#grouping.isEmpty) this.#oddities.note('missing_file', RECIPIENTS);
    return {
      posts: this.#posts,
      tags: (post) => this.#tags(post),
      emails: this.#emails,
      grouping: this.#grouping,
      name: this.#name,
      from: this.#from,
      to: this.#to,
      oddities: this.#oddities,
    };
  }

  #post(row: ExportRow['row'], id: string): void {
    const place = this.#rows++;
    const standing = standingOf(row);
    if (standing === 'draft') this.#oddities.note('draft', 'posts', id);
    if (standing !== 'issue') return;
    if (id === '') this.#oddities.note('unreadable_row', 'posts', place + 1);
    else if (this.#posts.has(id)) this.#oddities.note('repeated_id', 'posts', id);
    else {
      this.#posts.set(id, place);
      if (!hasText(row)) this.#oddities.note('missing_text', 'posts', id);
    }
  }

  #recipient(row: ExportRow['row']): void {
    for (const { post, kind, event } of recipientEvents(row, this.#oddities, this.#now)) {
      this.#grouping.add(post, kind);
      this.#from = Math.min(this.#from, event.time);
      this.#to = Math.max(this.#to, event.time);
    }
  }

  /** In the author's order; those that begin with `#` are for the author alone. */
  #tags(post: string): readonly string[] {
    const tags = this.#tagsOf.get(post) ?? [];
    return [...tags]
      .sort((one, other) => one.order - other.order)
      .map(({ id }) => this.#tagNames.get(id) ?? '')
      .filter((name) => name !== '' && !name.startsWith('#'));
  }
}
