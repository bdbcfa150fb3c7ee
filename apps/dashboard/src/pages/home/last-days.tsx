import { SegmentedControl, Skeleton } from '@mantine/core';
import type { PublicationOverview } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { overviewQuery } from '../../api/home-queries.ts';
import type { CsvTable } from '../../csv/csv-table.ts';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import { ShareButton } from '../sharing/share-button.tsx';
import { DaysFigures } from './days-figures.tsx';
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
          <DaysFigures data={data} />
          <div className={styles['csv']}>
            <ExportMenu table={() => csvOf(data)} of={title} />
            <ShareButton
              size="compact-sm"
              offered={{ subjects: [{ show: 'overview', days: data.days.length }], title: null }}
            />
          </div>
        </div>
      )}
    </section>
  );
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
