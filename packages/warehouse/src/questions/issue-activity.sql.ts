import type { Engine } from '../engine/engine.ts';
import type { ActivityBucket } from '../warehouse.ts';
import { type Asked, withArrivals } from './arrivals.sql.ts';

/** The sets of readers are united one after the other along the quarters, which makes distinct readers so far. */
const byQuarter = (asked: Asked) => `
  SELECT
    toUnixTimestamp(quarter) * 1000 AS start,
    opens_in AS opens,
    machine_opens_in AS machineOpens,
    clicks_in AS clicks,
    groupBitmapMerge(readers_in) OVER (ORDER BY quarter ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS readersSoFar
  FROM (
    SELECT
      quarter,
      sum(a.opens) AS opens_in,
      sum(a.machine_opens) AS machine_opens_in,
      sum(a.clicks) AS clicks_in,
      groupBitmapMergeState(a.readers) AS readers_in
    FROM ${withArrivals('issue_activity', asked)} AS a
    GROUP BY quarter
  )
  ORDER BY quarter`;

/** Of one issue. */
export function issueActivity(engine: Engine, asked: Asked): Promise<ActivityBucket[]> {
  return engine.rows<ActivityBucket>(byQuarter(asked));
}
