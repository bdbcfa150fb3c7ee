import type { Origin } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { QuarantinedRecord } from '../warehouse.ts';

interface QuarantineRow extends Origin {
  readonly time: number;
  readonly reason: string;
  readonly line: string;
}

/** What was replayed is not in quarantine any more: it was counted, or stands there anew. */
const STILL_THERE =
  '(partition, collector, position) GLOBAL NOT IN (SELECT of_partition, of_collector, of_position FROM replays)';

const TOTAL = `SELECT count() AS total FROM quarantine WHERE ${STILL_THERE}`;

const NEWEST = `
  SELECT toUnixTimestamp64Milli(q.time) AS time, reason, line, partition, collector, position
  FROM quarantine AS q
  WHERE ${STILL_THERE}
  ORDER BY q.time DESC, position DESC, partition DESC, collector DESC
  LIMIT {limit:UInt32}`;

/** What was put aside before the given record: a record that is not there is before nothing. */
const OLDER = `
  WITH (
    SELECT (time, position, partition, collector) FROM quarantine
    WHERE partition = {partition:UInt16} AND collector = {collector:UInt32} AND position = {position:UInt64}
    LIMIT 1
  ) AS last
  SELECT toUnixTimestamp64Milli(q.time) AS time, reason, line, partition, collector, position
  FROM quarantine AS q
  WHERE (q.time, position, partition, collector) < last AND ${STILL_THERE}
  ORDER BY q.time DESC, position DESC, partition DESC, collector DESC
  LIMIT {limit:UInt32}`;

const REPLAYABLE = `
  SELECT toUnixTimestamp64Milli(q.time) AS time, reason, line, partition, collector, position
  FROM quarantine AS q
  WHERE (partition, collector, position) > ({partition:UInt16}, {collector:UInt32}, {position:Int64}) AND line != '' AND ${STILL_THERE}
  ORDER BY partition, collector, position
  LIMIT {limit:UInt32}`;

const BEFORE_ALL: Origin = { partition: 0, collector: 0, position: -1 };

/** In the order of their origins, so that each page goes on where the last one ended, whatever is replayed meanwhile. */
export async function replayable(
  engine: Engine,
  { limit, after = BEFORE_ALL }: { readonly limit: number; readonly after?: Origin },
): Promise<readonly QuarantinedRecord[]> {
  return (await engine.rows<QuarantineRow>(REPLAYABLE, { limit, ...after })).map(recordOf);
}

export async function quarantined(
  engine: Engine,
  { limit, before }: { readonly limit: number; readonly before?: Origin },
): Promise<{ readonly total: number; readonly records: readonly QuarantinedRecord[] }> {
  const [count] = await engine.rows<{ total: number }>(TOTAL);
  const rows =
    before === undefined
      ? await engine.rows<QuarantineRow>(NEWEST, { limit })
      : await engine.rows<QuarantineRow>(OLDER, { limit, ...before });
  return { total: count?.total ?? 0, records: rows.map(recordOf) };
}

function recordOf({ partition, collector, position, reason, line, time }: QuarantineRow): QuarantinedRecord {
  return { origin: { partition, collector, position }, reason, line, time };
}
