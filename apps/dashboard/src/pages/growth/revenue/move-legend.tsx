import type { CurrencyRevenue } from '@readout/api-contract';
import { MOVES, type Move, totalOf } from '../../../findings/revenue.ts';
import type { MoneyFormat } from '../../../format/money.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { type GrowthTerm, Term } from '../term.tsx';
import { TONES } from './move-tones.ts';
import styles from './revenue.module.css';

const TERMS: Readonly<Record<Move, GrowthTerm>> = {
  new: 'newRevenue',
  reactivation: 'reactivation',
  expansion: 'expansion',
  contraction: 'contraction',
  churn: 'churn',
};

/** What the colours mean, each with what it came to over all the months. */
export function MoveLegend({ months, money }: { months: CurrencyRevenue['months']; money: MoneyFormat }) {
  const say = growthWords.revenue;
  return (
    <ul className={styles['legend']} aria-label={say.legend}>
      {MOVES.map((move) => (
        <li key={move}>
          <span className={styles['swatch']} data-move={TONES[move]} aria-hidden="true" />
          <Term of={TERMS[move]}>{say.moves[move]}</Term>
          <strong>{money.signed(totalOf(months, move))}</strong>
        </li>
      ))}
    </ul>
  );
}
