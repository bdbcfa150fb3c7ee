import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

/**
 * How many records of a collector with positions from `from` to before `to` are there, as events or in quarantine.
 * Those of a removed publication are not. Asked again and again while somebody waits, so without parameters, see
 * literal.ts; the index by origin leaves out what was written long before.
 */
export async function recordsHeld(engine: Engine, collector: number, from: number, to: number): Promise<number> {
  const theirs = `collector = ${unsigned(collector)} AND position >= ${unsigned(from)} AND position < ${unsigned(to)}`;
  const [row] = await engine.rows<{ held: number }>(
    `SELECT uniqExact(position) AS held FROM (
       SELECT position FROM events WHERE ${theirs}
       UNION ALL
       SELECT position FROM arrivals WHERE ${theirs}
       UNION ALL
       SELECT position FROM quarantine WHERE ${theirs}
     )`,
  );
  return row?.held ?? 0;
}
