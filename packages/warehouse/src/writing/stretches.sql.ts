import { unsigned } from '../literal.ts';
import type { Aggregate } from '../schema/aggregates.sql.ts';
import type { Stream } from './ledger.ts';

/** Positions of a stream, `from` and `upTo` both included. */
export interface Stretch extends Stream {
  readonly from: number;
  readonly upTo: number;
}

/** Positions added to an aggregate in one statement: bounds its memory when a long stretch is caught up. */
const MOST_POSITIONS = 500_000;

/** What of a stream comes after a position, up to `end`, in pieces of which each is one statement. */
export function stretchesAfter({ partition, collector }: Stream, after: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = after + 1; from <= end; from += MOST_POSITIONS) {
    stretches.push({ partition, collector, from, upTo: Math.min(end, from + MOST_POSITIONS - 1) });
  }
  return stretches;
}

/**
 * Adds stretches of the events to an aggregate, which is one insert.
 * @param source The table to take them from, which has the columns of `events`.
 */
export function addStretches(
  { table, columns, select, where, groupBy }: Omit<Aggregate, 'table'> & { readonly table: string },
  stretches: readonly Stretch[],
  guard: string | null,
  source = 'events',
): string {
  const within = stretches.map(
    ({ partition, collector, from, upTo }) =>
      `(e.partition = ${unsigned(partition)} AND e.collector = ${unsigned(collector)} AND e.position >= ${unsigned(from)} AND e.position <= ${unsigned(upTo)})`,
  );
  return `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${select.join(', ')}
    FROM ${source} AS e
    WHERE (${within.join(' OR ')}) AND ${where}${guard === null ? '' : ` AND ${guard}`}
    GROUP BY ${groupBy.join(', ')}`;
}
