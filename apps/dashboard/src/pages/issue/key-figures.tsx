import type { IssueReport } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { earlierIssuesQuery } from '../../api/queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/en.ts';
import { compare } from './comparison.ts';
import { Figure, Rate } from './figure.tsx';
import styles from './issue.module.css';

/** The figures of an issue, the largest first, each beside what is usual. */
export function KeyFigures({ report }: { report: IssueReport }) {
  const publication = usePublication();
  const { data: earlier } = useQuery(earlierIssuesQuery(publication.id));
  const { figures, issue } = report;
  const usual = compare(earlier?.items ?? [], issue.sentAt, Date.parse(report.asOf));
  const { opensByVerdict: opens } = figures;
  const machines = opens.prefetched + opens.scanner + opens.unclear;
  return (
    <section className={styles['figures']} aria-label={words.issues.title}>
      <Figure
        lead
        term="readers"
        label={words.issue.readers}
        value={numbers.count(figures.readers)}
        beside={<Defined term="delivered">{words.issue.readersOf(numbers.count(figures.delivered))}</Defined>}
      >
        <Rate
          term="openRate"
          label={words.issue.openRate}
          value={figures.openRate}
          usual={usual.openRate}
          young={usual.young}
        />
      </Figure>
      <Figure term="clickers" label={words.issue.clickers} value={numbers.count(figures.clickers)}>
        <Rate
          term="clickRate"
          label={words.issue.clickRate}
          of={words.issue.ofDelivered}
          value={figures.clickRate}
          usual={usual.clickRate}
          young={usual.young}
        />
        <Rate
          term="clickToOpenRate"
          label={words.issue.clickToOpen}
          of={words.issue.ofReaders}
          value={figures.clickToOpenRate}
          usual={usual.clickToOpenRate}
          young={usual.young}
        />
      </Figure>
      {issue.hasPaywall ? (
        <Figure term="paywallHits" label={words.issue.paywallHits} value={numbers.count(figures.paywallHits)}>
          <p className={styles['second']}>
            <strong>{numbers.count(figures.trialsStarted)}</strong>{' '}
            <Defined term="trialsStarted">{words.issue.trialsStarted.toLowerCase()}</Defined>
          </p>
          {figures.paywallHits === 0 && <p className="dim small">{words.issue.paywallHitsLater}</p>}
        </Figure>
      ) : (
        <Figure term="paywallHits" label={words.issue.paywallHits} value="–">
          <p className="dim small">{words.issue.noPaywall}</p>
        </Figure>
      )}
      <Figure quiet term="machineOpens" label={words.issue.machineOpens} value={numbers.count(machines)}>
        <p className="dim small">{words.issue.notCounted}</p>
        <dl className={styles['classes']}>
          <Class term="prefetched" label={words.issue.prefetched} value={opens.prefetched} />
          <Class term="scanner" label={words.issue.scanner} value={opens.scanner} />
          <Class term="unclear" label={words.issue.unclear} value={opens.unclear} />
        </dl>
      </Figure>
    </section>
  );
}

function Class({ term, label, value }: { term: 'prefetched' | 'scanner' | 'unclear'; label: string; value: number }) {
  return (
    <div>
      <dt>
        <Defined term={term}>{label}</Defined>
      </dt>
      <dd>{numbers.count(value)}</dd>
    </div>
  );
}
