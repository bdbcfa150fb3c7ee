import type { Origin } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { QuarantinedRecord } from '../warehouse.ts';

interface QuarantineRow extends Origin {
  readonly time: number;
  readonly reason: string;
  readonly line: string;
}

const TOTAL = 'SELECT count() AS total FROM quarantine';

const NEWEST = `
  SELECT toUnixTimestamp64Milli(q.time) AS time, reason, line, partition, collector, position
  FROM quarantine AS q
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
  WHERE (q.time, position, partition, collector) < last
  ORDER BY q.time DESC, position DESC, partition DESC, collector DESC
  LIMIT {limit:UInt32}`;

export async function quarantined(
  engine: Engine,
  { limit, before }: { readonly limit: number; readonly before?: Origin },
): Promise<{ readonly total: number; readonly records: readonly QuarantinedRecord[] }> {
  const [count] = await engine.rows<{ total: number }>(TOTAL);
  const rows =
    before === undefined
      ? await engine.rows<QuarantineRow>(NEWEST, { limit })
      : await engine.rows<QuarantineRow>(OLDER, { limit, ...before });
  const records = rows.map(({ partition, collector, position, reason, line, time }) => ({
    origin: { partition, collector, position },
    reason,
    line,
    time,
  }));
  return { total: count?.total ?? 0, records };
}
