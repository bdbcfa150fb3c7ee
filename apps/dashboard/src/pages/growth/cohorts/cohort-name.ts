import type { CohortsView } from '@readout/api-contract';
import { shownTitle } from '../../../format/titles.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { months } from '../months.ts';

/** What a cohort is called: its month, or the title of its offer or issue. */
export function cohortName(
  by: CohortsView['by'],
  { key, title }: Pick<CohortsView['cohorts'][number], 'key' | 'title'>,
): string {
  if (key === null) return growthWords.cohorts.unknown[by];
  return by === 'month' ? months.long(key) : shownTitle(title ?? key);
}
