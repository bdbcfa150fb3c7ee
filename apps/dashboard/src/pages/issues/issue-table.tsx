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
import { useWindowed } from './use-windowed.ts';

export interface ListOfIssues {
  readonly items: readonly IssueListItem[];
  /** How many there are with those that have not been fetched. */
  readonly total: number;
  /** Public ids. */
  readonly chosen: readonly string[];
  readonly onChoose: (issue: string) => void;
}

/** Of a title in one line. */
const ROW_HEIGHT = 46;

/** The issues as a table: figures that line up, one row an issue, heads that sort. */
export function IssueTable({
  items,
  total,
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
  const { list, drawn, measure, focus } = useWindowed<HTMLTableSectionElement>(
    items.length,
    (at) => items[at]?.id ?? '',
    ROW_HEIGHT,
  );
  return (
    <ScrollBox label={words.issues.title}>
      <table className={`data ${styles['table']}`} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
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
        <tbody ref={list} {...focus}>
          {drawn.map((one) => {
            if (one.kind === 'gap') return <Gap key={one.key} height={one.height} columns={columns.length + 2} />;
            const item = items[one.at];
            return item === undefined ? null : (
              <Row
                key={item.id}
                item={item}
                at={one.at}
                measure={measure}
                columns={columns}
                dates={dates}
                peak={peak}
                isChosen={chosen.includes(item.id)}
                onChoose={onChoose}
              />
            );
          })}
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

/** In place of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr aria-hidden="true">
      <td colSpan={columns} className={styles['gap']} style={{ height }} />
    </tr>
  );
}

/** Drawn anew only where something of its own has changed: there may be two thousand of them. */
const Row = memo(function Row({
  item,
  at,
  measure,
  columns,
  dates,
  peak,
  isChosen,
  onChoose,
}: {
  item: IssueListItem;
  at: number;
  measure: (row: HTMLElement | null) => void;
  columns: readonly ColumnId[];
  dates: DateFormats;
  peak: number;
  isChosen: boolean;
  onChoose: (issue: string) => void;
}) {
  return (
    <tr ref={measure} data-index={at} aria-rowindex={at + 2} data-chosen={isChosen || undefined}>
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
