import { VisuallyHidden } from '@mantine/core';
import type { IssuePeople } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { Defined } from '../../../figures/defined.tsx';
import { ratio } from '../../../format/numbers.ts';
import { numbers, useDates } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import styles from './whole.module.css';

/** New and long-standing readers, by the first issue that they were sent. */
export function Tenure({ tenure: { items, knownSince } }: Pick<IssuePeople, 'tenure'>) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const count = (value: number | null) => (value === null ? words.whole.who.fewer : numbers.count(value));
  return (
    <section aria-labelledby="tenure">
      <div className={styles['splitTop']}>
        <h3 id="tenure">
          <Defined term="tenure">{words.whole.who.tenure}</Defined>
        </h3>
        {items.length > 0 && (
          <ExportMenu
            of={words.whole.who.tenure}
            table={() => ({
              columns: [
                words.whole.who.tenure,
                words.segments.delivered,
                words.segments.readers,
                words.segments.clickers,
              ],
              rows: items.map(({ tenure, delivered, readers, clickers }) => [
                words.whole.who.tenureNames[tenure],
                delivered,
                readers,
                clickers,
              ]),
            })}
          />
        )}
      </div>
      {items.length === 0 ? (
        <p className="dim small">{knownSince === null ? words.whole.who.nobody : words.whole.who.tenureShort}</p>
      ) : (
        <>
          <table className={`data ${styles['split']}`}>
            <thead>
              <tr>
                <th scope="col">
                  <VisuallyHidden>{words.whole.who.tenure}</VisuallyHidden>
                </th>
                <th scope="col" className="number">
                  <Defined term="delivered">{words.segments.delivered}</Defined>
                </th>
                <th scope="col" className="number">
                  <Defined term="readers">{words.segments.readers}</Defined>
                </th>
                <th scope="col" className="number">
                  <Defined term="openRate">{words.segments.openRate}</Defined>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ tenure, delivered, readers }) => (
                <tr key={tenure}>
                  <th scope="row">{words.whole.who.tenureNames[tenure]}</th>
                  <td className="number dim">{count(delivered)}</td>
                  <td className="number">{readers === null ? '–' : numbers.count(readers)}</td>
                  <td className="number">
                    <strong>
                      {numbers.rate(readers === null || delivered === null ? null : ratio(readers, delivered))}
                    </strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {knownSince !== null && <p className="dim small">{words.whole.who.tenureSince(dates.day(knownSince))}</p>}
        </>
      )}
    </section>
  );
}
