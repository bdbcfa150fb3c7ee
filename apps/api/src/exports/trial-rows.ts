import type { Publication } from '@readout/catalog';
import type { Money, RowsExport, Subscription } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { namesOf } from '../growth/named.ts';
import type { Narrowed } from './filter.ts';
import { tableOf } from './table-of.ts';

/** Subscriptions, with or without a trial, in the order in which they began. Money is in the currency's smallest unit. */
export async function trialRows(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  publication: Publication,
  { issue, events: { from, to } }: Narrowed,
): Promise<RowsExport> {
  const [subscriptions, issues, offers] = await Promise.all([
    warehouse.subscriptions(publication.id),
    catalog.allIssues(publication.id),
    catalog.listOffers(publication.id),
  ]);
  const issueNamed = namesOf(issues, ({ title }) => title);
  const offerNamed = namesOf(offers, ({ name }) => name);
  const wanted = subscriptions.filter(
    (one) =>
      (from === undefined || one.begun >= from) &&
      (to === undefined || one.begun < to) &&
      (issue === null || one.issue === issue.id),
  );
  return tableOf<Subscription>(wanted, {
    reader: ['reader', ({ person }) => person],
    reader_known: ['flag', ({ isKnown }) => isKnown],
    system: ['word', ({ system }) => system],
    began: ['moment', ({ begun }) => begun],
    trial_from: ['moment', ({ trialFrom }) => trialFrom],
    trial_to: ['moment', ({ trialTo }) => trialTo],
    status: ['word', ({ status }) => status],
    cancelled: ['moment', ({ cancelled }) => cancelled],
    ended: ['moment', ({ ended }) => ended],
    first_paid: ['moment', ({ payments }) => payments[0]?.at ?? null],
    payments: ['whole', ({ payments }) => payments.length],
    paid: ['whole', ({ payments }) => total(payments)],
    refunded: ['whole', ({ refunds }) => total(refunds)],
    currency: ['word', ({ payments, standings }) => payments[0]?.currency ?? standings.at(-1)?.price?.currency ?? null],
    failures: ['whole', ({ failures }) => failures.length],
    plan: ['text', ({ standings }) => standings.at(-1)?.plan ?? null],
    touch: ['word', ({ touch }) => touch],
    issue: ['word', (one) => issueNamed(one.issue ?? 0)?.id ?? null],
    issue_title: ['text', (one) => issueNamed(one.issue ?? 0)?.title ?? null],
    offer: ['word', ({ offer }) => offerNamed(offer ?? 0)?.id ?? null],
    offer_name: ['text', ({ offer }) => offerNamed(offer ?? 0)?.title ?? null],
  });
}

const total = (payments: readonly Money[]) => payments.reduce((sum, { amount }) => sum + amount, 0);
