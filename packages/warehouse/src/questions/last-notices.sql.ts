import type { MailProvider, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

interface Row {
  readonly provider: MailProvider;
  readonly last: number;
}

/** When what each mail provider reported last had happened, UTC milliseconds. */
export async function lastNotices(
  engine: Engine,
  publication: PublicationId,
): Promise<ReadonlyMap<MailProvider, number>> {
  const rows = await engine.rows<Row>(
    `SELECT provider, toUnixTimestamp64Milli(max(time)) AS last
     FROM notices WHERE publication = ${unsigned(publication)} GROUP BY provider`,
  );
  return new Map(rows.map(({ provider, last }) => [provider, last]));
}
