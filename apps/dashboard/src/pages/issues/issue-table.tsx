import { VisuallyHidden } from '@mantine/core';
import type { IssueListItem } from '@readout/api-contract';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo } from 'react';
import { Defined } from '../../figures/defined.tsx';
import type { DateFormats } from '../../format/dates.ts';
import { shownTitle } from '../../format/titles.ts';
import { useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { type DefinitionName, words } from '../../words/words.ts';
import { Choice } from './choice.tsx';
import type { ColumnId } from './column-ids.ts';
import { cellOf, columnOf } from './columns.tsx';
import styles from './issues.module.css';
import { directionOf, type Order, pressed, type Sortable } from './orders.ts';
import { peakOf } from './peak.ts';

export interface ListOfIssues {
  readonly items: readonly IssueListItem[];
  /** Public ids. */
  readonly chosen: readonly string[];
  readonly onChoose: (issue: string) => void;
}

/** The issues as a table: figures that line up, one row an issue, heads that sort. */
export function IssueTable({
  items,
  columns,
  sort,
  onSort,
  chosen,
  onChoose,
}: ListOfIssues & {
  columns: readonly ColumnId[];
  sort: Order;
  onSort: (order: Order) => void;
}) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const peak = useMemo(() => peakOf(items), [items]);
  return (
    <ScrollBox label={words.issues.title}>
      <table className={`data ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col" className={styles['choiceCell']}>
              <VisuallyHidden>{words.issuesTable.chooseHead}</VisuallyHidden>
            </th>
            <Head sort={sort} onSort={onSort} by="title">
              {words.issues.issue}
            </Head>
            {columns.map(columnOf).map((column) => (
              <Head
                key={column.id}
                sort={sort}
                onSort={onSort}
                by={column.sort}
                term={column.term}
                of={column.of}
                className={column.isNumber ? 'number' : styles[column.id]}
              >
                {column.label}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              columns={columns}
              dates={dates}
              peak={peak}
              isChosen={chosen.includes(item.id)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Head({
  sort,
  onSort,
  by,
  term = null,
  of = null,
  className,
  children,
}: {
  sort: Order;
  onSort: (order: Order) => void;
  by: Sortable | null;
  term?: DefinitionName | null;
  of?: string | null;
  className?: string | undefined;
  children: string;
}) {
  const direction = by === null ? undefined : directionOf(sort, by);
  const press = by === null ? undefined : () => onSort(pressed(sort, by));
  return (
    <th scope="col" className={className} aria-sort={by === null ? undefined : (direction ?? 'none')}>
      <Label term={term} press={press}>
        {children}
        {direction !== undefined && <Arrow direction={direction} />}
      </Label>
      {of !== null && <span className={styles['of']}>{of}</span>}
    </th>
  );
}

/** A head says what it means, sorts, does both or neither. */
function Label({
  term,
  press,
  children,
}: {
  term: DefinitionName | null;
  press: (() => void) | undefined;
  children: ReactNode;
}) {
  if (term !== null) {
    return (
      <Defined term={term} {...(press !== undefined && { onPress: press })}>
        {children}
      </Defined>
    );
  }
  if (press === undefined) return children;
  return (
    <button type="button" className={styles['head']} onClick={press}>
      {children}
    </button>
  );
}

function Arrow({ direction }: { direction: 'ascending' | 'descending' }) {
  const Icon = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={2} className={styles['arrow'] ?? ''} aria-hidden="true" />;
}

/** Drawn anew only where something of its own has changed: there may be two thousand of them. */
const Row = memo(function Row({
  item,
  columns,
  dates,
  peak,
  isChosen,
  onChoose,
}: {
  item: IssueListItem;
  columns: readonly ColumnId[];
  dates: DateFormats;
  peak: number;
  isChosen: boolean;
  onChoose: (issue: string) => void;
}) {
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className={styles['choiceCell']}>
        <Choice title={shownTitle(item.title)} isChosen={isChosen} onChoose={() => onChoose(item.id)} />
      </td>
      <th scope="row">
        <IssueLink issue={item} className={styles['title']} />
        {item.audience === 'paying' && <span className={styles['when']}>{words.issuesTable.audiences.paying}</span>}
      </th>
      {columns.map((id) => (
        <td key={id} className={columnOf(id).isNumber ? 'number' : styles[id]}>
          {cellOf(id, item, { dates, peak })}
        </td>
      ))}
    </tr>
  );
});
