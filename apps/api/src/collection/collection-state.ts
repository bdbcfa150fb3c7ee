import type { CollectionState } from '@readout/api-contract';
import type { SpoolState } from '@readout/event-log';

/** What the interface shows of the log. @param now UTC, milliseconds. */
export function collectionState(spool: SpoolState, now: number): CollectionState {
  const { waitingBytes, maxBytes, waitingRecords, waitingSince, state, whenFull, dropped, refused } = spool;
  return {
    spool: {
      bytes: waitingBytes,
      maxBytes,
      waitingRecords,
      oldestWaitingAgeSeconds: waitingSince === null ? null : Math.max(0, Math.round((now - waitingSince) / 1000)),
      state,
      whenFull,
      dropped,
      refused,
    },
  };
}
