import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The items in their order, in arrays of at most `size`, and between two of them everybody else's turn: PGlite
 * works on the thread that answers pixels, and its promises alone never let go of it.
 */
export async function* chunksOf<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await nextTurn();
    yield items.slice(from, from + size);
  }
}
