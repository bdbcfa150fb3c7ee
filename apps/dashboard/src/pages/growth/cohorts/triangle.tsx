import type { CohortsView } from '@readout/api-contract';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { type Cell, cellTowards, lastMonthOf } from '../../../findings/retention.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import { cohortName } from './cohort-name.ts';
import styles from './cohorts.module.css';
import { TriangleRow } from './triangle-row.tsx';

/**
 * Cohorts below each other, months side by side: the number says it, the shade shows it. One stop for the Tab key, and
 * arrow keys from there; what a cell rests on is said in one place above.
 */
export function Triangle({ view }: { view: CohortsView }) {
  const { cohorts, by } = view;
  const say = growthWords.cohorts;
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<Cell>({ row: 0, month: cohorts[0]?.months[0]?.month ?? 0 });
  const [shown, setShown] = useState<Cell | null>(null);
  const months = Array.from({ length: lastMonthOf(cohorts) + 1 }, (_, month) => month);
  const go = (event: KeyboardEvent) => {
    const to = cellTowards(cohorts, stop, event.key);
    if (to === null) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.month}"]`)?.focus();
  };
  const focused = (place: Cell) => {
    setStop(place);
    setShown(place);
  };
  return (
    <section aria-labelledby="triangle">
      <h2 id="triangle">{say.triangle}</h2>
      <p className="says">
        {say.triangleSays} {say.causeSays[by]}
      </p>
      <p role="status" className={styles['detail']}>
        {shown === null ? <span className="dim">{say.noCell}</span> : detailOf(view, shown)}
      </p>
      <div className={`scroll-x ${styles['box']}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked with the arrow keys is a grid, as ARIA has it */}
        <table ref={table} role="grid" aria-labelledby="triangle" className={styles['triangle']} onKeyDown={go}>
          <thead>
            <tr>
              <th scope="col">{say.heads[by]}</th>
              <th scope="col">
                <Term of="payers">{say.payers}</Term>
              </th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {month === 0 ? <Term of="retention">{say.monthOf(numbers.count(0))}</Term> : numbers.count(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort, row) => (
              <TriangleRow
                key={cohort.key}
                cohort={cohort}
                by={by}
                row={row}
                months={months}
                stop={stop}
                onFocus={focused}
                onPoint={setShown}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={growth['csv']}>
        <ExportMenu
          of={say.csv.triangle}
          table={() => ({
            columns: [say.csv.cohort, say.payers, say.month, say.csv.of, say.rate, say.low, say.high],
            rows: cohorts.flatMap((cohort) =>
              cohort.months.map(({ month, of, rate, low, high }) => [
                by === 'month' && cohort.key !== null ? cohort.key : cohortName(by, cohort),
                cohort.payers,
                month,
                of,
                rate,
                low,
                high,
              ]),
            ),
          })}
        />
      </div>
    </section>
  );
}

function detailOf({ cohorts, by }: CohortsView, { row, month }: Cell): string {
  const cohort = cohorts[row];
  const cell = cohort?.months.find((one) => one.month === month);
  if (cohort === undefined || cell === undefined) return growthWords.cohorts.noCell;
  return growthWords.cohorts.cell(
    cohortName(by, cohort),
    month,
    numbers.count(month),
    numbers.rate(cell.rate),
    spanOf(cell, numbers.rate),
    numbers.count(cell.of),
  );
}
