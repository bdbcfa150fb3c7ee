import type { CohortsView } from '@readout/api-contract';
import { type CSSProperties, memo } from 'react';
import { type Cell, FEW_IN_CELL } from '../../../findings/retention.ts';
import { numbers } from '../../../format/viewer.ts';
import { cohortName } from './cohort-name.ts';
import styles from './cohorts.module.css';

/** One cohort. It is drawn again only where the stop of the Tab key comes or goes: pointing at cells costs nothing. */
export const TriangleRow = memo(Row, (before, now) => {
  const isTouched = before.stop !== now.stop && (before.stop.row === before.row || now.stop.row === now.row);
  return !isTouched && before.cohort === now.cohort && before.months.length === now.months.length;
});

function Row({
  cohort,
  by,
  row,
  months,
  stop,
  onFocus,
  onPoint,
}: {
  cohort: CohortsView['cohorts'][number];
  by: CohortsView['by'];
  row: number;
  months: readonly number[];
  stop: Cell;
  onFocus: (place: Cell) => void;
  onPoint: (place: Cell | null) => void;
}) {
  const cells = new Map(cohort.months.map((one) => [one.month, one]));
  const isTheirs = by !== 'month' && cohort.key !== null;
  return (
    <tr>
      <th scope="row">
        <span className={isTheirs ? 'theirs' : undefined} dir="auto">
          {cohortName(by, cohort)}
        </span>
      </th>
      <td>{numbers.count(cohort.payers)}</td>
      {months.map((month) => {
        const cell = cells.get(month);
        if (cell === undefined) return <td key={month} />;
        const place = { row, month };
        return (
          <td
            key={month}
            data-cell={`${row}-${month}`}
            data-few={cell.of < FEW_IN_CELL || undefined}
            className={styles['cell']}
            tabIndex={stop.row === row && stop.month === month ? 0 : -1}
            style={{ '--shade': `${Math.round(cell.rate * 100)}%` } as CSSProperties}
            onFocus={() => onFocus(place)}
            onMouseEnter={() => onPoint(place)}
          >
            {numbers.count(cell.rate * 100)}
          </td>
        );
      })}
    </tr>
  );
}
