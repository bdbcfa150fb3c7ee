import { textOf } from '../csv/text-of.ts';
import { type Noting, Oddities } from '../oddities.ts';
import {
  type Found,
  type ImportedEvents,
  type ImportedPost,
  type ImportSource,
  type LookProgress,
  UnreadableImportError,
} from '../source.ts';
import { type Archive, type ArchiveFile, openArchive } from './archive.ts';
import { type Contents, contentsOf } from './contents.ts';
import { readEvents } from './read-events.ts';
import { readPeople } from './read-people.ts';
import { type Post, readPosts } from './read-posts.ts';
import { Repeats } from './repeats.ts';

/** An issue is some 100 KB; what is larger than this is none that a mail could carry. */
const LARGEST_TEXT = 20_971_520;
const PROGRESS_BYTES = 262_144;

/**
 * What Substack gives out as an export, read from its ZIP archive: docs/import-substack.md says what of it.
 * @throws {UnreadableImportError} where it is no such archive, or is not to be trusted.
 */
export async function openSubstack(zipPath: string, now: () => number = Date.now): Promise<ImportSource> {
  const archive = await openArchive(zipPath);
  try {
    const oddities = new Oddities();
    const contents = contentsOf(archive.files, oddities);
    if (contents === null) {
      throw new UnreadableImportError(
        'There is no posts.csv in the archive, so it is not an export of Substack. Download it under Settings → Exports, and give it as it comes.',
      );
    }
    const bytes = await archive.open(contents.posts, new AbortController().signal);
    const { posts, drafts } = await readPosts(bytes, contents.posts.path, oddities);
    return new SubstackExport({ archive, contents, posts, drafts, oddities, now });
  } catch (error) {
    await archive.close();
    throw error;
  }
}

interface Parts {
  readonly archive: Archive;
  readonly contents: Contents;
  /** The earliest first. */
  readonly posts: readonly Post[];
  readonly drafts: ReadonlySet<string>;
  /** Of the contents and of the list of posts. */
  readonly oddities: Oddities;
  readonly now: () => number;
}

/** Reads one file; what is told of it depends on whether anybody wants to hear. */
interface Reading {
  readonly signal: AbortSignal;
  readonly oddities: Oddities;
  readonly onRead?: (packedBytes: number) => void;
}

const TABLES = [
  ['delivered', 'deliveries'],
  ['opened', 'opens'],
] as const;
/** As oddities of all files of a sort are told. */
const SORTS = { deliveries: 'posts/*.delivers.csv', opens: 'posts/*.opens.csv' } as const;

class SubstackExport implements ImportSource {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async look(signal: AbortSignal, onProgress: (progress: LookProgress) => void): Promise<Found> {
    const { contents, posts, oddities: known } = this.#parts;
    const oddities = new Oddities();
    for (const { kind, file, count, examples } of known.all()) {
      for (const example of examples) oddities.note(kind, file, example, 0);
      oddities.note(kind, file, null, count);
    }
    this.#noteMissing(oddities);
    const total = this.#tables().reduce((sum, { packedBytes }) => sum + packedBytes, 0);
    let done = 0;
    let told = 0;
    const onRead = (bytes: number) => {
      done += bytes;
      if (done - told < PROGRESS_BYTES) return;
      told = done;
      onProgress({ done: Math.min(done, total), total });
    };
    let people = 0;
    for await (const some of this.#people({ signal, oddities, onRead })) people += some.length;
    const events = { delivered: 0, opened: 0 };
    let [from, to] = [Number.POSITIVE_INFINITY, 0];
    let repeats = new Repeats();
    let of: Noting | null = null;
    for await (const { kind, rows, noting } of this.#events({ signal, oddities, onRead })) {
      if (of !== noting) repeats = new Repeats();
      of = noting;
      events[kind] += rows.length;
      for (const { address, time } of rows) {
        if (time < from) from = time;
        if (time > to) to = time;
        if (repeats.isRepeat(address, time)) noting.note('repeated_row', '');
      }
    }
    onProgress({ done: total, total });
    return {
      name: contents.publication,
      posts: posts.length,
      people,
      events,
      from: to === 0 ? null : from,
      to: to === 0 ? null : to,
      oddities: oddities.all(),
    };
  }

  async *posts(signal: AbortSignal): AsyncGenerator<ImportedPost> {
    for (const { id, title, subtitle, sentAt, isForPaying, type } of this.#parts.posts) {
      const file = this.#parts.contents.texts.get(id);
      yield {
        key: id,
        title,
        subtitle,
        sentAt,
        html: file === undefined ? null : await this.#text(file, signal),
        audience: isForPaying ? 'paying' : 'everyone',
        tags: type === '' ? [] : [type],
      };
    }
  }

  people(signal: AbortSignal) {
    return this.#people({ signal, oddities: new Oddities() });
  }

  events(signal: AbortSignal): AsyncIterable<ImportedEvents> {
    return this.#events({ signal, oddities: new Oddities() });
  }

  close(): Promise<void> {
    return this.#parts.archive.close();
  }

  async *#people({ signal, oddities, onRead }: Reading) {
    const { archive, contents, now } = this.#parts;
    const seen = new Set<string>();
    for (const file of contents.people) {
      const bytes = await archive.open(file, signal, onRead);
      yield* readPeople(bytes, { file: file.path, oddities, now: now(), seen });
    }
  }

  /** Post by post, deliveries before opens. */
  async *#events({ signal, oddities, onRead }: Reading) {
    const { archive, contents, posts, now } = this.#parts;
    for (const { id } of posts) {
      for (const [kind, table] of TABLES) {
        const file = contents[table].get(id);
        if (file === undefined) continue;
        const bytes = await archive.open(file, signal, onRead);
        const noting = oddities.within(SORTS[table], id);
        for await (const rows of readEvents(bytes, { file: file.path, kind, oddities: noting, now: now() })) {
          signal.throwIfAborted();
          yield { post: id, kind, rows, noting };
        }
      }
    }
  }

  /** Null: it is no text. */
  async #text(file: ArchiveFile, signal: AbortSignal): Promise<string | null> {
    if (file.bytes > LARGEST_TEXT) return null;
    let html = '';
    // What it is written in matters to nobody who looks at the preview.
    for await (const piece of textOf(await this.#parts.archive.open(file, signal), () => {})) html += piece;
    return html.trim() === '' ? null : html;
  }

  /** All that is read from its beginning to its end. */
  #tables(): readonly ArchiveFile[] {
    const { contents, posts } = this.#parts;
    return [
      ...contents.people,
      ...posts.flatMap(({ id }) => TABLES.flatMap(([, table]) => contents[table].get(id) ?? [])),
    ];
  }

  #noteMissing(oddities: Oddities): void {
    const { contents, posts, drafts } = this.#parts;
    const known = new Set(posts.map(({ id }) => id));
    for (const id of known) {
      const html = contents.texts.get(id);
      if (html === undefined || html.bytes === 0 || html.bytes > LARGEST_TEXT)
        oddities.note('missing_text', 'posts/*.html', id);
      for (const [, table] of TABLES) if (!contents[table].has(id)) oddities.note('missing_file', SORTS[table], id);
    }
    if (contents.people.length === 0) oddities.note('missing_file', 'email_list.*.csv');
    const ofPosts = [contents.texts, contents.deliveries, contents.opens].flatMap((files) => [...files.keys()]);
    for (const id of new Set(ofPosts)) {
      if (!known.has(id) && !drafts.has(id)) oddities.note('unknown_post', '', id);
    }
  }
}
