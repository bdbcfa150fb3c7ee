import type { Origin } from '@readout/events';
import type { Engine, Lines } from '../engine/engine.ts';

/**
 * Records that may stand in the log again and again, but count once: as the first that came here. That one is known by
 * its own origin, so that it is let through again where its batch has to be.
 */
export interface OnceOnly<T extends { readonly origin: Origin }> {
  /** The same for all that say the same. */
  nameOf(record: T): string;
  /** Of these those that were counted before: under each name the origin (`originKey`) that it was counted as. */
  known(engine: Engine, records: readonly T[]): Promise<ReadonlyMap<string, string>>;
  lines(records: readonly T[]): Lines;
}

export function originKey({ partition, collector, position }: Origin): string {
  return `${partition} ${collector} ${position}`;
}
