import type { FetchVerdict, VerdictSplit } from '@readout/api-contract';
import { Defined } from '../../../figures/defined.tsx';
import { VerdictName } from '../../../figures/verdict-name.tsx';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import { reasonSays } from './reason-says.ts';
import styles from './why.module.css';

export interface Chosen {
  readonly verdict: FetchVerdict | null;
  readonly reason: string | null;
}

/** The classes, and under each its reasons. Either narrows down the single events below; chosen again, it does not. */
export function SplitTable({
  split,
  chosen,
  choose,
}: {
  split: VerdictSplit;
  chosen: Chosen;
  choose: (next: Chosen) => void;
}) {
  return (
    <table className={`data ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{words.why.class}</th>
          <th scope="col" className="number">
            {words.why.events[split.kind]}
          </th>
          <th scope="col" className="number">
            <Defined term="judgedReaders">{words.why.readers}</Defined>
          </th>
          <th scope="col" className="number">
            {words.why.share}
          </th>
        </tr>
      </thead>
      {split.verdicts.map((one) => {
        const isChosen = chosen.verdict === one.verdict && chosen.reason === null;
        return (
          <tbody key={one.verdict} data-none={one.events === 0 || undefined}>
            <tr className={styles['class']}>
              <th scope="row">
                {one.events === 0 ? (
                  <VerdictName verdict={one.verdict} />
                ) : (
                  <button
                    type="button"
                    className={styles['choice']}
                    aria-pressed={isChosen}
                    onClick={() => choose({ verdict: isChosen ? null : one.verdict, reason: null })}
                  >
                    <VerdictName verdict={one.verdict} />
                  </button>
                )}
              </th>
              <td className="number">{numbers.count(one.events)}</td>
              <td className="number dim">{numbers.count(one.readers)}</td>
              <td className="number dim">{numbers.rate(ratio(one.events, split.events))}</td>
            </tr>
            {one.reasons.map((reason) => {
              const isThis = chosen.verdict === one.verdict && chosen.reason === reason.name;
              return (
                <tr key={reason.name} className={styles['reason']}>
                  <td colSpan={4}>
                    <div>
                      <span className={styles['count']}>{numbers.count(reason.events)}</span>
                      <div>
                        <button
                          type="button"
                          className={styles['choice']}
                          aria-pressed={isThis}
                          onClick={() =>
                            choose(
                              isThis
                                ? { verdict: one.verdict, reason: null }
                                : { verdict: one.verdict, reason: reason.name },
                            )
                          }
                        >
                          {reasonSays(reason)}
                        </button>
                        {reason.source !== null && reason.category !== 'own' && (
                          <span className={styles['source']}>{words.why.source(reason.source)}</span>
                        )}
                      </div>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
}
