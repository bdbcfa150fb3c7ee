import { ExportMenu } from '../../csv/export-menu.tsx';
import { Defined } from '../../figures/defined.tsx';
import { DotRange } from '../../figures/dot-range.tsx';
import type { NamedContrast } from '../../findings/subjects.ts';
import { spanOf } from '../../format/spans.ts';
import { numbers } from '../../format/viewer.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './subjects.module.css';

/** What some issues have in common, each against the others: a dot with its range, and the figures beside it. @param most end of the scale */
export function ContrastTable({
  id,
  title,
  rows,
  most,
}: {
  id: string;
  title: string;
  rows: readonly NamedContrast[];
  most: number;
}) {
  const present = rows.filter(({ issues }) => issues > 0);
  const absent = rows.filter(({ issues }) => issues === 0);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{id === 'traits' ? <Defined term="subjectLetters">{title}</Defined> : title}</h3>
      <ScrollBox label={title} className={`scroll-x ${styles['contrasts']}`}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.subjects.feature}</th>
              <th scope="col" className="number">
                {words.subjects.issues}
              </th>
              <th scope="col" className="number">
                <Defined term="openRate">{words.subjects.openRate}</Defined>
              </th>
              <th scope="col" className={styles['scale']}>
                <span className={styles['ends']}>
                  <span>{numbers.points(-most)}</span>
                  <span>{words.subjects.nought}</span>
                  <span>{numbers.points(most)}</span>
                </span>
              </th>
              <th scope="col" className="number">
                <Defined term="openRateDifference">{words.subjects.difference}</Defined>
              </th>
              <th scope="col">
                <Defined term="apartFromChance">{words.subjects.verdict}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {present.map((row) => (
              <Row key={row.name} row={row} most={most} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {absent.length > 0 && (
        <p className="dim small">{words.subjects.noneWith(absent.map(({ name }) => name).join(' · '))}</p>
      )}
      <ExportMenu of={title} table={() => ({ columns: COLUMNS, rows: rows.map(cellsOf) })} />
    </section>
  );
}

function Row({ row: { name, issues, openRate, difference, says }, most }: { row: NamedContrast; most: number }) {
  const isTold = says === 'more' || says === 'less';
  return (
    <tr className={isTold ? styles['told'] : undefined}>
      <th scope="row">{name}</th>
      <td className="number">{numbers.count(issues)}</td>
      <td className="number">{numbers.rate(openRate?.mean ?? null)}</td>
      <td className={styles['scale']}>
        {difference !== null && <DotRange {...difference} most={most} strong={isTold} />}
      </td>
      <td className="number">
        {difference === null ? (
          '–'
        ) : (
          <>
            {numbers.points(difference.estimate)}{' '}
            <span className="dim small">{spanOf(difference, numbers.points)}</span>
          </>
        )}
      </td>
      <td className={isTold ? undefined : 'dim'}>{words.subjects.verdicts[says]}</td>
    </tr>
  );
}

const COLUMNS = [
  words.subjects.feature,
  words.subjects.issues,
  words.subjects.openRate,
  words.subjects.difference,
  words.csv.low(words.subjects.difference),
  words.csv.high(words.subjects.difference),
  words.subjects.csv.pValue,
  words.subjects.csv.adjusted,
];

function cellsOf({ name, issues, openRate, difference, pValue, adjusted }: NamedContrast): (string | number | null)[] {
  const { estimate = null, low = null, high = null } = difference ?? {};
  return [name, issues, openRate?.mean ?? null, estimate, low, high, pValue, adjusted];
}
