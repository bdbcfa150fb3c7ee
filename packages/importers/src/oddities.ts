import type { ImportedKind, Oddity, OddityKind } from './source.ts';

const MOST_EXAMPLES = 5;
/** Of a name from outside, such as a column's, so much is repeated. */
const LONGEST_EXAMPLE = 80;

/** Hears of what is odd. */
export interface Noting {
  /** @param example Where it is: never an address, nor anything else that says who. */
  note(kind: OddityKind, file: string, example?: string | number | null, count?: number): void;
}

/** Gathers what is odd, each kind once for a file, with how often it came and where first. */
export class Oddities implements Noting {
  readonly #found = new Map<string, { kind: OddityKind; file: string; count: number; examples: string[] }>();

  note(kind: OddityKind, file: string, example: string | number | null = null, count = 1): void {
    const key = `${kind}\0${file}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = { kind, file, count: 0, examples: [] };
      this.#found.set(key, found);
    }
    found.count += count;
    if (example === null || found.examples.length >= MOST_EXAMPLES) return;
    const text = String(example).slice(0, LONGEST_EXAMPLE);
    if (!found.examples.includes(text)) found.examples.push(text);
  }

  /** For one of many files of a sort, which are told as one: an example is the file's name, and the place in it. */
  within(sort: string, name: string): Noting {
    return {
      note: (kind, _, example = null, count = 1) =>
        this.note(kind, sort, example === null ? name : `${name}: ${example}`, count),
    };
  }

  all(): readonly Oddity[] {
    return [...this.#found.values()];
  }
}

/** Of a source that keeps no user agents. */
export function noteAgentsNotKept(events: Readonly<Partial<Record<ImportedKind, number>>>, oddities: Noting): void {
  const count = (events.opened ?? 0) + (events.clicked ?? 0);
  if (count > 0) oddities.note('agent_not_kept', '', null, count);
}
