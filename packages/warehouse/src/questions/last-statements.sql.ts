import type { BillingSystem, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

interface Row {
  readonly system: BillingSystem;
  readonly last: number;
}

/** Of when the last thing is that each billing system stated, UTC milliseconds. */
export async function lastStatements(
  engine: Engine,
  publication: PublicationId,
): Promise<ReadonlyMap<BillingSystem, number>> {
  const rows = await engine.rows<Row>(
    `SELECT system, toFloat64(max(time)) AS last
     FROM billing WHERE publication = ${unsigned(publication)} GROUP BY system`,
  );
  return new Map(rows.map(({ system, last }) => [system, last]));
}
