import { ExportMenu } from '../../../csv/export-menu.tsx';
import { type Standing, scaleOf } from '../../../findings/paywall-positions.ts';
import { numbers } from '../../../format/viewer.ts';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { type GrowthTerm, Term } from '../term.tsx';
import styles from './paywall.module.css';
import { StandingCells, StandingHeads } from './standing-cells.tsx';
import { standingColumns, standingValues } from './standing-csv.ts';

interface Row extends Standing {
  readonly key: string;
  readonly name: string;
  readonly issues: number;
  /** Somebody wrote the name. */
  readonly isTheirs?: boolean;
}

/** Places of the paywall below each other, their rates as dots with their ranges over one scale. */
export function StandingTable({
  head,
  term,
  title,
  rows,
}: {
  head: string;
  term?: GrowthTerm;
  title: string;
  rows: readonly Row[];
}) {
  const say = growthWords.paywall;
  const most = scaleOf(rows);
  return (
    <>
      <ScrollBox label={title} className={`scroll-x ${growth['table']}`}>
        <table className={`data ${styles['standing']}`}>
          <thead>
            <tr>
              <th scope="col">{term === undefined ? head : <Term of={term}>{head}</Term>}</th>
              <th scope="col" className="number">
                {say.count}
              </th>
              <StandingHeads most={most} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <span className={row.isTheirs ? 'theirs' : undefined} dir="auto">
                    {row.name}
                  </span>
                </th>
                <td className="number">{numbers.count(row.issues)}</td>
                <StandingCells standing={row} most={most} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        <ExportMenu
          of={title}
          table={() => ({
            columns: [head, say.count, ...standingColumns()],
            rows: rows.map((row) => [row.name, row.issues, ...standingValues(row)]),
          })}
        />
      </div>
    </>
  );
}
