import { ActionIcon, VisuallyHidden } from '@mantine/core';
import type { ComparedIssue, IssueComparison } from '@readout/api-contract';
import { IconX } from '@tabler/icons-react';
import type { CsvTable } from '../../csv/csv-table.ts';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { Defined } from '../../figures/defined.tsx';
import { spanOf } from '../../format/spans.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './compare.module.css';
import { bestOf, type ComparedRow, comparedRows, countOf } from './rows.ts';
import { Swatch } from './swatch.tsx';

/** The issues' figures in columns, the best of each row said in words. */
export function Figures({ comparison, onRemove }: { comparison: IssueComparison; onRemove: (issue: string) => void }) {
  const { items } = comparison;
  return (
    <section aria-labelledby="figures">
      <div className="section-head">
        <h2 id="figures">{words.compare.figures}</h2>
        <ExportMenu table={() => csvOf(items)} of={words.compare.figures} />
      </div>
      <ScrollBox label={words.compare.table}>
        <table className={`data ${styles['figures']}`}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{words.compare.figure}</VisuallyHidden>
              </th>
              {items.map((item, at) => (
                <th key={item.id} scope="col">
                  <Head item={item} at={at} onRemove={() => onRemove(item.id)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparedRows().map((row) => (
              <Row key={row.term} row={row} comparison={comparison} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles['note']}>{words.compare.rangesSay}</p>
    </section>
  );
}

function Head({ item, at, onRemove }: { item: ComparedIssue; at: number; onRemove: () => void }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  return (
    <div className={styles['head']}>
      <span className={styles['headTop']}>
        <Swatch at={at} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.compare.remove(shownTitle(item.title))}
          onClick={onRemove}
        >
          <IconX size={14} stroke={1.75} />
        </ActionIcon>
      </span>
      <IssueLink issue={item} className={styles['title']} />
      <span className="dim small">
        {item.sentAt === null ? words.issues.notSent : <time dateTime={item.sentAt}>{dates.sent(item.sentAt)}</time>}
      </span>
      {item.audience === 'paying' && <span className="dim small">{words.issuesTable.audiences.paying}</span>}
    </div>
  );
}

function Row({ row, comparison }: { row: ComparedRow; comparison: IssueComparison }) {
  const best = bestOf(row, comparison);
  return (
    <tr>
      <th scope="row">
        <Defined term={row.term}>{row.label}</Defined>
        {row.rate !== null && <span className={styles['of']}>{row.of}</span>}
      </th>
      {comparison.items.map((item) => {
        const isBest = best?.issue === item.id;
        return (
          <td key={item.id} data-best={isBest || undefined}>
            <span className={styles['value']}>{shownIn(row, item)}</span>
            {isBest && <span className={styles['best']}>{best.says}</span>}
            {row.rate !== null && <RangeOf range={item.ranges[row.rate]} />}
          </td>
        );
      })}
    </tr>
  );
}

function shownIn(row: ComparedRow, item: ComparedIssue): string {
  if (row.rate !== null) return numbers.rate(item.figures[row.rate]);
  const count = countOf(item, row.count);
  return count === null ? words.issues.noPaywall : numbers.count(count);
}

function RangeOf({ range }: { range: ComparedIssue['ranges']['openRate'] }) {
  if (range === null) return null;
  return <span className={styles['range']}>{spanOf(range, numbers.rate)}</span>;
}

function csvOf(items: readonly ComparedIssue[]): CsvTable {
  const rows = comparedRows();
  return {
    columns: [
      words.issuesTable.csvIssue,
      words.csv.sent,
      ...rows.flatMap(({ label, rate }) =>
        rate === null ? [label] : [label, words.csv.low(label), words.csv.high(label)],
      ),
    ],
    rows: items.map((item) => [
      item.title,
      item.sentAt,
      ...rows.flatMap((row) => {
        if (row.rate === null) return [countOf(item, row.count)];
        const range = item.ranges[row.rate];
        return [item.figures[row.rate], range?.low ?? null, range?.high ?? null];
      }),
    ]),
  };
}
