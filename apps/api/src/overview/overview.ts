import type { OverDays, PublicationOverview } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type Change, changeOfEvents, changeOfPeople } from '@readout/statistics';
import type { PeopleOverDays } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { type SentIssue, sentIssues } from '../issues/sent-issues.ts';
import { stretches } from './stretches.ts';

/** Of an issue that went to premium readers, how long it may say who is one: ones for free readers alone come between. */
const PREMIUM_WITHIN_MS = 30 * 86_400_000;
/** How much later than the stretch before the first issue may have gone out: who sends weekly begins anywhere in a week. */
const BEGUN_WITHIN_MS = 7 * 86_400_000;

/** What happened in the last days, beside as many before. */
export async function overviewOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id: publication, timeZone }: Publication,
  days: number,
): Promise<PublicationOverview> {
  const now = clock();
  const over = stretches(now, timeZone, days);
  const from = over.before.days[0] ?? over.before.to;
  const issues = await sentIssues(catalog, publication, now, { from: from - PREMIUM_WITHIN_MS });
  const [readers, steps, paying, figures] = await Promise.all([
    warehouse.readersByDay(publication, over),
    warehouse.stepsByDay(publication, over),
    warehouse.payingReaders({
      publication,
      moments: [over.before.to, ...over.days.slice(1), over.to],
      issues: issues.map(({ id, sentAt }) => ({ id, sentAt: sentAt.getTime() })),
    }),
    warehouse.figures({ publication, issues: issues.map(({ id }) => id) }),
  ]);
  // An issue older than those asked for may be the first: it is enough that one went out soon after the beginning.
  const hasBegun = issues.some(({ sentAt }) => sentAt.getTime() < from + BEGUN_WITHIN_MS);
  const people = (one: PeopleOverDays): OverDays =>
    figureOf(one.now, one.before, one.byDay, hasBegun ? changeOfPeople(one) : null);
  const delivered = new Map(figures.map((one) => [one.issue, one.delivered]));
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const own = (weight: (issue: SentIssue) => number): OverDays => {
    const between = (since: number, until: number) =>
      sum(issues.filter(({ sentAt }) => sentAt.getTime() >= since && sentAt.getTime() < until).map(weight));
    const byDay = over.days.map((day, at) => between(day, over.days[at + 1] ?? over.to));
    return figureOf(sum(byDay), between(from, over.before.to), byDay, null);
  };
  const ends = paying.at.map(({ byEvents, byRecipients }) => byEvents + byRecipients);
  const [before = 0, ...atEnd] = ends;
  const last = paying.at.at(-1) ?? { byEvents: 0, byRecipients: 0 };
  return {
    asOf: new Date(now).toISOString(),
    days: over.days.map((day) => new Date(day).toISOString()),
    before: { from: new Date(from).toISOString(), to: new Date(over.before.to).toISOString() },
    isComparable: hasBegun,
    issues: own(() => 1),
    delivered: own(({ id }) => delivered.get(id) ?? 0),
    readers: people(readers),
    clickers: people(steps.clickers),
    clicks: figureOf(
      sum(steps.clicks.byDay),
      sum(steps.clicks.beforeByDay),
      steps.clicks.byDay,
      hasBegun ? changeOfEvents(steps.clicks.beforeByDay, steps.clicks.byDay) : null,
    ),
    paywallHits: people(steps.paywallHits),
    trialsStarted: people(steps.trialsStarted),
    converted: people(steps.converted),
    paying: {
      ...people({ now: atEnd.at(-1) ?? 0, before, both: paying.both, byDay: atEnd }),
      ...last,
    },
  };
}

function figureOf(now: number, before: number, byDay: readonly number[], change: Change | null): OverDays {
  return { now, before, change: change === null ? null : { ...change }, byDay: [...byDay] };
}
