import type { AttentionItem } from '@readout/api-contract';
import type { PublicationId } from '@readout/events';
import type { DomainOpenings, Warehouse } from '@readout/warehouse';
import type { SentIssue } from '../issues/sent-issues.ts';

const DAY_MS = 86_400_000;
/** A domain is looked at from so many deliveries of the newest issues together on. */
const FEWEST_DELIVERED = 50;
/** Domains looked at: those with the most recipients. */
const MOST_DOMAINS = 40;
/** A single issue may land in the spam folder; two or three in a row are a domain that stopped. */
const LATEST = 3;
const FEWEST_LATEST = 2;
const BEFORE = 8;
const FEWEST_BEFORE = 5;
/** Were ten readers to be expected and one in five of them came, chance has less than one part in a hundred in it (Poisson: 0.3 %). */
const FEWEST_EXPECTED = 10;
const STOPPED_SHARE = 0.2;
/** Where more have stopped it is no domain's doing, and the first ones say enough. */
const MOST_TOLD = 3;

/** Domains at which hardly anybody reads any more, those with the most missing readers first. @param issues newest first */
export async function stoppedDomains(
  warehouse: Pick<Warehouse, 'domainOpenings'>,
  publication: PublicationId,
  issues: readonly SentIssue[],
  now: number,
): Promise<AttentionItem[]> {
  // Within a day most of those have read who will.
  const done = issues.filter(({ sentAt }) => now - sentAt.getTime() >= DAY_MS);
  const [latest, before] = [done.slice(0, LATEST), done.slice(LATEST, LATEST + BEFORE)];
  const [newest] = latest;
  if (newest === undefined || latest.length < FEWEST_LATEST || before.length < FEWEST_BEFORE) return [];
  const found = await warehouse.domainOpenings({
    publication,
    latest: latest.map(({ id }) => id),
    before: before.map(({ id }) => id),
    fewest: FEWEST_DELIVERED,
    most: MOST_DOMAINS,
  });
  return found
    .map((one) => ({ ...one, usual: expected(one) }))
    .filter(({ latestReaders, usual }) => usual >= FEWEST_EXPECTED && latestReaders <= STOPPED_SHARE * usual)
    .toSorted((a, b) => b.usual - b.latestReaders - (a.usual - a.latestReaders))
    .slice(0, MOST_TOLD)
    .map(({ domain, latestDelivered, latestReaders, usual }) => ({
      kind: 'domain_stopped' as const,
      issue: { id: newest.publicId, title: newest.title },
      domain,
      delivered: latestDelivered,
      readers: latestReaders,
      usual: Math.round(usual),
      issues: latest.length,
    }));
}

function expected({ latestDelivered, beforeDelivered, beforeReaders }: DomainOpenings): number {
  return beforeDelivered === 0 ? 0 : (latestDelivered * beforeReaders) / beforeDelivered;
}
