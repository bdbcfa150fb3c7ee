import type { BillingImport } from '@readout/api-contract';
import type { Stated } from '@readout/billing';
import type { Publication } from '@readout/catalog';
import { REFERENCE_SECRET, readerReference } from '@readout/tokens';
import type { ApiDependencies } from '../dependencies.ts';

type Found = Pick<
  BillingImport,
  | 'subscriptions'
  | 'statuses'
  | 'payments'
  | 'refunds'
  | 'readers'
  | 'knownReaders'
  | 'firstStartedAt'
  | 'lastStartedAt'
>;

/** What somebody who is about to import wants to see first: does it look like their subscriptions? */
export async function foundIn(
  { catalog }: Pick<ApiDependencies, 'catalog'>,
  { id, publicId }: Publication,
  stated: readonly Stated[],
): Promise<Found> {
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const statuses = { waiting: 0, trialing: 0, active: 0, past_due: 0, paused: 0, ended: 0 };
  const subscriptions = new Set<string>();
  const readers = new Map<string, Uint8Array>();
  const [payments, refunds] = [new Set<string>(), new Set<string>()];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { subscription, reader, says } of stated) {
    if (subscription !== undefined) subscriptions.add(subscription);
    if (reader !== undefined) {
      const reference = readerReference(secret, publicId, reader);
      readers.set(reference.toString('hex'), reference);
    }
    if (says.what === 'payment') payments.add(says.id);
    if (says.what === 'refund') refunds.add(says.id);
    if (says.what !== 'standing') continue;
    statuses[says.status]++;
    first = Math.min(first, says.startedAt);
    last = Math.max(last, says.startedAt);
  }
  return {
    subscriptions: subscriptions.size,
    statuses,
    payments: payments.size,
    refunds: refunds.size,
    readers: readers.size,
    knownReaders: await catalog.countKnownReaders(id, [...readers.values()]),
    firstStartedAt: first > last ? null : new Date(first).toISOString(),
    lastStartedAt: first > last ? null : new Date(last).toISOString(),
  };
}
