import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { type Asked, withArrivals } from './arrivals.sql.ts';

const HOUR = 3_600;
const HOURS = 48;
/** Stands for "unknown" in the list of beginnings: no issue went out in 1970. */
const UNKNOWN = 0;

/** Where issues begin: `since` in seconds, the start of the quarter in which each went out, or `UNKNOWN`. */
export interface Beginnings {
  readonly issues: readonly IssueId[];
  readonly since: readonly number[];
}

/**
 * Readers so far at the end of each step (of so many seconds, so many at most) of each issue; the steps begin with the
 * quarter in which it went out, or with its first event. What came before belongs to the first step.
 */
export const readersSoFar = (asked: Asked, { issues, since }: Beginnings, seconds: number, steps: number) => `
  SELECT issue, step, groupBitmapMerge(readers_in) OVER (PARTITION BY issue ORDER BY step ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS soFar
  FROM (
    SELECT
      issue,
      toUInt32(greatest(0, intDiv(toInt64(toUnixTimestamp(quarter)) - begin, ${unsigned(seconds)}))) AS step,
      groupBitmapMergeState(a.readers) AS readers_in
    FROM (
      SELECT
        issue, quarter, readers,
        transform(issue, ${unsignedArray(issues)}, ${unsignedArray(since)}, 0) AS sent,
        toInt64(if(sent = ${UNKNOWN}, toUnixTimestamp(min(quarter) OVER (PARTITION BY issue)), sent)) AS begin
      FROM ${withArrivals('issue_activity', asked)}
    ) AS a
    GROUP BY issue, step
    HAVING step < ${unsigned(steps)}
  )
  ORDER BY issue, step`;

export interface SoFarRow {
  readonly issue: IssueId;
  readonly step: number;
  readonly soFar: number;
}

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
  const rows = await engine.rows<SoFarRow>(readersSoFar(asked, beginningsOf(issues), HOUR, HOURS));
  const hours = new Map<IssueId, number[]>();
  const before = new Map<IssueId, number>();
  for (const { issue, step: hour, soFar } of rows) {
    const fresh = soFar - (before.get(issue) ?? 0);
    before.set(issue, soFar);
    const list = hours.get(issue) ?? [];
    while (list.length < hour) list.push(0);
    list.push(fresh);
    hours.set(issue, list);
  }
  return hours;
}

export function beginningsOf(issues: readonly { readonly id: IssueId; readonly since: number | null }[]): Beginnings {
  return {
    issues: issues.map(({ id }) => id),
    since: issues.map(({ since }) => (since === null ? UNKNOWN : startOfQuarter(since))),
  };
}

/** In seconds, as the quarters in the table are. */
function startOfQuarter(time: number): number {
  return Math.floor(time / 900_000) * 900;
}
