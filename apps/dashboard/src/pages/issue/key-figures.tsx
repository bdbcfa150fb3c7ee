import type { IssueReport } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usualQuery } from '../../api/usual-queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { ComparedWith, Usual } from '../../figures/usual.tsx';
import { byMachines } from '../../findings/verdicts.ts';
import { numbers } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import type { DefinitionName } from '../../words/words.ts';
import { words } from '../../words/words.ts';
import { Estimate } from './estimate.tsx';
import { Figure, Rate } from './figure.tsx';
import styles from './issue.module.css';
import { WhyLink } from './why/why-link.tsx';
import type { WhySearch } from './why/why-search.ts';

/** The figures of an issue, the largest first, each beside what is usual. What machines did stands apart. */
export function KeyFigures({ report }: { report: IssueReport }) {
  const publication = usePublication();
  const { figures, issue, estimate } = report;
  const { data: usual } = useQuery(usualQuery(publication.id, issue.id));
  return (
    <section aria-label={words.issue.figures}>
      <div className={styles['figures']}>
        <Figure
          lead
          term="readers"
          label={words.issue.readers}
          value={numbers.count(figures.readers)}
          beside={<Defined term="delivered">{words.issue.readersOf(numbers.count(figures.delivered))}</Defined>}
          why={
            <WhyLink
              of={words.issue.readersSaid(figures.readers, numbers.count(figures.readers))}
              search={{ why: 'opens' }}
            />
          }
        >
          <Usual of="readers" value={figures.readers} usual={usual} />
          <Rate term="openRate" label={words.issue.openRate} value={figures.openRate}>
            <Usual of="openRate" value={figures.openRate} usual={usual} />
          </Rate>
          {figures.delivered > 0 && <Estimate estimate={estimate} />}
        </Figure>
        <Figure
          term="clickers"
          label={words.issue.clickers}
          value={numbers.count(figures.clickers)}
          why={
            <WhyLink
              of={words.issue.clickersSaid(figures.clickers, numbers.count(figures.clickers))}
              search={{ why: 'clicks' }}
            />
          }
        >
          <Usual of="clickers" value={figures.clickers} usual={usual} />
          <Rate term="clickRate" label={words.issue.clickRate} of={words.issue.ofDelivered} value={figures.clickRate}>
            <Usual of="clickRate" value={figures.clickRate} usual={usual} />
          </Rate>
          <Rate
            term="clickToOpenRate"
            label={words.issue.clickToOpen}
            of={words.issue.ofReaders}
            value={figures.clickToOpenRate}
          >
            <Usual of="clickToOpenRate" value={figures.clickToOpenRate} usual={usual} />
          </Rate>
          <p className={styles['second']}>
            <strong>{numbers.count(figures.clicks)}</strong>{' '}
            <Defined term="clicks">{words.issue.clicks(figures.clicks)}</Defined>
          </p>
        </Figure>
        {issue.hasPaywall ? (
          <Figure term="paywallHits" label={words.issue.paywallHits} value={numbers.count(figures.paywallHits)}>
            <Usual of="paywallHits" value={figures.paywallHits} usual={usual} />
            <p className={styles['second']}>
              <strong>{numbers.count(figures.trialsStarted)}</strong>{' '}
              <Defined term="trialsStarted">{words.issue.trialsStarted.toLowerCase()}</Defined>
            </p>
            <Usual of="trialsStarted" value={figures.trialsStarted} usual={usual} />
            {figures.paywallHits === 0 && <p className="dim small">{words.issue.paywallHitsLater}</p>}
          </Figure>
        ) : (
          <Figure term="paywallHits" label={words.issue.paywallHits} value="–">
            <p className="dim small">{words.issue.noPaywall}</p>
          </Figure>
        )}
        <Machines figures={figures} />
      </div>
      {usual !== undefined && figures.sent > 0 && (
        <div className={styles['compared']}>
          <ComparedWith usual={usual} />
        </div>
      )}
    </section>
  );
}

function Machines({ figures }: Pick<IssueReport, 'figures'>) {
  const { opensByVerdict: opens } = figures;
  const machines = byMachines(opens);
  return (
    <Figure
      quiet
      term="machineOpens"
      label={words.issue.machineOpens}
      value={numbers.count(machines)}
      why={<WhyLink of={words.issue.machineOpensSaid(machines, numbers.count(machines))} search={{ why: 'opens' }} />}
    >
      <p className="dim small">{words.issue.notCounted}</p>
      <dl className={styles['classes']}>
        <Class
          term="prefetched"
          label={words.issue.prefetched}
          value={opens.prefetched}
          search={{ why: 'opens', class: 'prefetched' }}
        />
        <Class
          term="scanner"
          label={words.issue.scanner}
          value={opens.scanner}
          search={{ why: 'opens', class: 'scanner' }}
        />
        <Class
          apart
          term="machineClicks"
          label={words.issue.machineClicks}
          value={figures.machineClicks}
          search={{ why: 'clicks', class: 'scanner' }}
        />
      </dl>
      <p className={styles['classesOf']}>
        <Defined term="unclear">{words.issue.unclear}</Defined>
      </p>
      <dl className={styles['classes']}>
        <Class label={words.issue.unclearOpens} value={opens.unclear} search={{ why: 'opens', class: 'unclear' }} />
        <Class
          label={words.issue.unclearClicks}
          value={figures.unclearClicks}
          search={{ why: 'clicks', class: 'unclear' }}
        />
      </dl>
    </Figure>
  );
}

function Class({
  term,
  label,
  value,
  search,
  apart = false,
}: {
  term?: DefinitionName;
  label: string;
  value: number;
  search: WhySearch;
  apart?: boolean;
}) {
  const shown = numbers.count(value);
  const name: ReactNode = term === undefined ? label : <Defined term={term}>{label}</Defined>;
  return (
    <div data-apart={apart || undefined}>
      <dt>{name}</dt>
      <dd data-figure={term}>
        {value === 0 ? (
          shown
        ) : (
          <WhyLink of={`${shown} ${label}`} search={search}>
            {shown}
          </WhyLink>
        )}
      </dd>
    </div>
  );
}
