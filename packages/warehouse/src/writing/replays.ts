import type { Origin } from '@readout/events';
import type { Engine, Lines } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { type OnceOnly, originKey } from './once-only.ts';

/** A quarantined record that stands in the log once more. */
export interface LoggedReplay {
  /** Where it stood first. */
  readonly of: Origin;
  /** Where it stands now. */
  readonly origin: Origin;
}

const COLUMNS = ['of_partition', 'of_collector', 'of_position', 'partition', 'collector', 'position'] as const;

export const REPLAYS: OnceOnly<LoggedReplay> = {
  nameOf: ({ of }) => originKey(of),
  known: knownReplays,
  lines: replayLines,
};

async function knownReplays(engine: Engine, replays: readonly LoggedReplay[]): Promise<ReadonlyMap<string, string>> {
  if (replays.length === 0) return new Map();
  const wanted = replays.map(
    ({ of }) => `(${unsigned(of.partition)}, ${unsigned(of.collector)}, ${unsigned(of.position)})`,
  );
  const rows = await engine.written<Record<(typeof COLUMNS)[number], number>>(
    `SELECT ${COLUMNS.join(', ')} FROM replays WHERE (of_partition, of_collector, of_position) IN (${wanted.join(', ')})`,
  );
  return new Map(
    rows.map((row) => [
      originKey({ partition: row.of_partition, collector: row.of_collector, position: row.of_position }),
      originKey(row),
    ]),
  );
}

function replayLines(replays: readonly LoggedReplay[]): Lines {
  const text = replays.map(({ of, origin }) => {
    const numbers = [of, origin].flatMap(({ partition, collector, position }) => [partition, collector, position]);
    return `${numbers.map(unsigned).join('\t')}\n`;
  });
  return { table: 'replays', columns: COLUMNS, text: text.join('') };
}
