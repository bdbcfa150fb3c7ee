import type { ReaderGroups, SingleReaders } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { groupCountsFrom, localTime } from '@readout/engagement';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { groupQuery } from './group-query.ts';

const DAYS_A_WEEK = 7;

/** How many readers were in each group as today began, and on the same weekday of the weeks before. */
export async function readerGroups(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  weeks: number,
  singleReaders: SingleReaders,
): Promise<ReaderGroups> {
  const untold = untoldBy(publication);
  if (untold !== null) return { untold, singleReaders, days: [], firstCounts: null };
  const now = clock();
  const sent = await sentIssues(catalog, publication, now);
  const time = localTime(publication.timeZone);
  const days: ReaderGroups['days'] = [];
  for (let week = 0; week < weeks; week++) {
    const day = time.dayBegan(now, week * DAYS_A_WEEK);
    const query = groupQuery(publication, sent, day);
    if (query.window.length === 0 && query.earlier.length === 0) break;
    // One after the other: each takes all there is of a processor, and others want to ask something too.
    const { all, byStanding } = await warehouse.readerGroups({ ...query, mayBeOld: week > 0 });
    days.unshift({
      day: new Date(day).toISOString(),
      issues: query.window.length,
      all: { ...all },
      byStanding: {
        free: { ...byStanding.free },
        trial: { ...byStanding.trial },
        premium: { ...byStanding.premium },
      },
    });
  }
  const first = sent.at(-1)?.sentAt.getTime();
  return {
    untold,
    singleReaders,
    days,
    firstCounts: first === undefined ? null : new Date(groupCountsFrom(first, time)).toISOString(),
  };
}

/** Who does not keep all of reading cannot say who stopped. */
function untoldBy({ tracksReaders, tracksOpens, tracksClicks }: Publication): ReaderGroups['untold'] {
  if (!tracksReaders) return 'readers_not_kept';
  if (!tracksOpens) return 'opens_not_kept';
  return tracksClicks ? null : 'clicks_not_kept';
}
