import type { IssueReport } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { segmentContrast } from '../../findings/readership.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { Message } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** Who reads: by their standing when the issue went out. */
export function Segments({ segments }: Pick<IssueReport, 'segments'>) {
  const contrast = segmentContrast(segments);
  const anybody = segments.some((one) => one.delivered > 0 || one.readers > 0);
  return (
    <section aria-labelledby="segments">
      <h2 id="segments">
        {contrast === null
          ? words.segments.heading
          : words.segments.finding(
              words.segments.names[contrast.most],
              numbers.rate(contrast.mostShare),
              words.segments.inSentence[contrast.least],
              numbers.rate(contrast.leastShare),
            )}
      </h2>
      {anybody ? (
        <table className={`data ${styles['segments']}`}>
          <thead>
            <tr>
              <th scope="col">{words.segments.segment}</th>
              <th scope="col" className="number">
                <Defined term="delivered">{words.segments.delivered}</Defined>
              </th>
              <th scope="col" className="number">
                <Defined term="readers">{words.segments.readers}</Defined>
              </th>
              <th scope="col" className="number">
                <Defined term="openRate">{words.segments.openRate}</Defined>
              </th>
              <th scope="col" className="number">
                <Defined term="clickers">{words.segments.clickers}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {segments.map((one) => (
              <tr key={one.segment}>
                <th scope="row">{words.segments.names[one.segment]}</th>
                <td className="number dim">{numbers.count(one.delivered)}</td>
                <td className="number">{numbers.count(one.readers)}</td>
                <td className="number">
                  <strong>{numbers.rate(ratio(one.readers, one.delivered))}</strong>
                </td>
                <td className="number">{numbers.count(one.clickers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Message title={words.segments.none}>{words.segments.noneSays}</Message>
      )}
    </section>
  );
}
