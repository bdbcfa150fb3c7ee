import { RateRange } from '../../../figures/rate-range.tsx';
import { type Standing, spokenRate } from '../../../findings/paywall-positions.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './paywall.module.css';

/** Heads of what `StandingCells` says. @param most end of the scale of the dots */
export function StandingHeads({ most }: { most: number }) {
  const say = growthWords.paywall;
  return (
    <>
      <th scope="col" className="number">
        <Term of="viewers">{say.viewers}</Term>
      </th>
      <th scope="col" className="number">
        <Term of="paywall_hit">{say.hits}</Term>
      </th>
      <th scope="col" className="number">
        <Term of="hitRate">{say.hitRate}</Term>
      </th>
      <th scope="col" className="number">
        {say.trials}
      </th>
      <th scope="col" className={styles['scale']}>
        <span className={styles['ends']}>
          <span>{numbers.count(0)}</span>
          <span>{numbers.rate(most)}</span>
        </span>
      </th>
      <th scope="col" className="number">
        <Term of="trialRate">{say.trialRate}</Term>
      </th>
      <th scope="col" className="number">
        {say.converted}
      </th>
    </>
  );
}

/** What came of the paywall in one place. Where too few have hit it, that is said instead of a rate. */
export function StandingCells({ standing, most }: { standing: Standing; most: number }) {
  const { viewers, hits, hitRate, trials, converted } = standing;
  const rate = spokenRate(standing);
  return (
    <>
      <td className="number">{numbers.count(viewers)}</td>
      <td className="number">{numbers.count(hits)}</td>
      <td className="number">
        {numbers.rate(hitRate?.rate ?? null)}
        {hitRate !== null && <span className={growth['under']}>{spanOf(hitRate, numbers.rate)}</span>}
      </td>
      <td className="number">{numbers.count(trials)}</td>
      <td className={styles['scale']}>{rate !== null && <RateRange {...rate} most={most} />}</td>
      <td className="number">
        {rate === null ? (
          <span className="dim small">{growthWords.paywall.few(hits, numbers.count(hits))}</span>
        ) : (
          <>
            <strong>{numbers.rate(rate.rate)}</strong>
            <span className={growth['under']}>{spanOf(rate, numbers.rate)}</span>
          </>
        )}
      </td>
      <td className="number">{numbers.count(converted)}</td>
    </>
  );
}
