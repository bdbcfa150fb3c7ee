import type { IssueListItem } from '@readout/api-contract';
import { memo, type ReactNode, useMemo } from 'react';
import { Defined } from '../../figures/defined.tsx';
import { Sparkline } from '../../figures/sparkline.tsx';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import type { DefinitionName } from '../../words/words.ts';
import { words } from '../../words/words.ts';
import { Choice } from './choice.tsx';
import type { ListOfIssues } from './issue-table.tsx';
import styles from './issues.module.css';
import { peakOf } from './peak.ts';
import { useWindowed } from './use-windowed.ts';

/** Of a card with a title in two lines. */
const CARD_HEIGHT = 260;

/** The issues where a table has no room. */
export function IssueCards({ items, total, chosen, onChoose }: ListOfIssues) {
  const peak = useMemo(() => peakOf(items), [items]);
  const { list, drawn, measure, focus } = useWindowed<HTMLUListElement>(
    items.length,
    (at) => items[at]?.id ?? '',
    CARD_HEIGHT,
  );
  return (
    <ul ref={list} {...focus}>
      {drawn.map((one) => {
        if (one.kind === 'gap') return <li key={one.key} aria-hidden="true" style={{ height: one.height }} />;
        const item = items[one.at];
        return item === undefined ? null : (
          <Card
            key={item.id}
            item={item}
            at={one.at}
            total={total}
            measure={measure}
            peak={peak}
            isChosen={chosen.includes(item.id)}
            onChoose={onChoose}
          />
        );
      })}
    </ul>
  );
}

/** Drawn anew only where something of its own has changed. */
const Card = memo(function Card({
  item,
  at,
  total,
  measure,
  peak,
  isChosen,
  onChoose,
}: {
  item: IssueListItem;
  at: number;
  total: number;
  measure: (card: HTMLElement | null) => void;
  peak: number;
  isChosen: boolean;
  onChoose: (issue: string) => void;
}) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const { figures } = item;
  return (
    <li ref={measure} data-index={at} aria-posinset={at + 1} aria-setsize={total} className={styles['card']}>
      <div className={styles['cardTop']}>
        <h2 className={styles['cardTitle']}>
          <IssueLink issue={item} className={styles['title']} />
        </h2>
        <Choice title={shownTitle(item.title)} isChosen={isChosen} onChoose={() => onChoose(item.id)} />
      </div>
      <p className={styles['when']}>
        {item.sentAt === null ? words.issues.notSent : <time dateTime={item.sentAt}>{dates.sent(item.sentAt)}</time>}
        {item.audience === 'paying' && ` · ${words.issuesTable.audiences.paying}`}
      </p>
      {item.tags.length > 0 && <p className={styles['when']}>{item.tags.join(' · ')}</p>}
      <Sparkline hours={item.readersByHour} peak={peak} width="100%" />
      <dl className={styles['cardFigures']}>
        <Cell term="openRate" label={words.issues.openRate}>
          <strong>{numbers.rate(figures.openRate)}</strong>
        </Cell>
        <Cell term="readers" label={words.issues.readers}>
          {numbers.count(figures.readers)}
        </Cell>
        <Cell term="delivered" label={words.issues.delivered}>
          {numbers.count(figures.delivered)}
        </Cell>
        <Cell term="clickToOpenRate" label={words.issues.clickToOpen}>
          {numbers.rate(figures.clickToOpenRate)}
        </Cell>
        <Cell term="clickRate" label={words.issues.clickRate}>
          {numbers.rate(figures.clickRate)}
        </Cell>
        <Cell term="clickers" label={words.issues.clickers}>
          {numbers.count(figures.clickers)}
        </Cell>
        {item.hasPaywall && (
          <Cell term="paywallHits" label={words.issues.paywallHits}>
            {numbers.count(figures.paywallHits)}
          </Cell>
        )}
      </dl>
    </li>
  );
});

function Cell({ term, label, children }: { term: DefinitionName; label: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Defined term={term}>{label}</Defined>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
