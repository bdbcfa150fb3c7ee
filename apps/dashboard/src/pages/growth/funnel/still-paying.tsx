import type { FunnelView } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { RateRange } from '../../../figures/rate-range.tsx';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './funnel.module.css';

type Still = FunnelView['stillPaying'];

/** Of those who converted, who is still there after a while: estimated with its range, and the naive count beside it. */
export function StillPaying({ still }: { still: Still }) {
  const say = growthWords.funnel.still;
  const isKnown = still.some(({ rate }) => rate !== null);
  return (
    <section aria-labelledby="still-paying">
      <h2 id="still-paying">
        <Term of="stillPaying">{say.heading}</Term>
      </h2>
      {isKnown ? <Table still={still} /> : <p className="dim">{say.none}</p>}
    </section>
  );
}

function Table({ still }: { still: Still }) {
  const say = growthWords.funnel.still;
  return (
    <>
      <ScrollBox label={say.heading}>
        <table className={`data ${styles['still']}`}>
          <thead>
            <tr>
              <th scope="col">{say.span}</th>
              <th scope="col" className={`${styles['bar']} ${growth['onlyWide']}`}>
                <span className={styles['ends']}>
                  <span>{numbers.rate(0)}</span>
                  <span>{numbers.rate(1)}</span>
                </span>
              </th>
              <th scope="col" className="number">
                <Term of="stillPaying">{say.rate}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="stillFollowed">{say.atRisk}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="stillNaive">{say.naive}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {still.map((one) => (
              <Row key={one.months} {...one} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        <ExportMenu of={say.heading} table={() => csvOf(still)} />
      </div>
    </>
  );
}

function Row({ months, rate, atRisk, of, people }: Still[number]) {
  const say = growthWords.funnel.still;
  return (
    <tr>
      <th scope="row">{say.after[months]}</th>
      {rate === null ? (
        <td colSpan={4} className="dim">
          {say.notYet}
        </td>
      ) : (
        <>
          <td className={`${styles['bar']} ${growth['onlyWide']}`}>
            <RateRange {...rate} most={1} />
          </td>
          <td className="number">
            <strong>{numbers.rate(rate.rate)}</strong>
            <span className={growth['under']}>{spanOf(rate, numbers.rate)}</span>
          </td>
          <td className="number">{numbers.count(atRisk)}</td>
          <td className="number dim">
            {numbers.rate(of === 0 ? null : people / of)}
            <span className={growth['under']}>{growthWords.growth.of(numbers.count(people), numbers.count(of))}</span>
          </td>
        </>
      )}
    </tr>
  );
}

function csvOf(still: Still) {
  const say = growthWords.funnel.still;
  const { csvLow, csvHigh } = growthWords.growth;
  return {
    columns: [say.span, say.rate, csvLow(say.rate), csvHigh(say.rate), say.atRisk, say.of, say.people],
    rows: still.map(({ months, rate, atRisk, of, people }) => [
      say.after[months],
      rate?.rate ?? null,
      rate?.low ?? null,
      rate?.high ?? null,
      atRisk,
      of,
      people,
    ]),
  };
}
