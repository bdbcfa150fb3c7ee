import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './attribution.module.css';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly isKnown: boolean;
  /** Somebody wrote the name. */
  readonly isTheirs: boolean;
  readonly last: number;
  readonly converted: number;
}

/** Subscriptions by one property of their last touch; they add up to all of them. */
export function LastTouches({
  id,
  title,
  head,
  rows,
}: {
  id: string;
  title: string;
  head: string;
  rows: readonly Row[];
}) {
  const say = growthWords.attribution;
  const all = rows.reduce((sum, { last }) => sum + last, 0);
  const most = Math.max(0, ...rows.map(({ last }) => last));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className={`data ${styles['touches']}`}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="number">
              {say.subscriptions}
            </th>
            <th scope="col" className={`number ${growth['onlyWide']}`}>
              {say.share}
            </th>
            <th scope="col" className="number">
              <Term of="attributionPaid">{say.converted}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, isKnown, isTheirs, last, converted }) => (
            <tr key={key} className={isKnown ? undefined : 'dim'}>
              <th scope="row">
                <span className={isTheirs ? 'theirs' : undefined} dir="auto">
                  {name}
                </span>
                <ShareBar value={last} most={most} quiet={!isKnown} />
              </th>
              <td className="number">{numbers.count(last)}</td>
              <td className={`number dim ${growth['onlyWide']}`}>{numbers.rate(ratio(last, all))}</td>
              <td className="number">{numbers.count(converted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={growth['csv']}>
        <ExportMenu
          of={title}
          table={() => ({
            columns: [head, say.subscriptions, say.share, say.converted],
            rows: rows.map(({ name, last, converted }) => [name, last, ratio(last, all), converted]),
          })}
        />
      </div>
    </section>
  );
}
