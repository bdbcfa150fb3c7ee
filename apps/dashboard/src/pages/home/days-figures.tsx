import type { OverDays, PublicationOverview } from '@readout/api-contract';
import type { ReactNode } from 'react';
import { DayLine } from '../../figures/day-line.tsx';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { type DefinitionName, words } from '../../words/words.ts';
import styles from './home.module.css';

/** What is shown of an overview: of clicks and deliveries only how many there were. */
type DaysShown = Pick<
  PublicationOverview,
  'isComparable' | 'readers' | 'clickers' | 'paywallHits' | 'trialsStarted' | 'converted' | 'paying' | 'issues'
> & { readonly [Name in 'clicks' | 'delivered']: Pick<OverDays, 'now'> };

/** What some days brought, each figure with its days and its change. */
export function DaysFigures({ data }: { data: DaysShown }) {
  const say = words.home.days;
  const { isComparable } = data;
  return (
    <div className={styles['figures']}>
      <Figure term="readersOverDays" label={say.readers} of={data.readers} isComparable={isComparable} />
      <Figure term="clickersOverDays" label={say.clickers} of={data.clickers} isComparable={isComparable}>
        {say.clicks(data.clicks.now, numbers.count(data.clicks.now))}
      </Figure>
      <Figure term="paywallHitsOverDays" label={say.paywallHits} of={data.paywallHits} isComparable={isComparable} />
      <Figure term="trialsOverDays" label={say.trialsStarted} of={data.trialsStarted} isComparable={isComparable} />
      <Figure term="convertedOverDays" label={say.converted} of={data.converted} isComparable={isComparable} />
      <Figure term="payingReaders" label={say.paying} of={data.paying} isComparable={isComparable} shape="line">
        {howKnown(data.paying)}
      </Figure>
      <Figure term="issuesOverDays" label={say.issues} of={data.issues} isComparable={isComparable} isOwn>
        {say.deliveries(data.delivered.now, numbers.count(data.delivered.now))}
      </Figure>
    </div>
  );
}

function howKnown({ now, byEvents, byRecipients }: DaysShown['paying']): string | null {
  if (now === 0) return null;
  if (byRecipients === 0) return words.home.days.byEvents;
  if (byEvents === 0) return words.home.days.byRecipients;
  return words.home.days.byBoth(numbers.count(byEvents), numbers.count(byRecipients));
}

/** @param isOwn the author's own doing: no question of chance */
function Figure({
  term,
  label,
  of,
  isComparable,
  isOwn = false,
  shape = 'bars',
  children,
}: {
  term: DefinitionName;
  label: string;
  of: OverDays;
  isComparable: boolean;
  isOwn?: boolean;
  shape?: 'bars' | 'line';
  children?: ReactNode;
}) {
  const { byDay } = of;
  const [least, most] = [Math.min(...byDay), Math.max(...byDay)];
  return (
    <div className={styles['figure']}>
      <h3 className={styles['label']}>
        <Defined term={term}>{label}</Defined>
      </h3>
      <p className={styles['value']} data-figure={term}>
        {numbers.count(of.now)}
      </p>
      <DayLine
        days={byDay}
        shape={shape}
        label={words.home.days.sparkline(label, numbers.count(least), numbers.count(most))}
      />
      {isComparable && <p className={styles['change']}>{changeOf(of, isOwn)}</p>}
      {children !== undefined && children !== null && <p className="dim small">{children}</p>}
    </div>
  );
}

function changeOf({ before, change }: OverDays, isOwn: boolean): ReactNode {
  const say = words.home.days;
  if (change === null) {
    return (
      <span className="dim">
        {isOwn ? say.before(numbers.count(before)) : `${say.before(numbers.count(before))}, ${say.few}`}
      </span>
    );
  }
  const [low, high] = [numbers.change(change.low), numbers.change(change.high)];
  if (change.isChance) return <span className="dim">{say.chance(low, high)}</span>;
  return say.more(numbers.change(change.ratio), low, high);
}
