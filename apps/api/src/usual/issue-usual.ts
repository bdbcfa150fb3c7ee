import type { IssueUsual } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import { issueRates } from '@readout/engagement';
import { FEWEST_USUAL, finalReaders, usualRange } from '@readout/statistics';
import type { IssueFigures, IssueGrowth } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from '../issues/audience.ts';
import { atAge } from './at-age.ts';
import { type ComparableIssue, comparableIssues, MAY_BE_OLD_MS } from './comparable.ts';

const HOUR_MS = 3_600_000;
/** Hours of a report begin with the quarter in which the issue went out: issues/hours.ts. */
const QUARTER_MS = 900_000;
/**
 * After a week an issue is taken to be done: who comes later hardly moves its figures. Until then it is compared with
 * what others had at the same age.
 */
const DONE_HOURS = 168;
const DONE_MS = DONE_HOURS * HOUR_MS;

type Counts = Pick<IssueFigures, 'delivered' | 'readers' | 'clickers' | 'paywallHits' | 'trialsStarted'>;
/** What is known of the issue that is compared. */
interface Own {
  readonly now: number;
  readonly age: number | null;
  readonly audience: IssueUsual['audience'];
  readonly hasPaywall: boolean;
}
type Compared = ComparableIssue & { readonly growth: IssueGrowth };

/** What is usual for an issue at its age, by those before it, and how it will probably end: docs/forecast.md. */
export async function issueUsual(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<IssueUsual> {
  const now = deps.clock();
  const [own] = await deps.warehouse.figures({ publication: publication.id, issues: [issue.id], oldMs: MAY_BE_OLD_MS });
  const audience = (own === undefined ? null : audienceOf(own)) ?? 'everyone';
  const sentAt = issue.sentAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const age = now - sentAt >= DONE_MS || sentAt > now ? null : now - sentAt;
  const asked = { now, age, audience, hasPaywall: issue.hasPaywall };
  if (own === undefined || sentAt > now) return usualOf(asked, []);
  const comparable = await comparableIssues(deps, publication, issue, audience);
  if (comparable.length < FEWEST_USUAL) return { ...usualOf(asked, []), issues: comparable.length };
  const growths = await deps.warehouse.growth({
    publication: publication.id,
    issues: comparable.map((one) => ({ id: one.figures.issue, since: one.sentAt })),
    oldMs: MAY_BE_OLD_MS,
  });
  const before = comparable.flatMap((one, at) => {
    const growth = growths[at];
    return growth === undefined ? [] : [{ ...one, growth }];
  });
  return {
    ...usualOf(asked, before),
    curve: curveOf(before, sentAt, now),
    forecast: age === null ? null : forecastOf(own, age, before, now),
  };
}

function usualOf({ now, age, audience, hasPaywall }: Own, before: readonly Compared[]): IssueUsual {
  const counts = before.map((one) => countsAt(one, age));
  const behindPaywall = hasPaywall ? before.filter((one) => one.hasPaywall).map((one) => countsAt(one, age)) : [];
  const range = (pick: (counts: Counts) => number | null, of = counts) =>
    usualRange(of.flatMap((one) => pick(one) ?? []));
  return {
    asOf: new Date(now).toISOString(),
    age: age === null ? null : age / HOUR_MS,
    issues: before.length,
    audience,
    figures: {
      readers: range(({ readers }) => readers),
      openRate: range((one) => issueRates(one).openRate),
      clickers: range(({ clickers }) => clickers),
      clickRate: range((one) => issueRates(one).clickRate),
      clickToOpenRate: range((one) => issueRates(one).clickToOpenRate),
      paywallHits: range(({ paywallHits }) => paywallHits, behindPaywall),
      trialsStarted: range(({ trialsStarted }) => trialsStarted, behindPaywall),
    },
    curve: [],
    forecast: null,
  };
}

/** What an issue had at an age, or what it has where that is null. */
function countsAt({ growth, sentAt, figures }: Compared, age: number | null): Counts {
  if (age === null) return figures;
  return {
    delivered: figures.delivered,
    readers: atAge(growth, 'readers', sentAt, age),
    clickers: atAge(growth, 'clickers', sentAt, age),
    paywallHits: atAge(growth, 'paywallHits', sentAt, age),
    trialsStarted: atAge(growth, 'trialsStarted', sentAt, age),
  };
}

/** Each hour by the issues that are as old. Where one less is, the range may narrow, but readers so far never fall. */
function curveOf(before: readonly Compared[], sentAt: number, now: number): IssueUsual['curve'] {
  const curve: IssueUsual['curve'] = [];
  const least = { low: 0, median: 0, high: 0 };
  for (let hour = 0; hour < DONE_HOURS; hour++) {
    const age = (hour + 1) * HOUR_MS - (sentAt % QUARTER_MS);
    const range = usualRange(
      before.flatMap((one) => (now - one.sentAt >= age ? [atAge(one.growth, 'readers', one.sentAt, age)] : [])),
    );
    if (range === null) break;
    least.low = Math.max(least.low, range.low);
    least.median = Math.max(least.median, range.median);
    least.high = Math.max(least.high, range.high);
    curve.push({ hour, ...least });
  }
  return curve;
}

function forecastOf(own: Counts, age: number, before: readonly Compared[], now: number): IssueUsual['forecast'] {
  const finished = before
    .filter((one) => now - one.sentAt >= DONE_MS)
    .map((one) => ({
      recipients: one.figures.delivered,
      readers: atAge(one.growth, 'readers', one.sentAt, age),
      total: atAge(one.growth, 'readers', one.sentAt, DONE_MS),
    }));
  const foretold = finalReaders({ recipients: own.delivered, readers: own.readers }, finished);
  return foretold === null ? null : { hours: DONE_HOURS, ...foretold };
}
