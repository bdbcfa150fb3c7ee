import type { FollowingEffect, PublicationCalendar } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './home.module.css';

/** What a skipped day, or a second issue on one day, did to the next one's open rate. */
export function FollowingEffects({
  calendar: { afterSkipped, afterSecond },
}: {
  calendar: Pick<PublicationCalendar, 'afterSkipped' | 'afterSecond'>;
}) {
  return (
    <dl className={styles['effects']}>
      <div>
        <dt>
          <Defined term="nextIssue">{words.home.calendar.afterSkipped}</Defined>
        </dt>
        <dd>{saying(afterSkipped)}</dd>
      </div>
      <div>
        <dt>
          <Defined term="nextIssue">{words.home.calendar.afterSecond}</Defined>
        </dt>
        <dd>{saying(afterSecond)}</dd>
      </div>
    </dl>
  );
}

function saying({ times, effect }: FollowingEffect): string {
  const say = words.home.calendar;
  const { count, points } = numbers;
  if (times === 0) return say.never;
  if (effect === null) return say.few(times, count(times));
  const [low, high] = [points(effect.low), points(effect.high)];
  if (effect.isChance) return say.chance(low, high, times, count(times));
  const what = effect.difference > 0 ? say.higher : say.lower;
  return what(numbers.pointsApart(effect.difference), low, high, times, count(times));
}
