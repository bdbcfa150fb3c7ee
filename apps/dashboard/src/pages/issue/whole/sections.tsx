import { SegmentedControl } from '@mantine/core';
import type { IssueReading, IssueReport } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { readingQuery } from '../../../api/whole-queries.ts';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { Defined } from '../../../figures/defined.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { leadingSection, paywallPlace } from '../../../findings/readership.ts';
import { FEW_WEB_READERS, mostStop } from '../../../findings/reading-depth.ts';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { Failed, Message } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import issueStyles from '../issue.module.css';
import styles from './whole.module.css';

type Section = IssueReport['sections'][number];
type Place = IssueReading['places'][number];

/** The issue's sections: how many got to each on the web, where they stop, who clicked in them, and the paywall between. */
export function Sections({ report: { issue, sections, figures } }: { report: IssueReport }) {
  const publication = usePublication();
  const asked = useQuery(readingQuery(publication.id, issue.id));
  const [isRanked, setRanked] = useState(false);
  const reading = asked.data;
  const hasWeb = reading !== undefined && reading.webReaders > 0;
  const most = Math.max(0, ...sections.map((one) => one.clickers));
  const placeOf = new Map(reading?.places.map((place) => [place.section, place]));
  const shown = isRanked ? sections.toSorted((a, b) => b.clickers - a.clickers) : sections;
  const paywall = isRanked ? null : paywallPlace(sections);
  const says = hasWeb ? sayHits(reading, issue.hasPaywall) : null;
  return (
    <section aria-labelledby="sections">
      <div className="section-head">
        <h2 id="sections">{findingOf(reading, sections, figures.clickers)}</h2>
        {most > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={words.sections.order}
            value={isRanked ? 'ranked' : 'in-order'}
            onChange={(value) => setRanked(value === 'ranked')}
            data={[
              { value: 'in-order', label: words.sections.inOrder },
              { value: 'ranked', label: words.sections.ranked },
            ]}
          />
        )}
      </div>
      {asked.isError && reading === undefined && (
        <Failed title={words.whole.reading.loadFailed} error={asked.error} retry={() => void asked.refetch()} />
      )}
      {sections.length === 0 ? (
        <Message title={words.sections.none}>{words.sections.noneSays}</Message>
      ) : (
        <>
          <table className={`data ${styles['sections']}`}>
            <thead>
              <tr>
                <th scope="col">{words.sections.column}</th>
                {hasWeb && (
                  <>
                    <th scope="col" className="number" colSpan={2}>
                      <Defined term="reachedSection">{words.whole.reading.reached}</Defined>
                    </th>
                    <th scope="col" className={`number ${issueStyles['wide']}`}>
                      <Defined term="stoppedSection">{words.whole.reading.stopped}</Defined>
                    </th>
                  </>
                )}
                <th scope="col" className="number" colSpan={2}>
                  <Defined term="clickers">{words.sections.clickers}</Defined>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((section, index) => (
                <Fragment key={section.id}>
                  {paywall?.place === 'before' && paywall.index === index && (
                    <Paywall text={says ?? words.sections.paywall} columns={hasWeb ? 6 : 3} />
                  )}
                  <tr>
                    <th scope="row" className="theirs">
                      {section.title}
                      {isRanked && section.access !== 'before' && (
                        <span className={issueStyles['access']}>{words.sections[section.access]}</span>
                      )}
                    </th>
                    {hasWeb && (
                      <Reached
                        place={placeOf.get(section.id)}
                        webReaders={reading.webReaders}
                        isLast={section === sections.at(-1)}
                      />
                    )}
                    <td className={styles['bar']}>
                      <ShareBar value={section.clickers} most={most} quiet={hasWeb} />
                    </td>
                    <td className="number">{numbers.count(section.clickers)}</td>
                  </tr>
                  {paywall?.place === 'within' && paywall.index === index && (
                    <Paywall text={says ?? words.sections.paywallWithin} columns={hasWeb ? 6 : 3} />
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
          <div className={styles['below']}>
            <p className="dim small">{noteOf(reading)}</p>
            <ExportMenu table={() => csvOf(sections, reading)} of={words.whole.reading.csv} />
          </div>
        </>
      )}
    </section>
  );
}

function Reached({ place, webReaders, isLast }: { place: Place | undefined; webReaders: number; isLast: boolean }) {
  const { reached = 0, stopped = 0 } = place ?? {};
  return (
    <>
      <td className={styles['bar']}>
        <ShareBar value={reached} most={webReaders} />
      </td>
      <td className="number">{numbers.count(reached)}</td>
      <td className={`number dim ${issueStyles['wide']}`}>{isLast ? '' : numbers.rate(ratio(stopped, reached))}</td>
    </>
  );
}

function Paywall({ text, columns }: { text: string; columns: number }) {
  return (
    <tr className={issueStyles['paywall']}>
      <td colSpan={columns}>
        <span>{text}</span>
      </td>
    </tr>
  );
}

function findingOf(reading: IssueReading | undefined, sections: readonly Section[], clickers: number): string {
  const stop = reading === undefined ? null : mostStop(reading, sections);
  if (stop !== null) return words.whole.reading.finding(stop.title, numbers.rate(stop.share));
  const leading = leadingSection([...sections], clickers);
  return leading === null ? words.sections.heading : words.sections.finding(leading.title);
}

/** What the paywall did, at its place; null where nobody is known to have hit it. */
function sayHits({ places }: IssueReading, hasPaywall: boolean): string | null {
  const hits = places.reduce((sum, place) => sum + place.hits, 0);
  const wentOn = places.reduce((sum, place) => sum + place.wentOn, 0);
  return hasPaywall && hits > 0
    ? words.whole.reading.paywallHit(hits, numbers.count(hits), wentOn, numbers.count(wentOn))
    : null;
}

function noteOf(reading: IssueReading | undefined): string {
  if (reading === undefined) return '';
  if (reading.webReaders === 0) return words.whole.reading.noWeb;
  return reading.webReaders < FEW_WEB_READERS
    ? words.whole.reading.few
    : words.whole.looked.webReaders(reading.webReaders, numbers.count(reading.webReaders));
}

function csvOf(sections: readonly Section[], reading: IssueReading | undefined): CsvTable {
  const { reached, stopped, read, hits, wentOn, beginning } = words.whole.reading;
  const places = new Map(reading?.places.map((place) => [place.section, place]));
  const counts = (section: string | null) => {
    const place = places.get(section);
    return [place?.readers, place?.reached, place?.stopped, place?.hits, place?.wentOn].map((count) => count ?? null);
  };
  return {
    columns: [words.sections.column, read, reached, stopped, hits, wentOn, words.sections.clickers],
    rows: [
      ...(reading === undefined ? [] : [[beginning, ...counts(null), null]]),
      ...sections.map(({ id, title, clickers }) => [title, ...counts(id), clickers]),
    ],
  };
}
