import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Stated, statementOf } from '@readout/billing';
import type { Publication } from '@readout/catalog';
import { type BillingSystem, encodeRecord } from '@readout/events';
import { REFERENCE_SECRET } from '@readout/tokens';
import type { ApiDependencies } from '../dependencies.ts';

/** Hashing takes a few microseconds each: other requests get their turn in between. */
const PER_TURN = 500;

/**
 * Writes statements down, without names or addresses. What was written before a failure makes no difference to a further
 * try: a statement counts once, however often it is there.
 * @returns how many records there are now.
 */
export async function recordStatements(
  { catalog, log }: Pick<ApiDependencies, 'catalog' | 'log'>,
  { id, publicId }: Publication,
  system: BillingSystem,
  stated: readonly Stated[],
): Promise<number> {
  const referenceSecret = await catalog.installationSecret(REFERENCE_SECRET);
  const parts = { system, publication: id, publicId, referenceSecret };
  for (let at = 0; at < stated.length; at += PER_TURN) {
    await nextTurn();
    await log.appendAll(stated.slice(at, at + PER_TURN).map((one) => encodeRecord(statementOf(one, parts))));
  }
  return stated.length;
}
