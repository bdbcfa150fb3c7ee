import { VisuallyHidden } from '@mantine/core';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import styles from './whole.module.css';

/** People by one property: bars that line up, all others last. Of fewer than five nothing is said apart. */
export function SplitBars({
  id,
  heading,
  says,
  empty = words.whole.who.nobody,
  rows,
  others,
}: {
  id: string;
  heading: string;
  says?: string;
  /** Where there is nobody at all. */
  empty?: string;
  rows: readonly { readonly name: string; readonly people: number }[];
  others: number;
}) {
  const known = rows.reduce((sum, { people }) => sum + people, others);
  const all = others > 0 ? [...rows, { name: words.whole.who.others, people: others }] : rows;
  const most = Math.max(0, ...all.map(({ people }) => people));
  return (
    <section aria-labelledby={id}>
      <div className={styles['splitTop']}>
        <h3 id={id}>{heading}</h3>
        {rows.length > 0 && (
          <ExportMenu
            of={heading}
            table={() => ({
              columns: [heading, words.whole.who.people],
              rows: all.map(({ name, people }) => [name, people]),
            })}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className="dim small">{known === 0 ? empty : words.whole.who.tooFew}</p>
      ) : (
        <table className={`data ${styles['split']}`}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{heading}</VisuallyHidden>
              </th>
              <th scope="col" className="number" colSpan={2}>
                {words.whole.who.people}
              </th>
              <th scope="col" className="number">
                {words.whole.who.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ name, people }, at) => (
              <tr key={name} data-rest={at >= rows.length || undefined}>
                <th scope="row">{name}</th>
                <td className={styles['bar']}>
                  <ShareBar value={people} most={most} quiet={at >= rows.length} />
                </td>
                <td className="number">{numbers.count(people)}</td>
                <td className="number dim">{numbers.rate(ratio(people, known))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {says !== undefined && <p className="dim small">{says}</p>}
    </section>
  );
}
