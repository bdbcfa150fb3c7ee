import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { localName, onCluster } from '../schema/table.ts';
import type { Ledger, Mark } from './ledger.ts';

/** What of the arrivals is dropped together: those of a partition that came within the same five minutes. */
interface Held extends Mark {
  /** Start of the five minutes, as ClickHouse writes it. */
  readonly since: string;
}

/** Drops what came within five minutes as soon as `events` holds all of it. Until then none of it counts twice. */
export async function dropSettled(engine: Engine, partition: number, events: Ledger): Promise<void> {
  const held = await engine.written<Held>(
    `SELECT toString(toStartOfFiveMinutes(arrived)) AS since, partition, collector, max(position) AS position
     FROM arrivals WHERE partition = ${unsigned(partition)} GROUP BY since, partition, collector`,
  );
  const waiting = new Set<string>();
  for (const one of held) if (one.position > (await events.upTo(one))) waiting.add(one.since);
  const { cluster } = engine;
  for (const since of new Set(held.map((one) => one.since))) {
    if (waiting.has(since)) continue;
    await engine.command(
      `ALTER TABLE ${localName('arrivals', cluster)}${onCluster(cluster)} DROP PARTITION (${unsigned(partition)}, '${since}')`,
    );
  }
}
