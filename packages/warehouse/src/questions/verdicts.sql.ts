import type { FetchVerdict, Verdict } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import type { VerdictQuery, VerdictRows } from '../warehouse.ts';
import { askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

interface CountRow {
  /** `none`: of all verdicts together. */
  readonly verdict: Verdict;
  readonly isTotal: 0 | 1;
  readonly events: number;
  readonly readers: number;
  readonly settling: number;
}

interface ReasonRow {
  readonly verdict: FetchVerdict;
  readonly reasons: string;
  readonly events: number;
}

/** The opens or clicks of an issue by verdict, and which rules led to it. What has no verdict is left out. */
export async function verdicts(engine: Engine, { publication, issue, kind, link }: VerdictQuery): Promise<VerdictRows> {
  const asked = await askedOf(engine, publication, [issue]);
  const judged = `
    FROM ${eventsWithArrivals(asked, [kind], ['reader', 'verdict', 'reasons', 'link'])} AS j
    WHERE j.verdict != 'none'${link === undefined ? '' : ` AND j.link = ${unsigned(link)}`}`;
  const [rows, reasons] = await Promise.all([
    engine.rows<CountRow>(`
      SELECT
        verdict,
        grouping(verdict) AS isTotal,
        count() AS events,
        groupBitmapIf(reader, reader != 0) AS readers,
        countIf(is_settled = 0) AS settling
      ${judged}
      GROUP BY GROUPING SETS ((verdict), ())`),
    engine.rows<ReasonRow>(`SELECT verdict, reasons, count() AS events ${judged} GROUP BY verdict, reasons`),
  ]);
  const [total] = rows.filter(({ isTotal }) => isTotal === 1);
  return {
    events: total?.events ?? 0,
    readers: total?.readers ?? 0,
    settling: total?.settling ?? 0,
    verdicts: rows.flatMap(({ verdict, isTotal, ...counts }) =>
      isTotal === 1 || verdict === 'none'
        ? []
        : [{ verdict, ...counts, reasons: eachReason(reasons.filter((row) => row.verdict === verdict)) }],
    ),
  };
}

/** Each reason by itself, most events first: there are few combinations, however many events. */
function eachReason(rows: readonly ReasonRow[]) {
  const counts = new Map<string, number>();
  for (const { reasons, events } of rows) {
    for (const name of reasonsIn(reasons)) counts.set(name, (counts.get(name) ?? 0) + events);
  }
  return [...counts]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** The names in the column `reasons`. */
export function reasonsIn(column: string): readonly string[] {
  return column === '' ? [] : column.split(',');
}
