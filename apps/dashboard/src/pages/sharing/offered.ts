import type { SharedSubject } from '@readout/api-contract';

/** What can be shared from a page: in turn as it is there, and following the newest where it can. */
export interface Offered {
  readonly subjects: readonly [SharedSubject, ...SharedSubject[]];
  /** What the first is of: an issue's title, or an address. */
  readonly title: string | null;
}
