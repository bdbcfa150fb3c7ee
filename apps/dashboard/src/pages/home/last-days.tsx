import { SegmentedControl, Skeleton } from '@mantine/core';
import type { OverDays, PublicationOverview } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { overviewQuery } from '../../api/home-queries.ts';
import type { CsvTable } from '../../csv/csv-table.ts';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { DayLine } from '../../figures/day-line.tsx';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { type DefinitionName, words } from '../../words/words.ts';
import styles from './home.module.css';
import { homeSearch, SPANS, type Span } from './home-search.ts';

/** What the last days brought, each figure with its days and its change. */
export function LastDays({ days }: { days: Span }) {
  const publication = usePublication();
  const navigate = useNavigate();
  const overview = useQuery(overviewQuery(publication.id, days));
  const { data } = overview;
  const shown = data?.days.length ?? days;
  const title = words.home.days.title(shown, numbers.count(shown));
  return (
    <section aria-labelledby="last-days">
      <div className="section-head">
        <h2 id="last-days">{title}</h2>
        <SegmentedControl
          size="xs"
          aria-label={words.home.days.span}
          value={String(days)}
          onChange={(value) =>
            void navigate({
              to: '/p/$publication',
              params: { publication: publication.id },
              search: homeSearch({ days: value }),
              replace: true,
              resetScroll: false,
            })
          }
          data={SPANS.map((span) => ({ value: String(span), label: words.home.days.spans[span] }))}
        />
      </div>
      {overview.isPending && <FiguresSkeleton />}
      {overview.isError && data === undefined && (
        <Failed title={words.home.days.failed} error={overview.error} retry={() => void overview.refetch()} />
      )}
      {data !== undefined && (
        <div aria-busy={overview.isPlaceholderData}>
          <p className="dim small">
            {data.isComparable ? (
              <Defined term="change">{words.home.days.against(shown, numbers.count(shown))}</Defined>
            ) : (
              words.home.days.tooYoung
            )}
          </p>
          <Figures data={data} />
          <div className={styles['csv']}>
            <ExportMenu table={() => csvOf(data)} of={title} />
          </div>
        </div>
      )}
    </section>
  );
}

function Figures({ data }: { data: PublicationOverview }) {
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

function howKnown({ now, byEvents, byRecipients }: PublicationOverview['paying']): string | null {
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

function csvOf(data: PublicationOverview): CsvTable {
  const say = words.home.days;
  const { readers, clickers, clicks, paywallHits, trialsStarted, converted, paying, issues, delivered } = data;
  const columns = [readers, clickers, clicks, paywallHits, trialsStarted, converted, paying, issues, delivered];
  return {
    columns: [
      say.day,
      say.readers,
      say.clickers,
      say.clicksColumn,
      say.paywallHits,
      say.trialsStarted,
      say.converted,
      say.paying,
      say.issues,
      say.deliveriesColumn,
    ],
    rows: data.days.map((day, at) => [day, ...columns.map(({ byDay }) => byDay[at] ?? null)]),
  };
}

function FiguresSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label={words.loading}>
      <Skeleton height={18} width={260} maw="100%" />
      <div className={styles['figures']}>
        {Array.from({ length: 7 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: figures of a skeleton have no other identity
          <div key={at} className={styles['figure']}>
            <Skeleton height={140} />
          </div>
        ))}
      </div>
    </div>
  );
}
