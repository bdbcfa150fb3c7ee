import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsignedArray } from '../literal.ts';
import { type Asked, withArrivals } from './arrivals.sql.ts';

const HOURS = 48;
/** Stands for "unknown" in the list of beginnings: no issue went out in 1970. */
const UNKNOWN = 0;

/**
 * Readers so far at the end of each hour of each issue; the hours begin with the quarter in which it went out, or
 * with its first event. What came before belongs to the first hour.
 */
const readersSoFar = (asked: Asked, issues: readonly number[], since: readonly number[]) => `
  SELECT issue, hour, groupBitmapMerge(readers_in) OVER (PARTITION BY issue ORDER BY hour ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS soFar
  FROM (
    SELECT
      issue,
      toUInt32(greatest(0, intDiv(toInt64(toUnixTimestamp(quarter)) - begin, 3600))) AS hour,
      groupBitmapMergeState(a.readers) AS readers_in
    FROM (
      SELECT
        issue, quarter, readers,
        transform(issue, ${unsignedArray(issues)}, ${unsignedArray(since)}, 0) AS sent,
        toInt64(if(sent = ${UNKNOWN}, toUnixTimestamp(min(quarter) OVER (PARTITION BY issue)), sent)) AS begin
      FROM ${withArrivals('issue_activity', asked)}
    ) AS a
    GROUP BY issue, hour
    HAVING hour < ${HOURS}
  )
  ORDER BY issue, hour`;

/**
 * New readers in each of an issue's first 48 hours; issues without readers are left out, and so are the hours
 * after the last one that had any.
 * @param asked The same issues. @param issues `since` in UTC milliseconds; null: its first event.
 */
export async function readersByHour(
  engine: Engine,
  asked: Asked,
  issues: readonly { readonly id: IssueId; readonly since: number | null }[],
): Promise<ReadonlyMap<IssueId, readonly number[]>> {
  if (issues.length === 0) return new Map();
  const rows = await engine.rows<{ issue: IssueId; hour: number; soFar: number }>(
    readersSoFar(
      asked,
      issues.map(({ id }) => id),
      issues.map(({ since }) => (since === null ? UNKNOWN : startOfQuarter(since))),
    ),
  );
  const hours = new Map<IssueId, number[]>();
  const before = new Map<IssueId, number>();
  for (const { issue, hour, soFar } of rows) {
    const fresh = soFar - (before.get(issue) ?? 0);
    before.set(issue, soFar);
    const list = hours.get(issue) ?? [];
    while (list.length < hour) list.push(0);
    list.push(fresh);
    hours.set(issue, list);
  }
  return hours;
}

/** In seconds, as the quarters in the table are. */
function startOfQuarter(time: number): number {
  return Math.floor(time / 900_000) * 900;
}
