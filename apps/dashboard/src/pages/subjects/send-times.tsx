import type { SubjectsView } from '@readout/api-contract';
import type { CSSProperties } from 'react';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { heatmap } from '../../findings/subjects.ts';
import { numbers, week } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './subjects.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Open rates by weekday and hour: the number says it, the shade shows it. */
export function SendTimes({ cells }: { cells: SubjectsView['cells'] }) {
  const { timeZone } = usePublication();
  const { hours, at, shade } = heatmap(cells);
  return (
    <section aria-labelledby="send-times">
      <h2 id="send-times">{words.subjects.heading}</h2>
      <p className="says">{words.subjects.headingSays(timeZone)}</p>
      <ScrollBox label={words.subjects.heading}>
        <table className={styles['heatmap']}>
          <thead>
            <tr>
              <th scope="col">{words.subjects.hour}</th>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col">
                  <abbr title={week.weekday(weekday)}>{week.short(weekday)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <tr key={hour}>
                <th scope="row">{week.hour(hour)}</th>
                {WEEKDAYS.map((weekday) => {
                  const cell = at(weekday, hour);
                  return cell === null ? (
                    <td key={weekday} className={styles['none']} />
                  ) : (
                    <td
                      key={weekday}
                      style={{ '--shade': `${Math.round(shade(cell.openRate) * 100)}%` } as CSSProperties}
                    >
                      <span>{numbers.rate(cell.openRate)}</span>
                      <span className={styles['count']}>
                        {words.subjects.inCell(cell.issues, numbers.count(cell.issues))}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        of={words.subjects.heading}
        table={() => ({
          columns: [words.subjects.csv.weekday, words.subjects.hour, words.subjects.issues, words.subjects.openRate],
          rows: cells.map(({ weekday, hour, issues, openRate }) => [weekday, hour, issues, openRate]),
        })}
      />
    </section>
  );
}
