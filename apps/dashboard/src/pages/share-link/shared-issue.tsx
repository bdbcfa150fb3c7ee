import type { SharedView } from '@readout/api-contract';
import { useMemo, useState } from 'react';
import { Chart } from '../../charts/chart.tsx';
import { Defined } from '../../figures/defined.tsx';
import { paceOf } from '../../findings/pace.ts';
import { type TimeSpan, timeBars, timeSpans } from '../../findings/time-bars.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Message } from '../../frame/message.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { sharingWords } from '../../words/sharing-words.ts';
import { words } from '../../words/words.ts';
import { Figure, Rate } from '../issue/figure.tsx';
import issueStyles from '../issue/issue.module.css';
import { paceFinding } from '../issue/pace-finding.ts';
import { panelsOf } from '../issue/pace-panels.ts';
import { paceCsv, paceTable } from '../issue/pace-table.ts';
import { SpanChoice } from '../issue/span-choice.tsx';
import styles from './shared.module.css';

type SharedIssueView = Extract<SharedView, { show: 'issue' }>;

/** An issue in its figures, and how its readers came. */
export function SharedIssue({ view }: { view: SharedIssueView }) {
  const { publication, issue, asOf, figures } = view;
  const dates = useDates(publication.timeZone);
  return (
    <>
      <header>
        <p className={styles['from']}>{sharingWords.from(publication.name)}</p>
        <Heading className="theirs">{shownTitle(issue.title)}</Heading>
        {issue.subtitle !== '' && <p className="theirs dim">{issue.subtitle}</p>}
        <p className={styles['facts']}>
          {issue.sentAt !== null && (
            <>
              <time dateTime={issue.sentAt}>{words.issue.sent(dates.sent(issue.sentAt))}</time>
              {` · `}
            </>
          )}
          <time dateTime={asOf}>{sharingWords.asOf(dates.moment(asOf))}</time>,{' '}
          {sharingWords.timesOf(publication.timeZone)}
        </p>
      </header>
      <Figures figures={figures} />
      {figures.readers === 0 ? <Message>{words.pace.none}</Message> : <Curve view={view} />}
    </>
  );
}

function Figures({ figures }: Pick<SharedIssueView, 'figures'>) {
  const say = words.issue;
  return (
    <section aria-label={say.figures} className={issueStyles['figures']}>
      <Figure
        lead
        term="readers"
        label={say.readers}
        value={numbers.count(figures.readers)}
        beside={<Defined term="delivered">{say.readersOf(numbers.count(figures.delivered))}</Defined>}
      >
        <Rate term="openRate" label={say.openRate} value={figures.openRate} />
      </Figure>
      <Figure term="clickers" label={say.clickers} value={numbers.count(figures.clickers)}>
        <Rate term="clickRate" label={say.clickRate} of={say.ofDelivered} value={figures.clickRate} />
        <Rate term="clickToOpenRate" label={say.clickToOpen} of={say.ofReaders} value={figures.clickToOpenRate} />
        <p className={issueStyles['second']}>
          <strong>{numbers.count(figures.clicks)}</strong> <Defined term="clicks">{say.clicks(figures.clicks)}</Defined>
        </p>
      </Figure>
      {figures.paywallHits !== null && (
        <Figure term="paywallHits" label={say.paywallHits} value={numbers.count(figures.paywallHits)}>
          {figures.trialsStarted !== null && (
            <p className={issueStyles['second']}>
              <strong>{numbers.count(figures.trialsStarted)}</strong>{' '}
              <Defined term="trialsStarted">{say.trialsStarted.toLowerCase()}</Defined>
            </p>
          )}
        </Figure>
      )}
    </section>
  );
}

function Curve({ view: { publication, activity } }: { view: SharedIssueView }) {
  const dates = useDates(publication.timeZone);
  const narrow = useNarrow();
  const spans = useMemo(() => timeSpans(activity), [activity]);
  const [chosen, setChosen] = useState<TimeSpan['id']>('two-days');
  const span = spans.find((one) => one.id === chosen) ?? spans[0];
  const drawn = useMemo(() => {
    if (span === undefined) return null;
    const bars = timeBars(activity, span);
    return {
      panels: panelsOf({ activity, bars, span, usual: undefined, notes: [], dates, narrow }),
      table: paceTable(bars, undefined, dates),
      csv: () => paceCsv(bars, undefined),
    };
  }, [activity, span, dates, narrow]);
  const pace = useMemo(() => paceOf(activity), [activity]);
  if (drawn === null) return null;
  return (
    <Chart
      id="pace"
      finding={paceFinding(pace)}
      tooSmall={pace.state === 'few' ? words.pace.fewSays : undefined}
      panels={drawn.panels}
      table={drawn.table}
      csv={drawn.csv}
      controls={<SpanChoice spans={spans} chosen={chosen} onChoose={setChosen} />}
    />
  );
}
