import type { Origin } from '@readout/events';
import type { Engine, Lines } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

/** A quarantined record that stands in the log once more. */
export interface LoggedReplay {
  /** Where it stood first. */
  readonly of: Origin;
  /** Where it stands now. */
  readonly origin: Origin;
}

const COLUMNS = ['of_partition', 'of_collector', 'of_position', 'partition', 'collector', 'position'] as const;

/**
 * A record may be put into the log again and again, but counts once: by the first replay that came here. That one is
 * known by its own origin, so that it is let through again where its batch has to be.
 */
export async function knownReplays(
  engine: Engine,
  replays: readonly LoggedReplay[],
): Promise<ReadonlyMap<string, string>> {
  if (replays.length === 0) return new Map();
  const wanted = replays.map(
    ({ of }) => `(${unsigned(of.partition)}, ${unsigned(of.collector)}, ${unsigned(of.position)})`,
  );
  const rows = await engine.written<Record<(typeof COLUMNS)[number], number>>(
    `SELECT ${COLUMNS.join(', ')} FROM replays WHERE (of_partition, of_collector, of_position) IN (${wanted.join(', ')})`,
  );
  return new Map(
    rows.map((row) => [
      keyOf({ partition: row.of_partition, collector: row.of_collector, position: row.of_position }),
      keyOf(row),
    ]),
  );
}

export function replayLines(replays: readonly LoggedReplay[]): Lines {
  const text = replays.map(({ of, origin }) => {
    const numbers = [of, origin].flatMap(({ partition, collector, position }) => [partition, collector, position]);
    return `${numbers.map(unsigned).join('\t')}\n`;
  });
  return { table: 'replays', columns: COLUMNS, text: text.join('') };
}

export function keyOf({ partition, collector, position }: Origin): string {
  return `${partition} ${collector} ${position}`;
}
