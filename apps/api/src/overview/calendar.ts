import type { PublicationCalendar } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { issueRates } from '@readout/engagement';
import { localDay, nameOfDay, startOfDay } from '@readout/local-time';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { effects } from './following-effects.ts';
import { HABIT_DAYS, skippedDays } from './sending-habit.ts';

/** Twelve months, in whole weeks. */
const DAYS = 53 * 7;

/** On which days something went out or was missing, and what that did to the issue after. */
export async function calendarOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id: publication, timeZone }: Publication,
): Promise<PublicationCalendar> {
  const now = clock();
  const today = localDay(now, timeZone);
  const from = today - DAYS + 1;
  // What is usual in the first of these weeks is said by the weeks before.
  const since = startOfDay(from - HABIT_DAYS, timeZone);
  const issues = (await sentIssues(catalog, publication, now, { from: since })).toReversed();
  const figures = await warehouse.figures({ publication, issues: issues.map(({ id }) => id) });
  const sent = issues.map((issue, at) => {
    const { delivered, readers, clickers } = figures[at] ?? { delivered: 0, readers: 0, clickers: 0 };
    const { openRate } = issueRates({ delivered, readers, clickers });
    return { issue, day: localDay(issue.sentAt.getTime(), timeZone), delivered, readers, openRate };
  });
  const skipped = skippedDays(
    sent.map(({ day }) => day),
    from,
    today - 1,
  );
  const counted = sent.filter(({ day }) => day >= from);
  return {
    from: nameOfDay(from),
    to: nameOfDay(today),
    issues: counted.map(({ issue, day, delivered, readers, openRate }) => ({
      day: nameOfDay(day),
      id: issue.publicId,
      title: issue.title,
      sentAt: issue.sentAt.toISOString(),
      delivered,
      readers,
      openRate,
    })),
    skipped: skipped.map(nameOfDay),
    ...effects(
      counted.map(({ issue, day, openRate }) => ({ sentAt: issue.sentAt.getTime(), day, openRate })),
      skipped,
      now,
    ),
  };
}
