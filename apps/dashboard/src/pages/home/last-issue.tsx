import { Skeleton } from '@mantine/core';
import type { IssueListItem } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { usualQuery } from '../../api/usual-queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { Sparkline } from '../../figures/sparkline.tsx';
import { ComparedWith, Usual } from '../../figures/usual.tsx';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './home.module.css';

/** The newest issue that went out: its readers beside what is usual at its age, its rates, its first two days. */
export function LastIssue({ item }: { item: IssueListItem }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const { figures } = item;
  return (
    <section className={styles['last']} aria-labelledby="last-issue">
      <div>
        <p className={styles['eyebrow']}>
          {words.home.last.label}
          {item.sentAt !== null && (
            <time dateTime={item.sentAt}>, {words.home.last.sent(dates.sent(item.sentAt))}</time>
          )}
        </p>
        <h2 id="last-issue" className={styles['lastTitle']}>
          <IssueLink issue={item} />
        </h2>
        <p className={styles['lead']}>
          <strong data-figure="readers">{numbers.count(figures.readers)}</strong>{' '}
          <span>
            <Defined term="readers">{words.home.last.readers}</Defined>
            <span className="dim">
              {' '}
              <Defined term="delivered">{words.home.last.readersOf(numbers.count(figures.delivered))}</Defined>
            </span>
          </span>
        </p>
        <Standing item={item} />
      </div>
      <div>
        <dl className={styles['rates']}>
          <div>
            <dt>
              <Defined term="openRate">{words.home.last.openRate}</Defined>
            </dt>
            <dd data-figure="openRate">{numbers.rate(figures.openRate)}</dd>
          </div>
          <div>
            <dt>
              <Defined term="clickers">{words.home.last.clickers}</Defined>
            </dt>
            <dd data-figure="clickers">{numbers.count(figures.clickers)}</dd>
          </div>
        </dl>
        <div className={styles['curve']}>
          <Sparkline hours={item.readersByHour} peak={Math.max(...item.readersByHour)} width="100%" />
          <p className="dim small">
            <Defined term="firstTwoDays">{words.home.last.firstTwoDays}</Defined>
          </p>
        </div>
      </div>
    </section>
  );
}

/** Where its readers stand to what is usual, or why that is not said. A place is kept free until it is known. */
function Standing({ item }: { item: IssueListItem }) {
  const publication = usePublication();
  const { data: usual, isPending } = useQuery(usualQuery(publication.id, item.id));
  if (isPending) return <Skeleton height={46} width={300} maw="100%" />;
  if (usual === undefined) return null;
  return usual.figures.readers === null ? (
    <ComparedWith usual={usual} />
  ) : (
    <Usual of="readers" value={item.figures.readers} usual={usual} />
  );
}

export function LastIssueSkeleton() {
  return (
    <div className={styles['last']} role="status" aria-busy="true" aria-label={words.loading}>
      <div>
        <Skeleton height={20} width={220} maw="100%" />
        <Skeleton height={34} mt={8} width="70%" />
        <Skeleton height={60} mt={14} width={240} maw="100%" />
        <Skeleton height={46} mt={8} width={300} maw="100%" />
      </div>
      <Skeleton height={150} />
    </div>
  );
}
