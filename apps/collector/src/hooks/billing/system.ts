import type { Stated } from '@readout/billing';
import type { KnownBillingSystem } from '../../catalog-copy.ts';
import type { Posted } from '../provider.ts';

/** What a verified report comes to. */
type Reading =
  | { readonly outcome: 'stated'; readonly stated: readonly Stated[] }
  /** Of a kind that decides nothing. */
  | { readonly outcome: 'passing' }
  /** Of another account, or a test: none of this publication's, and for all that no mistake of who sent it. */
  | { readonly outcome: 'refused'; readonly fate: 'foreign' | 'test'; readonly why: string; readonly event: string }
  | { readonly outcome: 'malformed'; readonly why: string };

/** How one kind of billing system reports. */
export interface ReportingBilling {
  /** @param now UTC, milliseconds. */
  verify(posted: Posted, secret: string, now: number): Promise<'verified' | 'forged' | 'stale'>;
  read(json: unknown, setup: KnownBillingSystem): Reading;
}
