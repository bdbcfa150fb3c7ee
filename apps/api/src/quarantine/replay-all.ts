import type { ReplayResult } from '@readout/api-contract';
import { encodeReplay, MAX_RECORD_BYTES, type Origin } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';

const AT_ONCE = 1_000;

/** Puts everything that is in quarantine now into the log once more. What of it counts, the ingester says. */
export async function replayAll({ warehouse, log }: Pick<ApiDependencies, 'warehouse' | 'log'>): Promise<ReplayResult> {
  let replayed = 0;
  let tooLong = 0;
  for (let after: Origin | null = null; ; ) {
    const records = await warehouse.replayable({ limit: AT_ONCE, ...(after === null ? {} : { after }) });
    const last = records.at(-1);
    if (last === undefined) return { replayed, tooLong };
    after = last.origin;
    const lines = records
      .map(({ origin, line }) => encodeReplay({ of: origin, line }))
      .filter((line) => Buffer.byteLength(line) <= MAX_RECORD_BYTES && !line.includes('\n'));
    if (lines.length > 0) await log.appendAll(lines);
    replayed += lines.length;
    tooLong += records.length - lines.length;
  }
}
