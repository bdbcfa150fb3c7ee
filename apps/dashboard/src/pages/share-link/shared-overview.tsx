import type { SharedView } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { numbers, useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { sharingWords } from '../../words/sharing-words.ts';
import { words } from '../../words/words.ts';
import { DaysFigures } from '../home/days-figures.tsx';
import styles from './shared.module.css';

/** What the last days brought, as home tells of it. */
export function SharedOverview({ view }: { view: Extract<SharedView, { show: 'overview' }> }) {
  const { publication, days, isComparable, asOf } = view;
  const dates = useDates(publication.timeZone);
  const say = words.home.days;
  const count = numbers.count(days.length);
  return (
    <>
      <header>
        <Heading className="theirs">{publication.name}</Heading>
        <p className={styles['facts']}>
          <time dateTime={asOf}>{sharingWords.asOf(dates.moment(asOf))}</time>,{' '}
          {sharingWords.timesOf(publication.timeZone)}
        </p>
      </header>
      <section aria-labelledby="last-days">
        <h2 id="last-days">{say.title(days.length, count)}</h2>
        <p className="dim small">
          {isComparable ? <Defined term="change">{say.against(days.length, count)}</Defined> : say.tooYoung}
        </p>
        <DaysFigures data={view} />
      </section>
    </>
  );
}
