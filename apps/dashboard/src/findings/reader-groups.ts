import type { FetchVerdict, ReaderGroup, ReaderGroupSizes, ReaderGroups } from '@readout/api-contract';
import { ratio } from '../format/numbers.ts';
import { type Contrast, contrastOf } from './contrast.ts';

/** In the order in which they are shown. */
export const GROUPS: readonly ReaderGroup[] = ['new', 'engaged', 'fading', 'dormant', 'hidden'];
/** Their colours: people who read are blue, those who do not are grey, and of whom nobody knows are hatched. */
export const GROUP_TONES: Readonly<Record<ReaderGroup, FetchVerdict>> = {
  new: 'proxied',
  engaged: 'human',
  fading: 'prefetched',
  dormant: 'scanner',
  hidden: 'unclear',
};
export const STANDINGS = ['free', 'trial', 'premium'] as const;
export type Standing = (typeof STANDINGS)[number];

export type GroupDay = ReaderGroups['days'][number];

/** Below this many readers, or this many issues, a share says more about chance than about readers. */
const FEW_READERS = 50;
const FEW_ISSUES = 3;
/** Days that a change is taken over are weeks apart. */
const WEEKS_BACK = 4;

export function sizesOf(day: GroupDay, standing: Standing | null): ReaderGroupSizes {
  return standing === null ? day.all : day.byStanding[standing];
}

export function sumOfGroups(sizes: ReaderGroupSizes): number {
  return GROUPS.reduce((sum, group) => sum + sizes[group], 0);
}

export function isTooFew(day: GroupDay, standing: Standing | null): boolean {
  return day.issues < FEW_ISSUES || sumOfGroups(sizesOf(day, standing)) < FEW_READERS;
}

/** How many more readers a group has than four weeks before; null where that is not known. */
export function changeOf(days: readonly GroupDay[], group: ReaderGroup, standing: Standing | null): number | null {
  const [now, before] = [days.at(-1), days.at(-1 - WEEKS_BACK)];
  if (now === undefined || before === undefined || before.issues === 0) return null;
  return sizesOf(now, standing)[group] - sizesOf(before, standing)[group];
}

/** Whose standing is not known: who is in no other column. */
export function withoutStanding(day: GroupDay): ReaderGroupSizes {
  const left = (group: ReaderGroup) =>
    Math.max(0, day.all[group] - STANDINGS.reduce((sum, standing) => sum + day.byStanding[standing][group], 0));
  return {
    new: left('new'),
    engaged: left('engaged'),
    fading: left('fading'),
    dormant: left('dormant'),
    hidden: left('hidden'),
  };
}

/** The two standings that differ most in how many are engaged; null where fewer than two are large enough, or do alike. */
export function standingContrast(day: GroupDay): Contrast<Standing> | null {
  return contrastOf(
    STANDINGS.flatMap((standing) => {
      const sizes = day.byStanding[standing];
      const all = sumOfGroups(sizes);
      return all < FEW_READERS ? [] : [{ name: standing, share: ratio(sizes.engaged, all) ?? 0 }];
    }),
  );
}
