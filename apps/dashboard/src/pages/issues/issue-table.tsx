import type { IssueListItem } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { Defined } from '../../figures/defined.tsx';
import { Sparkline } from '../../figures/sparkline.tsx';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';
import { peakOf } from './peak.ts';

/** The issues as a table: figures that line up, one row an issue. */
export function IssueTable({ items }: { items: readonly IssueListItem[] }) {
  const peak = peakOf(items);
  return (
    <table className={`data ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{words.issues.issue}</th>
          <th scope="col" className="number">
            <Defined term="delivered">{words.issues.delivered}</Defined>
          </th>
          <th scope="col" className="number">
            <Defined term="readers">{words.issues.readers}</Defined>
          </th>
          <th scope="col" className="number">
            <Defined term="openRate">{words.issues.openRate}</Defined>
            <Of>{words.issues.ofDelivered}</Of>
          </th>
          <th scope="col" className="number">
            <Defined term="clickers">{words.issues.clickers}</Defined>
          </th>
          <th scope="col" className="number">
            <Defined term="clickRate">{words.issues.clickRate}</Defined>
            <Of>{words.issues.ofDelivered}</Of>
          </th>
          <th scope="col" className="number">
            <Defined term="clickToOpenRate">{words.issues.clickToOpen}</Defined>
            <Of>{words.issues.ofReaders}</Of>
          </th>
          <th scope="col" className="number">
            <Defined term="paywallHits">{words.issues.paywallHits}</Defined>
          </th>
          <th scope="col" className={styles['spark']}>
            <Defined term="firstTwoDays">{words.issues.firstTwoDays}</Defined>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} peak={peak} />
        ))}
      </tbody>
    </table>
  );
}

function Of({ children }: { children: string }) {
  return <span className={styles['of']}>{children}</span>;
}

function Row({ item, peak }: { item: IssueListItem; peak: number }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const { figures } = item;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/p/$publication/issues/$issue"
          params={{ publication: publication.id, issue: item.id }}
          className={`${styles['title']} theirs`}
        >
          {item.title}
        </Link>
        <span className={styles['when']}>
          {item.sentAt === null ? words.issues.notSent : <time dateTime={item.sentAt}>{dates.sent(item.sentAt)}</time>}
        </span>
      </th>
      <td className="number dim">{numbers.count(figures.delivered)}</td>
      <td className="number">{numbers.count(figures.readers)}</td>
      <td className="number">
        <strong>{numbers.rate(figures.openRate)}</strong>
      </td>
      <td className="number">{numbers.count(figures.clickers)}</td>
      <td className="number">{numbers.rate(figures.clickRate)}</td>
      <td className="number">{numbers.rate(figures.clickToOpenRate)}</td>
      <td className="number">
        {item.hasPaywall ? (
          numbers.count(figures.paywallHits)
        ) : (
          <span className="dim" title={words.issues.noPaywall}>
            <span aria-hidden="true">–</span>
            <span className={styles['hidden']}>{words.issues.noPaywall}</span>
          </span>
        )}
      </td>
      <td className={styles['spark']}>
        <Sparkline hours={item.readersByHour} peak={peak} />
      </td>
    </tr>
  );
}
