import type { ReaderGroups, SingleReaders } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { groupsToldFrom } from '@readout/engagement';
import { localTime } from '@readout/local-time';
import type { GroupCounts } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { groupDay, groupQuery } from './group-days.ts';

const DAYS_A_WEEK = 7;

/** How many readers were in each group as today began, and on the same weekday of the weeks before. */
export async function readerGroups(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  weeks: number,
  singleReaders: SingleReaders,
): Promise<ReaderGroups> {
  const untold = untoldBy(publication);
  if (untold !== null) return { untold, singleReaders, days: [], toldFrom: null };
  const now = clock();
  const sent = await sentIssues(catalog, publication.id, now);
  const time = localTime(publication.timeZone);
  const days = Array.from({ length: weeks }, (_, week) => {
    const day = time.dayBegan(now, week * DAYS_A_WEEK);
    return { day, ...groupDay(sent, day), mayBeOld: week > 0 };
  })
    // Without an issue before the stretch everybody would be new.
    .filter(({ from }) => from > 0)
    .reverse();
  const counts = await warehouse.readerGroups({
    ...groupQuery(publication, sent),
    days: days.map(({ from, to, lately, mayBeOld }) => ({ from, to, lately, mayBeOld })),
  });
  const first = sent.at(-1)?.sentAt.getTime();
  return {
    untold,
    singleReaders,
    days: days.flatMap(({ day, from, to }, at) => {
      const its = counts[at];
      return its === undefined ? [] : [{ day: new Date(day).toISOString(), issues: to - from, ...copied(its) }];
    }),
    toldFrom: first === undefined ? null : new Date(groupsToldFrom(first, time)).toISOString(),
  };
}

function copied({ all, byStanding: { free, trial, premium } }: GroupCounts) {
  return { all: { ...all }, byStanding: { free: { ...free }, trial: { ...trial }, premium: { ...premium } } };
}

/** Who does not keep all of reading cannot say who stopped. */
export function untoldBy({ tracksReaders, tracksOpens, tracksClicks }: Publication): ReaderGroups['untold'] {
  if (!tracksReaders) return 'readers_not_kept';
  if (!tracksOpens) return 'opens_not_kept';
  return tracksClicks ? null : 'clicks_not_kept';
}
