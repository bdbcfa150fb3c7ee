import { isAddress } from '../address.ts';
import { Grouping, type PlacedEvent } from '../grouping.ts';
import { noteAgentsNotKept, Oddities } from '../oddities.ts';
import { ownText } from '../own-text.ts';
import {
  type Found,
  type ImportedEvents,
  type ImportedKind,
  type ImportedPost,
  type ImportSource,
  type LookProgress,
  type TableMapping,
  UnreadableImportError,
} from '../source.ts';
import { readKind } from './event-kind.ts';
import { type Places, placesOf } from './mapping.ts';
import { momentIn } from './moment.ts';
import { openTableFile, type TableFile, type TableRow } from './table-file.ts';

const DAY = 86_400_000;
/** More different values than anybody has issues: the column is another one. */
const MOST_POSTS = 20_000;
const LONGEST_TITLE = 500;
const LONGEST_AGENT = 512;
const LONGEST_URL = 8_000;

interface Post {
  title: string;
  sentAt: number;
}

interface Looked {
  readonly posts: ReadonlyMap<string, Post>;
  readonly grouping: Grouping;
  readonly found: Found;
}

/**
 * A table of events, one a row: docs/import-table.md. Posts are what the post's column tells apart; there is no list of
 * people in it.
 * @param now UTC, milliseconds.
 * @throws {UnreadableImportError} where it is no table, or has no such columns.
 */
export async function openTable(
  path: string,
  mapping: TableMapping,
  now: () => number = Date.now,
): Promise<ImportSource> {
  const file = await openTableFile(path, new AbortController().signal);
  return new TableSource(file, placesOf(mapping, file.columns), now());
}

class TableSource implements ImportSource {
  readonly #file: TableFile;
  readonly #places: Places;
  readonly #now: number;
  #looked: Looked | null = null;

  constructor(file: TableFile, places: Places, now: number) {
    this.#file = file;
    this.#places = places;
    this.#now = now;
  }

  async look(signal: AbortSignal, onProgress: (progress: LookProgress) => void): Promise<Found> {
    return (await this.#look(signal, onProgress)).found;
  }

  async *posts(signal: AbortSignal): AsyncGenerator<ImportedPost> {
    const { posts } = await this.#look(signal);
    for (const [key, { title, sentAt }] of posts) {
      yield { key, title: title || key, subtitle: '', sentAt, html: null, audience: 'everyone', tags: [] };
    }
  }

  async *people(): AsyncGenerator<never> {}

  async *events(signal: AbortSignal): AsyncGenerator<ImportedEvents> {
    const { grouping } = await this.#look(signal);
    yield* grouping.grouped(() => this.#placed(signal));
  }

  async close(): Promise<void> {}

  async #look(signal: AbortSignal, onProgress: (progress: LookProgress) => void = () => {}): Promise<Looked> {
    if (this.#looked !== null) return this.#looked;
    const oddities = new Oddities();
    const posts = new Map<string, Post>();
    const grouping = new Grouping();
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const report = (done: number) => onProgress({ done, total: this.#file.bytes });
    const rows = this.#file.rows(oddities, signal, report);
    for await (const batch of rows) {
      for (const row of batch) {
        const placed = this.#place(row, oddities);
        if (placed === null) continue;
        const { post, kind, event } = placed;
        grouping.add(post, kind);
        from = Math.min(from, event.time);
        to = Math.max(to, event.time);
        if (post !== null) this.#meet(posts, post, this.#field(row, 'title'), event.time);
      }
    }
    const events = grouping.counts();
    if (this.#places.agent === -1) noteAgentsNotKept(events, oddities);
    this.#looked = {
      posts,
      grouping,
      found: {
        name: null,
        posts: posts.size,
        people: 0,
        events,
        from: Number.isFinite(from) ? from : null,
        to: Number.isFinite(to) ? to : null,
        oddities: oddities.all(),
      },
    };
    return this.#looked;
  }

  #meet(posts: Map<string, Post>, key: string, title: string, time: number): void {
    const post = posts.get(key);
    if (post !== undefined) {
      if (time < post.sentAt) post.sentAt = time;
      post.title ||= ownText(title.slice(0, LONGEST_TITLE));
      return;
    }
    if (posts.size >= MOST_POSTS) {
      throw new UnreadableImportError(
        `The column “${this.#file.columns[this.#places.post]}” has more than ${MOST_POSTS} different values, which would be as many issues. Is another column the one that tells issues apart?`,
      );
    }
    posts.set(key, { title: ownText(title.slice(0, LONGEST_TITLE)), sentAt: time });
  }

  async *#placed(signal: AbortSignal): AsyncGenerator<readonly PlacedEvent[]> {
    const rows = this.#file.rows(new Oddities(), signal);
    for await (const batch of rows) {
      const placed: PlacedEvent[] = [];
      for (const row of batch) {
        const one = this.#place(row, null);
        if (one !== null) placed.push(one);
      }
      yield placed;
    }
  }

  /** Null: it is left out. */
  #place(row: TableRow, oddities: Oddities | null): PlacedEvent | null {
    const kind = this.#places.everyKind ?? readKind(this.#field(row, 'kind'));
    if (kind === null) {
      oddities?.note('unknown_kind', '', row.line);
      return null;
    }
    const address = this.#field(row, 'address').trim();
    if (!isAddress(address)) {
      oddities?.note('unreadable_address', '', row.line);
      return null;
    }
    const moment = momentIn(this.#field(row, 'time'));
    if (moment === null) {
      oddities?.note('unreadable_time', '', row.line);
      return null;
    }
    if (moment.time > this.#now + DAY) {
      oddities?.note('future_time', '', row.line);
      return null;
    }
    const post = postOf(kind, this.#field(row, 'post').trim());
    if (post === undefined) {
      oddities?.note('unknown_post', '', row.line);
      return null;
    }
    if (!moment.hasZone) oddities?.note('time_without_zone', '', row.line);
    return { post, kind, event: { address: ownText(address), time: moment.time, ...this.#besides(row) } };
  }

  #besides(row: TableRow): { readonly url?: string; readonly country?: string; readonly agent?: string } {
    const url = this.#field(row, 'url').trim();
    const country = this.#field(row, 'country').trim().toUpperCase();
    const agent = this.#field(row, 'agent').trim();
    return {
      ...(/^https?:\/\//i.test(url) && url.length <= LONGEST_URL ? { url: ownText(url) } : {}),
      ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
      ...(this.#places.agent === -1 ? {} : { agent: ownText(agent.slice(0, LONGEST_AGENT)) }),
    };
  }

  #field({ fields }: TableRow, part: Exclude<keyof Places, 'everyKind'>): string {
    return fields[this.#places[part]] ?? '';
  }
}

/** Null: of none; undefined: there has to be one, and is not. */
function postOf(kind: ImportedKind, post: string): string | null | undefined {
  if (kind === 'subscribed') return null;
  if (post !== '') return ownText(post);
  return kind === 'unsubscribed' ? null : undefined;
}
