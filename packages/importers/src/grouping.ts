import type { ImportedEvent, ImportedEvents, ImportedKind } from './source.ts';

/** A row, and where it belongs. */
export interface PlacedEvent {
  readonly post: string | null;
  readonly kind: ImportedKind;
  readonly event: ImportedEvent;
}

interface Group {
  readonly post: string | null;
  readonly kind: ImportedKind;
  rows: number;
  readonly first: number;
  last: number;
}

const CHUNK = 5_000;
/** Rows held at once: some 100 MB. */
const MOST_HELD = 300_000;

/**
 * Which posts and kinds a file has rows of, and where: what is needed to give them out by post and kind from a file in
 * any order, without a copy of it. Where the rows of one post stand near one another, as in a log, the file is read
 * once; the more they are mixed, the more often.
 */
export class Grouping {
  readonly #groups = new Map<string, Group>();
  #rows = 0;

  /** The next row, in the file's order. */
  add(post: string | null, kind: ImportedKind): void {
    const at = this.#rows++;
    const key = keyOf(post, kind);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { post, kind, rows: 1, first: at, last: at });
    else {
      group.rows++;
      group.last = at;
    }
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Leaves out the others from here on; answers how many rows of each those were. */
  retain(isWanted: (post: string | null) => boolean): ReadonlyMap<string | null, number> {
    const left = new Map<string | null, number>();
    for (const [key, { post, rows }] of this.#groups) {
      if (isWanted(post)) continue;
      left.set(post, (left.get(post) ?? 0) + rows);
      this.#groups.delete(key);
    }
    return left;
  }

  counts(): Partial<Record<ImportedKind, number>> {
    const counts: Partial<Record<ImportedKind, number>> = {};
    for (const { kind, rows } of this.#groups.values()) counts[kind] = (counts[kind] ?? 0) + rows;
    return counts;
  }

  /**
   * @param read Gives the same rows in the same order as were added, each time it is called.
   * @param mostHeld Rows in memory at once.
   */
  async *grouped(
    read: () => AsyncIterable<readonly PlacedEvent[]>,
    mostHeld: number = MOST_HELD,
  ): AsyncGenerator<ImportedEvents> {
    for (const groups of passes([...this.#groups.values()], mostHeld)) yield* onePass(groups, read, mostHeld);
  }
}

/** Groups that are read together: never more rows at once than may be held, or a single group, which is passed on as it is read. */
function passes(groups: readonly Group[], mostHeld: number): readonly (readonly Group[])[] {
  let left = [...groups].sort((a, b) => a.first - b.first);
  const all: Group[][] = [];
  while (left.length > 0) {
    const taken: Group[] = [];
    const deferred: Group[] = [];
    let open: Group[] = [];
    for (const group of left) {
      open = open.filter((one) => one.last >= group.first);
      const held = open.reduce((sum, one) => sum + one.rows, group.rows);
      if (open.length > 0 && held > mostHeld) deferred.push(group);
      else {
        open.push(group);
        taken.push(group);
      }
    }
    all.push(taken);
    left = deferred;
  }
  return all;
}

async function* onePass(
  groups: readonly Group[],
  read: () => AsyncIterable<readonly PlacedEvent[]>,
  mostHeld: number,
): AsyncGenerator<ImportedEvents> {
  const held = new Map(
    groups.map((group) => [keyOf(group.post, group.kind), { group, seen: 0, rows: [] as ImportedEvent[] }]),
  );
  const end = groups.reduce((last, group) => Math.max(last, group.last), -1);
  let at = 0;
  for await (const batch of read()) {
    for (const { post, kind, event } of batch) {
      at++;
      const one = held.get(keyOf(post, kind));
      if (one === undefined) continue;
      one.seen++;
      one.rows.push(event);
      const isWhole = one.seen === one.group.rows;
      // More than may be held: nothing else is open meanwhile.
      if (!isWhole && (one.group.rows <= mostHeld || one.rows.length < CHUNK)) continue;
      for (let from = 0; from < one.rows.length; from += CHUNK) {
        yield { post, kind, rows: one.rows.slice(from, from + CHUNK) };
      }
      one.rows = [];
    }
    if (at > end) return;
  }
}

function keyOf(post: string | null, kind: ImportedKind): string {
  return `${kind} ${post === null ? '' : `=${post}`}`;
}
