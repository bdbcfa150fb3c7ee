import type { FunnelView } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './funnel.module.css';

/** Of those who converted, who was still there after a while: in people, since they are few. */
export function StillPaying({ still }: { still: FunnelView['stillPaying'] }) {
  const say = growthWords.funnel.still;
  const isKnown = still.some(({ of }) => of > 0);
  return (
    <section aria-labelledby="still-paying">
      <h2 id="still-paying">
        <Term of="stillPaying">{say.heading}</Term>
      </h2>
      {isKnown ? (
        <>
          <table className={`data ${styles['still']}`}>
            <tbody>
              {still.map(({ months, of, people }) => (
                <tr key={months}>
                  <th scope="row">{say.after[months]}</th>
                  {of === 0 ? (
                    <td colSpan={2} className="dim">
                      {say.notYet}
                    </td>
                  ) : (
                    <>
                      <td className={styles['bar']}>
                        <ShareBar value={people} most={of} />
                      </td>
                      <td className="number">{growthWords.growth.of(numbers.count(people), numbers.count(of))}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <div className={growth['csv']}>
            <ExportMenu
              of={say.heading}
              table={() => ({
                columns: [say.span, say.of, say.people],
                rows: still.map(({ months, of, people }) => [say.after[months], of, people]),
              })}
            />
          </div>
        </>
      ) : (
        <p className="dim">{say.none}</p>
      )}
    </section>
  );
}
