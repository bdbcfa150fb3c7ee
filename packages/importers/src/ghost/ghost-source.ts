import type { PlacedEvent } from '../grouping.ts';
import { noteAgentsNotKept, Oddities } from '../oddities.ts';
import { type OpenedFile, openFile } from '../opened-file.ts';
import type { Found, ImportedEvents, ImportedPerson, ImportedPost, ImportSource, LookProgress } from '../source.ts';
import { exportRows } from './export-rows.ts';
import { type Looked, lookThrough } from './look-through.ts';
import { readMembers } from './read-members.ts';
import { readPost, textIn } from './read-post.ts';
import { RECIPIENTS, recipientEvents } from './recipient-events.ts';

/**
 * Ghost's JSON export and the CSV of its members: docs/import-ghost.md.
 * @param now UTC, milliseconds.
 * @throws {UnreadableImportError} where one of them cannot be opened, or is no text.
 */
export async function openGhost(
  { json, members }: { readonly json: string; readonly members: string | null },
  now: () => number = Date.now,
): Promise<ImportSource> {
  return new GhostExport(
    await openFile(json, 'The export'),
    members === null ? null : await openFile(members, 'The list of members'),
    now(),
  );
}

class GhostExport implements ImportSource {
  readonly #json: OpenedFile;
  readonly #members: OpenedFile | null;
  readonly #now: number;
  #looked: Looked | null = null;

  constructor(json: OpenedFile, members: OpenedFile | null, now: number) {
    this.#json = json;
    this.#members = members;
    this.#now = now;
  }

  async look(signal: AbortSignal, onProgress: (progress: LookProgress) => void): Promise<Found> {
    const total = this.#json.bytes + (this.#members?.bytes ?? 0);
    const looked = await this.#look(signal, (done) => onProgress({ done, total }));
    const oddities = new Oddities();
    let people = 0;
    const pieces = this.#members?.pieces(signal, (done) => onProgress({ done: this.#json.bytes + done, total }));
    if (pieces === undefined) oddities.note('missing_file', 'members.csv');
    else for await (const chunk of readMembers(pieces, oddities, this.#now)) people += chunk.length;
    onProgress({ done: total, total });
    noteAgentsNotKept(looked.grouping.counts(), oddities);
    return {
      name: looked.name,
      posts: looked.posts.size,
      people,
      events: looked.grouping.counts(),
      from: Number.isFinite(looked.from) ? looked.from : null,
      to: Number.isFinite(looked.to) ? looked.to : null,
      oddities: [...looked.oddities.all(), ...oddities.all()],
    };
  }

  async *posts(signal: AbortSignal): AsyncGenerator<ImportedPost> {
    const { posts, tags } = await this.#look(signal);
    let place = 0;
    for await (const rows of exportRows(this.#json.pieces(signal), new Set(['posts']))) {
      for (const { row } of rows) {
        const id = textIn(row, 'id');
        if (posts.get(id) === place++) yield readPost(row, tags(id));
      }
    }
  }

  async *people(signal: AbortSignal): AsyncGenerator<readonly ImportedPerson[]> {
    if (this.#members !== null) yield* readMembers(this.#members.pieces(signal), new Oddities(), this.#now);
  }

  async *events(signal: AbortSignal): AsyncGenerator<ImportedEvents> {
    const { grouping, emails } = await this.#look(signal);
    for await (const { post, kind, rows } of grouping.grouped(() => this.#placed(signal))) {
      yield { post: emails.get(post ?? '') ?? null, kind, rows };
    }
  }

  async close(): Promise<void> {}

  async *#placed(signal: AbortSignal): AsyncGenerator<readonly PlacedEvent[]> {
    const oddities = new Oddities();
    for await (const rows of exportRows(this.#json.pieces(signal), new Set([RECIPIENTS]))) {
      yield rows.flatMap(({ row }) => recipientEvents(row, oddities, this.#now));
    }
  }

  async #look(signal: AbortSignal, onBytes?: (bytes: number) => void): Promise<Looked> {
    this.#looked ??= await lookThrough(this.#json.pieces(signal, onBytes), this.#now);
    return this.#looked;
  }
}
