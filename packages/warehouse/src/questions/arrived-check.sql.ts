import type { CheckId, PublicationId } from '@readout/events';
import type { ArrivedCheck } from '../connections.ts';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

/** How far a check has come. Asked again and again while somebody waits, so without parameters, see literal.ts. */
export async function arrivedCheck(
  engine: Engine,
  publication: PublicationId,
  check: CheckId,
): Promise<ArrivedCheck | null> {
  const [row] = await engine.rows<ArrivedCheck>(
    `SELECT toUnixTimestamp64Milli(min(time)) AS taken, toUnixTimestamp64Milli(min(written)) AS written
     FROM checks WHERE publication = ${unsigned(publication)} AND check = ${unsigned(check)} HAVING count() > 0`,
  );
  return row ?? null;
}
