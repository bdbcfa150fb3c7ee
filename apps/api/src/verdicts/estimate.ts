import type { ReadersEstimate } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { estimatedReaders } from '@readout/statistics';
import type { Readership } from '@readout/warehouse';

/** How many readers prefetching hides; see docs/estimated-readers.md. */
export function estimateOf({ tracksReaders }: Publication, readership: Readership): ReadersEstimate {
  if (!tracksReaders) {
    return {
      ok: false,
      reason: 'readers-not-kept',
      message: 'This publication does not keep who opened and clicked: nobody can be told to be hidden.',
    };
  }
  const estimate = estimatedReaders(readership);
  return estimate.ok ? { ...estimate, hiddenRecipients: readership.hidden.recipients } : estimate;
}
